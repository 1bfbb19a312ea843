"""Whether a store's figures can be relied upon: all that is kept for them counted again, and the identities
of every year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediation_desk.domain.reports.figures import Check
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.rights import Verb
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports.overview import identities
from mediation_desk.store.pace import AT_EASE, Cancelled, Pace, Progress, goes_on
from mediation_desk.store.reading.figures import proving
from mediation_desk.store.reading.figures.reach import Reach
from mediation_desk.store.reading.figures.tallies import Tallies
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class Proof:
    """What was found. ``cases`` and ``totals``: how many are kept otherwise than they are; ``years``: the
    identities, by year; ``told``: whether the person who asked may read their numbers."""

    cases: int
    totals: int
    years: tuple[tuple[int, tuple[Check, ...]], ...]
    told: bool

    @property
    def holds(self) -> bool:
        """Whether everything reconciles."""
        return not self.cases and not self.totals and all(
            check.holds for _year, checks in self.years for check in checks)


def prove(desk: Desk, *, progress: Progress = AT_EASE.progress, cancelled: Cancelled = goes_on) -> Proof:
    """Count everything again. For everybody, as proving the store is: no case is shown. Stopped."""
    with desk.reading(Verb.VERIFY) as work:
        found = proving.wrong(work.connection, Pace(progress, cancelled))
        tallies = Tallies(work.connection, Reach(desk.who.account_id, all_cases=True), Narrow())
        years = tuple((year, identities(tallies, Period.months(year, 1, 12))) for year in _years(desk, work))
    return Proof(len(found.cases), len(found.totals), years, desk.may(Verb.READ_FIGURES))


def _years(desk: Desk, work: Work) -> Iterator[int]:
    """Each year from that of the first case on."""
    first: date | None = proving.first_day(work.connection)
    yield from range(first.year, desk.today.year + 1) if first else ()
