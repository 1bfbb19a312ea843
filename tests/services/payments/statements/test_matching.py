"""Lines are held against what the person may see; a colleague's booked line is told without its case."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import yuan
from mediation_desk.domain.payments.statements.columns import Whose
from mediation_desk.domain.payments.statements.matching import Reason, Strength
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.services import editing
from mediation_desk.services.payments.statements.matching import match
from mediation_desk.services.performance import booking
from mediation_desk.services.performance.booking import PaymentDraft
from mediation_desk.store.pace import Stopped
from mediation_desk.store.work.work import Cases
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import COMPANY, case_of
from tests.services.payments.statements.owed import DAY, line, signed


def test_a_line_finds_its_worker_by_name_account_and_amount_and_its_case_by_number(office: Office) -> None:
    desk = office.first
    case_id = signed(desk)
    case = case_of(desk, case_id)
    first = case.applicants[0]
    editing.save(desk, case_id, [editing.Edit("party", first.id, "bank_account", "", "6222 0000 1111 2222")])
    by_all, by_account, by_number, nothing = (
        line(), replace(line(3, "1.00", ""), account="6222000011112222"),
        replace(line(4, "1.00", "某人"), reference=f"付{case.number}"), line(5, "1.01", "某人"))
    found = match(desk, [by_all, by_account, by_number, nothing], Whose.PAYER, COMPANY)
    best = [one.candidates[0] if one.candidates else None for one in found.lines]
    assert [one and (one.worker_id, one.number, one.case_id) for one in best] == [
        (first.id, case.number, case_id), (first.id, case.number, case_id), (None, case.number, case_id),
        None]
    assert best[0] and best[0].strength is Strength.STRONG and Reason.HOLDER in best[0].reasons
    assert found.names[first.id] == first.name
    came_in = match(desk, [replace(line(name=COMPANY), outgoing=False)], Whose.WORKER, first.name)
    assert came_in.lines[0].candidates[0].worker_id == first.id
    with pytest.raises(Stopped):
        match(desk, [by_all], Whose.PAYER, cancelled=lambda: True)


def test_who_pays_in_every_case_does_not_have_all_of_them_read(office: Office,
                                                               monkeypatch: pytest.MonkeyPatch) -> None:
    desk, read = office.first, list[UUID]()
    case_id, performances = signed(desk), Cases.performances

    def noting(cases: Cases, case_ids: Collection[UUID]) -> dict[UUID, tuple[Agreement, list[Payment]]]:
        read.extend(case_ids)
        return performances(cases, case_ids)

    monkeypatch.setattr(Cases, "performances", noting)
    match(desk, [line(2, "1.01", "某人")], Whose.PAYER, COMPANY)
    assert read == []
    match(desk, [line(2, "1.01")], Whose.PAYER, COMPANY)
    assert read == [case_id]


def test_a_transfer_that_was_parted_by_hand_is_known_again_in_the_banks_one_line(office: Office) -> None:
    desk = office.first
    case_id = signed(desk)
    first, second = case_of(desk, case_id).applicants
    booking.book(desk, case_id, PaymentDraft(DAY, yuan("6000"), parts=(
        (first.id, yuan("2000")), (second.id, yuan("4000")))))
    whole = replace(line(2, "6000.00", "某代发平台"), reference=case_of(desk, case_id).number)
    best = match(desk, [whole], Whose.PAYER).lines[0].candidates[0]
    assert {Reason.AMOUNT, Reason.BOOKED} <= set(best.reasons)


def test_who_may_not_see_a_case_is_offered_nothing_of_it_and_not_told_where_a_line_is_booked(
        office: Office) -> None:
    case_id = signed(office.first)
    colleague(office, "wang", Role.MEDIATOR)
    theirs = office.desk("wang", LENT)
    booked, free = line(), line(3)
    booking.book(office.first, case_id, PaymentDraft(DAY, booked.amount, bank_line=booked.fingerprint))
    mine = match(office.first, [booked, free], Whose.PAYER).lines
    assert mine[0].booked and mine[0].booked.case_id == case_id and not mine[0].candidates
    assert mine[1].candidates and not mine[1].booked
    other = match(theirs, [booked, free], Whose.PAYER)
    hidden = other.lines[0].booked
    assert hidden and (hidden.case_id, hidden.number) == (None, "")
    assert not other.lines[1].candidates and not other.names
