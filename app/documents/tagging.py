"""A PDF canvas that writes a structure tree, so that a page can be read aloud.

Open-source ReportLab writes no tags. Everything drawn here is either part of an
:class:`Element`, in reading order, or an artifact: rules, frames, running heads and
feet, and heads of tables that are repeated.
"""
# mypy: allow-untyped-calls

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

_HEADINGS = {"H1": 1, "H2": 2, "H3": 3}


class Element:
    """A node of the structure tree; it joins the tree when it is first drawn.

    Attributes:
        role: Its standard structure type, such as ``P`` or ``TD``.
        parent: None stands for the document itself.
        scope: Of a table's heading cell: ``Column`` or ``Row``.
        kids: Elements, and (page, mark) for content, in the order drawn.
    """

    def __init__(
        self, role: str, parent: "Element | None" = None, *, scope: str = ""
    ) -> None:
        self.role = role
        self.parent = parent
        self.scope = scope
        self.kids: list[Element | tuple[str, int]] = []
        self.joined = False


class TaggedCanvas(Canvas):
    """A canvas that marks what is drawn on it and writes the tree when it is saved."""

    def __init__(self, file: Any, **options: Any) -> None:
        super().__init__(file, **options)
        self._root = Element("Document")
        self._root.joined = True
        self._marks: list[Element] = []
        self._pages: list[list[Element]] = []
        self._level = 0
        self._depth = 0

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Mark what is drawn within as content of the element."""
        if not self._depth:
            self._join(element)
            mark = len(self._marks)
            self._marks.append(element)
            element.kids.append((self._doc.thisPageName(), mark))
            self._code.append(f"/{element.role} <</MCID {mark}>> BDC")
        with self._inside():
            yield

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what is drawn within as no part of the document's words."""
        if not self._depth:
            self._code.append("/Artifact BMC")
        with self._inside():
            yield

    @contextmanager
    def _inside(self) -> Iterator[None]:
        self._depth += 1
        yield
        self._depth -= 1
        if not self._depth:
            self._code.append("EMC")

    def _join(self, element: Element) -> None:
        if element.joined:
            return
        element.joined = True
        parent = element.parent or self._root
        self._join(parent)
        parent.kids.append(element)
        if element.role in _HEADINGS:  # PDF/UA: no level is passed over
            self._level = min(_HEADINGS[element.role], self._level + 1)
            element.role = f"H{self._level}"

    def write_structure(self) -> None:
        """Put the tree into the file; call it once, after the last page."""
        document: Any = self._doc
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = document.Reference(root)
        written: dict[int, Any] = {}
        top = self._write(self._root, reference, written)
        numbers: list[Any] = []
        for number, marks in enumerate(self._pages):
            parents = PDFArray([written[id(element)] for element in marks])
            numbers += [number, document.Reference(parents)]
        tree = PDFDictionary({"Nums": PDFArray(numbers)})
        root.dict["K"] = PDFArray([top])
        root.dict["ParentTree"] = document.Reference(tree)
        root.dict["ParentTreeNextKey"] = len(self._pages)
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _write(self, element: Element, parent: Any, written: dict[int, Any]) -> Any:
        entry = {"Type": PDFName("StructElem"), "S": PDFName(element.role), "P": parent}
        if element.scope:
            entry["A"] = PDFDictionary(
                {"O": PDFName("Table"), "Scope": PDFName(element.scope)}
            )
        node = PDFDictionary(entry)
        reference = written[id(element)] = self._doc.Reference(node)
        node.dict["K"] = PDFArray(
            [
                self._write(kid, reference, written)
                if isinstance(kid, Element)
                else _content(*kid)
                for kid in element.kids
            ]
        )
        return reference

    def end_page(self) -> None:
        """Finish a page and keep which marks it has."""
        document: Any = self._doc
        document.struct_parents = len(self._pages)
        self._pages.append(self._marks)
        self._marks = []
        self.showPage()


def _content(page: str, mark: int) -> Any:
    return PDFDictionary(
        {
            "Type": PDFName("MCR"),
            "Pg": pdfdoc.PDFObjectReference(page),
            "MCID": mark,
        }
    )
