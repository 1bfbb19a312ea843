"""Whole numbers are shown to who may see them, and it is kept in the journal who asked, and when."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import KindOfWork
from mediation_desk.domain.vocabulary import Role as Part
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history, unmasking
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.office import accounts
from tests.offices import Office


def registered(desk: Desk) -> UUID:
    applicant = registering.PartyDraft(Part.APPLICANT, "马晓岚", particulars={
        "phone": "13809710001", "id_number": "639999199803120629", "bank_account": "6222020000001234567"})
    made = registering.register(desk, registering.IntakeDraft(
        date(2024, 11, 25), kind_of_work=KindOfWork.STREAMER, parties=[applicant]))
    assert made.result
    return made.result


def party_of(desk: Desk, case_id: UUID) -> UUID:
    with desk.case_reading(case_id) as (_work, case):
        return case.parties[0].id


def asked(desk: Desk, case_id: UUID) -> list[tuple[str, str]]:
    """Who asked for numbers in the case, as the timeline tells."""
    return [(line.who, line.entry.verb) for line in history.timeline(desk, case_id)
            if line.entry.verb == "unmask"]


def test_whoever_asks_for_whole_numbers_stands_in_the_timeline_and_can_still_undo(office: Office) -> None:
    case_id = registered(office.first)
    registering.add_party(office.first, case_id, registering.PartyDraft(Part.APPLICANT, "祁文静"))
    with office.first.case_reading(case_id) as (_work, case):
        party_id = case.parties[0].id
    numbers = unmasking.unmask(office.first, case_id, party_id)
    assert numbers.numbers["phone"] == "13809710001" and "13809710001" not in repr(numbers)
    last = history.timeline(office.first, case_id)[-1]
    assert (last.entry.verb, last.entry.table, last.who) == ("unmask", "unmaskings", office.first.who.name)
    assert [verb for _, verb in history.steps(office.first, case_id).undo] == ["add_party"]


def test_a_colleague_and_the_administrator_who_do_not_share_the_case_see_no_numbers(office: Office) -> None:
    case_id = registered(office.first)
    with office.first.case_reading(case_id) as (_work, case):
        party_id = case.parties[0].id
    for login, role in (("wang", Role.MEDIATOR), ("admin", Role.ADMINISTRATOR)):
        accounts.add(office.first, accounts.AccountDraft(login, login, frozenset({role}), "lent 12 words"))
        with pytest.raises(NotAllowed):
            unmasking.unmask(office.desk(login, "lent 12 words"), case_id, party_id)


def test_every_asking_is_told_with_who_asked_and_none_that_was_refused(office: Office) -> None:
    case_id = registered(office.first)
    party_id = party_of(office.first, case_id)
    accounts.add(office.first, accounts.AccountDraft("boss", "刘主任", frozenset({Role.SUPERVISOR}),
                                                     "lent 12 words"))
    supervisor = office.desk("boss", "lent 12 words")
    numbers = unmasking.unmask(supervisor, case_id, party_id)
    assert numbers.numbers["id_number"] == "639999199803120629"
    assert numbers.numbers["bank_account"] == "6222020000001234567"
    for _ in range(2):
        unmasking.unmask(office.first, case_id, party_id)
    with pytest.raises(DeskError, match="no longer there"):
        unmasking.unmask(office.first, case_id, uuid4())
    assert asked(office.first, case_id) == [("刘主任", "unmask")] + [("陈守信", "unmask")] * 2


def test_no_number_is_told_where_a_program_writes_down_what_it_holds(office: Office) -> None:
    case_id = registered(office.first)
    numbers = unmasking.unmask(office.first, case_id, party_of(office.first, case_id))
    for secret in ("13809710001", "639999199803120629", "6222020000001234567"):
        assert secret not in repr(numbers)
        assert all(secret not in str(line.entry.fields) for line in history.timeline(office.first, case_id)
                   if line.entry.verb == "unmask")
