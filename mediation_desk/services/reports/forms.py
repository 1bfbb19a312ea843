"""Statistical forms: which there are, filled for a period, and what an office writes of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Key
from mediation_desk.domain.reports.forms.filled import FilledForm
from mediation_desk.domain.reports.forms.form import Form, PeriodKind, Ref
from mediation_desk.domain.reports.period import DAY, Narrow, Period, moved
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.reports import typed_report
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.desk import Desk
from mediation_desk.services.form_texts import Standing as Standing
from mediation_desk.services.office.merging import merged_rows
from mediation_desk.services.reports import closing_periods
from mediation_desk.services.reports.filling import empty, fill
from mediation_desk.services.reports.overview import reading
from mediation_desk.services.reports.own_forms import OWN, Known, known_forms, own_texts, usable
from mediation_desk.store.reading.figures.answering import cases_behind
from mediation_desk.store.work.work import Work

ALL = Narrow()
TYPED = "form.toml"
_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12}


@dataclass(frozen=True)
class FormLine:
    """A form in the list. ``trouble``: the office's own text cannot be used, and why; a shipped form then
    stands in its place where there is one."""

    id: str
    label: Label
    note: Label
    period: PeriodKind
    own: bool
    standing: Standing
    trouble: FormError | None = None


def listed(desk: Desk) -> list[FormLine]:
    """The forms that there are, in their order."""
    with desk.reading() as work:
        return [_line(name, one) for name, one in _known(desk, work).items()]


def _line(name: str, known: Known) -> FormLine:
    standing = Standing.SHIPPED if known.own is None else Standing.CHANGED if known.shipped else \
        Standing.OFFICE
    form = known.form
    return FormLine(name, form.label, form.note, form.period, form.own, standing, known.trouble)


def _known(desk: Desk, work: Work) -> Mapping[str, Known]:
    return known_forms(desk.library, work.settings.read())


def last_period(kind: PeriodKind, today: date) -> Period:
    """The period for which such a form is usually filled: today, or the last whole month, quarter, year."""
    if kind is PeriodKind.DAY:
        return Period.of_day(today)
    months = _MONTHS[kind]
    ends = date(today.year, (today.month - 1) // months * months + 1, 1)
    return Period(moved(ends, -months), ends - DAY)


def filled(desk: Desk, form_id: str, period: Period, narrow: Narrow = ALL, *, fresh: bool = False
           ) -> FilledForm:
    """The form with its numbers, in one reading. READ_FIGURES: a supervisor all cases, a mediator their own.

    Of a closed period the frozen numbers, with what was corrected since; ``fresh``: the numbers of today.
    An unknown form, or one that cannot be used, is a DeskError.
    """
    with desk.reading() as work:
        desk.require(Verb.READ_FIGURES, own_case=True)
        form = usable(_known(desk, work), form_id).form
        if not fresh and (found := closing_periods.newest(desk, work, form, period, narrow)):
            return found
        return fill(desk, work, form, period, require_whose(desk, form, narrow))


def require_whose(desk: Desk, form: Form, narrow: Narrow) -> Narrow:
    """The narrowing of a form; one that each mediator fills with their own cases says whose."""
    if form.own and not narrow.mediators and desk.may(Verb.READ_FIGURES):
        raise DeskError(N_("Choose whose cases this form is about."), field="mediators")
    return narrow


def behind(desk: Desk, form: FilledForm, place: Ref, offset: int, limit: int) -> list[CaseRow]:
    """The cases behind a cell, a page at a time, the latest first; none where it counts no cases itself."""
    counted = form.cell(place).behind
    with desk.reading() as work:
        tallies = reading(desk, work, form.narrow)
        if counted is None:
            return []
        found = cases_behind(tallies, counted, desk.library.report_names.matters, offset, limit)
        rows = {row.case_id: row for row in work.lists.rows(found)}
        return [rows[one] for one in found if one in rows]


# -- an office's own -------------------------------------------------------------------------


def text_of(desk: Desk, form_id: str) -> str:
    """The form as it is written: the office's own, else the shipped one."""
    with desk.reading() as work:
        known = _known(desk, work).get(form_id)
    if known is None:
        raise DeskError(N_("There is no form called “{path}”."), path=form_id)
    return known.text if known.own is None else known.own


def own_text_of(desk: Desk, form_id: str) -> str | None:
    """The office's own text, None where it has none: what ``keep`` and ``drop`` take as seen."""
    with desk.reading() as work:
        return own_texts(work.settings.read()).get(form_id)


def previewed(desk: Desk, text: str, period: Period | None = None) -> FilledForm:
    """A form as somebody is typing it, filled for the period (None: its usual one); shown empty to whoever
    may not read figures, and where it says nothing of whose cases. FormError with the line where it is
    wrong."""
    form = typed_report(text, TYPED, desk.library.report_names)
    days = period or last_period(form.period, desk.today)
    with desk.reading() as work:
        if not desk.may(Verb.READ_FIGURES, own_case=True):
            desk.require(Verb.EDIT_FORMS)
            return empty(desk, form, days)
        return fill(desk, work, form, days, ALL)


def keep(desk: Desk, text: str, seen: str | None = None) -> Changes:
    """Let this be the office's form of its id, in place of a shipped one or beside them. Verb.EDIT_FORMS.

    ``seen``: the office's own text as the person looked at it, None where there was none. FormError for
    what cannot be used; Conflicts where a colleague changed it meanwhile.
    """
    form = typed_report(text, TYPED, desk.library.report_names)
    return _keep(desk, form.id, text, seen)


def drop(desk: Desk, form_id: str, seen: str | None = None) -> Changes:
    """Forget the office's own form; a shipped one of that id counts again. Verb.EDIT_FORMS."""
    return _keep(desk, form_id, None, seen)


def _keep(desk: Desk, form_id: str, text: str | None, seen: str | None) -> Changes:
    with desk.work("edit_forms", Verb.EDIT_FORMS) as work:
        stands = own_texts(work.settings.read())
        others = {name: one for name, one in stands.items() if name != form_id}
        looked_at = others if seen is None else {**others, form_id: seen}
        mine = others if text is None else {**others, form_id: text}
        merged = merged_rows(desk, work, _rows(looked_at), _rows(mine), _rows(stands),
                             lambda _place: ("settings", OWN))
        work.settings.write({OWN: {name: row["text"] for (_, name), row in merged.items()}})
        return work.commit(lists=("forms",))


def _rows(texts: Mapping[str, str]) -> dict[Key, dict[str, str]]:
    return {("forms", name): {"text": text} for name, text in texts.items()}
