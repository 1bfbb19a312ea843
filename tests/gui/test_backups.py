"""The backups that nobody has to think of: told when they were made, and why not, once."""

from collections.abc import Iterator
from datetime import date, time

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.backups import AutomaticBackups
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from tests.gui.desks import SetClock


@pytest.fixture
def backups(desk: Desk, tasks: Tasks) -> Iterator[AutomaticBackups]:
    made = AutomaticBackups(desk, tasks)
    yield made
    made.stop()
    made.deleteLater()


def heard(backups: AutomaticBackups) -> tuple[list[str], list[DeskError]]:
    told: list[str] = []
    trouble: list[DeskError] = []
    backups.told.connect(told.append)
    backups.trouble.connect(trouble.append)
    return told, trouble


def settle(tasks: Tasks) -> None:
    while tasks.busy:
        assert tasks.drain()


def test_without_a_backup_that_is_said_and_the_first_one_tells_its_hour(
        backups: AutomaticBackups, tasks: Tasks) -> None:
    told, trouble = heard(backups)
    backups.begin()
    settle(tasks)
    backups.look()
    settle(tasks)
    assert told == ["No backup yet", "Backup of 11-25 10:00"] and trouble == []  # the office's hour


def test_nothing_is_backed_up_twice_when_nothing_was_saved(desk: Desk, backups: AutomaticBackups,
                                                          tasks: Tasks, clock: SetClock) -> None:
    told, _trouble = heard(backups)
    for minute in (0, 31):
        clock.set(date(2024, 11, 25), time(11, minute))
        backups.look()
        settle(tasks)
    assert told == ["Backup of 11-25 11:00"]
    registering.register(desk, registering.IntakeDraft(desk.today))
    clock.set(date(2024, 11, 25), time(12, 5))
    backups.look()
    settle(tasks)
    assert told[-1] == "Backup of 11-25 12:05"


def test_a_reason_why_not_is_told_once_and_again_when_it_is_another(
        backups: AutomaticBackups, tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> None:
    _told, trouble = heard(backups)
    reasons = iter(["The disk is full.", "The disk is full.", "There is no folder."])

    def refused(*_args: object, **_more: object) -> None:
        raise DeskError(next(reasons))

    monkeypatch.setattr("mediation_desk.services.upkeep.upkeep.back_up_if_due", refused)
    for _ in range(3):
        backups.look()
        settle(tasks)
    assert [str(error) for error in trouble] == ["The disk is full.", "There is no folder."]


@pytest.mark.parametrize("fails", [False, True])
def test_closing_goes_on_whether_or_not_a_backup_could_be_made(
        backups: AutomaticBackups, tasks: Tasks, monkeypatch: pytest.MonkeyPatch, fails: bool) -> None:
    def refused(*_args: object, **_more: object) -> None:
        raise DeskError("The disk is full.")

    if fails:
        monkeypatch.setattr("mediation_desk.services.upkeep.upkeep.on_closing", refused)
    ended: list[int] = []
    backups.finished.connect(lambda: ended.append(1))
    backups.close()
    settle(tasks)
    assert ended == [1]
