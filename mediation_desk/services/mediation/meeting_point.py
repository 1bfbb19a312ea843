"""Where the sides can meet: the zone, worth and packages, for a mediator to whom both sides are open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.mediation.covering import side_line
from mediation_desk.domain.mediation.full_zone import FullZone, full_zone
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.packages.layout import Table, packages
from mediation_desk.domain.mediation.packages.limits import MOST, Asked, Law, Limits, NoRoom, limits
from mediation_desk.domain.mediation.packages.package import Package
from mediation_desk.domain.mediation.packages.trades import Trade, trades
from mediation_desk.domain.mediation.private import PrivateTalk, PrivateWord
from mediation_desk.domain.mediation.proposals import Proposal, better, both_accept, looked_up
from mediation_desk.domain.mediation.undisputed import undisputed
from mediation_desk.domain.mediation.worth import Assessment, Risk
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.settlement.terms import MOST_INSTALMENTS
from mediation_desk.domain.sorting.sorting import Sorting
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.domain.words import N_, DeskError, Sentence, say
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.holding import opened
from mediation_desk.services.keys.writing import to_write
from mediation_desk.services.mediation import caucus
from mediation_desk.services.mediation.sealed_entries import (
    Entry,
    entries,
    last,
    read_answer,
    read_assessment,
    read_deal,
    read_wish,
    seal_in,
    written_assessment,
)
from mediation_desk.services.papers.told import asked_by_worker
from mediation_desk.services.sorting import sorting

FIRST_AFTER = timedelta(days=15)  # from today to a first payment, where the mediator sets no day
KINDS = (SealedKind.RISK, SealedKind.PROPOSAL, SealedKind.ANSWER, SealedKind.WISH)
CLOSED = N_("No zone is shown while an entry does not open: it may be the latest bottom line.")


@dataclass(frozen=True)
class MeetingPoint:
    """All that the mediator sees of where the sides can meet; sealed matter, every part of it.

    ``zone`` is None while an entry does not open. ``reasons``: why no package is laid out. ``proposal``:
    the newest; ``agreed``: the newest that both accept, which stays the floor; ``better``: what both
    would rather have than that. ``last``: each side's last offer, those not released among them.
    """

    zone: FullZone | None
    law: Law
    how: Assessment
    asked: Asked
    last: tuple[Offer, ...] = ()
    packages: tuple[Package, ...] = ()
    reasons: tuple[Sentence, ...] = ()
    trades: tuple[Trade, ...] = ()
    proposal: Proposal | None = None
    agreed: Proposal | None = None
    better: Package | None = None


def look(desk: Desk, case_id: UUID) -> MeetingPoint:
    """Read both sides' lines, the law's range and what the mediators weigh, and lay packages out."""
    talk = caucus.talk(desk, case_id)
    with desk.case_reading(case_id, Verb.READ_SEALED) as (work, case):
        found, broken = entries(work, opened(desk, work, case_id), KINDS)
    how = assessment(found)
    asked, law = _asked(desk, case, how), _law(desk, case)
    if talk.closed or broken:
        return MeetingPoint(None, law, how, asked, reasons=(say(CLOSED),))
    zone = _zone(case, talk, asked)
    table = Table(zone, law, _last(case, talk), how, desk.today)
    bounds = limits(zone, law, asked)
    laid = bounds if isinstance(bounds, NoRoom) else packages(bounds, table)
    proposals = proposed(found)
    agreed = next((one for one in reversed(proposals) if one.both), None)
    return MeetingPoint(
        zone, law, how, asked, table.last, packages=() if isinstance(laid, NoRoom) else laid,
        reasons=laid.reasons if isinstance(laid, NoRoom) else (), trades=trades(asked, table),
        proposal=proposals[-1] if proposals else None, agreed=agreed,
        better=_better(agreed, case, asked, table, bounds))


def assess(desk: Desk, case_id: UUID, how: Assessment, seen: Seen | None = None) -> Changes:
    """Keep how the mediator weighs time and risk, sealed; the latest counts."""
    if how.risk is Risk.SHARE and how.share is None:
        raise DeskError(N_("Enter the share that is lost every month."), field="share")
    if how.most is not None and not 1 <= how.most <= MOST_INSTALMENTS:
        raise DeskError(N_("Between 1 and {most} instalments are possible."), field="most",
                        most=MOST_INSTALMENTS)
    if how.first_on is not None and how.first_on < desk.today:
        raise DeskError(N_("A first payment cannot lie in the past."), field="first_on")
    with desk.case_work(case_id, "keep_sealed", seen) as (work, _case):
        held = to_write(desk, work, case_id)
        return work.commit(result=seal_in(work, held, desk.who.account_id, Side.RESPONDENT, SealedKind.RISK,
                                          written_assessment(how)))


def assessment(found: Sequence[Entry]) -> Assessment:
    """The latest assessment; an empty one where there is none."""
    entry = last(found, SealedKind.RISK)
    return read_assessment(entry.content) if entry else Assessment()


def proposed(found: Sequence[Entry]) -> list[Proposal]:
    """The proposals, oldest first, each with as much of its answers as may be told."""
    return [_proposal(entry, [one for one in found if one.content.get("proposal") == str(entry.id)])
            for entry in found if entry.kind is SealedKind.PROPOSAL]


def _proposal(entry: Entry, about: Sequence[Entry]) -> Proposal:
    answers = [read_answer(one) for one in about if one.kind is SealedKind.ANSWER]
    floor = entry.content.get("floor")
    return Proposal(entry.id, read_deal(entry.content), str(entry.content.get("words", "")),
                    both_accept(answers), looked_up(answers),
                    {one.side: read_wish(one) for one in about if one.kind is SealedKind.WISH},
                    UUID(floor) if floor else None)


# -- what is read for it -------------------------------------------------------------------


def _asked(desk: Desk, case: Case, how: Assessment) -> Asked:
    claims = asked_by_worker(case)
    wanted = how.first_on or desk.today + FIRST_AFTER
    first = desk.calendar.next_workday(max(wanted, desk.today))
    return Asked(tuple(claims), tuple(claims.values()), first, desk.calendar, how.most or MOST)


def _law(desk: Desk, case: Case) -> Law:
    """What the law gives on either version; nothing where the case cannot be sorted yet."""
    try:
        return law_range(desk, sorting.sort(case, sorting.sorter(desk, case)))
    except DeskError:
        return Law()


def law_range(desk: Desk, outcome: Sorting) -> Law:
    """From the lowest to the highest that the sides' versions come to; open matter."""
    if not any(outcome.worths.values()):
        return Law()
    prospect = sorting.prospect(desk, outcome)
    return Law(prospect.low, prospect.high, undisputed(outcome))


