"""One reading of a form: what it asks counted, its rows named, its identities held to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from mediation_desk.domain.agenda import ANSWER, INSTALMENT, KINDS, REFERRAL, SERVICE, SESSION
from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.reports.forms.asking import asks
from mediation_desk.domain.reports.forms.counting import Counts
from mediation_desk.domain.reports.forms.dimensions import TERMS
from mediation_desk.domain.reports.forms.filled import Due, FilledForm, FilledTable
from mediation_desk.domain.reports.forms.filling import Filling, Names
from mediation_desk.domain.reports.forms.form import Form
from mediation_desk.domain.reports.forms.reconciling import outcomes
from mediation_desk.domain.reports.period import DAY, Narrow, Period
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import HERE, HERE_LABEL, Site
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.vocabulary import ClockKind
from mediation_desk.domain.words import N_
from mediation_desk.library import titles
from mediation_desk.library.words import CHINESE, ENGLISH, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports.overview import reading
from mediation_desk.store.reading.figures.answering import answer, answer_most, company_names
from mediation_desk.store.reading.figures.tallies import Tallies
from mediation_desk.store.work.work import Work

_KINDS = {**{kind.value: kind.label for kind in (*ClockKind, *OrderClockKind)}, SESSION: N_("Session"),
          INSTALMENT: N_("Instalment"), SERVICE: N_("Papers to be received"),
          REFERRAL: N_("Answers of other offices"),
          ANSWER: N_("Answer owed to the office that sent the case")}


def fill(desk: Desk, work: Work, form: Form, period: Period, narrow: Narrow, *, public: bool = False
         ) -> FilledForm:
    """The form with the numbers of today. ``public``: with what hiding needs to know, and without rows and
    lists that name somebody."""
    tables = _tables(desk, work, reading(desk, work, narrow), form, period, public=public)
    return FilledForm(form, period, narrow, tables, outcomes(form, tables), not desk.may(Verb.READ_FIGURES),
                      desk.today, () if public else _ahead(work, form, period))


def empty(desk: Desk, form: Form, period: Period) -> FilledForm:
    """The form as it looks without numbers, for whoever may not read figures."""
    nothing = Counts({}, {}, desk.library.report_names.matters)
    tables = Filling(form, period, Counts(asks(form, period), {}, nothing.matters), _terms()).tables()
    return FilledForm(form, period, Narrow(), tables, (), False, desk.today, counted=False)


def _tables(desk: Desk, work: Work, tallies: Tallies, form: Form, period: Period, *, public: bool
            ) -> tuple[FilledTable, ...]:
    places = asks(form, period)
    each = list(dict.fromkeys(places.values()))
    counts = Counts(places, {ask: answer(tallies, ask) for ask in each}, desk.library.report_names.matters,
                    {ask: answer_most(tallies, ask) for ask in each} if public else {})
    names = _names(desk, work)
    tables = Filling(form, period, counts, names, public).tables()
    companies = _companies(form, tables)
    if not companies:
        return tables
    called = {key: Label(name, name) for key, name in company_names(work.connection, companies).items()}
    return Filling(form, period, counts, {**names, "company": called}, public).tables()


def _names(desk: Desk, work: Work) -> Names:
    causes = {one.label.zh: Label(one.label.zh, one.label.en) for one in desk.library.causes}
    people = {str(key): Label(name, name) for key, name in work.accounts.names().items()}
    return {**_terms(), "mediator": people, "cause": causes, "site": _sites(work)}


def _sites(work: Work) -> dict[str, Label]:
    """The office itself, and its sites."""
    chinese, english = Words.of(CHINESE), Words.of(ENGLISH)
    named = {str(one.id): Label(one.name, one.name) for one in work.all_of(Site)}
    return {str(HERE): Label(chinese.translate(HERE_LABEL), english.translate(HERE_LABEL)), **named}


def _terms() -> Names:
    """What the vocabulary's terms and the claims are called in both languages."""
    chinese, english = Words.of(CHINESE), Words.of(ENGLISH)
    terms = {name: {one.value: Label(chinese.translate(one.label), english.translate(one.label))
                    for one in kind} for name, kind in TERMS.items()}
    claims = {name: Label(chinese.sentence(one.label), english.sentence(one.label))
              for name, one in CLAIMS.items()}
    return {**terms, "claim": claims}


def _companies(form: Form, tables: Sequence[FilledTable]) -> list[str]:
    """The companies that have a row, as facts compare them."""
    shown = {table.id: table for table in tables}
    rows = [(shown[table.id], row.id) for table in form.tables if table.id in shown
            for row in table.rows if row.by and row.by.dimension == "company"]
    return sorted({key for table, row_id in rows for one in table.rows
                   if one.id.startswith(f"{row_id}/") and (key := one.id.removeprefix(f"{row_id}/"))})


def _ahead(work: Work, form: Form, period: Period) -> tuple[Due, ...]:
    """What falls due in the days after the period, in the cases that the person may see."""
    if form.ahead is None:
        return ()
    chinese, english = Words.of(CHINESE), Words.of(ENGLISH)
    found = work.lists.agenda(period.until + DAY, period.until + timedelta(days=form.ahead.days), KINDS,
                              limit=form.ahead.most)
    return tuple(Due(row.on, Label(chinese.translate(_KINDS[row.kind]), english.translate(_KINDS[row.kind])),
                     case.number, Label(titles.of_row(chinese, case), titles.of_row(english, case)))
                 for row, case in found)


def numbers(work: Work, keys: Sequence[UUID]) -> tuple[tuple[UUID, str], ...]:
    """The cases' numbers, of those that the person may see."""
    return tuple(sorted(((row.case_id, row.number) for row in work.lists.rows(list(keys))),
                        key=lambda one: one[1]))
