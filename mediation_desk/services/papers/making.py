"""Papers: which can be printed of a case, and how each is made, as the stations register them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.keys import made_at
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.forms import Copies, document_template
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.private_words import authorised
from mediation_desk.services.papers import (
    checking,
    closing,
    default,
    evidence,
    intake,
    invitation,
    joint,
    mediation,
    next_steps,
    options,
    outlook,
    performance,
    settlement,
    signed_copy,
    sorting,
    supplement,
    whole_case,
)
from mediation_desk.services.papers.finishing import Paper, finished
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.told import EnforcementTitle, Told, Wanted

# As the road leads, and what lies beside it; of each station the paper first that Ctrl+P prints.
_STATIONS = (intake, sorting, outlook, mediation, invitation, options, settlement, signed_copy, checking,
             supplement, performance, next_steps, joint, default, closing, evidence)


def _makers() -> dict[str, Maker]:
    own = [maker for station in _STATIONS for maker in station.PAPERS]
    return {maker.template: maker for maker in (*own, *whole_case.makers())}


@dataclass(frozen=True)
class PaperKind:
    """A paper that can be printed, as its form's header tells of it: what it is called, the page that
    offers it (a station, ``evidence``), and which copies there are of it.

    Asked for without a side, a worker or a session, it is the whole; a notice is then for the
    applicants, a record of the latest session.
    """

    template: str
    title: Label
    station: str
    copies: frozenset[Copies]

    @property
    def sides(self) -> tuple[Side | None, ...]:
        """The sides for which there are copies of it, None first where there is one of the whole."""
        if "side" not in self.copies:
            return (None,)
        return (None, *Side) if "whole" in self.copies else tuple(Side)


def available(case: Case, exhibits: int = 0) -> tuple[PaperKind, ...]:
    """The papers that can be printed at the stage where the case stands and of as many exhibits, in the
    order of the road."""
    return tuple(kind(maker.template) for maker in _makers().values()
                 if maker.ready(case) and (exhibits or not maker.with_exhibits))


def is_offered(case: Case, template: str) -> bool:
    """Whether one paper can be printed at the stage where the case stands."""
    return _maker(template).ready(case)


def of_station(station: str) -> tuple[PaperKind, ...]:
    """Every paper that a station ever offers, the one first that Ctrl+P prints."""
    return tuple(one for one in map(kind, _makers()) if one.station == station)


def kind(template: str) -> PaperKind:
    """What the header of a form tells of its paper."""
    header = document_template(template).header
    return PaperKind(template, Label(header.title, header.title_en), header.station, header.copies)


def make(desk: Desk, case_id: UUID, template: str, *, side: Side | None = None, worker: UUID | None = None,
         session: UUID | None = None, draft: bool = False, own_offers: bool = False,
         title: EnforcementTitle | None = None) -> Paper:
    """A paper for preview and printing. A signed agreement comes as it was frozen, byte for byte.

    ``own_offers``: an options sheet tells the side besides what it authorised itself and nobody released
    yet; NotHeld for whoever could not read it alone either. ``title``: on what an application for
    enforcement rests.
    """
    maker = _maker(template)
    with desk.case_reading(case_id, maker.right) as (work, case):
        own = authorised(desk, work, case, side) if own_offers and maker.with_own and side else ()
        wanted = Wanted(side, worker, session, own, title)
        told = Told.of(desk, work, case, wanted, exhibits=maker.with_exhibits)
        return maker.kept(work, case) or maker.drawn(told, work) or printed(told, template, draft=draft)


def docx(desk: Desk, case_id: UUID, template: str, *, side: Side | None = None, worker: UUID | None = None,
         session: UUID | None = None) -> bytes:
    """The same paper to go on writing in. DeskError as for the PDF, and for a paper that is drawn alone."""
    from mediation_desk.documents.render import docx as rendered

    maker = _maker(template)
    with desk.case_reading(case_id, maker.right) as (work, case):
        told = Told.of(desk, work, case, Wanted(side, worker, session), exhibits=maker.with_exhibits)
        return rendered(document_template(template), maker.view(told), created=desk.now)


def printed(told: Told, template: str, *, draft: bool = False) -> Paper:
    """One paper of what is told; nothing is read from or written to the store.

    A ``draft`` says so on every page. Raises DeskError that says what to enter where when the case is
    not ready for it, or names a character that cannot be printed.
    """
    maker = _maker(template)
    to_sign = None if draft else maker.to_sign(told)
    # The terms as they were kept make the same paper, byte for byte, whenever it is printed.
    created = made_at(to_sign).astimezone(told.desk.zone) if to_sign else None
    return finished(told.desk, maker.view(told), created=created, draft=draft, to_sign=to_sign,
                    number=told.case.number)


def _maker(template: str) -> Maker:
    maker = _makers().get(template)
    if maker is None:
        raise DeskError(N_("There is no form called “{path}”."), path=template)
    return maker
