"""What of a case can be given out for service, and to whom."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Party
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.library.forms import document_names, document_template
from mediation_desk.services.papers import making

AGREED = frozenset({"applicants", "respondents", "office"})
"""Who signs what both sides take a copy of home."""


@dataclass(frozen=True)
class Servable:
    """A paper that somebody may be given: its form, and what it is called."""

    template: str
    title: Label


def papers(case: Case, exhibits: int = 0) -> tuple[Servable, ...]:
    """The papers that are ready and speak to somebody; and those that both sides sign, of which each is given
    a copy."""
    return tuple(Servable(one.template, one.title) for one in making.available(case, exhibits)
                 if is_servable(one.template))


def is_servable(template: str) -> bool:
    """Whether such a paper goes out to somebody; the receipt itself comes back. Papers of the
    office's own are given out without one."""
    if template not in document_names():
        return False
    header = document_template(template).header
    return header.addressed is not None or set(header.signs) >= AGREED


def recipients(case: Case) -> tuple[Party, ...]:
    """Everybody in the case to whom a paper may be given: the sides, third persons, and who acts for them."""
    return tuple(party for party in case.parties if party.name)
