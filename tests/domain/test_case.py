"""What may happen to a case and when: acceptance, clocks, closing, reopening, numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.case import Case
from mediation_desk.domain.deadlines import clocks, extend, mediation_end, next_clock
from mediation_desk.domain.intake.numbering import NumberPattern
from mediation_desk.domain.keys import new_key
from mediation_desk.domain.mediation.extension import ExtensionConsent
from mediation_desk.domain.mediation.zone import BottomLine, zone
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.vocabulary import (
    ClockKind,
    Outcome,
    PartyKind,
    Progress,
    Refusal,
    Role,
    Side,
    Station,
    Status,
)
from mediation_desk.domain.words import DeskError
from mediation_desk.library.law import shipped_calendar

CALENDAR = shipped_calendar()
DAY = date(2024, 11, 25)


def received(workers: int = 1, elected: int = 0) -> Case:
    case = Case(id=UUID(int=1), number="1", mediator_id=UUID(int=2), received_on=DAY,
                created_at=datetime(2024, 11, 25, tzinfo=UTC))
    roles = [Role.APPLICANT] * workers + [Role.RESPONDENT] + [Role.REPRESENTATIVE] * elected
    for position, role in enumerate(roles):
        case.parties_all.append(Party(
            id=UUID(int=10 + position), case_id=case.id, position=position, role=role, name=f"人{position}",
            kind=PartyKind.ORGANISATION if role is Role.RESPONDENT else PartyKind.PERSON))
    return case


def consenting(workers: int = 1, elected: int = 0) -> Case:
    case = received(workers, elected)
    case.applicants_agree_on = case.respondents_agree_on = DAY
    return case


def test_a_case_is_claimed_while_somebody_who_still_applies_claims_something() -> None:
    case = received(workers=2)
    assert not case.is_claimed
    gone, _stays = case.applicants
    case.claims_all.append(Claim(id=UUID(int=50), case_id=case.id, worker_id=gone.id, claim="overtime"))
    assert case.is_claimed and len(case.claims) == 1
    gone.removed_at = datetime(2024, 11, 26, tzinfo=UTC)  # the claims go with the worker
    assert not case.is_claimed and case.claims == []


def test_acceptance_needs_both_sides() -> None:
    case = received()
    for side in ("applicants_agree_on", "respondents_agree_on"):
        with pytest.raises(DeskError) as refused:
            case.accept(DAY)
        assert refused.value.field == side
        setattr(case, side, DAY)
    case.accept(DAY)
    assert (case.accepted_on, case.station) == (DAY, Station.SORTING)


@pytest.mark.parametrize(("workers", "elected", "good"), [
    (9, 0, True), (9, 3, False), (10, 0, True), (10, 2, False), (10, 3, True), (10, 5, True), (10, 6, False)])
def test_ten_or_more_elect_three_to_five(workers: int, elected: int, good: bool) -> None:
    case = consenting(workers, elected)
    if good:
        case.accept(DAY)
        return
    with pytest.raises(DeskError) as refused:
        case.accept(DAY)
    assert refused.value.field == "representatives"


def test_both_fifteen_days_are_kept_from_receipt_and_from_acceptance() -> None:
    case = consenting()
    case.accept(date(2024, 11, 27))
    due = {clock.kind: (clock.starts_on, clock.due_on) for clock in clocks(case, CALENDAR)}
    assert due[ClockKind.ARBITRATION_OPEN] == (DAY, date(2024, 12, 10))
    assert due[ClockKind.MEDIATION_END] == (date(2024, 11, 27), date(2024, 12, 12))


def test_an_extension_is_at_most_fifteen_days_with_everybodys_consent() -> None:
    case = consenting()
    case.accept(DAY)
    for until in (date(2024, 12, 10), date(2024, 12, 26)):
        with pytest.raises(DeskError):
            extend(case, until)
    with pytest.raises(DeskError, match="consent"):
        extend(case, date(2024, 12, 25))
    for party in (*case.applicants, *case.respondents):
        case.extensions_all.append(ExtensionConsent(
            id=UUID(int=100 + party.position), case_id=case.id, party_id=party.id, agreed_on=DAY,
            until=date(2024, 12, 25)))
    extend(case, date(2024, 12, 25))
    assert mediation_end(case) == date(2024, 12, 25)


def test_the_next_clock_is_the_first_that_still_runs() -> None:
    case = consenting()
    clock = next_clock(case, CALENDAR)
    assert clock is not None
    assert (clock.kind, clock.days_left(DAY)) == (ClockKind.ACCEPTANCE, 3)
    case.accept(DAY)
    case.close(DAY, Outcome.WITHDRAWN, "", owed=Money())
    assert next_clock(case, CALENDAR) is None


def test_a_refused_case_is_over_and_read_only() -> None:
    case = received()
    case.refuse(DAY, Refusal.NO_CONSENT, "对方不同意")
    assert (case.status, case.outcome) == (Status.REFUSED, Outcome.REFUSED)
    with pytest.raises(DeskError):
        case.require_open()


@pytest.mark.parametrize("outcome", [Outcome.PERFORMED, Outcome.AGREEMENT])
def test_without_a_signed_agreement_no_case_closes_as_mediated(outcome: Outcome) -> None:
    case = consenting()
    case.accept(DAY)
    with pytest.raises(DeskError) as refused:
        case.close(DAY, outcome, "", owed=Money())
    assert refused.value.field == "outcome"


def test_a_closed_case_opens_again_only_with_a_reason() -> None:
    case = consenting()
    case.accept(DAY)
    case.close(DAY, Outcome.NO_AGREEMENT, "", owed=Money())
    with pytest.raises(DeskError) as refused:
        case.reopen("  ")
    assert refused.value.field == "reason"
    case.reopen("申请人补交证据")
    assert (case.status, case.outcome, case.reopening_reason) == (Status.OPEN, None, "申请人补交证据")


def test_the_road_shows_what_is_done_current_and_open() -> None:
    case = received()
    case.advance(Station.MEDIATION)
    case.advance(Station.SORTING)
    shown = list(case.progress().values())
    assert shown == [Progress.DONE, Progress.DONE, Progress.CURRENT, *[Progress.OPEN] * 3]


def test_a_refused_case_ended_at_intake_and_nothing_in_it_is_done() -> None:
    case = received()
    case.refuse(DAY, Refusal.OUT_OF_SCOPE, "")
    assert list(case.progress().values()) == [Progress.ENDED, *[Progress.OPEN] * 5]


@pytest.mark.parametrize("outcome", [Outcome.NO_AGREEMENT, Outcome.WITHDRAWN, Outcome.REFERRED])
def test_a_case_that_ended_without_a_settlement_shows_what_was_passed_and_nothing_done(
        outcome: Outcome) -> None:
    case = consenting()
    case.accept(DAY)
    case.close(DAY, outcome, "", owed=Money())
    assert list(case.progress().values()) == [Progress.PASSED, *[Progress.OPEN] * 4, Progress.ENDED]


def test_a_case_settled_elsewhere_shows_as_done_only_what_was_done_here() -> None:
    case = consenting()
    case.accept(DAY)
    case.close(DAY, Outcome.RECONCILED, "", owed=Money())
    assert list(case.progress().values()) == [Progress.DONE, *[Progress.OPEN] * 4, Progress.DONE]


def test_the_zone_lies_between_the_latest_bottom_lines() -> None:
    lines = [BottomLine(Side.APPLICANT, yuan("33000")), BottomLine(Side.RESPONDENT, yuan("31000"), None, 2)]
    before = zone(lines)
    assert before is not None
    assert not before.exists
    after = zone([*lines, BottomLine(Side.APPLICANT, yuan("29000"), 2)])
    assert after is not None
    assert (after.exists, after.middle, after.fewest_instalments, after.most_instalments) == (
        True, yuan("30000"), 2, 2)


@pytest.mark.parametrize(("example", "number"), [
    ("宁中劳调〔2026〕0001号", "宁中劳调〔2027〕0042号"), ("2026-001", "2027-042"),
    ("调2026第1件", "调2027第42件")])
def test_numbers_follow_the_example(example: str, number: str) -> None:
    assert NumberPattern.typed(example).number(2027, 42) == number


@pytest.mark.parametrize("example", ["", "宁劳调", "2026", "0001号〔2026〕", "x" * 41 + "2026-1"])
def test_an_example_without_year_and_serial_is_refused(example: str) -> None:
    with pytest.raises(DeskError):
        NumberPattern.typed(example)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC)))
def test_keys_are_version_7_and_carry_their_instant(now: datetime) -> None:
    key = new_key(now)
    assert (key.version, key.variant) == (7, "specified in RFC 4122")
    assert key.int >> 80 == int(now.timestamp() * 1000)
    assert key != new_key(now)
