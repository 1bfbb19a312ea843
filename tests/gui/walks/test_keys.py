"""Tab goes through every page as it is read, Enter never leaves the work, and nothing moves by itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.order import aside_of
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.tables.grid import Grid
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from tests.gui.walks.walk import OPENERS, Walk, at_stations, open_there, walking

TAB, BACKTAB = Qt.Key.Key_Tab, Qt.Key.Key_Backtab
NONE = Qt.KeyboardModifier.NoModifier
MOST = 200  # more keys than any page has places
ELSEWHERE = {"CorrectionPane: was, by", "RestoreCard: login, password", "QWidget: folder",
"LostCard: lost_note", "PreviewView: reason", "QWidget: office, folder, file",
"QFrame: office, compared", "AnswerCard: what, day, result, papers, exhibits, folder, file"}
"""Forms that come up only over the file of a backup, a bag on the road, cases, cards and packages of another
office; their own tests drive them."""


@pytest.fixture
def walk(desk: Desk, tasks: Tasks, memory: Memory) -> Iterator[Walk]:
    with walking(desk, tasks, memory, at_stations(desk)) as made:
        yield made


class Strays(QObject):
    """Hears of every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(repr(watched))
        return False


def called(widget: QWidget | None) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName() if widget else ''}”"


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "the keyboard is nowhere"
    return found


# -- Tab -----------------------------------------------------------------------------------


def round_of(key: Qt.Key) -> list[QWidget]:
    """Every widget that the keyboard comes to before it is back where it was; a grid is left with Ctrl,
    so that the cell whose particulars are shown stays the same."""
    QTest.keyClick(focus(), key)  # from the page itself, where it shows a closed case
    found = [focus()]
    for _ in range(MOST):
        held = Qt.KeyboardModifier.ControlModifier if isinstance(focus(), Grid) else NONE
        QTest.keyClick(focus(), key, held)
        if focus() is found[0]:
            return found
        found.append(focus())
    raise AssertionError(f"{called(found[0])} is not come back to; last was {called(found[-1])}")


def reachable(window: QWidget) -> list[QWidget]:
    """What in a window is in sight and takes the Tab key, found in another way than by its layouts."""
    return [one for one in window.findChildren(QWidget)
            if one.isVisible() and one.isEnabled() and one.focusProxy() is None
            and one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def before(one: QWidget, other: QWidget) -> bool:
    """Whether one lies wholly above another, or left of it in one line."""
    window = one.window()
    a, b = (QRect(each.mapTo(window, QPoint(0, 0)), each.size()) for each in (one, other))
    if a.bottom() < b.top():
        return a.left() < b.right()
    return a.right() < b.left() and a.top() < b.bottom() and b.top() < a.bottom()


def test_tab_goes_through_every_page_as_it_is_read_and_back(walk: Walk, qapp: QApplication) -> None:
    qapp.installEventFilter(strays := Strays())
    for place in walk.places():
        walk.bring(place)
        round_of(TAB)  # a table takes a row in hand as the keyboard first comes to it
        there, back = round_of(TAB), round_of(BACKTAB)
        at = there.index(back[0])
        assert [*reversed(there[:at + 1]), *reversed(there[at + 1:])] == back, place
        assert {*map(called, reachable(walk.frame))} == {*map(called, there)}, place
        assert len(there) == len(set(there)) == len(reachable(walk.frame)), place
        wrong = [(called(one), called(other)) for one, other in pairwise(there)
                 if one.parent() is other.parent() and before(other, one)]
        assert not wrong, place
    qapp.removeEventFilter(strays)
    assert strays.seen == [], "building a page lets no window flash by"


# -- Enter ---------------------------------------------------------------------------------


def test_enter_in_every_field_leaves_the_keyboard_where_the_work_goes_on(walk: Walk) -> None:
    seen: set[str] = set()
    for place in walk.places():
        for opener in ("", *OPENERS.get(place, ())):
            seen |= enter_everywhere(walk, place, opener)
    every = {kind_of(one) for one in walk.frame.findChildren(Form) if one.names()}
    assert every - seen == ELSEWHERE, "every form was seen"


def enter_everywhere(walk: Walk, place: str, opener: str) -> set[str]:
    """Enter in each field of a page, brought and opened anew while that shows more; the forms seen there."""
    tried: set[tuple[str, str, str]] = set()
    seen: set[str] = set()
    more = True
    while more:
        more = False
        page = walk.bring(place)
        open_there(page, opener)
        walk.settle()
        seen |= {kind_of(one) for one in page.findChildren(Form) if one.isVisible()}
        while (field := next(untried(page, tried), None)) is not None:
            tried.add(known(field))
            press_enter(walk, field)
            require_at_work(walk, f"{place} {opener} {known(field)}")
            more = True
    return seen


def untried(page: Page, tried: set[tuple[str, str, str]]) -> Iterator[Field]:
    return (one for one in page.findChildren(Field) if can_be_typed_in(one) and known(one) not in tried)


def require_at_work(walk: Walk, where: str) -> None:
    """The keyboard is on the page, at what can be seen and used: not at the lock, the rail or an undo."""
    front, now = walk.frame.current(), focus()
    assert front is not None and front.isAncestorOf(now), f"{where}: {called(now)}"
    assert now.isVisible() and now.isEnabled() and aside_of(now) is None, f"{where}: {called(now)}"


def kind_of(form: Form) -> str:
    return f"{type(form.parent()).__name__}: {', '.join(form.names())}"


def known(field: Field) -> tuple[str, str, str]:
    form = field.parent()
    return type(form.parent() if form else None).__name__, field.name, field.label.text()


def can_be_typed_in(field: Field) -> bool:
    editor = field.focusProxy()
    return field.isVisible() and not field._read_only and editor is not None and editor.isEnabled()


def press_enter(walk: Walk, field: Field) -> None:
    editor = field.focusProxy()
    while editor is not None and editor.focusProxy() is not None:
        editor = editor.focusProxy()
    assert editor is not None
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    walk.settle()


# -- nothing moves -------------------------------------------------------------------------


def standing(page: Page) -> dict[str, QRect]:
    """Where each button in sight lies in the window, but those of a message itself."""
    window = page.window()
    return {f"{called(one)} {one.text()} {id(one)}": QRect(one.mapTo(window, QPoint(0, 0)), one.size())
            for one in window.findChildren(QAbstractButton) if one.isVisible() and aside_of(one) is None}


def test_no_button_moves_as_a_message_comes_and_goes(walk: Walk) -> None:
    lines = "\n".join(["A long message, with many a line."] * 6)
    for place in walk.places():
        bar = walk.bring(place).bar_in_front()
        QTest.qWait(20)  # until the page is laid out
        page = walk.frame.current()
        assert page is not None
        at_first = standing(page)
        assert at_first
        bar.notice("Kept.", action="Undo", on_action=bar.clear)
        require_still(page, at_first, place)
        bar.notice(lines)
        require_still(page, at_first, place)
        bar.clear()
        require_still(page, at_first, place)


def require_still(page: Page, at_first: dict[str, QRect], place: str) -> None:
    QTest.qWait(1)
    assert standing(page) == at_first, place
