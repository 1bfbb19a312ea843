"""What of a case can be given out for service, and to whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Party
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.words import DeskError
from mediation_desk.library.forms import NO_OVERRIDES, document_header
from mediation_desk.services.papers import making

AGREED = frozenset({"applicants", "respondents", "office"})
"""Who signs what both sides take a copy of home."""

APPLICATION = 1  # the group of the file


@dataclass(frozen=True)
class Servable:
    """A paper that somebody may be given: its form, and what it is called."""

    template: str
    title: Label


def papers(case: Case, exhibits: int = 0, forms: Mapping[str, str] = NO_OVERRIDES) -> tuple[Servable, ...]:
    """The papers that are ready and speak to somebody; and those that both sides sign, of which each is given
    a copy. ``forms``: the office's own."""
    return tuple(Servable(one.template, one.title) for one in making.available(case, exhibits, forms)
                 if is_servable(one.template, forms))


def is_servable(template: str, forms: Mapping[str, str] = NO_OVERRIDES) -> bool:
    """Whether such a paper goes out to somebody. What somebody hands in at the office stays there, but for an
    application, whose copy the other side is given; the receipt itself comes back."""
    try:
        header = document_header(template, forms)
    except DeskError:  # what is set in no form: the bound file of a case, for one
        return False
    if header.addressed == "office":
        return header.order is not None and header.order[0] == APPLICATION
    return header.addressed is not None or set(header.signs) >= AGREED


def recipients(case: Case) -> tuple[Party, ...]:
    """Everybody in the case to whom a paper may be given: the sides, third persons, and who acts for them."""
    return tuple(party for party in case.parties if party.name)
