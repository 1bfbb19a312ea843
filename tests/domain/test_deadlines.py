"""The clocks of a case where their end meets a day off, or a year not announced."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.case import Case
from mediation_desk.domain.deadlines import clocks
from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import ClockKind
from mediation_desk.library.law import shipped_calendar
from tests.domain.test_case import received

CALENDAR = shipped_calendar()


def signed(on: date) -> Case:
    case = received()
    case.received_on = case.accepted_on = on
    case.agreements_all.append(Agreement(id=UUID(int=9), case_id=case.id, total=yuan("1"), signed_on=on))
    return case


def test_the_end_of_mediation_stays_in_plain_days() -> None:
    """Accepted on Saturday 2024-11-30: the rules count 15 plain days, to Sunday the 15th."""
    due = {clock.kind: clock.due_on for clock in clocks(signed(date(2024, 11, 30)), CALENDAR)}
    assert due[ClockKind.MEDIATION_END] == due[ClockKind.ARBITRATION_OPEN] == date(2024, 12, 15)
    assert due[ClockKind.REVIEW] == date(2024, 12, 16)


def test_a_change_of_the_agreement_begins_its_own_clocks_and_leaves_the_end_of_mediation() -> None:
    """Agreed on 30 November; what was changed on 20 January was not mediated for fifty days."""
    case = signed(date(2024, 11, 30))
    (first,), on = case.agreements_all, date(2025, 1, 20)
    first.removed_at = datetime(2025, 1, 20, tzinfo=UTC)
    case.agreements_all.append(Agreement(id=UUID(int=10), case_id=case.id, total=yuan("1"), signed_on=on,
                                         supplements_id=first.id))
    found = {clock.kind: clock for clock in clocks(case, CALENDAR)}
    ended = (found[ClockKind.MEDIATION_END].done_on, found[ClockKind.ARBITRATION_OPEN].done_on)
    assert ended == (date(2024, 11, 30),) * 2
    assert found[ClockKind.REVIEW].due_on == date(2025, 2, 5)


@pytest.mark.parametrize(("on", "unsure"), [
    (date(2026, 12, 10), {ClockKind.CONFIRMATION}),  # 25 December; 9 January 2027
    (date(2026, 12, 30), {ClockKind.ACCEPTANCE, ClockKind.REVIEW, ClockKind.CONFIRMATION}),
    (date(2024, 12, 30), set())])
def test_an_end_in_a_year_not_announced_says_so(on: date, unsure: set[ClockKind]) -> None:
    found = clocks(signed(on), CALENDAR)
    assert {clock.kind for clock in found if clock.unannounced} == unsure
    assert {year for clock in found for year in clock.unannounced} <= {2027}
