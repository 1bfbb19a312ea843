"""The overview of a period: the figures that a supervisor answers for, and whether they reconcile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mediation_desk.domain.closing import SETTLED
from mediation_desk.domain.intake.order.rates import weighted
from mediation_desk.domain.intake.order.tables import Weights
from mediation_desk.domain.reports.figures import Behind, Check, Figure, Section, Unit, percentile
from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.reports.totals import NOTHING, Event, Sums
from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.domain.words import N_

Groups = Mapping[tuple[Any, ...], Sums]
MEDIATED = frozenset({*SETTLED, Outcome.NO_AGREEMENT, Outcome.WITHDRAWN})
"""What the mediation form counts as closed: agreement reached, reconciled, failed, withdrawn (人社统MA1)."""


@dataclass(frozen=True)
class Counted:
    """What an overview is made of.

    ``received``: by collective and whether it was registered the same day; ``closed``: by outcome,
    collective and whether it was over the time; ``due``: last instalments, by whether the agreement was
    kept; ``spans``: cases by days. ``start``: open before the period; ``end``: open at its end, counted by
    themselves. ``visits``: what was said of orders, yes and asked; ``weights``: how much each of these
    rates counts.
    """

    period: Period
    start: int
    end: int
    received: Groups
    closed: Groups
    due: Groups
    spans: Mapping[Event, Mapping[int, int]]
    visits: Mapping[str, tuple[int, int]]
    weights: Weights | None = None

    def of_received(self, *, collective: bool | None = None, same_day: bool | None = None) -> Sums:
        """What was received, of one kind or all."""
        return _sum(sums for (many, flag), sums in self.received.items()
                    if collective in (None, many) and same_day in (None, flag))

    def of_closed(self, *outcomes: Outcome, collective: bool | None = None, over: bool | None = None) -> Sums:
        """What was closed, with these outcomes or any."""
        return _sum(sums for (outcome, many, flag), sums in self.closed.items()
                    if (not outcomes or outcome in outcomes) and collective in (None, many)
                    and over in (None, flag))


def _sum(found: Iterator[Sums]) -> Sums:
    total = NOTHING
    for one in found:
        total = total + one
    return total


def sections(told: Counted) -> tuple[Section, ...]:
    """The overview."""
    return (Section(N_("Cases"), tuple(_cases(told))), Section(N_("People"), tuple(_people(told))),
            Section(N_("Money of the cases closed"), tuple(_money(told))),
            Section(N_("Results"), tuple(_results(told))), Section(N_("Time"), tuple(_times(told))),
            Section(N_("12345 hotline"), tuple(_hotline(told))))


_CLOSED = {
    Outcome.PERFORMED: N_("closed: mediated and performed"),
    Outcome.AGREEMENT: N_("closed: mediated, performance continues"),
    Outcome.RECONCILED: N_("closed: settled by the parties themselves"),
    Outcome.NO_AGREEMENT: N_("closed: no agreement"),
    Outcome.WITHDRAWN: N_("closed: application withdrawn"),
    Outcome.REFUSED: N_("closed: application refused"),
    Outcome.REFERRED: N_("closed: referred elsewhere"),
}


def _cases(told: Counted) -> Iterator[Figure]:
    yield Figure("stock_start", N_("Stock at start"), N_(
        "Cases received before the period and not closed before it."), Unit.CASES, told.start,
        behind=Behind(None, at_start=True))
    yield Figure("received", N_("Cases received"), N_("Cases whose day of receipt falls into the period."),
                 Unit.CASES, told.of_received().cases, behind=Behind(Event.RECEIVED))
    yield Figure("closed", N_("Closed in the period"), N_(
        "Cases whose day of closing falls into the period, whatever the outcome."), Unit.CASES,
        told.of_closed().cases, behind=Behind(Event.CLOSED))
    for outcome, label in _CLOSED.items():
        yield Figure(f"closed_{outcome.value}", label, N_("Of the cases closed, those with this outcome."),
                     Unit.CASES, told.of_closed(outcome).cases,
                     behind=Behind(Event.CLOSED, {"outcome": outcome}))
    yield Figure("stock_end", N_("Stock at end"), N_(
        "Cases received by the end of the period and not closed by then."), Unit.CASES, told.end,
        behind=Behind(None))


def _people(told: Counted) -> Iterator[Figure]:
    got, over, many = told.of_received(), told.of_closed(), told.of_received(collective=True)
    yield Figure("people_received", N_("Workers, received"), N_("Applicants of the cases received."),
                 Unit.PEOPLE, got.people, behind=Behind(Event.RECEIVED))
    yield Figure("women_received", N_("of them women"), N_("Applicants entered as women."), Unit.PEOPLE,
                 got.women, behind=Behind(Event.RECEIVED), left_out=got.people - got.women - got.men)
    yield Figure("people_closed", N_("Workers, closed"), N_("Applicants of the cases closed."), Unit.PEOPLE,
                 over.people, behind=Behind(Event.CLOSED))
    yield Figure("collective", N_("Collective cases, received"), N_(
        "Cases received with ten applicants or more."), Unit.CASES, many.cases,
        behind=Behind(Event.RECEIVED, {"collective": True}))
    yield Figure("collective_people", N_("Workers in collective cases"), N_(
        "Applicants of the collective cases received."), Unit.PEOPLE, many.people,
        behind=Behind(Event.RECEIVED, {"collective": True}))


def _money(told: Counted) -> Iterator[Figure]:
    sums, behind = told.of_closed(), Behind(Event.CLOSED)
    yield Figure("claimed", N_("Amount claimed"), N_(
        "What the applicants ask for, as far as it is in figures."), Unit.MONEY, sums.claimed, behind=behind)
    yield Figure("computed", N_("Computed by the law"), N_(
        "What the law gives on the applicants' version with what was admitted and found, as it stood when "
        "the case was signed or closed."), Unit.MONEY, sums.computed, behind=behind, left_out=sums.uncomputed)
    yield Figure("agreed", N_("Amount agreed"), N_("The totals of the signed agreements."), Unit.MONEY,
                 sums.agreed, behind=behind)
    yield Figure("paid", N_("Amount paid"), N_("What was paid on these agreements by today."), Unit.MONEY,
                 sums.paid, behind=behind)
    yield Figure("outstanding", N_("Amount outstanding"), N_("What is still to be paid on them, due or not."),
                 Unit.MONEY, sums.outstanding, behind=behind)


_SETTLED = Behind(Event.CLOSED, {"outcome": tuple(sorted(SETTLED))})


def _results(told: Counted) -> Iterator[Figure]:
    settled, mediated = told.of_closed(*SETTLED).cases, told.of_closed(*MEDIATED).cases
    closed, received = told.of_closed().cases, told.of_received().cases
    kept, due = told.due.get((True,), NOTHING).cases, _sum(iter(told.due.values())).cases
    yield _share("settled_of_mediated", N_("Share settled, of the cases mediated"), N_(
        "Agreement reached or reconciled, of these and those that failed or were withdrawn."), settled,
        mediated, _SETTLED)
    yield _share("settled_of_received", N_("Share settled, of the cases received"), N_(
        "The same cases, of all that were received in the period."), settled, received, _SETTLED)
    yield _share("closed_of_all", N_("Share closed"), N_(
        "Cases closed, of the stock at start and those received."), closed, told.start + received,
        Behind(Event.CLOSED))
    yield _share("kept", N_("Agreements kept"), N_(
        "Every instalment paid in time, grace included; of the agreements whose last instalment fell due in "
        "the period."), kept, due, Behind(Event.LAST_DUE, {"flag": True}))


def _share(key: str, label: str, definition: str, part: int, whole: int, behind: Behind) -> Figure:
    """A share in hundredths of a percent, rounded half up; None of nothing. ``behind``: its numerator."""
    value = (part * 20_000 + whole) // (2 * whole) if whole else None
    return Figure(key, label, definition, Unit.SHARE, value, (part, whole), behind)


_SPANS: tuple[tuple[str, Event, str, str], ...] = (
    ("registration", Event.RECEIVED, N_("Receipt to registration"),
     N_("Calendar days; of the cases received in the period whose day of registration was noted.")),
    ("decision", Event.DECIDED, N_("Receipt to acceptance or refusal"),
     N_("Calendar days; of the cases decided on in the period.")),
    ("end", Event.CLOSED, N_("Acceptance to closing"),
     N_("Calendar days; of the accepted cases closed in the period.")),
)


def _times(told: Counted) -> Iterator[Figure]:
    for key, event, label, definition in _SPANS:
        spans = told.spans[event]
        for percent in (50, 90):
            yield Figure(f"days_{key}_{percent}", label, definition, Unit.DAYS, percentile(spans, percent),
                         of=(percent, 100), behind=Behind(event, known=("days",)))
    received, noted = told.of_received(same_day=True).cases, sum(told.spans[Event.RECEIVED].values())
    yield _share("same_day", N_("Registered the same day"), N_(
        "Of the cases received in the period whose day of registration was noted."), received, noted,
        Behind(Event.RECEIVED, {"flag": True}))
    yield Figure("over", N_("Over the time"), N_(
        "Cases closed in the period whose mediation ended after fifteen days, or after what both sides had "
        "extended them to."), Unit.CASES, told.of_closed(over=True).cases,
        behind=Behind(Event.CLOSED, {"flag": True}))


_RATES: tuple[tuple[str, str, str], ...] = (
    ("contacted", N_("Response rate"), N_("Work orders of which the citizen says that the office had been in "
                                          "touch, of those asked; by the last return visit that reached "
                                          "somebody.")),
    ("solved", N_("Solution rate"), N_("Work orders of which the trouble is over, of those asked.")),
    ("satisfied", N_("Satisfaction rate"), N_("Work orders with which the citizen is satisfied, of those "
                                              "asked.")))


def _hotline(told: Counted) -> Iterator[Figure]:
    for name, label, definition in _RATES:
        yes, asked = told.visits[name]
        yield _share(name, label, definition, yes, asked, Behind(None, {name: True}, visited=True))
    shares = told.visits["contacted"], told.visits["solved"], told.visits["satisfied"]
    yield Figure("weighted", N_("Weighted rate"), N_(
        "The three rates together, each by its weight in the table of the hotline; nothing while one of them "
        "was never asked."), Unit.SHARE, weighted(shares, told.weights) if told.weights else None,
        behind=Behind(None, visited=True))


# -- whether they reconcile ------------------------------------------------------------------


def checks(told: Counted, again: Counted, broken_down: Mapping[str, Groups]) -> tuple[Check, ...]:
    """The identities of a period. ``again``: the same counted from every case, its ``end`` from the cases
    that are open then; ``broken_down``: what was received, by each dimension."""
    got, over = told.of_received(), told.of_closed()
    return (
        Check(N_("Stock at start + received = closed + stock at end"),
              ((N_("Stock at start"), told.start), (N_("Cases received"), got.cases)),
              ((N_("Closed in the period"), over.cases), (N_("Stock at end"), again.end))),
        Check(N_("Closed = the sum of its outcomes"),
              ((N_("Closed in the period"), again.of_closed().cases),),
              tuple((label, told.of_closed(outcome).cases) for outcome, label in _CLOSED.items())),
        Check(N_("Agreed = paid + outstanding"), ((N_("Amount agreed"), over.agreed),),
              ((N_("Amount paid"), over.paid), (N_("Amount outstanding"), over.outstanding)), Unit.MONEY),
        *(_adds_up(label, got, broken_down[name]) for name, label in BREAKDOWNS.items()
          if name in broken_down),
        Check(N_("Claimed = the sum over its matters"), ((N_("Amount claimed"), over.claimed),),
              tuple((str(key[0]), sums.claimed) for key, sums in broken_down["money"].items()), Unit.MONEY),
        *(_recounted(label, pick, told, again, unit) for label, pick, unit in _RECOUNTED))


BREAKDOWNS: Mapping[str, str] = {
    "source": N_("Received = the sum over its sources"),
    "kind_of_work": N_("Received = the sum over its kinds of work"),
    "mediator_id": N_("Received = the sum over its mediators"),
    "claim": N_("Received = the sum over its matters"),
    "site_id": N_("Received = the sum over its sites"),
}


def _adds_up(label: str, got: Sums, parts: Groups) -> Check:
    return Check(label, ((N_("Cases received"), got.cases),),
                 tuple((str(key[0]), sums.cases) for key, sums in parts.items()))


_RECOUNTED: tuple[tuple[str, Callable[[Counted], int], Unit], ...] = (
    (N_("The day's totals of received cases = a recount"), lambda told: told.of_received().cases, Unit.CASES),
    (N_("The day's totals of applicants = a recount"), lambda told: told.of_received().people, Unit.PEOPLE),
    (N_("The day's totals of closed cases = a recount"), lambda told: told.of_closed().cases, Unit.CASES),
    (N_("The day's totals of money agreed = a recount"), lambda told: told.of_closed().agreed, Unit.MONEY),
    (N_("The day's totals of money claimed = a recount"), lambda told: told.of_closed().claimed, Unit.MONEY))


def _recounted(label: str, pick: Callable[[Counted], int], told: Counted, again: Counted, unit: Unit
               ) -> Check:
    return Check(label, ((N_("Totals"), pick(told)),), ((N_("Recount"), pick(again)),), unit)
