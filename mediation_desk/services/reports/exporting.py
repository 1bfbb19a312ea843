"""Exports of a form, of the overview, and of the list behind a number: for the inside, or to be published."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mediation_desk.domain.reports import figures
from mediation_desk.domain.reports.forms.filled import FilledForm
from mediation_desk.domain.reports.forms.form import Ref
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.store.pace import AT_EASE, Pace


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
    raise NotImplementedError


def export_overview(desk: Desk, period: Period, narrow: Narrow, wanted: Wanted, target: str,
                    pace: Pace = AT_EASE) -> Written:
    """The same of the overview, with the periods that it is compared with."""
    raise NotImplementedError


def export_cases(desk: Desk, period: Period, narrow: Narrow, behind: figures.Behind, title: str,
                 wanted: Wanted, target: str, pace: Pace = AT_EASE) -> Written:
    """The list of the cases behind a number of the overview; ``title`` is what the number is called, a
    message id. A list of cases is for the inside alone."""
    raise NotImplementedError


def export_cell(desk: Desk, form: FilledForm, place: Ref, wanted: Wanted, target: str,
                pace: Pace = AT_EASE) -> Written:
    """The list of the cases behind a cell of a form."""
    raise NotImplementedError


def paper_of_form(desk: Desk, form: FilledForm, audience: Audience = Audience.INSIDE) -> Paper:
    """The form on paper, to be looked at and printed; as :func:`export_form` has it."""
    raise NotImplementedError


def proposed_name(desk: Desk, form: FilledForm, wanted: Wanted) -> str:
    """What the file is called unless somebody wants otherwise, with its ending."""
    raise NotImplementedError
