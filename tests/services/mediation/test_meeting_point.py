"""Where the sides can meet, as a mediator with both sides' words reads it from the store."""

from __future__ import annotations

import time
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import update

from mediation_desk.demonstration import streamers
from mediation_desk.domain.mediation.full_zone import Dimension, Verdict
from mediation_desk.domain.mediation.packages.package import Balance
from mediation_desk.domain.mediation.worth import Assessment, Risk
from mediation_desk.domain.money import yuan
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import caucus, meeting, meeting_point
from mediation_desk.store.tables.cases import sealed_items
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague

OURS, THEIRS = Side.APPLICANT, Side.RESPONDENT


def sorted_case(desk: Desk) -> UUID:
    """The streamers' case after its sorting."""
    case_id = streamers._intake(desk)
    streamers._sorting(desk, case_id)
    return case_id


def lines(desk: Desk, case_id: UUID, ours: str = "29000", theirs: str = "31000") -> None:
    caucus.set_bottom_line(desk, case_id, OURS, yuan(ours), most_instalments=2)
    caucus.set_bottom_line(desk, case_id, THEIRS, yuan(theirs), fewest_instalments=2)


def two_rounds(desk: Desk, case_id: UUID) -> None:
    for ours, count, theirs, parts in (("38700", 1, "21500", 6), ("33000", 2, "28000", 3)):
        meeting.make_offer(desk, case_id, OURS, yuan(ours), count)
        meeting.make_offer(desk, case_id, THEIRS, yuan(theirs), parts)


def test_the_storys_meeting_point(office: Office) -> None:
    desk, case_id = office.first, sorted_case(office.first)
    lines(desk, case_id)
    two_rounds(desk, case_id)
    point = meeting_point.look(desk, case_id)
    assert (point.law.low, point.law.high, point.law.sure) == (yuan("15000"), yuan("38700"), yuan("15000"))
    assert point.zone is not None and point.zone.verdict is Verdict.OVERLAP
    assert [(offer.side, offer.amount) for offer in point.last] == [(OURS, yuan("33000")),
                                                                    (THEIRS, yuan("28000"))]
    best = {kind: one for one in point.packages for kind in one.kinds}
    assert best[Balance.NASH].deal.total == yuan("30000") and best[Balance.NEAR].deal.total == yuan("30500")
    assert not point.reasons and not point.trades and point.proposal is None
    amount = point.zone.of(Dimension.AMOUNT)
    assert amount.low is not None and amount.high is not None
    assert amount.low <= yuan("30264").fen <= amount.high


def test_an_offer_that_is_not_released_yet_is_the_last_one(office: Office) -> None:
    desk, case_id = office.first, sorted_case(office.first)
    two_rounds(desk, case_id)
    caucus.take_offer(desk, case_id, THEIRS, yuan("30264"), 2, first_share=yuan("20000"))
    last = meeting_point.look(desk, case_id).last[-1]
    assert (last.amount, last.instalments, last.first_share) == (yuan("30264"), 2, yuan("20000"))


def test_rates_and_risk_move_the_packages_and_bridge_a_gap(office: Office) -> None:
    desk, case_id = office.first, sorted_case(office.first)
    lines(desk, case_id, "31000", "30500")
    point = meeting_point.look(desk, case_id)
    assert not point.packages and not point.trades and "do not meet" in str(point.reasons[0])
    meeting_point.assess(desk, case_id, Assessment(Decimal(4), Decimal("0.5"), Risk.SOME))
    point = meeting_point.look(desk, case_id)
    assert not point.packages and point.trades and point.how.risk is Risk.SOME
    assert all(one.deal.total < yuan("30500") for one in point.trades)


def test_the_first_payment_waits_for_the_day_that_the_mediator_sets(office: Office) -> None:
    desk, case_id = office.first, sorted_case(office.first)
    lines(desk, case_id)
    day = desk.calendar.next_workday(desk.today + timedelta(days=40))
    meeting_point.assess(desk, case_id, Assessment(first_on=day, most=3))
    point = meeting_point.look(desk, case_id)
    assert point.asked.first_on == day == point.packages[0].deal.days[0] and point.asked.most == 3


@pytest.mark.parametrize(("how", "field"), [
    (Assessment(risk=Risk.SHARE), "share"), (Assessment(most=61), "most"),
    (Assessment(first_on=date(2001, 1, 1)), "first_on")])
def test_what_cannot_be_is_refused_beside_its_field(office: Office, how: Assessment, field: str) -> None:
    case_id = sorted_case(office.first)
    with pytest.raises(DeskError) as refused:
        meeting_point.assess(office.first, case_id, how)
    assert refused.value.field == field


def test_nothing_is_laid_out_while_an_entry_does_not_open(office: Office) -> None:
    desk, case_id = office.first, sorted_case(office.first)
    lines(desk, case_id)
    with desk.store.engine.begin() as connection:
        connection.execute(update(sealed_items).values(written_at=desk.now - timedelta(days=3)))
    point = meeting_point.look(desk, case_id)
    assert point.zone is None and not point.packages and "does not open" in str(point.reasons[0])


def test_a_case_that_is_not_sorted_has_no_range_of_the_law(office: Office) -> None:
    desk = office.first
    case_id = streamers._intake(desk)
    lines(desk, case_id)
    point = meeting_point.look(desk, case_id)
    assert point.law.low is None and point.packages


def test_nobody_but_the_holders_reads_it(office: Office) -> None:
    from mediation_desk.domain.accounts import Role as AccountRole

    case_id = sorted_case(office.first)
    lines(office.first, case_id)
    for login, role in (("boss", AccountRole.SUPERVISOR), ("wang", AccountRole.MEDIATOR)):
        colleague(office, login, role)
        with pytest.raises(NotAllowed):
            meeting_point.look(office.desk(login, LENT), case_id)


def test_fifty_workers_with_lines_of_their_own(office: Office) -> None:
    """Every worker gets at least what they said alone, to the fen, and it takes under a second to lay out."""
    desk = office.first
    made = registering.register(desk, registering.IntakeDraft(
        desk.today, kind_of_work=KindOfWork.COURIER, parties=[
            *(registering.PartyDraft(Role.APPLICANT, f"申请人{number}") for number in range(50)),
            registering.PartyDraft(Role.RESPONDENT, "某公司", PartyKind.ORGANISATION)])).result
    assert made
    registering.consent_all(desk, made, desk.today)
    registering.accept(desk, made, desk.today)
    case = reading.case(desk, made).case
    for at, worker in enumerate(case.applicants):
        caucus.set_bottom_line(desk, made, OURS, yuan(str(4000 + at)), party_id=worker.id)
    caucus.set_bottom_line(desk, made, THEIRS, yuan("240000"), fewest_instalments=2)
    begun = time.perf_counter()
    point = meeting_point.look(desk, made)
    assert time.perf_counter() - begun < 1
    assert len(point.packages) >= 3
    for one in point.packages:
        assert all(share >= yuan(str(4000 + at)) for at, share in enumerate(one.deal.shares))
