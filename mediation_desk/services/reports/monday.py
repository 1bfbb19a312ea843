"""每周提要: the week before and the week ahead on one page, for the meeting on Monday."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from mediation_desk.documents.views import monday as views
from mediation_desk.domain.agenda import ANSWER, INSTALMENT, REFERRAL, SERVICE, SESSION, Due
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.money import Money
from mediation_desk.domain.reports.alerts import Load, weeks
from mediation_desk.domain.reports.figures import Figure, Unit
from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.summary import AgendaRow
from mediation_desk.domain.vocabulary import ClockKind
from mediation_desk.domain.words import N_
from mediation_desk.library import titles
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper, finished, heading, on_one_line
from mediation_desk.services.performance.acceleration import ACCELERATION
from mediation_desk.services.reading import Item
from mediation_desk.services.reports import alerts, overview

KEYS = ("received", "closed", "stock_end", "settled_of_mediated", "people_received", "collective", "agreed",
        "paid")
MOST_LOADS, MOST_COMPANIES, MOST_RESTING = 5, 2, 2  # what fits one page
LINES, LEAST_LATE = 8, 3  # of what is late and what is ahead together, and of what is late at least
LONGEST = 9  # letters of whoever a line is about
WEEKDAYS = "一二三四五六日"
UNITS = {Unit.CASES: "件", Unit.PEOPLE: "人", Unit.DAYS: "天"}


def monday_page(desk: Desk) -> Paper:
    """The page for the Monday that is nearest, for preview and printing. READ_FIGURES: a supervisor of all
    cases, a mediator of their own."""
    last, ahead = weeks(desk.today)
    compared, found = overview.overview(desk, last), alerts.alerts(desk)
    reconciles = all(check.holds for check in overview.reconciled(desk, last))
    duties = alerts.week_ahead(desk, ahead, LINES)
    names = {load.mediator_id: on_one_line(load.name) for load in found.loads}
    late = found.pressing[Due.OVERDUE]
    most_late, most_ahead = shared(len(late.items), len(duties.items))
    return finished(desk, views.MondayPage(
        office=heading(desk),
        own=on_one_line(desk.who.name) if found.own else "",
        last=_days(last), ahead=_days(ahead), made_on=desk.today,
        figures=tuple(_figures(compared.now, compared.before)), reconciles=reconciles,
        loads=tuple(_load(one) for one in found.loads[:MOST_LOADS]),
        more_loads=max(0, len(found.loads) - MOST_LOADS),
        overdue=tuple(_duties(desk, late.items[:most_late], names)), overdue_total=late.total,
        duties=tuple(_duties(desk, duties.items[:most_ahead], names)), duties_total=duties.total,
        companies=tuple(views.CompanyRow(on_one_line(one.company), one.cases, one.people)
                        for one in found.gatherings.companies[:MOST_COMPANIES]),
        more_companies=max(0, found.gatherings.total - MOST_COMPANIES), resting=found.resting.total,
        resting_numbers=tuple(row.number for row in found.resting.cases[:MOST_RESTING])))


def _days(period: Period) -> tuple[date, date]:
    return period.since, period.until


def _figures(now: overview.Overview, before: overview.Overview
             ) -> Iterator[tuple[views.WeekFigure, views.WeekFigure]]:
    told = [views.WeekFigure(Words.of(CHINESE).translate(last.label), _said(last), _said(former))
            for last, former in zip(_picked(now), _picked(before), strict=True)]
    return zip(told[::2], told[1::2], strict=True)


def _picked(told: overview.Overview) -> list[Figure]:
    known = {figure.key: figure for section in told.sections for figure in section.figures}
    return [known[key] for key in KEYS]


def _said(figure: Figure) -> str:
    if figure.value is None:
        return "——"
    if figure.unit is Unit.MONEY:
        return f"{Money(figure.value)}元"
    if figure.unit is Unit.SHARE:
        return f"{figure.value // 100}.{figure.value % 100:02d}%"
    return f"{figure.value:,}{UNITS[figure.unit]}"


def shared(late: int, ahead: int) -> tuple[int, int]:
    """How many lines of what is late and of what is ahead the page has room for; neither crowds out the
    other."""
    told = min(late, max(LEAST_LATE, LINES - ahead))
    return told, min(ahead, LINES - told)


def _load(one: Load) -> views.LoadRow:
    return views.LoadRow(on_one_line(one.name), one.cases, one.people, one.pressing[Due.OVERDUE],
                         one.resting, one.received, one.closed)


def _duties(desk: Desk, items: Sequence[Item], names: Mapping[UUID, str]) -> Iterator[views.DutyRow]:
    words = Words.of(CHINESE)
    for row, case in items:
        yield views.DutyRow(_day(row.on, desk.today), _what(row, words),
                            _short(on_one_line(titles.applicants(words, case.first_applicant,
                                                                  case.applicant_count))),
                            case.number, names.get(case.mediator_id, ""))


def _day(on: date, today: date) -> str:
    """With its weekday; of what is late, how the form marks it needs the room."""
    return f"{on:%m-%d}" if on < today else f"{on:%m-%d}周{WEEKDAYS[on.weekday()]}"


def _what(row: AgendaRow, words: Words) -> str:
    if row.kind == SESSION:
        return words.fill(N_("Session at {time}"), {"time": f"{row.at:%H:%M}" if row.at else ""})
    if row.kind == INSTALMENT:
        return words.fill(N_("Instalment {number}: {amount}"), {"number": row.number, "amount": row.amount})
    if row.kind == SERVICE:
        return f"待送达文书{row.number}件"
    if row.kind == REFERRAL:
        return f"转办待答复{row.number}件"
    if row.kind == ANSWER:
        return "来件应答复"
    if row.kind == ACCELERATION:
        return f"余款到期：{row.amount}元"  # shorter than elsewhere: a line must not become two
    kinds = (*ClockKind, *OrderClockKind)
    return words.translate(next(kind.label for kind in kinds if kind == row.kind))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[:LONGEST - 1] + "…"