def _zone(case: Case, talk: PrivateTalk, asked: Asked) -> FullZone:
    lines = [word.as_bottom_line() for side in Side for word in talk.of(side, SealedKind.BOTTOM_LINE)]
    claims = dict(zip(asked.workers, asked.claims, strict=True))
    ours, theirs = (side_line(side, lines, case.parties, claims) for side in Side)
    return full_zone(ours, theirs)


def _last(case: Case, talk: PrivateTalk) -> tuple[Offer, ...]:
    """Each side's last offer, told or not; one that was told counts from when it was."""
    found = []
    for side in Side:
        told = [(offer.released_at, offer) for offer in case.offers if offer.side is side]
        kept = [(word.written_at, _as_offer(case, word)) for word in talk.of(side, SealedKind.OFFER)
                if not word.released]
        dated = [(at, offer) for at, offer in [*told, *kept] if at is not None]
        if dated:
            found.append(sorted(dated, key=lambda pair: pair[0])[-1][1])
        elif told:
            found.append(told[-1][1])
    return tuple(found)


def _as_offer(case: Case, word: PrivateWord) -> Offer:
    return Offer(id=word.id, case_id=case.id, round=0, side=word.side, amount=word.amount,
                 instalments=word.instalments or 1, terms=word.terms, first_share=word.first_share,
                 last_on=word.last_on)


def _better(agreed: Proposal | None, case: Case, asked: Asked, table: Table,
            bounds: Limits | NoRoom) -> Package | None:
    if agreed is None or len(agreed.wishes) < len(Side):
        return None
    return better(agreed.deal, agreed.wishes, case.parties, asked, table, bounds)
