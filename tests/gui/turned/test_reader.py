"""Reading one case's joint view, again whenever it may have changed, and never another one's."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QObject

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.joint_view import JointView
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.turned import reader
from mediation_desk.gui.turned.reader import LOOK_MS, JointReader
from mediation_desk.services.desk import Desk
from tests.gui.desks import settle
from tests.gui.turned.hands import other_case


class Heard:
    """A reader, and what came of it."""

    def __init__(self, desk: Desk, tasks: Tasks, case_id: UUID) -> None:
        self.tasks, self.around = tasks, QObject()
        self.reader = JointReader(desk, tasks, case_id, self.around)
        self.views: list[JointView] = []
        self.troubles: list[DeskError] = []
        self.reader.arrived.connect(self.views.append)
        self.reader.refused.connect(self.troubles.append)

    def settle(self) -> int:
        settle(self.tasks)
        return len(self.views)


@pytest.fixture
def heard(desk: Desk, tasks: Tasks, case_id: UUID) -> Heard:
    return Heard(desk, tasks, case_id)


def test_it_reads_at_once_and_when_something_of_the_case_was_saved(heard: Heard, case_id: UUID) -> None:
    heard.reader.begin()
    assert heard.settle() == 1
    heard.reader.follow(Changes(cases=frozenset({case_id})))
    assert heard.settle() == 2 and heard.views[0] == heard.views[1]
    heard.reader.stop()


def test_another_case_or_no_change_reads_nothing(heard: Heard, desk: Desk) -> None:
    for changes in (Changes(cases=frozenset({other_case(desk)})), Changes(lists=frozenset({"cases"})), None):
        heard.reader.follow(changes)
    assert heard.settle() == 0


def test_a_colleagues_release_is_seen_without_being_told(heard: Heard) -> None:
    heard.reader.begin()
    heard.settle()
    assert heard.reader._clock.interval() == LOOK_MS
    heard.reader._clock.timeout.emit()
    assert heard.settle() == 2
    heard.reader.stop()
    assert not heard.reader._clock.isActive()


def test_what_may_not_be_read_any_more_is_said(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(_desk: Desk, _case_id: UUID) -> JointView:
        raise DeskError("no")

    monkeypatch.setattr(reader, "shown", refuses)
    heard.reader.read()
    assert heard.settle() == 0 and len(heard.troubles) == 1
