"""What a station says of each of its papers: from which facts, when there is something to print, for whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.documents.views.paper import Paper as View
from mediation_desk.domain.case import Case
from mediation_desk.domain.rights import Verb
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.told import Told
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class Maker:
    """One kind of paper, as the last lines of its station's module register it.

    ``paper`` is what its form is told in; ``view`` tells it of a case on its way to paper, or raises
    DeskError for what must be entered first.
    ``ready``: when it is offered. ``right``: what whoever prints it must be allowed to.
    ``with_own``: it may tell its side, when asked to, of the offers that this side made alone.
    ``with_exhibits``: it reads the exhibits too, which are no part of a case; without any it is not
    offered. ``encloses``: it lists exhibits and papers that go along, and counts their pages. ``kept``: the
    paper as the store holds it, once it may not be made anew. ``to_sign``: the draft that stands signed once
    everybody has signed this paper. ``drawn``: the paper where it is drawn over one that the store holds.
    ``form``: its form's name, where many are told in one view.
    """

    paper: type[View]
    view: Callable[[Told], View]
    ready: Callable[[Case], bool]
    right: Verb = Verb.READ_CASE
    with_exhibits: bool = False
    with_own: bool = False
    encloses: bool = False
    kept: Callable[[Work, Case], Paper | None] = lambda _work, _case: None
    to_sign: Callable[[Told], UUID | None] = lambda _told: None
    drawn: Callable[[Told, Work], Paper | None] = lambda _told, _work: None
    form: str = ""

    @property
    def template(self) -> str:
        """The name of its form."""
        return self.form or self.paper.TEMPLATE


# When a paper is ready, said alike by several


def has_both_sides(case: Case) -> bool:
    """Somebody applies, against somebody."""
    return bool(case.applicants and case.respondents)


def is_sortable(case: Case) -> bool:
    """Accepted, and something is claimed."""
    return case.accepted_on is not None and has_both_sides(case) and case.is_claimed
