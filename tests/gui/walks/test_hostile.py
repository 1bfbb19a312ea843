"""Every page with names as a malicious hand would write them: shown sign by sign, and nothing breaks out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)
from sqlalchemy import update

from mediation_desk.domain.text.storable import unseen
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.mediation import caucus
from mediation_desk.store.tables.columns import metadata
from tests.gui.walks.walk import OPENERS, SCREEN, Walk, at_stations, open_there, walking

WORD = "W" * 160
HOSTILE = ("<b>粗</b>&amp;<img src=http://x.example/a.png> 甲&乙 \u202e00.000,5\u202c \u2066里\u2069\u200b"
           "\u200f %1 {0} {name} [*] " + "\u0645\u0631\u064a\u0645" + f" 12\n第二行 {WORD}")
PLACE = "\u200b"  # where a long word of a label may be broken; what hides is written out before
APART = re.compile("\u2068[^\u2066-\u2069]*\u2069")
COLUMNS = {
    "accounts": ["name"], "case_rows": ["first_applicant", "respondent", "cause"],
    "cases": ["source_reference", "cause", "facts_in_brief", "relationship_reasons", "closing_note",
              "referred_to", "reopening_reason"],
    "papers": ["title"], "agreements": ["other_terms", "signing_place"], "exhibits": ["name", "proves"],
    "offers": ["terms"],
    "parties": ["name", "ethnicity", "address", "workplace", "legal_representative",
                "legal_representative_post", "bank_account"],
    "relationship_entries": ["applicant", "respondent", "evidence", "note"], "return_visits": ["note"],
    "service_receipts": ["recipient", "title", "number", "place", "sent_by", "signed_by", "relation",
                         "refused_why", "witness", "note"],
    "sessions": ["place", "record", "recorder"], "attendees": ["name"], "claims": ["note"],
    "element_entries": ["evidence", "note"], "payments": ["voucher", "note"],
    "respondent_statements": ["said"],
}
"""What a person writes freely, and whoever writes to the database past the program."""


def poison(desk: Desk) -> None:
    """Put it everywhere, past everything that cleans what is typed."""
    with desk.store.engine.begin() as connection:
        for name, columns in COLUMNS.items():
            connection.execute(update(metadata.tables[name]).values(dict.fromkeys(columns, HOSTILE)))
    desk.settings = replace(desk.settings, name=HOSTILE, seal_name=HOSTILE)


@pytest.fixture
def walk(desk: Desk, tasks: Tasks, memory: Memory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Walk]:
    """Cases at several stations, with a row of every kind, an exhibit, and words said alone."""
    monkeypatch.setattr(caucus, "storable", lambda text: text)
    cases = at_stations(desk)
    caucus.note(desk, cases["drafted"], Side.APPLICANT, HOSTILE)
    filing.add_files(desk, cases["drafted"], [FileSource("流水.txt", data=b"x")])
    poison(desk)
    with walking(desk, tasks, memory, cases) as made:
        yield made


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the program's own painting puts on the screen."""
    told: list[str] = []
    draw = QPainter.drawText

    def spy(painter: QPainter, *given: object) -> object:
        told.extend(one for one in given if isinstance(one, str))
        return draw(painter, *given)  # type: ignore[call-overload]

    monkeypatch.setattr(QPainter, "drawText", spy)
    return told


@cache
def hides(text: str) -> bool:
    """Whether something in it is not seen, or turns what stands beside it around."""
    return any(unseen(sign) for sign in APART.sub("", text))


def is_markup(text: str) -> bool:
    """Whether Qt would read it as markup that is not ours."""
    if not GuiQt.mightBeRichText(text):
        return False
    inner = text.removeprefix("<qt>").removesuffix("</qt>").replace("<br>", "")
    return not text.startswith("<qt>") or "<" in inner or html.escape(html.unescape(inner)) != inner


def swallows(text: str) -> bool:
    """Whether a single “&” would be taken for the mark of a key."""
    return "&" in text.replace("&&", "")


