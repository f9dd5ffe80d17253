"""What a page says, block by block, before it is paper or text.

Each document is described once as a :class:`Sheet`. :mod:`app.documents.page` sets it
as a PDF and :mod:`app.documents.page_text` reads it as text, so the two cannot differ.
"""

from dataclasses import dataclass
from enum import Enum, auto


class Tone(Enum):
    """How words are set; :mod:`app.documents.typeface` gives each its style."""

    TITLE = auto()
    HEADING = auto()
    SUBHEADING = auto()
    BODY = auto()
    STRONG = auto()
    QUOTE = auto()
    OWN_WORDS = auto()
    NAME = auto()
    SUBTITLE = auto()
    ITALIC = auto()
    LABEL = auto()
    SMALL = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words in one tone; a line feed in them starts a new line.

    Attributes:
        lead: Set in bold before the words.
        keep: Whether it stays whole, on the page where what follows begins.
    """

    words: str
    lead: str = ""
    tone: Tone = Tone.BODY
    keep: bool = False

    @property
    def whole(self) -> str:
        """The lead and the words as one text."""
        return f"{self.lead} {self.words}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label with what it stands for."""

    label: str
    words: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Key facts, three or fewer to a row."""

    rows: tuple[tuple[Fact, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The agency, and what the page is: signed, to sign in ink, or a draft.

    Attributes:
        below: The agency's address and telephone number.
        status_below: When it was signed, or that it is not.
    """

    name: str
    below: str
    status: str = ""
    status_below: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """A framed line that must not be missed."""

    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a head that is repeated on each page.

    Attributes:
        shares: Of the width, one for each column, together 1.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A drawn square with words, checked or not; the words say which."""

    words: str
    checked: bool

    @property
    def answer(self) -> str:
        """Its words with "yes" or "no", for those who do not see the square."""
        return f"{self.words}: {'yes' if self.checked else 'no'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    """Squares beside each other."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """Items under each other."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """Short lists beside each other, each under its heading."""

    columns: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """Groups of a code in large letters, each under its number."""

    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A line to write on, with its label below and what is already filled in.

    Attributes:
        share: Of the width beside the other blanks.
    """

    label: str
    filled: str = ""
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """Lines to write on, beside each other."""

    blanks: tuple[Blank, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureCell:
    """One signer's part of the signature block.

    Attributes:
        lines: Who signs, and what was signed electronically.
        blanks: Lines to sign on in ink, at the foot of the cell.
        below: The printed name under them.
        share: Of the block's width.
    """

    lines: tuple[Line, ...]
    blanks: tuple[Blank, ...] = ()
    below: tuple[Line, ...] = ()
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    """The framed block: kept whole, and never alone on a page."""

    cells: tuple[SignatureCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """Blocks beside a number in a black square, kept on one page if they fit.

    Attributes:
        title: Beside the number, in bold.
        aside: Small, at the right of the title.
    """

    number: int
    title: str
    aside: str = ""
    blocks: tuple["Block", ...]


Block = (
    Letterhead
    | Line
    | Facts
    | Banner
    | Table
    | Boxes
    | Bullets
    | Lists
    | Codes
    | Blanks
    | SignatureBlock
    | Numbered
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What the foot of every page says, beside its number.

    Attributes:
        whose: The person and record number, or the specialist.
        document: Document id and check code.
        chain: The chain's code before this page.
        rules: The rules cited, with their editions.
        key: The fingerprint of the signing key, where a document carries it.
    """

    whose: str
    document: str = ""
    chain: str = ""
    rules: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole document.

    Attributes:
        title: Of its kind, never of a person: it goes into the file's properties.
        ending: Blocks kept together with the last words before them.
    """

    title: str
    author: str
    blocks: tuple[Block, ...]
    ending: tuple[Block, ...]
    foot: Foot
    status: str = ""
    practice: bool = False
