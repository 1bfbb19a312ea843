"""Lines of what is missing, each with its way."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from mediation_desk.domain.casefile.missing import Missing
from mediation_desk.domain.vocabulary import FilePoint, Station
from mediation_desk.domain.words import say
from mediation_desk.gui.case.casefile.lacking import LackingLines

ONE = Missing(FilePoint.VISIT, say("No return visit is recorded."), Station.CLOSING, "visits")


def test_it_is_out_of_sight_while_nothing_is_missing_and_leads_where_something_is(qtbot: QtBot, dressed: None
                                                                                 ) -> None:
    lines = LackingLines("What is missing")
    qtbot.addWidget(lines)
    assert lines.isHidden()
    lines.show_missing([ONE])
    go = lines.findChild(QAbstractButton)
    assert not lines.isHidden() and go is not None and "No return visit" in go.accessibleName()
    with qtbot.waitSignal(lines.wanted) as told:
        go.click()
    assert told.args == ["closing", "visits"]
    lines.show_missing([])
    assert lines.isHidden()
