"""Exports of a form, of the overview, and of the list behind a number: for the inside, or to be published."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from mediation_desk.domain.reports import figures
from mediation_desk.domain.reports.forms.filled import FilledForm
from mediation_desk.domain.reports.forms.form import Ref
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.forms import document_template
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper, origin_of
from mediation_desk.services.reports import placing, reporting
from mediation_desk.services.reports.overview import keys_behind, reading
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.reading.figures.answering import cases_behind
from mediation_desk.store.work.work import Work

if TYPE_CHECKING:
    from mediation_desk.documents.report import Report

CHUNK = 500  # cases read at once
TEMPLATE = "statistical-report"
MOST_ON_PAPER = 2_000  # cases in a list that is printed


class Kind(Term):
    """The kind of file; the value is its ending."""

    XLSX = ".xlsx", N_("XLSX, to count on with")
    CSV = ".csv", N_("CSV, for other programs")
    PDF = ".pdf", N_("PDF")
    DOCX = ".docx", N_("DOCX, to go on writing in")


class Audience(Term):
    """For whom an export is. What is to be published has figures hidden that say too much of single cases."""

    INSIDE = "inside", N_("For the inside, complete")
    PUBLISH = "publish", N_("To be published")


@dataclass(frozen=True)
class Wanted:
    """What kind of file, and for whom."""

    kind: Kind
    audience: Audience = Audience.INSIDE


@dataclass(frozen=True)
class Written:
    """A file that was written: how many rows it has, and how many figures are hidden in it."""

    path: Path
    rows: int
    hidden: int = 0


def export_form(desk: Desk, form: FilledForm, wanted: Wanted, target: str, pace: Pace = AT_EASE) -> Written:
    """Write the form as it was filled. ``target``: a path as somebody typed or chose it.

    What is to be published is counted anew, with figures hidden, and needs READ_FIGURES over all cases;
    DeskError naming table, row and column where a hidden one could be worked out, or where the form does
    not reconcile. DeskError beside ``path``; Stopped, and nothing lies there.
    """
    return _written(desk, lambda: _form(desk, form, wanted.audience), wanted.kind, target, pace)


def export_overview(desk: Desk, period: Period, narrow: Narrow, wanted: Wanted, target: str,
                    pace: Pace = AT_EASE) -> Written:
    """The same of the overview, with the periods that it is compared with."""
    return _written(desk, lambda: _overview(desk, period, narrow, wanted.audience), wanted.kind, target, pace)


def export_cases(desk: Desk, period: Period, narrow: Narrow, behind: figures.Behind, title: str,
                 wanted: Wanted, target: str, pace: Pace = AT_EASE) -> Written:
    """The list of the cases behind a number of the overview; ``title`` is what the number is called, a
    message id. A list of cases is for the inside alone."""
    def keys(work: Work) -> list[UUID]:
        tallies = reading(desk, work, narrow)
        return keys_behind(tallies, period, behind)

    called = Words.of(CHINESE).translate(title)
    return _list(desk, _Listed(called, period, narrow, keys), wanted, target, pace)


def export_cell(desk: Desk, form: FilledForm, place: Ref, wanted: Wanted, target: str,
                pace: Pace = AT_EASE) -> Written:
    """The list of the cases behind a cell of a form."""
    behind = form.cell(place).behind
    if behind is None:
        raise DeskError(N_("No cases are counted there."), field="place")
    table = next(one for one in form.tables if one.id == place[0])
    row = next(one for one in table.rows if one.id == place[1])
    column = next(one for one in table.columns if one.id == place[2])

    def keys(work: Work) -> list[UUID]:
        tallies = reading(desk, work, form.narrow)
        return cases_behind(tallies, behind, desk.library.report_names.matters, 0, None)

    title = f"{form.form.label.zh}：{table.label.zh}，{row.label.zh}，{column.label.zh}"
    return _list(desk, _Listed(title, behind.period, form.narrow, keys), wanted, target, pace)


def paper_of_form(desk: Desk, form: FilledForm, audience: Audience = Audience.INSIDE) -> Paper:
    """The form on paper, to be looked at and printed; as :func:`export_form` has it."""
    return _to_look_at(desk, _form(desk, form, audience)[0])


def paper_of_overview(desk: Desk, period: Period, narrow: Narrow, audience: Audience = Audience.INSIDE
                      ) -> Paper:
    """The overview on paper."""
    return _to_look_at(desk, _overview(desk, period, narrow, audience)[0])


def _to_look_at(desk: Desk, report: Report) -> Paper:
    from mediation_desk.documents.report import paper

    view = paper(report)
    return Paper(TEMPLATE, report.title, _paper(desk, report, Kind.PDF), origin=origin_of(view, desk.forms),
                 mark=report.audience)


def proposed_name(desk: Desk, form: FilledForm, wanted: Wanted) -> str:
    """What the file is called unless somebody wants otherwise, with its ending."""
    whom = "公开" if wanted.audience is Audience.PUBLISH else "内部"
    office = desk.settings.name
    return placing.name(f"{office} {form.form.label.zh} {reporting.days(form.period)}（{whom}）") + \
        wanted.kind.value


def _form(desk: Desk, form: FilledForm, audience: Audience) -> tuple[Report, int]:
    with desk.reading() as work:
        if audience is Audience.PUBLISH:
            return reporting.of_form_published(desk, work, form)
        return reporting.of_form(desk, work, form), 0


def _overview(desk: Desk, period: Period, narrow: Narrow, audience: Audience) -> tuple[Report, int]:
    if audience is Audience.INSIDE:
        return reporting.of_overview(desk, period, narrow), 0
    with desk.reading() as work:
        return reporting.of_overview_published(desk, work, period, narrow)


# -- into a file -----------------------------------------------------------------------------


def _written(desk: Desk, told: Callable[[], tuple[Report, int]], kind: Kind, target: str, pace: Pace
             ) -> Written:
    path = placing.typed(target, kind.value)
    pace.step(0, 2)
    report, hidden = told()
    pace.step(1, 2)
    with placing.new_file(path, lambda: pace.step(2, 2)) as file:
        rows = _write(desk, report, kind, file, path.parent)
    return Written(path, rows, hidden)


def _write(desk: Desk, report: Report, kind: Kind, file: BinaryIO, aside: Path) -> int:
    if kind is Kind.XLSX:
        from mediation_desk.documents.workbook import write_report

        return write_report(file, aside, report)
    if kind is Kind.CSV:
        from mediation_desk.documents.separated import report_rows, write_rows

        return write_rows(file, report_rows(report))
    file.write(_paper(desk, report, kind))
    return sum(len(one.rows) for one in report.tables) + sum(len(one.rows) for one in report.lists)


def _paper(desk: Desk, report: Report, kind: Kind) -> bytes:
    from mediation_desk.documents.render import docx, pdf
    from mediation_desk.documents.report import paper

    view = paper(report)
    template = document_template(view.template, desk.forms)
    if kind is Kind.PDF:
        return pdf(template, view, desk.fonts, created=desk.now, mark=report.audience)
    return docx(template, view, created=desk.now, fonts=desk.fonts, mark=report.audience)


# -- lists of cases --------------------------------------------------------------------------


@dataclass(frozen=True)
class _Listed:
    title: str
    period: Period
    narrow: Narrow
    keys: Callable[[Work], list[UUID]]


def _list(desk: Desk, listed: _Listed, wanted: Wanted, target: str, pace: Pace) -> Written:
    from mediation_desk.services.reports.listing import Listing

    if wanted.audience is Audience.PUBLISH:
        raise DeskError(N_("A list of cases is for the inside alone."), field="audience")
    path = placing.typed(target, wanted.kind.value)
    with placing.new_file(path) as file, desk.reading() as work:
        listing = Listing(desk, work, listed.title, listed.period, listed.narrow, pace)
        keys = listed.keys(work)
        if wanted.kind is Kind.XLSX:
            listing.workbook(file, path.parent, keys)
        elif wanted.kind is Kind.CSV:
            listing.separated(file, keys)
        else:
            file.write(_paper(desk, listing.report(_few(keys)), wanted.kind))
    return Written(path, len(keys))


def _few(keys: Sequence[UUID]) -> Sequence[UUID]:
    if len(keys) > MOST_ON_PAPER:
        raise DeskError(N_("The list has {count} cases, too many for paper. Export it as XLSX or CSV."),
                        field="kind", count=len(keys))
    return keys
