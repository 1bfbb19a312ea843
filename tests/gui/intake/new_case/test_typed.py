"""The draft of a new case: kept shortly after the last key, forgotten once it is worth nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pytestqt.qtbot import QtBot

from mediation_desk.gui.intake.new_case.typed import PLACE, TypedSheet
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk


class Typed:
    """A sheet in which something stands."""

    def __init__(self, **state: Any) -> None:
        self._state = state

    def state(self) -> dict[str, Any]:
        return self._state


def test_a_draft_is_kept_brought_back_and_dropped(qtbot: QtBot, desk: Desk, tasks: Tasks) -> None:
    typed = TypedSheet(desk, tasks)
    typed.keep(Typed(name="马玉兰", source="walk_in"))
    typed.flush()
    qtbot.waitUntil(lambda: not tasks.busy)
    found: list[Mapping[str, Any]] = []
    again = TypedSheet(desk, tasks)
    again.load(found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [{"name": "马玉兰", "source": "walk_in"}]
    again.drop()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert PLACE not in drafts.all_kept(desk)


def test_what_the_sheet_says_by_itself_is_worth_no_draft(qtbot: QtBot, desk: Desk, tasks: Tasks) -> None:
    typed = TypedSheet(desk, tasks)
    typed.keep(Typed(source="walk_in", received_on="2024-11-25", name="", amounts={}))
    typed.flush()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert drafts.all_kept(desk) == {}
    typed.flush()
