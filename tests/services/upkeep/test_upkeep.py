"""Backups by themselves and by hand, what is told of them, and a store that proves itself whole."""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import upkeep
from mediation_desk.services.upkeep.upkeep import Backup, Upkeep
from mediation_desk.store.journal import ledger
from tests.offices import Office

LENT = "黄河之水天上来 88"
NOON = datetime(2025, 1, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


def as_role(office: Office, role: Role) -> Desk:
    """A colleague with that role alone, at a desk of her own."""
    accounts.add(office.first, accounts.AccountDraft("wang", "王海燕", frozenset({role}), LENT))
    return office.desk("wang", LENT)


@pytest.mark.parametrize(("minutes", "changed", "due"), [
    (30, True, True), (29, True, False), (0, True, False), (-1, True, True), (30, False, False),
    (60 * 24, False, False)])
def test_a_backup_is_due_when_something_changed_and_half_an_hour_went_by(minutes: int, changed: bool,
                                                                         due: bool) -> None:
    """A backup of a day still to come, when a clock was set back, holds nothing up."""
    newest = Backup(Path("office.mdbackup"), NOON - timedelta(minutes=minutes), 1, "asked", 10)
    assert Upkeep(newest, 11 if changed else 10).due(NOON) is due


def test_where_there_is_no_backup_one_is_due() -> None:
    assert Upkeep(None, 0).due(NOON)


def test_a_backup_is_due_half_an_hour_after_the_last_if_something_changed(office: Office,
                                                                          tmp_path: Path) -> None:
    upkeep.set_folder(office.first, tmp_path)
    assert upkeep.back_up_if_due(office.first)
    assert upkeep.back_up_if_due(office.first) is None
    office.clock.now += timedelta(minutes=31)
    assert upkeep.back_up_if_due(office.first) is None, "nothing changed"
    registering.register(office.first, registering.IntakeDraft(date(2025, 1, 20)))
    assert upkeep.back_up_if_due(office.first)
    registering.register(office.first, registering.IntakeDraft(date(2025, 1, 20)))
    assert upkeep.back_up_if_due(office.first) is None, "not yet half an hour"
    assert [one.reason for one in upkeep.listed(office.first)] == ["automatic", "automatic"]


def test_closing_backs_up_what_changed_and_only_then(office: Office, tmp_path: Path) -> None:
    upkeep.set_folder(office.first, tmp_path)
    assert upkeep.on_closing(office.first)
    assert upkeep.on_closing(office.first) is None
    registering.register(office.first, registering.IntakeDraft(date(2025, 1, 20)))
    made = upkeep.on_closing(office.first)
    assert made
    assert made.reason == "closing"


def test_a_clock_set_back_neither_stops_the_backups_nor_loses_the_newest(office: Office,
                                                                         tmp_path: Path) -> None:
    upkeep.set_folder(office.first, tmp_path)
    for year in (2031, 2025):
        office.clock.set(year, 1, 20)
        registering.register(office.first, registering.IntakeDraft(date(2024, 12, 20)))
        assert upkeep.back_up_if_due(office.first)
    office.clock.set(2026, 6, 1)
    with office.first.reading() as work:
        far = ledger.length(work.connection)
    registering.register(office.first, registering.IntakeDraft(date(2024, 12, 20)))
    upkeep.back_up(office.first)
    assert {one.made_at.year for one in upkeep.listed(office.first)} == {2026, 2031}
    assert max(one.journal_seq for one in upkeep.listed(office.first)) > far


def test_a_store_in_a_folder_keeps_its_backups_beside_itself(office: Office) -> None:
    place = office.first.store.place.folder
    assert upkeep.folder(office.first) == (place / "backups" if place else None)
    if place is None:
        assert upkeep.back_up_if_due(office.first) is None
        with pytest.raises(DeskError, match="Choose a folder"):
            upkeep.back_up(office.first)


def test_old_backups_go_when_a_new_one_is_made(office: Office, tmp_path: Path) -> None:
    upkeep.set_folder(office.first, tmp_path)
    for day, hour in ((1, 10), (1, 17), (2, 9)):
        office.clock.set(2025, 3, day, hour)
        upkeep.back_up(office.first)
    assert len(upkeep.listed(office.first)) == 3, "the last 24 hours stay whole"
    office.clock.set(2025, 3, 5)
    upkeep.back_up(office.first)
    left = [(one.made_at.day, one.made_at.hour) for one in upkeep.listed(office.first)]
    assert left == [(5, 9), (2, 9), (1, 17)]


def test_a_backup_of_another_office_is_never_thinned_away(office: Office, tmp_path: Path) -> None:
    upkeep.set_folder(office.first, tmp_path)
    office.clock.set(2020, 3, 1)
    other = tmp_path / "office-2019-01-01-000000.mdbackup"
    shutil.copytree(upkeep.back_up(office.first).path, other)
    told = (other / "manifest.json").read_text()
    mine = str(office.place.vault.read().store_id)
    (other / "manifest.json").write_text(told.replace(mine, "01948139-0000-7000-8000-000000000000"))
    office.clock.set(2025, 3, 1)
    upkeep.back_up(office.first)
    assert other.is_dir()
    assert [one.made_at.year for one in upkeep.listed(office.first)] == [2025]


def test_a_backup_is_told_of_in_the_offices_hours(office: Office, tmp_path: Path) -> None:
    """Nine in the morning at Xining, whatever the clock of the server says."""
    office.clock.set(2025, 3, 1, 9)
    made = upkeep.back_up(office.first, tmp_path / "stick")
    assert (made.made_at.hour, made.made_at.tzinfo, made.reason) == (9, office.first.zone, "asked")
    assert made.path.parent == tmp_path / "stick" and made.size > 0
    assert upkeep.listed(office.first) == [], "a copy on a stick is not the office's own"


def test_a_folder_that_cannot_be_written_is_refused_and_the_old_one_stays(office: Office,
                                                                          tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    upkeep.set_folder(office.first, stick)
    assert list(stick.iterdir()) == [], "looking whether it can be written leaves nothing there"
    (tmp_path / "file").touch()
    for wrong in (tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(DeskError) as told:
            upkeep.set_folder(office.first, wrong)
        assert told.value.field == "folder" and upkeep.folder(office.first) == stick
    upkeep.set_folder(office.first, None)
    assert upkeep.folder(office.first) != stick


def test_whoever_works_here_backs_up_but_only_the_administrator_says_where(office: Office,
                                                                           tmp_path: Path) -> None:
    hers = as_role(office, Role.MEDIATOR)
    assert upkeep.back_up(hers, tmp_path).path.is_dir()
    with pytest.raises(NotAllowed):
        upkeep.set_folder(hers, tmp_path)
    assert upkeep.folder(office.first) != tmp_path


def test_a_folder_written_at_a_terminal_is_found_from_where_one_stands(
        home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert upkeep.place_at("office").folder == tmp_path / "office"
    assert upkeep.place_at("../office").folder == tmp_path / ".." / "office"
    assert upkeep.place_at("~/office").folder == home / "office"


def test_the_home_of_somebody_unknown_is_refused_in_words_at_a_terminal() -> None:
    with pytest.raises(DeskError, match="whole folder") as told:
        upkeep.place_at("~niemand-hier/office")
    assert told.value.field == "place"


def test_an_address_written_at_a_terminal_is_looked_at_first() -> None:
    with pytest.raises(DeskError, match="postgresql://desk@server/office"):
        upkeep.place_at("mysql://desk@server/office")


def test_a_mark_that_was_noted_down_is_known_again_and_a_wrong_one_refused(office: Office) -> None:
    registering.register(office.first, registering.IntakeDraft(date(2025, 1, 20)))
    noted = upkeep.mark(office.first)
    registering.register(office.first, registering.IntakeDraft(date(2025, 1, 20)))
    assert upkeep.prove(office.first, noted=noted) == []
    with pytest.raises(DeskError) as told:
        upkeep.prove(office.first, noted="今天")
    assert told.value.field == "noted"


def test_how_far_the_proving_is_never_goes_back(office: Office) -> None:
    told: list[tuple[int, int]] = []
    registering.register(office.first, registering.IntakeDraft(date(2025, 1, 20)))
    assert upkeep.prove(office.first, progress=lambda done, total: told.append((done, total))) == []
    assert told and all(done <= total for done, total in told)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
