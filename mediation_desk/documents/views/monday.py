"""What the Monday page may say: the week before in figures, the week ahead in days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.shared import OfficeView


@dataclass(frozen=True, slots=True)
class WeekFigure:
    """A figure of the week before with its unit, beside that of the week before it."""

    label: str
    last: str
    before: str


@dataclass(frozen=True, slots=True)
class LoadRow:
    """What a mediator carries."""

    name: str
    cases: int
    people: int
    overdue: int
    resting: int
    received: int
    closed: int


@dataclass(frozen=True, slots=True)
class DutyRow:
    """Something on a day: what, in whose case; ``day`` is written out."""

    day: str
    what: str
    names: str
    number: str
    mediator: str


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """Several cases against one company."""

    company: str
    cases: int
    people: int


@dataclass(frozen=True, slots=True)
class MondayPage(Paper):
    """每周提要: on one page. ``figures``: two in a line. ``more_*``: how many further lines there are;
    ``own``: of whose cases alone; ``resting``: how many cases have had no event for a week,
    ``resting_numbers`` the longest of them.
    """

    TEMPLATE = "monday-page"
    office: OfficeView
    own: str
    last: tuple[date, date]
    ahead: tuple[date, date]
    made_on: date
    figures: tuple[tuple[WeekFigure, WeekFigure], ...]
    loads: tuple[LoadRow, ...]
    more_loads: int
    overdue: tuple[DutyRow, ...]
    overdue_total: int
    duties: tuple[DutyRow, ...]
    duties_total: int
    companies: tuple[CompanyRow, ...]
    more_companies: int
    resting: int
    resting_numbers: tuple[str, ...]
    reconciles: bool
