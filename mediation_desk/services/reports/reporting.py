"""Puts a report together: a form, the overview, or a list of cases, for the inside or to be published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from mediation_desk.documents.report import Report
from mediation_desk.documents.views.report import ReportRow, ReportTable
from mediation_desk.documents.views.shared import OfficeView
from mediation_desk.domain.reports import overview_tables
from mediation_desk.domain.reports.disclosure.cells import Thresholds
from mediation_desk.domain.reports.forms.filled import Correction, Due, FilledForm, FilledTable
from mediation_desk.domain.reports.forms.filling import names_somebody
from mediation_desk.domain.reports.forms.gathering import published
from mediation_desk.domain.reports.forms.publishing import publish
from mediation_desk.domain.reports.forms.reconciling import outcomes
from mediation_desk.domain.reports.overview_tables import COLUMNS
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import HERE, HERE_LABEL, Site
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.words import CHINESE, ENGLISH, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import on_one_line
from mediation_desk.services.reports import closing_periods, overview
from mediation_desk.services.reports.filling import fill
from mediation_desk.store.work.work import Work

HIDDEN = ("公开版：少于{smallest}件（人）的以“<{smallest}”表示；一件占{dominance}%以上的金额、"
          "不足{fewest}件的中位数，以及可由其他数字推算出上述数字的，不予显示。")
NAMES_LEFT_OUT = "列有单位名称或者姓名的表只供内部使用，公开版不列。"
OWN_CASES = "只含制表人承办的案件"


def thresholds(desk: Desk) -> Thresholds:
    """When a figure is hidden, as the office sets it."""
    settings = desk.settings
    return Thresholds(settings.publish_smallest_count, Fraction(settings.publish_dominance_percent, 100),
                      settings.publish_fewest_values)


def of_form(desk: Desk, work: Work, form: FilledForm) -> Report:
    """The form as it was filled, complete. Of all cases it is told to whoever may still count them all."""
    desk.require(Verb.READ_FIGURES, own_case=form.own)
    tables = tuple(_on_one_line(one) for one in form.tables)
    return replace(begun(desk, work, form.form.label.zh, form.period, form.narrow, own=form.own),
                   tables=tables, outcomes=form.outcomes, notes=tuple(_notes(form)),
                   lists=tuple(_lists(form)))


def of_form_published(desk: Desk, work: Work, form: FilledForm) -> tuple[Report, int]:
    """The form with figures hidden, and how many. A closed period's are its frozen ones."""
    desk.require(Verb.READ_FIGURES)  # for readers outside it is of the whole office, and a supervisor's
    counted = closing_periods.to_publish(work, form) if form.frozen else fill(
        desk, work, form.form, form.period, form.narrow, public=True)
    told = outcomes(counted.form, counted.tables)
    if any(one.holds is False for one in told):
        raise DeskError(N_("The form does not reconcile, so it is not published. Look at its identities."))
    tables, hidden = publish(counted, thresholds(desk))
    notes = [*_frozen_notes(form), hiding_note(desk)]
    if any(map(names_somebody, form.form.tables)):
        notes.append(NAMES_LEFT_OUT)
    head = begun(desk, work, form.form.label.zh, form.period, form.narrow, own=False)
    return replace(head, public=True, tables=tables, outcomes=told, notes=(
        *([form.form.note.zh] if form.form.note.zh else []), *notes)), hidden


def of_overview(desk: Desk, period: Period, narrow: Narrow) -> Report:
    """The overview beside the period before and the year before."""
    compared = overview.overview(desk, period, narrow)
    each = (compared.now, compared.before, compared.year_before)
    with desk.reading() as work:
        head = begun(desk, work, "案件统计总览", period, narrow, own=compared.now.own)
    sections = [one.sections for one in each]
    known = tuple(overview_tables.definitions(sections, _label))
    return replace(head, tables=overview_tables.tables(sections, _label), notes=(
        _periods([one.period for one in each]), *dict.fromkeys(known)))


def of_overview_published(desk: Desk, work: Work, period: Period, narrow: Narrow) -> tuple[Report, int]:
    """The same with figures hidden, and how many: the rates of the hotline by the orders behind them."""
    desk.require(Verb.READ_FIGURES)  # for readers outside it is of the whole office, and a supervisor's
    periods = (period, period.before(), period.year_before())
    form = desk.library.overview_form
    filled = [fill(desk, work, form, one, narrow, public=True) for one in periods]
    if not all(one.reconciles for one in filled):
        raise DeskError(N_("The form does not reconcile, so it is not published. Look at its identities."))
    tables, hidden = published(overview_tables.together(
        filled, [label for _key, label in COLUMNS], thresholds(desk)))
    head = begun(desk, work, form.label.zh, period, narrow, own=False)
    return replace(head, public=True, tables=tables, outcomes=filled[0].outcomes,
                   notes=(_periods(periods), hiding_note(desk))), hidden


