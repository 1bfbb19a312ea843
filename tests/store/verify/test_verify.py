"""Nothing in the store changes behind the journal's back without being found, by row and by day."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, text

from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.journal.chain import OFFICE
from mediation_desk.store.pace import Stopped
from mediation_desk.store.tables.desk import settings
from mediation_desk.store.verify.chains import Known
from mediation_desk.store.verify.findings import Finding
from mediation_desk.store.verify.verify import CASES_AT_ONCE, groups, verify
from tests import offices
from tests.offices import Office
from tests.store.tampering import OPEN, case_of, findings


def save(desk: Desk, case_id: UUID, number: int) -> None:
    """Write the next draft of the facts."""
    with desk.reading() as work:
        seen = work.cases.get(case_id).facts_in_brief
    editing.save(desk, case_id, [editing.Edit("case", case_id, "facts_in_brief", seen, f"第{number}稿")])


def test_a_whole_store_is_found_whole(busy: Office) -> None:
    assert upkeep.prove(busy.first) == []


def test_a_verification_goes_in_slices_and_can_be_left(busy: Office) -> None:
    seen: list[tuple[int, int]] = []
    upkeep.prove(busy.first, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1] > 0
    assert seen == sorted(seen)
    with pytest.raises(Stopped):
        upkeep.prove(busy.first, cancelled=lambda: True)
    slices = upkeep.proving(busy.first)
    next(slices)
    slices.close()
    registering.register(busy.first, registering.IntakeDraft(date(2025, 1, 15)))  # nobody was held up
    assert upkeep.prove(busy.first) == []


def test_each_thing_is_told_once_by_whichever_check_met_it_first(busy: Office) -> None:
    """An altered setting, and settings that are no JSON any more, which others stumble over as well."""
    for value in ("[]", "{", ""):
        (one,) = findings(busy.first, lambda c, v=value: c.execute(  # type: ignore[misc]
            settings.update().where(settings.c.name == "office.name").values(value=v)))
        assert (one.table, one.row, one.fields) == ("settings", "office.name", ("value",))


# No false alarm


def test_readers_and_writers_at_once_are_no_damage(office: Office) -> None:
    """A reader who stays holds the write-ahead log back, so that the file by itself is half a store; and a
    colleague saves all the while."""
    desk, case_id = office.first, registering.register(
        office.first, registering.IntakeDraft(date(2025, 1, 15))).result
    assert case_id
    with desk.store.engine.connect().execution_options(reading=True) as reader, \
            desk.store.engine.connect().execution_options(reading=True) as other:
        reader.execute(text("SELECT count(*) FROM cases")).all()
        for _ in range(25):
            registering.register(desk, registering.IntakeDraft(date(2025, 1, 15)))
        other.execute(text("SELECT count(*) FROM cases")).all()
        assert upkeep.prove(desk) == []
    assert upkeep.prove(desk) == []
    done, colleague = threading.Event(), office.desk()

    def work() -> None:
        number = 0
        while not done.is_set():
            number += 1
            save(colleague, case_id, number)
            registering.register(colleague, registering.IntakeDraft(date(2025, 1, 15)))
            colleague.store.tell_ledger(colleague.now)

    writing = threading.Thread(target=work)
    writing.start()
    try:
        found = [upkeep.prove(desk) for _ in range(6)]
    finally:
        done.set()
        writing.join()
    assert found == [[]] * 6


def test_a_store_that_another_desk_writes_while_it_is_proven_is_read_at_one_moment(busy: Office) -> None:
    """Between two slices the case changes and the ledger is told of it: neither is met half way."""
    desk, case_id = busy.first, case_of(busy.first, OPEN)
    found = []
    for number, seen in enumerate(verify(desk.store, desk.calendar), 1):
        if isinstance(seen, Finding):
            found.append(seen)
        save(desk, case_id, number)
        desk.store.tell_ledger(desk.now)
    assert found == []
    with desk.work("edit") as work:
        work.cases.get(case_id).facts_in_brief = ""
        work.commit()


# Restoring


def test_after_a_restoring_the_backups_it_left_behind_are_no_reproach(busy: Office, tmp_path: Path) -> None:
    """Restored to an older day knowingly, with the newer backups still in the folder."""
    desk = busy.first
    (tmp_path / "stick").mkdir()
    upkeep.set_folder(desk, tmp_path / "stick")
    old = upkeep.back_up(desk).path
    registering.register(desk, registering.IntakeDraft(date(2025, 1, 15)))
    upkeep.back_up(desk)
    upkeep.restore(old, "chen", offices.PASSWORD, offices.embedded_place(tmp_path), busy.around)
    upkeep.set_folder(desk, None)
    again = replace(busy, place=offices.embedded_place(tmp_path), opened=[]).desk()
    try:
        for _ in range(3):
            registering.register(again, registering.IntakeDraft(date(2025, 1, 15)))
        assert upkeep.prove(again) == []
        upkeep.back_up(again)
        assert upkeep.prove(again) == []
    finally:
        again.store.close()


def test_damaged_settings_do_not_keep_the_backups_from_the_verification(busy: Office) -> None:
    """Which backups there are stands in the settings: without them the verification goes on all the same."""
    found = findings(busy.first, lambda c: c.execute(settings.update().values(value="{")))
    with busy.first.reading() as work:
        names = set(work.connection.scalars(select(settings.c.name)))
    assert {one.row for one in found} == names


# Groups


def test_cases_are_read_in_groups_of_some_entries_and_the_office_by_itself() -> None:
    """120 cases with nothing known of them make three groups: 50, 50 and 20."""
    known = [Known(UUID(int=number)) for number in range(121)]
    sizes = [len(group) for group in groups(known)]
    assert sizes == [1, CASES_AT_ONCE, CASES_AT_ONCE, 20]
    assert [one.chain for one in next(groups(known))] == [OFFICE]
