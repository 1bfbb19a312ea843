"""The last things done in a case are read without the thousands before them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import editing
from mediation_desk.services.intake import registering
from mediation_desk.store import journal
from tests.offices import Office
from tests.services.papers_desk import accepted, asked, case_of
from tests.store.work.test_work import registered

WORKERS = tuple(f"骑手{number:02d}" for number in range(12))


def test_the_last_row_of_each_of_the_last_units_of_work_the_latest_first(office: Office) -> None:
    """Twelve workers' amounts are one unit of work: one event, of which one row is parsed."""
    desk = office.first
    case_id = asked(desk, accepted(desk, WORKERS))
    editing.save(desk, case_id, [editing.Edit("case", case_id, "cause", "", "欠薪")])
    with desk.reading() as work:
        found = journal.recent(work.connection, case_id, 3)
        whole = journal.of_case(work.connection, case_id)
    assert [entry.verb for entry in found] == ["edit", "ask_amounts", "accept"]
    assert len({entry.work_id for entry in found}) == 3
    ends = {entry.work_id: entry.seq for entry in whole}  # the last row of each
    assert [entry.seq for entry in found] == [ends[entry.work_id] for entry in found]
    assert len(whole) > 24


def test_another_case_is_not_in_it_and_a_young_case_has_what_it_has(office: Office) -> None:
    mine, other = registered(office, "马晓岚"), registered(office, "李向东")
    with office.first.reading() as work:
        (only,) = journal.recent(work.connection, mine, 5)
    assert (only.case_id, only.verb) == (mine, "register_case")
    assert other != mine


def test_no_more_rows_are_parsed_than_are_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, parsed, parse = office.first, list[object](), journal.entry
    case_id = asked(desk, accepted(desk, WORKERS))

    def counted(row: Any) -> Any:
        parsed.append(row)
        return parse(row)

    monkeypatch.setattr(journal, "entry", counted)
    with desk.reading() as work:
        assert len(journal.recent(work.connection, case_id, 2)) == len(parsed) == 2


def test_a_worker_added_later_is_told_of_by_the_deed_that_added_them(office: Office) -> None:
    desk, case_id = office.first, registered(office, "马晓岚")
    registering.add_party(desk, case_id, registering.PartyDraft(Role.APPLICANT, "韩雪"))
    found: list[tuple[UUID | None, str]] = []
    with desk.reading() as work:
        found = [(entry.case_id, entry.verb) for entry in journal.recent(work.connection, case_id, 5)]
    assert found == [(case_id, "add_party"), (case_id, "register_case")]
    assert case_of(desk, case_id).received_on == date(2024, 11, 25)
