"""The list of the file keeps what a person ticked, and ticks nothing that cannot be made."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from mediation_desk.domain.casefile.entries import Entry, Part, State
from mediation_desk.domain.words import say
from mediation_desk.gui.case.casefile.rows import FileRows

READY = Entry("a", (1, 1, 0), Part.SHOWN, "受理登记表", State.MADE, "intake", pages=2)
LATER = Entry("b", (11, 1, 0), Part.SHOWN, "仲裁审查申请书", State.MADE)
LACKING = Entry("c", (2, 2, 0), Part.SHOWN, "受理通知书", State.LACKING, "intake",
                why=say("Enter the cause."))


def test_ticks_of_a_person_stay_when_the_list_is_read_anew(qtbot: QtBot, dressed: None) -> None:
    rows = FileRows()
    qtbot.addWidget(rows)
    rows.show_entries([READY, LATER, LACKING])
    assert rows.keys == {"a"}
    rows.table.choose_row(1)
    rows.toggle()
    rows.table.choose_row(0)
    rows.toggle()
    rows.show_entries([READY, LATER, LACKING])
    assert rows.keys == {"b"}
    rows.all.click()
    assert rows.keys == {"a"}


def test_what_lacks_something_cannot_be_ticked_and_says_where_to_go(qtbot: QtBot, dressed: None) -> None:
    rows = FileRows()
    qtbot.addWidget(rows)
    rows.show_entries([READY, LACKING])
    rows.table.choose_row(1)
    rows.toggle()
    assert rows.keys == {"a"} and not rows.tick.isEnabled() and not rows.enter.isHidden()
    with qtbot.waitSignal(rows.wanted) as told:
        rows.enter.click()
    assert told.args == ["intake"]
