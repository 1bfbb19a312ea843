"""The forms of papers as text: an office changes one, looks at it, keeps it, and has the shipped one back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.keys import made_at
from mediation_desk.domain.own_files import OwnForm
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.library.forms import (
    PaperStation,
    document_names,
    document_template,
    document_text,
    usable_header,
)
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.desk import Desk
from mediation_desk.services.form_texts import Standing as Standing
from mediation_desk.services.form_texts import checked, path_of
from mediation_desk.services.forms_in_force import forms_in_force
from mediation_desk.services.office.own_texts import TABLE, keep_text
from mediation_desk.store.journal import entries
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class DocumentForm:
    """A form in the list. ``trouble``: the office's own text cannot be used by this program, and why."""

    name: str
    title: Label
    station: PaperStation
    standing: Standing
    trouble: FormError | None = None


@dataclass(frozen=True)
class Version:
    """A text that the office kept, who kept it, when, and until when it counted (None: it counts)."""

    text: str
    by: str
    since: datetime
    until: datetime | None


def listed(desk: Desk) -> list[DocumentForm]:
    """Every form of a paper, in the order of their stations and titles."""
    with desk.reading() as work:
        desk.forms = forms_in_force(work)
    stations = list(PaperStation.__args__)  # type: ignore[attr-defined]
    found = [_listed(name, desk.forms) for name in document_names(desk.forms)]
    return sorted(found, key=lambda one: (stations.index(one.station), one.title.zh))


def _listed(name: str, forms: Mapping[str, str]) -> DocumentForm:
    is_own, is_shipped = path_of(name) in forms, name in document_names()
    standing = Standing.SHIPPED if not is_own else Standing.CHANGED if is_shipped else Standing.OFFICE
    try:
        header = document_template(name, forms).header
        return DocumentForm(name, Label(header.title, header.title_en), header.station, standing)
    except FormError as trouble:
        shipped = usable_header(name, forms)
        if shipped is None:
            return DocumentForm(name, Label(name, name), "office", standing, trouble)
        return DocumentForm(name, Label(shipped.title, shipped.title_en), shipped.station, standing, trouble)


def text_of(desk: Desk, name: str) -> str:
    """The form as it is written: the office's own, else the shipped one. DeskError where there is none."""
    with desk.reading() as work:
        return document_text(name, forms_in_force(work))


def own_text_of(desk: Desk, name: str) -> str | None:
    """The office's own text, None where it has none: what ``keep`` and ``drop`` take as seen."""
    with desk.reading() as work:
        return forms_in_force(work).get(path_of(name))


def versions(desk: Desk, name: str) -> list[Version]:
    """What the office kept of a form, the latest first; the shipped text is not among them."""
    with desk.reading() as work:
        names = work.accounts.names()
        found = [one for one in work.all_of(OwnForm) if one.path == path_of(name)]
        return [Version(one.text, _author(work, one, names), made_at(one.id).astimezone(desk.zone),
                        one.removed_at.astimezone(desk.zone) if one.removed_at else None)
                for one in sorted(found, key=_lately, reverse=True)]


def _lately(form: OwnForm) -> tuple[bool, datetime, UUID]:
    """What counts comes last, before it what went latest."""
    return form.removed_at is None, form.removed_at or made_at(form.id), form.id


def _author(work: Work, form: OwnForm, names: Mapping[UUID, str]) -> str:
    told = entries.of_row(work.connection, None, TABLE, str(form.id))
    return names.get(told[0].account_id, "") if told else ""


# -- changing --------------------------------------------------------------------------------


def keep(desk: Desk, name: str, text: str, seen: str | None = None) -> Changes:
    """Let this be the office's form of that name. Verb.EDIT_FORMS.

    ``seen``: the office's own text as the person looked at it, None where there was none. FormError for
    what cannot be used; Conflicts where a colleague changed it meanwhile. Former texts are kept: a paper
    that was frozen in one of them can still be read with it.
    """
    return keep_text(desk, path_of(name), checked(name, text), seen)


def drop(desk: Desk, name: str, seen: str | None = None) -> Changes:
    """Let the shipped form count again, or an own one be gone. Verb.EDIT_FORMS."""
    return keep_text(desk, path_of(name), None, seen)
