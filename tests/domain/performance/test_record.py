"""What earlier agreements of a company came to."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.money import ZERO, yuan
from mediation_desk.domain.performance.record import Past, Record, record_of

TODAY, BEFORE, AHEAD = date(2025, 1, 20), date(2025, 1, 19), date(2025, 1, 20)


def test_each_earlier_agreement_is_kept_late_broken_or_still_running() -> None:
    """On its last day money may still come; on the day after it is broken."""
    past = [Past(ZERO, True, BEFORE), Past(ZERO, True, AHEAD), Past(ZERO, False, BEFORE),
            Past(yuan("1"), False, BEFORE), Past(yuan("1"), False, AHEAD)]
    found = record_of(past, TODAY)
    assert found == Record(kept=2, late=1, broken=1, running=1) and found.signed == 5


def test_a_company_without_any_has_an_empty_record() -> None:
    assert record_of([], TODAY) == Record()