def words_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a widget shows, with what would be wrong in it."""
    yield "tip", widget.toolTip()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    if isinstance(widget, QLabel):
        yield "button" if widget.buddy() else "label", QLabel.text(widget).replace(PLACE, "")
    elif isinstance(widget, QAbstractButton):
        yield "button", QAbstractButton.text(widget)
    elif isinstance(widget, QComboBox):
        yield from (("entry", widget.itemText(at)) for at in range(widget.count()))
    elif isinstance(widget, QLineEdit):
        yield "placeholder", widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield "button", widget.title()
    elif isinstance(widget, QTabBar):
        yield from (("button", widget.tabText(at)) for at in range(widget.count()))
    elif isinstance(widget, QMenu):
        widget.aboutToShow.emit()
        yield from (("button", action.text()) for action in widget.actions())
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from cells(widget.model())


def cells(model: QAbstractItemModel | None) -> Iterator[tuple[str, str]]:
    if model is None:
        return
    rows, columns = min(model.rowCount(QModelIndex()), 30), model.columnCount(QModelIndex())
    shown, tip = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole
    for row in range(rows):
        yield "entry", str(model.headerData(row, Qt.Orientation.Vertical, shown) or "")
        for column in range(columns):
            index = model.index(row, column)
            yield "entry", str(model.data(index, shown) or "")
            yield "tip", str(model.data(index, tip) or "")
    for column in range(columns):
        yield "entry", str(model.headerData(column, Qt.Orientation.Horizontal, shown) or "")
        yield "tip", str(model.headerData(column, Qt.Orientation.Horizontal, tip) or "")


def breaks(kind: str, widget: QWidget, text: str) -> bool:
    """Whether something of one line would get several."""
    in_one_line = kind not in ("tip", "label") and not isinstance(widget, QLabel)
    return in_one_line and "\n" in text and WORD[:9] in text


def widest(area: QScrollArea) -> str:
    """What takes the room there."""
    page = area.widget()
    inner = [one for one in page.findChildren(QWidget) if one.isVisible()] if page is not None else [area]
    leaves = [one for one in inner if not one.findChildren(QWidget) or isinstance(one, QComboBox)]
    found = max(leaves, key=lambda one: one.minimumSizeHint().width())
    said = found.accessibleName() or (found.text() if isinstance(found, QLabel) else "")
    return f"{type(found).__name__} {said[:50]}"


def faults(root: QWidget) -> set[str]:
    found = set()
    for widget in (root, *root.findChildren(QWidget)):
        for kind, text in words_of(widget):
            wrong = [name for name, is_wrong in (
                ("hides", hides(text)), ("swallows", kind == "button" and swallows(text)),
                ("markup", kind == "tip" and is_markup(text)),
                ("breaks", breaks(kind, widget, text))) if is_wrong]
            if wrong:
                found.add(f"{kind} {wrong} {text[:60]!r} in {type(widget).__name__} of "
                          f"{type(widget.parentWidget()).__name__}")
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText and (
                widget.textFormat() is not Qt.TextFormat.AutoText or GuiQt.mightBeRichText(widget.text())):
            found.add(f"a rich label: {widget.text()[:60]!r}")
        if isinstance(widget, QTextEdit) and widget.acceptRichText() and not widget.isReadOnly():
            found.add(f"{type(widget).__name__} takes markup")
        if isinstance(widget, QScrollArea) and widget.isVisible() and widget.horizontalScrollBar().maximum():
            found.add(f"{type(widget.parentWidget()).__name__} is wider than its room for {widest(widget)}")
    return found


def opened(walk: Walk, place: str) -> Iterator[Page]:
    """The page, and the page with each of its forms and cards open."""
    for opener in ("", *OPENERS.get(place, ())):
        page = walk.bring(place)
        open_there(page, opener)
        walk.settle()
        yield page


def test_no_page_lets_a_name_hide_turn_break_out_or_be_read_as_markup(walk: Walk, drawn: list[str]) -> None:
    found: dict[str, set[str]] = {}
    seen = 0
    for place in walk.places():
        for page in opened(walk, place):
            walk.frame.grab()
            wrong = faults(walk.frame)
            wrong |= {f"drawn {text[:60]!r}" for text in drawn
                      if hides(text) or ("\n" in text and WORD in text)}
            drawn.clear()
            if wrong:
                found.setdefault(place, set()).update(wrong)
            seen += sum("甲" in text for widget in page.findChildren(QLabel) for text in [widget.text()])
            assert walk.frame.width() == SCREEN.width(), place
    assert not found, "\n".join(f"{place}: {one}" for place, wrong in found.items() for one in sorted(wrong))
    assert seen > 40, "the names were on the pages"


def test_no_hit_of_the_search_and_no_window_lets_it_either(walk: Walk, drawn: list[str]) -> None:
    walk.bring("drafted intake")
    walk.frame.palette_box.open()
    QTest.keyClicks(walk.frame.palette_box.line, "2024")
    walk.settle()
    walk.frame.grab()
    assert any("甲" in text for text in drawn), "the cases that answer were shown by their names"
    assert not [text for text in drawn if hides(text)]
    assert not faults(walk.frame)
    walk.frame.palette_box.close()
    QTest.keyClick(walk.frame, Qt.Key.Key_F1)
    for window in walk.frame.findChildren(QDialog):
        assert not faults(window)
        window.close()


def test_what_a_person_wrote_stays_as_it_is_in_the_store(walk: Walk) -> None:
    """Looking at a page, leaving it and coming back changes no sign of it; nor does the field showing it."""
    for place in ("drafted intake", "fresh intake", "drafted settlement", "drafted evidence"):
        walk.bring(place)
    walk.bring("today")
    with walk.frame.desk.case_reading(walk.cases["drafted"]) as (_work, case):
        assert {party.name for party in case.parties} == {HOSTILE}
        assert case.cause == HOSTILE


def test_an_action_shows_the_sign_for_a_key_as_it_was_typed(walk: Walk) -> None:
    """“甲&乙” is a name, not a shortcut on 乙."""
    walk.bring("fresh intake")
    named = [action.text() for menu in walk.frame.findChildren(QMenu) for action in menu.actions()
             if "甲" in action.text()]
    assert named and all("甲&&乙" in text for text in named)
    assert all(isinstance(action, QAction) for menu in walk.frame.findChildren(QMenu)
               for action in menu.actions())
