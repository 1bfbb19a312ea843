"""The timeline of a case on paper: who changed what from what to what, as it was narrowed down on screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mediation_desk.documents.views import beside as views
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper, finished, on_one_line
from mediation_desk.services.papers.told import Told


@dataclass(frozen=True)
class ChangedLine:
    """One change in Chinese words, numbers masked and sealed values hidden, as ``history.timeline`` tells it.

    ``at``: with a time zone, or in the office's time. ``before`` is empty for what was made new.
    """

    at: datetime
    who: str
    what: str
    before: str
    after: str


@dataclass(frozen=True)
class Chosen:
    """How the lines were narrowed down: whose, which field (in words), from and until which day."""

    who: str | None = None
    field: str | None = None
    since: date | None = None
    until: date | None = None


def make(desk: Desk, case_id: UUID, lines: Sequence[ChangedLine], chosen: Chosen | None = None) -> Paper:
    """案件变更记录 for preview and printing, the earliest change first.

    Raises DeskError for who may not read the timeline, and when no line is left to print.
    """
    if not lines:
        raise DeskError(N_("No changes answer this choice, so there is nothing to print."))
    with desk.case_reading(case_id, Verb.READ_TIMELINE) as (work, case):
        told = Told.of(desk, work, case)
    return finished(desk, case_timeline(told, lines, chosen or Chosen()))


def case_timeline(told: Told, lines: Sequence[ChangedLine], chosen: Chosen) -> views.CaseTimeline:
    """What the paper is told."""
    rows = tuple(_row(told, line) for line in sorted(lines, key=lambda line: line.at))
    return views.CaseTimeline(
        office=told.office(), number=told.case.number, changes=rows, made_on=told.today,
        applicants=told.listed(party.name for party in told.case.applicants),
        who=chosen.who, field=chosen.field, since=chosen.since, until=chosen.until)


def _row(told: Told, line: ChangedLine) -> views.ChangeRow:
    at = line.at.astimezone(told.desk.zone) if line.at.tzinfo else line.at
    shown = (on_one_line(text) for text in (line.who, line.what, line.before, line.after))
    return views.ChangeRow(f"{at:%Y-%m-%d %H:%M}", *shown)
