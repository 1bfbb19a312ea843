"""What is typed of a call waits for its case, also for a page that is made anew."""

from __future__ import annotations

from uuid import UUID

from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.payments.typed import TypedCalls
from mediation_desk.services.desk import Desk
from tests.gui import desks

ONE, OTHER = UUID(int=1), UUID(int=2)


def form(qtbot: QtBot, text: str = "") -> Form:
    made = Form()
    made.add(TextField("What was said", name="text"))
    made.set_typed({"text": text})
    qtbot.addWidget(made)
    return made


def test_drafts_are_kept_by_case_and_read_again(qtbot: QtBot, desk: Desk, tasks: Tasks) -> None:
    made = TypedCalls(desk, tasks)
    made.keep(ONE, form(qtbot, "还没说完"))
    assert made.waits(ONE) and not made.waits(OTHER)
    made.flush()
    desks.settle(tasks)
    again, empty = TypedCalls(desk, tasks), form(qtbot)
    again.load()
    desks.settle(tasks)
    again.bring_back(ONE, empty)
    assert empty.field("text").typed() == "还没说完"
    empty.add(TextField("Spoken on", name="spoken_on"))
    empty.set_typed({"text": "", "spoken_on": "2025-01-20"})
    again.keep(ONE, empty)
    desks.settle(tasks)
    assert not again.waits(ONE), "what the form says by itself is no draft"
