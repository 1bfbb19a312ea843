"""Of a case that was read before, only what was written is read again; the rest is the same rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Attendance, Role
from mediation_desk.services import editing, history
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import meeting
from mediation_desk.services.settlement import settling
from mediation_desk.store.reading.anew import MOST_BY_KEY, PARTS
from mediation_desk.store.tables.cases import CHILDREN
from tests.offices import Office
from tests.services.papers_desk import accepted, asked, case_of, terms

Lists = dict[str, list[Any]]


def after(desk: Desk, known: Case, changes: Changes) -> Case:
    """The case with what the changes name read anew."""
    with desk.reading() as work:
        return work.cases.anew(known, lambda _version: changes.touched[known.id].rows)


def lists(case: Case) -> Lists:
    return {name: getattr(case, name) for name in CHILDREN}


def kept(before: Case, now: Case) -> set[str]:
    """The lists that are the very same."""
    return {name for name, rows in lists(now).items() if rows is lists(before)[name]}


def test_only_the_list_with_the_row_is_made_anew_and_in_it_only_the_row(office: Office) -> None:
    desk = office.first
    case_id = asked(desk, accepted(desk))
    before = case_of(desk, case_id)
    claim = before.claims[0]
    now = after(desk, before, editing.save(desk, case_id, [
        editing.Edit("claim", claim.id, "asked", claim.asked, Money(100))]))
    assert set(CHILDREN) - kept(before, now) == {"claims_all"}
    fresh = [row.id for row, old in zip(now.claims_all, before.claims_all, strict=True) if row is not old]
    assert fresh == [claim.id]
    assert claim.asked != Money(100)  # what was read before stays as it was
    assert asdict(now) == asdict(case_of(desk, case_id))


def test_what_hangs_on_a_row_is_read_with_its_list(office: Office) -> None:
    """A share hangs on the agreement, somebody who came on the session."""
    desk = office.first
    case_id = asked(desk, accepted(desk))
    acts: list[Callable[[], Changes]] = [lambda: settling.draft(desk, case_id, terms()),
                                         lambda: _meets(desk, case_id)]
    for act in acts:
        before = case_of(desk, case_id)
        now = after(desk, before, act())
        assert asdict(now) == asdict(case_of(desk, case_id))
        assert "claims_all" in kept(before, now)
    assert {table for table, name in PARTS.items() if name == "agreements_all"} == {
        "debtors", "claim_terms", "shares", "instalments", "instalment_shares"}


def _meets(desk: Desk, case_id: UUID) -> Changes:
    coming = [(Attendance.PARTY, worker.name) for worker in case_of(desk, case_id).applicants]
    return meeting.hold_session(desk, case_id, meeting.SessionDraft(
        datetime(2024, 12, 2, 9), place="一号调解室", attendees=coming))


def test_rows_that_come_and_go_come_and_go(office: Office) -> None:
    desk = office.first
    case_id = accepted(desk)
    before = case_of(desk, case_id)
    now = after(desk, before, registering.add_party(
        desk, case_id, registering.PartyDraft(Role.APPLICANT, "韩雪")))
    assert [party.name for party in now.applicants] == ["温若晴", "路知夏", "韩雪"]
    gone = after(desk, now, registering.remove_party(desk, case_id, now.applicants[0].id))
    assert [party.name for party in gone.applicants] == ["路知夏", "韩雪"]
    back = after(desk, gone, history.undo(desk, case_id))
    assert asdict(back) == asdict(case_of(desk, case_id))


def test_the_cases_own_fields_are_always_as_they_stand(office: Office) -> None:
    desk = office.first
    case_id = accepted(desk)
    before = case_of(desk, case_id)
    now = after(desk, before, editing.save(desk, case_id, [
        editing.Edit("case", case_id, "cause", "", "欠薪")]))
    assert (before.cause, now.cause) == ("", "欠薪") and now.version == before.version + 1
    assert kept(before, now) == set(CHILDREN)


def test_where_more_was_written_than_is_asked_for_by_key_the_whole_list_is_read(office: Office) -> None:
    desk = office.first
    case_id = accepted(desk)
    before = case_of(desk, case_id)
    changes = editing.save(desk, case_id, [editing.Edit("case", case_id, "cause", "", "欠薪")])
    many = changes.touched[case_id].rows | {("claims", str(UUID(int=at))) for at in range(MOST_BY_KEY + 1)}
    with desk.reading() as work:
        now = work.cases.anew(before, lambda _version: many)
    assert all(row is not old for row, old in zip(now.claims_all, before.claims_all, strict=True))
    assert asdict(now) == asdict(case_of(desk, case_id))


def test_without_knowing_what_was_written_the_whole_case_is_read(office: Office) -> None:
    desk = office.first
    before = case_of(desk, accepted(desk))
    with desk.reading() as work:
        assert work.cases.anew(before, lambda _version: None) is before  # nothing was
    editing.save(desk, before.id, [editing.Edit("case", before.id, "cause", "", "欠薪")])
    with desk.reading() as work:
        now = work.cases.anew(before, lambda _version: None)
    assert kept(before, now) == set() and now.cause == "欠薪"


CHANGES: tuple[Callable[[Case], object], ...] = (
    lambda case: setattr(case, "cause", "改"), lambda case: setattr(case, "closed_on", date(2025, 1, 1)))


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_for_looking_only(office: Office, change: Callable[[Case], object]) -> None:
    desk = office.first
    before = case_of(desk, accepted(desk))
    now = after(desk, before, editing.save(desk, before.id, [
        editing.Edit("case", before.id, "cause", "", "欠薪")]))
    with pytest.raises(AttributeError):
        change(now)
