"""Closed periods: a form's numbers frozen as they were sent upward; later corrections stay corrections."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.forms.asking import window
from mediation_desk.domain.reports.forms.corrections import by_key, changed_cases, corrected
from mediation_desk.domain.reports.forms.filled import Correction, FilledForm, FrozenMark
from mediation_desk.domain.reports.forms.form import Ahead, Form
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.frozen_numbers import FrozenNumbers, packed, unpacked
from mediation_desk.library.reports import typed_report
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports.filling import fill, numbers
from mediation_desk.services.reports.overview import reading
from mediation_desk.services.reports.own_forms import file_name, known_forms, usable
from mediation_desk.store.reading.figures.answering import touched_by
from mediation_desk.store.work import frozen_reports
from mediation_desk.store.work.frozen_reports import Closed, Edition
from mediation_desk.store.work.work import Work

ALL = Narrow()
MOST_CASES = 20  # named with one correction


def freeze(desk: Desk, form_id: str, period: Period, narrow: Narrow = ALL, *, seen: int = 0) -> Changes:
    """Freeze the numbers of a period that is over; ``result`` is the frozen report. READ_FIGURES over all
    cases, at the office.

    It is never taken back: frozen again, the period gets a further version. ``seen``: the newest version
    that the person knows of, 0 for none; DeskError where a colleague froze one meanwhile.
    """
    if period.until >= desk.today:
        raise DeskError(N_("A period is closed once it is over."), field="period")
    with desk.reading(Verb.READ_FIGURES) as work:  # all that is counted is of one moment
        desk.require_office()
        known = usable(known_forms(desk.library, work.settings.read()), form_id)
        content = packed(_numbers(desk, work, fill(desk, work, known.form, period, narrow), known.text))
    with desk.work("freeze_report", Verb.READ_FIGURES) as work:
        of = _closed(form_id, period, narrow)
        there = frozen_reports.editions(work.connection, of)
        if len(there) != seen:
            raise _meanwhile()
        edition = Edition(work.new_key(), seen + 1, desk.who.account_id, work.who.now,
                          frozen_reports.digest(content))
        try:
            frozen_reports.keep(work.connection, work.note, of, edition, content)
        except frozen_reports.Quicker as colleague:
            raise _meanwhile() from colleague
        return work.commit(lists=("frozen_reports",), result=edition.id)


def _meanwhile() -> DeskError:
    return DeskError(N_("A colleague closed this period meanwhile. Look at it again before you close it "
                        "anew."), field="period")


def _closed(form_id: str, period: Period, narrow: Narrow) -> Closed:
    told = {name: sorted(map(str, values)) for name, values in asdict(narrow).items() if values}
    return Closed(form_id, period.since, period.until,
                  json.dumps(told, ensure_ascii=False, sort_keys=True) if told else "")


def _numbers(desk: Desk, work: Work, form: FilledForm, text: str) -> FrozenNumbers:
    public = fill(desk, work, form.form, form.period, form.narrow, public=True)
    return FrozenNumbers(text, form.form.label, form.form.note, form.form.own,
                         form.form.ahead.label if form.form.ahead else None, form.made_on.isoformat(),
                         form.tables, form.outcomes, form.due, public.tables,
                         tuple(_facts(desk, work, form)))


def _facts(desk: Desk, work: Work, form: FilledForm) -> list[CaseFacts]:
    """What is counted of each case that has any part in the form."""
    since = min((window(table, form.period).since for table in form.form.tables), default=form.period.since)
    tallies = reading(desk, work, form.narrow)
    whole = Period(min(since, form.period.since), form.period.until)
    return sorted(tallies.facts(touched_by(whole)), key=lambda one: one.case_id)


def versions(desk: Desk, form_id: str, period: Period, narrow: Narrow = ALL) -> list[FrozenMark]:
    """The frozen versions of a period, oldest first. READ_FIGURES over all cases."""
    with desk.reading(Verb.READ_FIGURES) as work:
        return [_mark(work, one)
                for one in frozen_reports.editions(work.connection, _closed(form_id, period, narrow))]


def _mark(work: Work, edition: Edition) -> FrozenMark:
    return FrozenMark(edition.id, edition.edition, work.accounts.names().get(edition.made_by, "?"),
                      edition.made_at)


def frozen(desk: Desk, form_id: str, period: Period, narrow: Narrow = ALL, *, version: int = 0) -> FilledForm:
    """A version as it was frozen, the newest for 0, with what was corrected since. READ_FIGURES over all
    cases. DeskError where there is none."""
    with desk.reading(Verb.READ_FIGURES) as work:
        form = usable(known_forms(desk.library, work.settings.read()), form_id).form
        found = frozen_reports.editions(work.connection, _closed(form_id, period, narrow))
        if not 0 <= version <= len(found) or not found:
            raise DeskError(N_("That version of the period is not in this store."), field="period")
        return _shown(desk, work, form, period, narrow, found[version - 1])


def to_publish(work: Work, form: FilledForm) -> FilledForm:
    """The frozen form as it is to be published: with what hiding needs to know of its figures."""
    mark = form.frozen
    assert mark is not None
    of = _closed(form.form.id, form.period, form.narrow)
    edition = next((one for one in frozen_reports.editions(work.connection, of) if one.id == mark.id), None)
    if edition is None:
        raise DeskError(N_("That version of the period is not in this store."), field="period")
    return replace(form, tables=unpacked(frozen_reports.content(work.connection, edition)).public)


def newest(desk: Desk, work: Work, form: Form, period: Period, narrow: Narrow) -> FilledForm | None:
    """The newest version, for whoever counts all cases; None where the period is not closed."""
    if not desk.may(Verb.READ_FIGURES):
        return None
    found = frozen_reports.editions(work.connection, _closed(form.id, period, narrow))
    return _shown(desk, work, form, period, narrow, found[-1]) if found else None


def _shown(desk: Desk, work: Work, form: Form, period: Period, narrow: Narrow, edition: Edition
           ) -> FilledForm:
    kept = unpacked(frozen_reports.content(work.connection, edition))
    then = _form(desk, kept, form)
    ahead = Ahead(kept.ahead, 1, 1) if kept.ahead else None
    shown = FilledForm(replace(then, label=kept.label, note=kept.note, own=kept.own, ahead=ahead), period,
                       narrow, kept.tables, kept.outcomes, False, date.fromisoformat(kept.made_on), kept.due,
                       frozen=_mark(work, edition))
    return replace(shown, corrections=_corrections(desk, work, then, kept, shown))


def _form(desk: Desk, kept: FrozenNumbers, now: Form) -> Form:
    """The form as it was then; as it is now where this program cannot read it any more."""
    try:
        return typed_report(kept.text, file_name(now.id), desk.library.report_names)
    except FormError:
        return now


def _corrections(desk: Desk, work: Work, form: Form, kept: FrozenNumbers, shown: FilledForm
                 ) -> tuple[Correction, ...]:
    fresh = fill(desk, work, form, shown.period, shown.narrow)
    found = list(corrected(kept.tables, fresh.tables))
    if not found:
        return ()
    matters = desk.library.report_names.matters
    then, now = by_key(kept.facts), by_key(_facts(desk, work, fresh))
    keys = [changed_cases(then, now, behind, matters) for _correction, behind in found]
    called = dict(numbers(work, sorted({key for one in keys for key in one})))
    return tuple(replace(correction, cases=_named(called, cases))
                 for (correction, _behind), cases in zip(found, keys, strict=True))


def _named(called: dict[UUID, str], cases: frozenset[UUID]) -> tuple[tuple[UUID, str], ...]:
    return tuple(sorted(((key, called[key]) for key in cases if key in called),
                        key=lambda one: one[1])[:MOST_CASES])
