"""What makes a file PDF/A-2a and PDF/UA-1: metadata, colour, tabs, line ends."""
# mypy: allow-untyped-calls

from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from app.documents.tagging import TaggedCanvas

_PROFILE = "sRGB IEC61966-2.1"


class _Stream(PDFStream):
    """A stream with a line end before ``endstream``, which PDF/A asks for."""

    def format(self, document: Any) -> bytes:
        written: bytes = super().format(document)
        return written.removesuffix(b"endstream\n") + b"\nendstream\n"


class _Document(PDFDocument):
    """A document of such streams, whose pages name their marks."""

    struct_parents = 0

    def addPage(self, page: Any) -> None:  # noqa: N802 - ReportLab's name
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self.struct_parents
        page.Tabs = PDFName("S")  # a tab follows the structure
        page.Trans = None
        page.Contents = _Stream(content=page.stream, filters=[PDFZCompress])
        super().addPage(page)

    def format(self) -> bytes:
        for entry in self.idToObject.values():
            if type(entry) is PDFStream:
                entry.__class__ = _Stream
        written: bytes = super().format()
        return written


class ArchivalCanvas(TaggedCanvas):
    """A tagged canvas whose file conforms to PDF/A-2a and PDF/UA-1."""

    def __init__(self, file: Any, **options: Any) -> None:
        super().__init__(file, **options)
        # ReportLab's canvas makes its own document and takes no other.
        self._doc.__class__ = _Document

    def save(self) -> None:
        """Write the tree, the colour profile and the metadata, then the file."""
        self.write_structure()
        catalog: Any = self._doc.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = PDFArray([self._doc.Reference(self._colours())])
        catalog.Metadata = self._metadata()
        self.setViewerPreference("DisplayDocTitle", "true")
        super().save()

    def _colours(self) -> Any:
        profile = _Stream(
            dictionary=PDFDictionary({"N": 3, "Alternate": PDFName("DeviceRGB")}),
            content=_profile(),
            filters=[PDFZCompress],
        )
        return PDFDictionary(
            {
                "Type": PDFName("OutputIntent"),
                "S": PDFName("GTS_PDFA1"),
                "OutputConditionIdentifier": PDFString(_PROFILE),
                "Info": PDFString(_PROFILE),
                "DestOutputProfile": self._doc.Reference(profile),
            }
        )

    def _metadata(self) -> Any:
        document: Any = self._doc
        info = document.info
        # ReportLab's clock for the file; with invariant=1 it stands still.
        made = datetime.fromtimestamp(document._timeStamp.t, UTC)  # noqa: SLF001
        text = _template().format(
            mark="\ufeff",
            title=escape(info.title),
            author=escape(info.author),
            subject=escape(info.subject),
            producer=escape(info.producer),
            creator=escape(info.creator),
            made=made.strftime("%Y-%m-%dT%H:%M:%S+00:00"),
        )
        kind = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
        return _Stream(
            dictionary=PDFDictionary(kind), content=text.encode(), filters=[]
        )


@cache
def _profile() -> bytes:
    return (files("resources") / "archival" / "srgb.icc").read_bytes()


@cache
def _template() -> str:
    return (files("resources") / "archival" / "metadata.xml").read_text("utf-8")
