"""What became of the agreements whose last day has come, counted as their ledgers have it."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

import pytest

from mediation_desk.domain.case import Case
from mediation_desk.domain.payments.kept import KeptLine, Performed, TermsKind
from mediation_desk.domain.performance.ledger import ledger
from mediation_desk.domain.sites import HERE, chosen
from tests.store.reading.dues.owing import EAST, TODAY, Owing


def by_hand(cases: list[Case]) -> Counter[Performed]:
    found: Counter[Performed] = Counter()
    for case in cases:
        made = case.signed_agreement
        assert made.signed_on is not None
        book, days = ledger(made, case.payments, date.max), [one.due_on for one in made.instalments]
        on_time = all(one.settled_on and one.settled_on <= one.due_on + timedelta(days=made.grace_days)
                      for one in book.instalments)
        paid = max((one.paid_on for one in case.payments), default=None)
        found[Performed((min(days) - made.signed_on).days, len(days), not book.outstanding, on_time,
                        (paid - made.signed_on).days if paid and not book.outstanding else None)] += 1
    return found


@pytest.mark.parametrize("site", [None, EAST, HERE])
@pytest.mark.parametrize("whose", ["office", "one"])
def test_what_is_over_is_counted_as_the_ledgers_have_it(owing: Owing, whose: str, site: UUID | None
                                                            ) -> None:
    mediator: UUID | None = owing.other if whose == "one" else None
    over = [case for case in owing.cases if mediator in (None, case.mediator_id)
            and site in (None, chosen(case.site_id))
            and max(one.due_on for one in case.signed_agreement.instalments) <= TODAY]
    expected = by_hand(over)
    with owing.desk.reading() as work:
        assert Counter(work.kept_or_not.performed(TODAY, mediator, site)) == expected
        short = work.kept_or_not.in_short(TODAY, mediator, site)
    assert short == KeptLine(TermsKind.ALL, len(over), sum(n for one, n in expected.items() if one.in_full),
                             sum(n for one, n in expected.items() if one.on_time))
    assert over
