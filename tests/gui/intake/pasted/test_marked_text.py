"""Marks stand in their places, also behind rare characters; arrows, Enter and Delete; what each says."""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.intake.spotting.spots import About, Spot, Sure, Whose
from mediation_desk.gui.intake.pasted.marked_text import MarkedText

KEY = Qt.Key
TEXT = "𠮷来电人:马国栋 电话13897120456"
NAME = Spot(About.NAME, "马国栋", 5, 8, Sure.SURE, Whose.APPLICANT)
PHONE = Spot(About.PHONE, "13897120456", 11, 22, Sure.LIKELY, Whose.APPLICANT)


def shown(qtbot: QtBot) -> MarkedText:
    made = MarkedText()
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    made.set_editing(False)
    made.show_text(TEXT)
    made.show_spots([NAME, PHONE], frozenset({NAME}), frozenset({PHONE}))
    return made


def test_every_mark_stands_at_its_words(qtbot: QtBot) -> None:
    made = shown(qtbot)
    assert [one.cursor.selectedText() for one in made.extraSelections()] == ["马国栋", "13897120456"]
    made.light(NAME)
    assert made.extraSelections()[-1].cursor.selectedText() == "马国栋", "what is lit lies on top"
    assert made.spot_at(made.textCursor().position()) == NAME


def test_arrows_go_from_mark_to_mark_enter_leads_on_and_delete_throws_out(qtbot: QtBot) -> None:
    made = shown(qtbot)
    pressed: list[Spot] = []
    thrown: list[Spot] = []
    made.pressed.connect(pressed.append)
    made.thrown.connect(thrown.append)
    QTest.keyClick(made, KEY.Key_Right)
    QTest.keyClick(made, KEY.Key_Return)
    QTest.keyClick(made, KEY.Key_Left)
    QTest.keyClick(made, KEY.Key_Delete)
    assert pressed == [NAME] and thrown == [PHONE]


def test_a_click_on_a_mark_presses_it(qtbot: QtBot) -> None:
    made = shown(qtbot)
    pressed: list[Spot] = []
    made.pressed.connect(pressed.append)
    made.light(PHONE)
    place = made.cursorRect().center()
    QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pressed == [PHONE]


def test_a_mark_says_what_it_is_and_how_sure(qtbot: QtBot) -> None:
    made = shown(qtbot)
    assert made.about(NAME).startswith("Name of Applicant 马国栋: in the form")
    assert "not sure" in made.about(PHONE)
    assert "in no field" in made.about(Spot(About.AMOUNT, "1", 0, 1))


def test_a_file_or_a_text_may_be_dropped(qtbot: QtBot) -> None:
    made = shown(qtbot)
    dropped: list[object] = []
    made.dropped.connect(dropped.append)
    words, file = QMimeData(), QMimeData()
    words.setText("工单")
    file.setUrls([QUrl.fromLocalFile("/a.txt")])
    for data in (words, file):
        made.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                                  Qt.KeyboardModifier.NoModifier))
    assert [str(one) for one in dropped] == ["工单", "/a.txt"]
