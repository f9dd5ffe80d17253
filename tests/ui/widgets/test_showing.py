"""Labels, cards, pictures, pages, the focus ring: what is shown and said."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tests.tools.gallery import SHEETS, WINDOWS, windowed
from tests.ui.gates import faults
from ui.icons import pixmap
from ui.theme import DARK, LIGHT, Scheme
from ui.tokens import is_compact
from ui.widgets.avatar import initials
from ui.widgets.bars import ActionBar
from ui.widgets.card import Card, RowList
from ui.widgets.drawn import Meter, Path, Step, StepState
from ui.widgets.fields import TextField
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import Body, Second, SectionTitle, Title
from ui.widgets.page import Columns, Page
from ui.widgets.page_scroll import PageScroll
from ui.widgets.pill import StatusPill


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size.width()}")
@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_is_cut_small_or_nameless(qtbot, look, sheet, size, scale):
    look(Scheme.LIGHT, scale)
    page, current = SHEETS[sheet]()
    window = windowed(page, current, size)
    qtbot.addWidget(window)
    window.show()
    qtbot.wait(1)
    assert faults(window) == []


@pytest.mark.parametrize("kind", [Title, SectionTitle])
def test_headings_are_told_as_headings(qtbot, kind):
    heading = kind("Needs you")
    qtbot.addWidget(heading)
    face = QAccessible.queryAccessibleInterface(heading)
    assert face.role() == QAccessible.Role.Heading
    heading.set_words("Planned today")
    assert face.text(QAccessible.Text.Name) == "Planned today"


def test_body_shows_what_looks_like_markup_as_it_is(qtbot):
    body = Body("5 < 6 & <b>bold</b>")
    qtbot.addWidget(body)
    assert "&lt;b>bold" in body.text()
    assert body.words() == body.accessibleName() == "5 < 6 & <b>bold</b>"


def test_label_asks_for_one_line_before_it_wraps(qtbot):
    label = Second("Once a month in months 7 to 12")
    qtbot.addWidget(label)
    assert label.sizeHint().height() < 2 * label.fontMetrics().lineSpacing()


def test_pill_is_read_out_when_it_changes(qtbot, announced):
    pill = StatusPill("check", "Draft saved 10:51 AM", "ok")
    qtbot.addWidget(pill)
    pill.show()
    pill.show_status("check", "Draft saved 10:51 AM", "ok")
    pill.show_status("check", "Draft saved 10:52 AM", "ok")
    assert announced == ["Draft saved 10:52 AM"]


def test_colours_follow_a_change_of_scheme(qtbot, look):
    label = Body("Words")
    qtbot.addWidget(label)
    look(Scheme.DARK, 1.0)
    assert label.palette().windowText().color().name().upper() == DARK.ink
    look(Scheme.LIGHT, 1.0)
    assert label.palette().windowText().color().name().upper() == LIGHT.ink


def test_text_follows_a_change_of_size(qtbot, look):
    label, field = Body("Words"), TextField("What we did")
    qtbot.addWidget(label)
    qtbot.addWidget(field)
    look(Scheme.LIGHT, 2.0)
    assert label.font().pixelSize() == 32
    assert field.edit.document().defaultFont().pixelSize() == 32


def test_icons_are_drawn_in_the_colour_asked_for(dressed_app):
    picture = pixmap("check", 24, LIGHT.bad, 2.0).toImage()
    assert (picture.width(), picture.height()) == (48, 48)
    inks = {
        picture.pixelColor(x, y).name().upper()
        for x in range(48)
        for y in range(48)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert inks == {LIGHT.bad}


def test_icon_that_is_not_shipped_is_an_error(dressed_app):
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon", 16, LIGHT.ink)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Jordan Merrit", "JM"),
        ("Ana Maria Solace", "AS"),
        ("Lee", "L"),
        ("", ""),
        ("J. (Jo) Hill", "JH"),
    ],
)
def test_initials_are_the_first_and_last_name(name, letters):
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("done", "planned", "said"),
    [
        (3, 4, "3 of 4 planned sessions done"),
        (5, 4, "5 of 4 planned sessions done"),
        (0, 0, "0 of 0 planned sessions done"),
    ],
)
def test_meter_says_its_counts(qtbot, done, planned, said):
    meter = Meter(done, planned)
    qtbot.addWidget(meter)
    assert meter.accessibleName() == said
    assert not meter.grab().isNull()


def test_path_says_how_far_and_where(qtbot):
    names = ("List", "Try", "Keep")
    steps = tuple(
        Step(name=name, state=state)
        for name, state in zip(names, StepState, strict=True)
    )
    path = Path(steps)
    qtbot.addWidget(path)
    assert path.accessibleName() == "1 of 3 done. Now: Try"
    assert path.words() == "1 of 3 done"


def test_rows_are_replaced_as_a_whole(qtbot):
    rows = RowList()
    qtbot.addWidget(rows)
    rows.set_rows([QPushButton("a"), QPushButton("b")])
    rows.set_rows([QPushButton("c")])
    assert [row.text() for row in rows.rows()] == ["c"]


@pytest.mark.parametrize(
    ("size", "scale", "compact"),
    [
        (QSize(1366, 700), 1.0, False),
        (QSize(1200, 640), 1.0, False),
        (QSize(1199, 700), 1.0, True),
        (QSize(1366, 639), 1.0, True),
        (QSize(1366, 700), 1.5, True),
    ],
)
def test_small_windows_and_large_text_are_compact(look, size, scale, compact):
    look(Scheme.LIGHT, scale)
    assert is_compact(size) is compact


def test_compact_page_stacks_its_columns_and_keeps_its_widgets(qtbot):
    page = Page("Today", "Tuesday")
    left, right = Card("Left"), Card("Right")
    page.body.addWidget(Columns(left, right))
    page.set_bar(ActionBar())
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    assert left.y() == right.y()
    page.set_compact(True)
    qtbot.waitUntil(lambda: right.y() > left.y())
    assert page.is_compact()


def test_header_scrolls_with_the_page_where_it_would_fill_it(qtbot):
    page = Page("Today", "Tuesday")
    scroll = PageScroll()
    page.body.addWidget(scroll)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    assert not scroll.isAncestorOf(page.title)
    page.resize(900, 300)
    assert scroll.isAncestorOf(page.title)
    page.resize(900, 700)
    assert not scroll.isAncestorOf(page.title)


@pytest.fixture
def ring(dressed_app) -> FocusRing:
    return dressed_app.findChild(FocusRing)


@pytest.fixture
def two_buttons(qtbot, activate):
    window = QWidget()
    window.resize(400, 200)
    window.a, window.b = QPushButton("a", window), QPushButton("b", window)
    window.a.setGeometry(50, 50, 100, 44)
    window.b.setGeometry(200, 50, 100, 44)
    qtbot.addWidget(window)
    activate(window)
    return window


def test_ring_goes_where_the_focus_goes_and_follows_moves(ring, two_buttons):
    two_buttons.a.setFocus()
    assert ring.overlay().geometry().getRect() == (45, 45, 110, 54)
    two_buttons.b.setFocus()
    assert ring.overlay().x() == 195
    two_buttons.b.move(210, 60)
    assert ring.overlay().pos() == QPoint(205, 55)


def test_focus_visibly_differs(ring, two_buttons):
    two_buttons.a.setFocus()
    focused = two_buttons.grab().toImage().pixelColor(46, 70).name().upper()
    two_buttons.b.setFocus()
    plain = two_buttons.grab().toImage().pixelColor(46, 70).name().upper()
    assert focused == LIGHT.focus != plain


def test_ring_is_clipped_to_what_scrolls(qtbot, ring, activate):
    window = QWidget()
    column = QVBoxLayout(window)
    scroll = PageScroll()
    buttons = [QPushButton(str(n)) for n in range(20)]
    for button in buttons:
        button.setMinimumHeight(44)
        scroll.column.addWidget(button)
    column.addWidget(scroll)
    qtbot.addWidget(window)
    window.resize(300, 200)
    activate(window)
    buttons[9].setFocus()
    place = scroll.viewport().mapTo(window, QPoint(0, 0))
    seen = scroll.viewport().rect().translated(place)
    assert seen.contains(ring.overlay().geometry())
    shown = buttons[9].mapTo(scroll.viewport(), QPoint(0, 0)).y()
    assert 0 <= shown <= scroll.viewport().height() - 44


def test_ring_does_not_die_with_its_window(qtbot, ring, two_buttons, activate):
    other = QWidget()
    button = QPushButton("c", other)
    activate(other)
    button.setFocus()
    other.close()
    other.deleteLater()
    qtbot.wait(5)
    activate(two_buttons)
    two_buttons.a.setFocus()
    assert ring.overlay().parentWidget() is two_buttons
