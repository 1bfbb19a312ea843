"""Statistical forms: which there are, filled for a period, and what an office writes of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.reports.forms.filled import FilledForm
from mediation_desk.domain.reports.forms.form import PeriodKind, Ref
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.summary import CaseRow
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.desk import Desk

ALL = Narrow()


class Standing(Enum):
    """Whose form it is."""

    SHIPPED = "shipped"
    CHANGED = "changed"  # the office's own in place of a shipped one
    OFFICE = "office"


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
    raise NotImplementedError


def last_period(kind: PeriodKind, today: date) -> Period:
    """The period for which such a form is usually filled: today, or the last whole month, quarter, year."""
    raise NotImplementedError


def filled(desk: Desk, form_id: str, period: Period, narrow: Narrow = ALL, *, fresh: bool = False
           ) -> FilledForm:
    """The form with its numbers, in one reading. READ_FIGURES: a supervisor all cases, a mediator their own.

    Of a closed period the frozen numbers, with what was corrected since; ``fresh``: the numbers of today.
    An unknown form, or one that cannot be used, is a DeskError.
    """
    raise NotImplementedError


def behind(desk: Desk, form: FilledForm, place: Ref, offset: int, limit: int) -> list[CaseRow]:
    """The cases behind a cell, a page at a time, the latest first; none where it counts no cases itself."""
    raise NotImplementedError


def text_of(desk: Desk, form_id: str) -> str:
    """The form as it is written: the office's own, else the shipped one."""
    raise NotImplementedError


def previewed(desk: Desk, text: str, period: Period | None = None) -> FilledForm:
    """A form as somebody is typing it, filled for the period (None: its usual one); shown empty to whoever
    may not read figures. FormError with the line where it is wrong."""
    raise NotImplementedError


def keep(desk: Desk, text: str, seen: str | None = None) -> Changes:
    """Let this be the office's form of its id, in place of a shipped one or beside them. Verb.EDIT_FORMS.

    ``seen``: the office's own text as the person looked at it, None where there was none. FormError for
    what cannot be used; Conflicts where a colleague changed it meanwhile.
    """
    raise NotImplementedError


def drop(desk: Desk, form_id: str, seen: str | None = None) -> Changes:
    """Forget the office's own form; a shipped one of that id counts again. Verb.EDIT_FORMS."""
    raise NotImplementedError
