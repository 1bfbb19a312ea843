"""Closing: on which days, and on what ground."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.closing import closing
from mediation_desk.services.performance import booking
from tests.offices import Office
from tests.services.papers_desk import case_of
from tests.services.settlement.test_settling import signed


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
