"""Messages have a place of their own: no page moves when one comes or goes."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.page import Page
from tests.gui.desks import show

LONG = "This sentence is much longer than the line in which it has to be told. " * 4


def a_page() -> Page:
    page = Page("A page", scroll=False)
    page.set_primary("Act", lambda: None)
    page.head.addWidget(button("Papers"))
    page.add(label("Words"))
    page.add(button("In the page"), 1)
    page.add(button("At the foot"))
    page.resize(700, 400)
    return page


def places(page: Page) -> dict[str, QPoint]:
    """Where every button of the page stands, those of the message left out."""
    return {made.text(): made.mapTo(page, QPoint(0, 0)) for made in page.findChildren(QPushButton)
            if made.isVisible() and not page.bar.isAncestorOf(made)}


def test_no_button_moves_when_a_message_comes_and_goes(qtbot: QtBot, dressed: QApplication) -> None:
    page = a_page()
    show(qtbot, page)
    before = places(page)
    assert len(before) == 4
    page.bar.notice("Saved.", action="Undo", on_action=lambda: None)
    QTest.qWait(5)
    assert page.bar.isVisible() and places(page) == before
    page.bar.trouble(LONG)
    QTest.qWait(5)
    assert places(page) == before
    page.bar.clear()
    QTest.qWait(5)
    assert not page.bar.isVisible() and places(page) == before


def test_what_stands_beside_the_primary_action_stays_when_that_goes(qtbot: QtBot,
                                                                    dressed: QApplication) -> None:
    page = a_page()
    page.reserve_primary(("Act", ""), ("A much longer act", "plus"))
    page.set_primary("Act", lambda: None)
    show(qtbot, page)
    papers = places(page)["Papers"]
    page.set_primary("A much longer act", lambda: None)
    QTest.qWait(5)
    assert places(page)["Papers"] == papers
    page.set_primary("", None)
    QTest.qWait(5)
    assert not page.primary.isVisible() and places(page)["Papers"] == papers


def test_a_long_message_is_cut_and_read_whole_on_a_press(qtbot: QtBot, dressed: QApplication) -> None:
    page = a_page()
    show(qtbot, page)
    page.bar.trouble(LONG)
    QTest.qWait(5)
    assert page.bar.more.isVisible() and page.bar.words.cut
    QTest.mouseClick(page.bar.more, Qt.MouseButton.LeftButton)
    whole = QApplication.activePopupWidget()
    assert whole is not None and whole.words.text() == LONG  # type: ignore[attr-defined]
    QTest.keyClick(whole, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None and page.bar.isVisible()


def test_several_lines_are_more_than_one(qtbot: QtBot, dressed: QApplication) -> None:
    page = a_page()
    show(qtbot, page)
    page.bar.trouble("One\nTwo")
    QTest.qWait(5)
    assert page.bar.more.isVisible()


def test_a_short_message_needs_no_more(qtbot: QtBot, dressed: QApplication) -> None:
    page = a_page()
    show(qtbot, page)
    page.bar.notice("Saved.")
    QTest.qWait(5)
    assert not page.bar.more.isVisible()


def test_a_notice_does_not_go_from_under_the_cursor(qtbot: QtBot, dressed: QApplication) -> None:
    page = a_page()
    show(qtbot, page)
    page.bar.notice("Saved.", action="Undo", on_action=lambda: None)
    page.bar.action.setFocus()
    page.bar._over()
    assert page.bar.isVisible() and page.bar._clock.isActive()
    page.primary.setFocus()
    page.bar._over()
    assert not page.bar.isVisible()


def test_what_stands_ready_to_be_taken_back_stays(qtbot: QtBot, dressed: QApplication) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.notice("The case is closed.", action="Undo", on_action=lambda: None, stays=True)
    assert bar.isVisible() and not bar._clock.isActive()


def test_a_notice_offers_the_way_back_and_then_is_gone(qtbot: QtBot) -> None:
    bar, undone = MessageBar(), list[bool]()
    qtbot.addWidget(bar)
    bar.notice("Saved.", action="Undo", on_action=lambda: undone.append(True))
    assert bar.accessibleName() == "Saved."
    QTest.mouseClick(bar.action, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert bar.isHidden()


def test_a_trouble_stays_where_a_notice_goes_by_itself(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.notice("Saved.")
    assert bar._clock.isActive()
    bar.trouble(DeskError("“{text}” is not a whole number.", text="x"))
    assert not bar._clock.isActive()
    assert bar.words.text() == "“x” is not a whole number."
