"""Closing asks about what contradicts the case, on what was seen; a decision just made is taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Outcome, Refusal, Station, Status
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.closing import closing
from mediation_desk.services.closing.closing import VisitDraft
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making
from mediation_desk.services.performance import booking
from mediation_desk.services.performance.booking import PaymentDraft
from mediation_desk.services.settlement import settling
from mediation_desk.services.upkeep import upkeep
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import RECEIVED, accepted, asked, case_of, headed, registered, terms, text_of
from tests.services.referral.referred import INSPECTION, case_with_evidence, handed
from tests.services.settlement.test_settling import signed

SIGNED, DUE, END = date(2024, 12, 3), date(2024, 12, 10), date(2025, 1, 15)


def paid_in_full(desk: Desk) -> UUID:
    """An agreement of 9,000.00, paid on its day."""
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms("9000.00", DUE))
    settling.sign(desk, case_id, SIGNED)
    booking.book(desk, case_id, PaymentDraft(DUE, yuan("9000.00")))
    return case_id


def test_fully_paid_is_not_closed_as_being_performed_unless_somebody_is_sure(office: Office) -> None:
    desk = office.first
    case_id = paid_in_full(desk)
    with pytest.raises(Doubted) as told:
        closing.close(desk, case_id, END, Outcome.AGREEMENT)
    assert told.value.field == "outcome" and len(told.value.doubts) == 1
    assert case_of(desk, case_id).status is Status.OPEN
    closing.close(desk, case_id, END, Outcome.AGREEMENT, sure=True)
    assert case_of(desk, case_id).outcome is Outcome.AGREEMENT


def test_referred_names_the_office_that_takes_over_and_the_notice_says_it(office: Office) -> None:
    desk = headed(office.first)
    case_id = accepted(desk)
    with pytest.raises(DeskError) as told:
        closing.close(desk, case_id, END, Outcome.REFERRED)
    assert told.value.field == "referred_to"
    closing.close(desk, case_id, END, Outcome.REFERRED, referred_to="城东区人力资源和社会保障局")
    case = case_of(desk, case_id)
    assert (case.status, case.referred_to) == (Status.REFERRED, "城东区人力资源和社会保障局")
    assert "城东区人力资源和社会保障局" in text_of(making.make(desk, case_id, "termination-notice"))


def test_the_receiving_office_belongs_to_a_referral_alone(office: Office) -> None:
    desk = office.first
    case_id = accepted(desk)
    closing.close(desk, case_id, END, Outcome.WITHDRAWN, referred_to="城东区")
    assert case_of(desk, case_id).referred_to is None


def test_no_case_ends_whose_notice_could_not_be_made(office: Office) -> None:
    desk = office.first
    case_id = registered(desk, company=False)
    with pytest.raises(DeskError) as told:
        closing.close(desk, case_id, END, Outcome.WITHDRAWN)
    assert told.value.field == "respondents"


# Taking back


def close(desk: Desk, case_id: UUID) -> None:
    closing.close(desk, case_id, date(2025, 1, 20), Outcome.WITHDRAWN, "申请人撤回")


def refuse(desk: Desk, case_id: UUID) -> None:
    registering.refuse(desk, case_id, RECEIVED, Refusal.NO_CONSENT, "对方不同意")


def void(desk: Desk, case_id: UUID) -> None:
    registering.void(desk, case_id, RECEIVED, "重复登记")


@pytest.mark.parametrize("decide", [close, refuse, void])
def test_what_was_just_decided_is_taken_back_whole(office: Office,
                                                   decide: Callable[[Desk, UUID], None]) -> None:
    desk = office.first
    case_id = registered(desk)
    editing.save(desk, case_id, [Edit("case", case_id, "cause", "", "追索劳动报酬")])
    decide(desk, case_id)
    assert case_of(desk, case_id).status is not Status.OPEN
    closing.take_back(desk, case_id)
    case = case_of(desk, case_id)
    assert (case.status, case.station, case.outcome, case.closed_on, case.refused_on, case.voided_on) == (
        Status.OPEN, Station.INTAKE, None, None, None, None)
    assert (case.closing_note, case.reopening_reason) == ("", "")
    with pytest.raises(DeskError, match="nothing to undo"):  # the cause was typed before the decision
        history.undo(desk, case_id)
    assert upkeep.prove(desk) == []


def test_only_who_decided_takes_it_back_and_only_while_nothing_followed(office: Office) -> None:
    desk = office.first
    case_id = registered(desk)
    share(desk, case_id, colleague(office, "wang", AccountRole.MEDIATOR))
    close(desk, case_id)
    with pytest.raises(DeskError, match="Reopen the case"):
        closing.take_back(office.desk("wang", LENT), case_id)
    closing.reopen(desk, case_id, "补充证据")
    with pytest.raises(DeskError, match="The case is open"):
        closing.take_back(desk, case_id)


def test_the_next_day_a_case_is_reopened_with_a_reason(office: Office) -> None:
    desk = office.first
    case_id = registered(desk)
    close(desk, case_id)
    office.clock.set(2025, 1, 21)
    with pytest.raises(DeskError, match="Reopen the case"):
        closing.take_back(desk, case_id)


def test_looking_at_a_number_meanwhile_changes_nothing(office: Office) -> None:
    from mediation_desk.services import unmasking

    desk = office.first
    case_id = registered(desk)
    close(desk, case_id)
    unmasking.unmask(desk, case_id, case_of(desk, case_id).applicants[0].id)
    closing.take_back(desk, case_id)
    assert case_of(desk, case_id).status is Status.OPEN


def test_a_visit_after_the_closing_day_is_asked_about(office: Office) -> None:
    desk = office.first
    case_id = paid_in_full(desk)
    closing.visit(desk, case_id, VisitDraft(date(2025, 1, 14)))
    with pytest.raises(Doubted):
        closing.close(desk, case_id, date(2025, 1, 10), Outcome.PERFORMED)
    closing.close(desk, case_id, END, Outcome.PERFORMED)


# Meanwhile


def test_a_case_is_not_closed_before_it_was_accepted_or_its_agreement_signed(office: Office) -> None:
    case_id = signed(office.first)
    for day in (date(2024, 11, 24), date(2024, 12, 2)):
        with pytest.raises(DeskError) as told:
            closing.close(office.first, case_id, day, Outcome.AGREEMENT, "按期履行中")
        assert told.value.field == "closed_on"


def test_a_case_is_closed_on_the_payments_that_were_seen(office: Office) -> None:
    case_id, hers = signed(office.first), office.desk()
    seen = reading.case(office.first, case_id).seen
    case_of(hers, case_id)
    booking.book(hers, case_id, booking.PaymentDraft(date(2024, 12, 10), yuan("100")))
    with pytest.raises(Conflicts) as told:
        closing.close(office.first, case_id, date(2024, 12, 20), Outcome.AGREEMENT, "按期履行中", seen)
    assert told.value.conflicts[0].place.table == "payments"
    closing.close(office.first, case_id, date(2024, 12, 20), Outcome.AGREEMENT, "按期履行中", told.value.seen)


def test_a_visit_removed_at_two_desks_is_simply_gone_and_one_that_never_was_is_said(office: Office) -> None:
    case_id, hers = signed(office.first), office.desk()
    made = closing.visit(office.first, case_id, closing.VisitDraft(date(2024, 12, 20))).result
    assert made
    seen = reading.case(office.first, case_id).seen
    case_of(hers, case_id)
    closing.remove_visit(hers, case_id, made)
    closing.remove_visit(office.first, case_id, made, seen)
    with pytest.raises(DeskError, match="no longer there"):
        closing.remove_visit(office.first, case_id, case_id)


def test_a_part_that_lies_with_another_office_is_asked_about(office: Office) -> None:
    desk = office.first
    case_id = case_with_evidence(desk)
    handed(desk, case_id)
    with pytest.raises(Doubted) as told:
        closing.close(desk, case_id, desk.today, Outcome.NO_AGREEMENT)
    assert told.value.doubts[-1].particulars["office"] == INSPECTION
    closing.close(desk, case_id, desk.today, Outcome.NO_AGREEMENT, sure=True)
