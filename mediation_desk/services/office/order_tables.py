"""The tables of sources as text: an office changes one, keeps it, and has the shipped one back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake.order.tables import OrderTable
from mediation_desk.domain.intake.order.terms import OrderClockKind, OrderTerms
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.sources import path_of, shipped_tables, source_names, source_text, typed_table
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.desk import Desk
from mediation_desk.services.forms_in_force import forms_in_force
from mediation_desk.services.office.own_texts import keep_text
from mediation_desk.services.order_tables import table_of

LARGEST = 100_000  # characters of a table


@dataclass(frozen=True)
class Listed:
    """A source with its table, and whose that is. ``own``: the office's text counts; ``trouble``: it cannot
    be used by this program, so that the shipped one counts."""

    name: str
    table: OrderTable
    own: bool = False
    trouble: FormError | None = None


def listed(desk: Desk) -> list[Listed]:
    """Every source that sends orders, in the order of sources."""
    with desk.reading() as work:
        desk.forms = forms_in_force(work)
    return [_listed(name, desk.forms) for name in source_names()]


def _listed(name: str, forms: Mapping[str, str]) -> Listed:
    own, trouble = forms.get(path_of(name)), None
    try:
        typed_table(own or source_text(name), name)
    except FormError as found:
        trouble = found
    return Listed(name, table_of(name, forms) or shipped_tables()[name], own is not None, trouble)


def text_of(desk: Desk, name: str) -> str:
    """The table as it is written: the office's own, else the shipped one."""
    with desk.reading() as work:
        return forms_in_force(work).get(path_of(_known(name))) or source_text(name)


def own_text_of(desk: Desk, name: str) -> str | None:
    """The office's own text, None where it has none: what ``keep`` and ``drop`` take as seen."""
    with desk.reading() as work:
        return forms_in_force(work).get(path_of(_known(name)))


@dataclass(frozen=True)
class KindSeen:
    """A kind of order as a table has it: when an order that came just now, and an urgent one, would have to
    be signed in, contacted and finished; None where the table does not say."""

    label: Label
    ends: tuple[datetime | None, ...]
    urgent: tuple[datetime | None, ...]


def seen(desk: Desk, name: str, text: str) -> tuple[KindSeen, ...]:
    """What a table that somebody is typing comes to, kind by kind. FormError with the line where it is
    wrong."""
    table = typed_table(text, _known(name))
    urgent = next(iter(table.urgent_words), "")
    return tuple(KindSeen(kind.label, _ends(desk, table.terms_of(kind.id, "")),
                          _ends(desk, table.terms_of(kind.id, urgent)) if kind.urgent else ())
                 for kind in table.kinds)


def _ends(desk: Desk, terms: OrderTerms) -> tuple[datetime | None, ...]:
    now = desk.now.astimezone(desk.zone).replace(tzinfo=None, second=0, microsecond=0)
    begins = terms.begins(now, desk.calendar)
    return tuple(terms.end(begins, terms.periods[kind], desk.calendar) if kind in terms.periods else None
                 for kind in OrderClockKind)


def keep(desk: Desk, name: str, text: str, seen: str | None = None) -> Changes:
    """Let this be the table of that source. Verb.EDIT_FORMS. Orders that were taken in before count as
    before.

    ``seen``: the office's own text as the person looked at it. FormError with the line for what cannot be
    used; Conflicts where a colleague changed it meanwhile.
    """
    whole = storable(text.replace("\r\n", "\n"))
    if len(whole) > LARGEST:
        raise DeskError(N_("The form is longer than {most} characters."), field="file", most=LARGEST)
    typed_table(whole, _known(name))
    return keep_text(desk, path_of(name), whole, seen)


def drop(desk: Desk, name: str, seen: str | None = None) -> Changes:
    """Let the shipped table count again. Verb.EDIT_FORMS."""
    return keep_text(desk, path_of(_known(name)), None, seen)


def _known(name: str) -> str:
    if name not in source_names():
        raise DeskError(N_("There is no form called “{path}”."), path=name)
    return name
