"""What a person makes of what was replaced and found."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.reports.publishing.levels import Corrections, Level
from mediation_desk.domain.reports.publishing.published import Replaced, Trace
from mediation_desk.domain.reports.publishing.subjects import Kind
from mediation_desk.gui.summaries.corrections import CorrectionPane
from mediation_desk.services.reports.contents import Section
from mediation_desk.services.reports.summaries import Found, Summary, Wanted

SURE = Found(0, Trace(0, 3, "张三丰", Kind.PERSON, "张三丰"))
MARK = Found(0, Trace(4, 7, "王建华", Kind.GUESS, "", sure=False))
SUMMARY = Summary(UUID(int=1), 1, "", Wanted(Level.PUBLISHED), "某案",
                  (Section("事实", ("张三丰和王建华",)),),
                  ("张三丰和王建华",), (Replaced(Kind.PERSON, "李雷", "李某"),), (SURE, MARK))


def pane(qtbot: QtBot) -> tuple[CorrectionPane, list[Corrections]]:
    made = CorrectionPane()
    qtbot.addWidget(made)
    made.show_summary(SUMMARY, Corrections())
    made.show()
    told: list[Corrections] = []
    made.corrected.connect(told.append)
    return made, told


def test_a_sure_trace_may_not_stay_and_a_mark_may(qtbot: QtBot, dressed: QApplication) -> None:
    made, told = pane(qtbot)
    made.found_table.choose_row(0)
    assert not made.may_stay.isEnabled()
    made.found_table.choose_row(1)
    QTest.mouseClick(made.may_stay, Qt.MouseButton.LeftButton)
    QTest.mouseClick(made.all_may_stay, Qt.MouseButton.LeftButton)
    assert told == [Corrections(looked=frozenset({"王建华"}))] * 2


def test_replaced_words_are_put_otherwise(qtbot: QtBot, dressed: QApplication) -> None:
    made, told = pane(qtbot)
    QTest.mouseClick(made.which.buttons[1], Qt.MouseButton.LeftButton)
    made.replaced_table.choose_row(0)
    assert (made.was.typed(), made.by.typed()) == ("李雷", "李某")
    made.by.set_typed("一名骑手")
    QTest.mouseClick(made.put, Qt.MouseButton.LeftButton)
    assert told == [Corrections(words={"李雷": "一名骑手"})]
    made.was.set_typed("")
    QTest.mouseClick(made.put, Qt.MouseButton.LeftButton)
    assert len(told) == 1 and "which words" in made.was._message.text()


def test_a_passage_is_written_anew(qtbot: QtBot, dressed: QApplication) -> None:
    made, told = pane(qtbot)
    QTest.mouseClick(made.which.buttons[2], Qt.MouseButton.LeftButton)
    assert not made.rewrite.isEnabled()
    made.show_passage(0)
    made.passage.set_typed("两名骑手")
    QTest.mouseClick(made.rewrite, Qt.MouseButton.LeftButton)
    assert told == [Corrections().rewrite("张三丰和王建华", "两名骑手")]