def hiding_note(desk: Desk) -> str:
    """What a published report says of what is not in it."""
    settings = desk.settings
    return HIDDEN.format(smallest=settings.publish_smallest_count,
                         dominance=settings.publish_dominance_percent, fewest=settings.publish_fewest_values)


# -- what stands above and below -------------------------------------------------------------


def begun(desk: Desk, work: Work, title: str, period: Period, narrow: Narrow, *, own: bool) -> Report:
    """A report that says what it is, and no figures yet."""
    settings = desk.settings
    filters = [*(_filters(work, narrow) or ["全部案件"]), *([OWN_CASES] if own else [])]
    return Report(OfficeView(settings.name, settings.seal_name), title, False, days(period),
                  on_one_line("；".join(filters)), on_one_line(desk.who.name),
                  f"{desk.today:%Y-%m-%d}", ())


def days(period: Period) -> str:
    """A period in Chinese."""
    since, until = (Words.of(CHINESE).day(one) for one in (period.since, period.until))
    return since if since == until else f"{since}至{until}"


def _filters(work: Work, narrow: Narrow) -> list[str]:
    chinese, names = Words.of(CHINESE), work.accounts.names()
    sites = {HERE: chinese.translate(HERE_LABEL), **{one.id: one.name for one in work.all_of(Site)}}
    told = (("调解员", [names.get(one, "?") for one in narrow.mediators]),
            ("来源", [chinese.translate(one.label) for one in narrow.sources]),
            ("用工类型", [chinese.translate(one.label) for one in narrow.kinds]),
            ("平台", list(narrow.platforms)), ("案由", list(narrow.causes)), ("请求", list(narrow.claims)),
            ("站点", [sites.get(one, "?") for one in narrow.sites]),
            ("阶段", [chinese.translate(one.label) for one in narrow.stations]))
    return [f"{name}：{'、'.join(values)}" for name, values in told if values]


def _periods(periods: Sequence[Period]) -> str:
    return "；".join(f"{label.zh}：{days(one)}" for (_key, label), one in zip(COLUMNS, periods, strict=True))


def _label(text: str) -> Label:
    return Label(Words.of(CHINESE).translate(text), Words.of(ENGLISH).translate(text))


def _notes(form: FilledForm) -> list[str]:
    return [*([form.form.note.zh] if form.form.note.zh else []), *_frozen_notes(form)]


def _frozen_notes(form: FilledForm) -> list[str]:
    if form.frozen is None:
        return []
    return [f"本期已结账：{form.frozen.made_at:%Y-%m-%d}，第{form.frozen.version}版，{form.frozen.made_by}。"]


def _lists(form: FilledForm) -> list[ReportTable]:
    found = []
    if form.form.ahead is not None:
        found.append(_due(form.form.ahead.label.zh, form.due))
    if form.corrections:
        found.append(_corrections(form.corrections))
    return found


def _due(title: str, due: Sequence[Due]) -> ReportTable:
    rows = tuple(ReportRow(f"{one.on:%Y-%m-%d}", (one.what.zh, one.number, on_one_line(one.names.zh)))
                 for one in due)
    return ReportTable(title, "日期", ("事项", "案号", "当事人"), rows)


def _corrections(corrections: Sequence[Correction]) -> ReportTable:
    from mediation_desk.documents.report import shown
    from mediation_desk.domain.reports.forms.filled import Cell

    rows = tuple(ReportRow(f"{one.table.zh}／{one.row.zh}", (
        one.column.zh, shown(Cell(one.unit, one.then)), shown(Cell(one.unit, one.now)),
        "、".join(number for _key, number in one.cases) or "——")) for one in corrections)
    return ReportTable("结账后的更正", "表／行", ("栏目", "结账数", "现数", "涉及案件"), rows)


def _on_one_line(table: FilledTable) -> FilledTable:
    """Rows that are called by what somebody typed, each in one line."""
    rows = tuple(replace(row, label=Label(on_one_line(row.label.zh), row.label.en))
                 for row in table.rows)
    return replace(table, rows=rows)
