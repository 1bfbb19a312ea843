"""每周提要: the week before and the week ahead on one page, for the meeting on Monday."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from mediation_desk.documents.views import monday as views
from mediation_desk.documents.views.shared import OfficeView
from mediation_desk.domain.agenda import INSTALMENT, SESSION, Due
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
from mediation_desk.services.papers.finishing import Paper, finished, printable
from mediation_desk.services.performance.acceleration import ACCELERATION
from mediation_desk.services.reading import Item
from mediation_desk.services.reports import alerts, overview

KEYS = ("received", "closed", "stock_end", "people_received", "settled_of_mediated", "agreed", "paid")
MOST_LOADS, MOST_LATE, MOST_AHEAD, MOST_COMPANIES, MOST_RESTING = 6, 5, 8, 3, 4  # lines that fit one page
LONGEST = 12  # letters of whoever a line is about
WEEKDAYS = "一二三四五六日"
UNITS = {Unit.CASES: "件", Unit.PEOPLE: "人", Unit.MONEY: "元", Unit.DAYS: "天", Unit.SHARE: "%"}


def monday_page(desk: Desk) -> Paper:
    """The page for the Monday that is nearest, for preview and printing. READ_FIGURES: a supervisor of all
    cases, a mediator of their own."""
    last, ahead = weeks(desk.today)
    compared, found = overview.overview(desk, last), alerts.alerts(desk)
    reconciles = all(check.holds for check in overview.reconciled(desk, last))
    duties = alerts.week_ahead(desk, ahead, MOST_AHEAD)
    names = {load.mediator_id: _shown(desk, load.name) for load in found.loads}
    late = found.pressing[Due.OVERDUE]
    settings = desk.settings
    return finished(desk, views.MondayPage(
        office=OfficeView(settings.name, settings.seal_name, settings.address, settings.phone),
        own=_shown(desk, desk.who.name) if found.own else "",
        last=_days(last), ahead=_days(ahead), made_on=desk.today,
        figures=tuple(_figures(compared.now, compared.before)), reconciles=reconciles,
        loads=tuple(_load(desk, one) for one in found.loads[:MOST_LOADS]),
        more_loads=max(0, len(found.loads) - MOST_LOADS),
        overdue=tuple(_duties(desk, late.items[:MOST_LATE], names)), overdue_total=late.total,
        duties=tuple(_duties(desk, duties.items, names)), duties_total=duties.total,
        companies=tuple(views.CompanyRow(_shown(desk, one.company), len(one.cases), one.people)
                        for one in found.gatherings[:MOST_COMPANIES]),
        more_companies=max(0, len(found.gatherings) - MOST_COMPANIES), resting=found.resting.total,
        resting_numbers=tuple(row.number for row in found.resting.cases[:MOST_RESTING])))


def _days(period: Period) -> tuple[date, date]:
    return period.since, period.until


def _figures(now: overview.Overview, before: overview.Overview) -> Iterator[views.WeekFigure]:
    for last, former in zip(_picked(now), _picked(before), strict=True):
        yield views.WeekFigure(Words.of(CHINESE).translate(last.label), _said(last), _said(former),
                               _difference(last, former))


def _picked(told: overview.Overview) -> list[Figure]:
    known = {figure.key: figure for section in told.sections for figure in section.figures}
    return [known[key] for key in KEYS]


def _said(figure: Figure) -> str:
    return "——" if figure.value is None else _amount(figure.unit, figure.value) + UNITS[figure.unit]


def _amount(unit: Unit, value: int) -> str:
    if unit is Unit.MONEY:
        return str(Money(value))
    return f"{value // 100}.{value % 100:02d}" if unit is Unit.SHARE else f"{value:,}"


def _difference(last: Figure, former: Figure) -> str:
    if last.value is None or former.value is None:
        return "——"
    more = last.value - former.value
    if not more:
        return "持平"
    unit = "个百分点" if last.unit is Unit.SHARE else UNITS[last.unit]
    return f"{'增加' if more > 0 else '减少'}{_amount(last.unit, abs(more))}{unit}"


def _load(desk: Desk, one: Load) -> views.LoadRow:
    return views.LoadRow(_shown(desk, one.name), one.cases, one.people, one.pressing[Due.OVERDUE],
                         one.resting, one.received, one.closed)


def _duties(desk: Desk, items: Sequence[Item], names: Mapping[UUID, str]) -> Iterator[views.DutyRow]:
    words = Words.of(CHINESE)
    for row, case in items:
        yield views.DutyRow(f"{row.on:%m-%d}周{WEEKDAYS[row.on.weekday()]}", _what(row, words),
                            _short(_shown(desk, titles.applicants(words, case.first_applicant,
                                                                  case.applicant_count))),
                            case.number, names.get(case.mediator_id, ""))


def _what(row: AgendaRow, words: Words) -> str:
    if row.kind == SESSION:
        return words.fill(N_("Session at {time}"), {"time": f"{row.at:%H:%M}" if row.at else ""})
    if row.kind == INSTALMENT:
        return words.fill(N_("Instalment {number}: {amount}"), {"number": row.number, "amount": row.amount})
    if row.kind == ACCELERATION:
        return words.fill(N_("The whole rest is due at once: {amount}"), {"amount": row.amount})
    return words.translate(next(kind.label for kind in ClockKind if kind == row.kind))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[:LONGEST - 1] + "…"


def _shown(desk: Desk, text: str) -> str:
    """Text in one line; what was typed elsewhere does not stop the paper by a rare character."""
    return printable(" ".join(text.split()), desk.library.fonts)
