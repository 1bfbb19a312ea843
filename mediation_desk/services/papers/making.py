"""Papers: which can be printed of a case, and how each is made, as the stations register them."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.keys import made_at
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.forms import NO_OVERRIDES, Copies, Part, document_template, usable_header
from mediation_desk.services.desk import Desk
from mediation_desk.services.form_texts import checked, path_of
from mediation_desk.services.forms_in_force import forms_in_force
from mediation_desk.services.keys.private_words import authorised
from mediation_desk.services.papers import (
    checking,
    closing,
    default,
    enclosed,
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
    word,
)
from mediation_desk.services.papers import referral as referrals
from mediation_desk.services.papers.finishing import Paper, finished
from mediation_desk.services.papers.invented import exhibits, invented
from mediation_desk.services.papers.lacking import Lack, lacking
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.told import Enclosed, EnforcementTitle, Told, Wanted, names
from mediation_desk.store.work.work import Work

# As the road leads, and what lies beside it; of each station the paper first that Ctrl+P prints.
_STATIONS = (intake, sorting, outlook, mediation, invitation, options, settlement, signed_copy, checking,
             supplement, performance, next_steps, joint, default, closing, referrals, evidence)


def _makers(forms: Mapping[str, str]) -> dict[str, Maker]:
    own = [maker for station in _STATIONS for maker in station.PAPERS]
    return {maker.template: maker for maker in (*own, *whole_case.makers(forms))}


@dataclass(frozen=True)
class PaperKind:
    """A paper that can be printed, as its form's header tells of it: what it is called, the page that
    offers it (a station, ``evidence``), which copies there are of it, its ``order`` in the case's file (None
    for what is no paper of it), and the ``part`` of the file.

    Asked for without a side, a worker or a session, it is the whole; a notice is then for the
    applicants, a record of the latest session.
    """

    template: str
    title: Label
    station: str
    copies: frozenset[Copies]
    order: tuple[int, int] | None = None
    part: Part = "shown"

    @property
    def sides(self) -> tuple[Side | None, ...]:
        """The sides for which there are copies of it, None first where there is one of the whole."""
        if "side" not in self.copies:
            return (None,)
        return (None, *Side) if "whole" in self.copies else tuple(Side)


def available(case: Case, exhibits: int = 0, forms: Mapping[str, str] = NO_OVERRIDES
              ) -> tuple[PaperKind, ...]:
    """The papers that can be printed at the stage where the case stands and of as many exhibits, in the
    order of the road; ``forms``: the office's own."""
    return tuple(kind(maker.template, forms) for maker in _makers(forms).values()
                 if maker.ready(case) and (exhibits or not maker.with_exhibits))


def is_offered(case: Case, template: str) -> bool:
    """Whether one paper can be printed at the stage where the case stands."""
    return _maker(template).ready(case)


def of_station(station: str, forms: Mapping[str, str] = NO_OVERRIDES) -> tuple[PaperKind, ...]:
    """Every paper that a station ever offers, the one first that Ctrl+P prints."""
    kinds = (kind(template, forms) for template in _makers(forms))
    return tuple(one for one in kinds if one.station == station)


def kind(template: str, forms: Mapping[str, str] = NO_OVERRIDES) -> PaperKind:
    """What the header of a form tells of its paper; of one that cannot be used, the shipped one's."""
    header = usable_header(template, forms) or document_template(template, forms).header
    return PaperKind(template, Label(header.title, header.title_en), header.station, header.copies,
                     header.order, header.part)


def make(desk: Desk, case_id: UUID, template: str, *, side: Side | None = None, worker: UUID | None = None,
         session: UUID | None = None, draft: bool = False, own_offers: bool = False,
         title: EnforcementTitle | None = None, referral: UUID | None = None, dated: date | None = None
         ) -> Paper:
    """A paper for preview and printing. A signed agreement comes as it was frozen, byte for byte.

    ``own_offers``: an options sheet tells the side besides what it authorised itself and nobody released
    yet; NotHeld for whoever could not read it alone either. ``title``: on what an application for
    enforcement rests.
    """
    maker = _maker(template, desk.forms)
    with desk.case_reading(case_id, maker.right) as (work, case):
        own = authorised(desk, work, case, side) if own_offers and maker.with_own and side else ()
        along = _enclosed(desk, work, case, referral) if maker.encloses else ()
        wanted = Wanted(side, worker, session, own, title, referral=referral, enclosed=along, dated=dated)
        told = Told.of(desk, work, case, wanted, exhibits=maker.with_exhibits or maker.encloses)
        return maker.kept(work, case) or maker.drawn(told, work) or printed(told, template, draft=draft)


def _enclosed(desk: Desk, work: Work, case: Case, referral: UUID | None) -> tuple[Enclosed, ...]:
    """The papers that go along with a referral; each is made once, to count its pages."""
    def one(template: str, side: Side | None, session: UUID | None) -> Paper:
        return make(desk, case.id, template, side=side, session=session)

    return enclosed.enclosed(work, case, enclosed.of_referral(case, referral), desk.forms, one)


def lacking_in(desk: Desk, case_id: UUID, template: str, *, side: Side | None = None,
               worker: UUID | None = None, session: UUID | None = None, referral: UUID | None = None
               ) -> tuple[Lack, ...]:
    """The fields of a copy that would be printed empty, with where each is entered; none of a paper that
    the store holds as it was signed, for nothing more can be entered into it."""
    maker = _maker(template, desk.forms)
    with desk.case_reading(case_id, maker.right) as (work, case):
        told = Told.of(desk, work, case, Wanted(side, worker, session, referral=referral),
                       exhibits=maker.with_exhibits or maker.encloses)
        if maker.kept(work, case) or maker.drawn(told, work):
            return ()
        return lacking(told, maker.view(told))


def previewed(desk: Desk, template: str, text: str, case_id: UUID | None = None) -> Paper:
    """The paper as the form would set it that somebody is typing, marked as a draft; nothing is kept. None:
    on an invented case, for whoever may look into none.

    Raises FormError with the line where the form is wrong. Verb.EDIT_FORMS.
    """
    trial, whole = copy(desk), checked(template, text)
    with desk.reading(Verb.EDIT_FORMS) as work:
        trial.forms = {**forms_in_force(work), path_of(template): whole}
    maker = _maker(template, trial.forms)
    if case_id is None:
        return _on_invented(trial, maker)
    with desk.case_reading(case_id, maker.right) as (work, case):
        told = Told(trial, case, names(work, case), case.agreement,
                    exhibits=tuple(work.evidence.of(case_id)) if maker.with_exhibits or maker.encloses
                    else ())
        return finished(trial, maker.view(told), draft=True)


def _on_invented(desk: Desk, maker: Maker) -> Paper:
    """The paper of an invented case, of one that is ready for it before the others."""
    wanted = Wanted(kind(maker.template, desk.forms).sides[0])
    refused: DeskError = DeskError(N_("There is no invented case for this paper; look at it in a case."))
    for case in sorted(invented(desk.today), key=lambda one: not maker.ready(one)):
        try:
            told = Told(desk, case, {case.mediator_id: "样四"}, case.agreement, wanted, exhibits(desk.today))
            return finished(desk, maker.view(told), draft=True)
        except DeskError as lacking_there:
            refused = lacking_there
    raise refused


def in_word(desk: Desk, case_id: UUID, template: str, *, side: Side | None = None,
            worker: UUID | None = None, session: UUID | None = None, draft: bool = False,
            own_offers: bool = False, title: EnforcementTitle | None = None, referral: UUID | None = None
            ) -> bytes:
    """The same paper as DOCX, under the same rights; a signed agreement's of what was kept with it. Raises
    DeskError as :func:`make`, and as :func:`word.in_word` where there is only the PDF."""
    return word.in_word(desk, make(desk, case_id, template, side=side, worker=worker, session=session,
                                   draft=draft, own_offers=own_offers, title=title, referral=referral))


def printed(told: Told, template: str, *, draft: bool = False) -> Paper:
    """One paper of what is told; nothing is read from or written to the store.

    A ``draft`` says so on every page. Raises DeskError that says what to enter where when the case is
    not ready for it.
    """
    maker = _maker(template, told.desk.forms)
    to_sign = None if draft else maker.to_sign(told)
    # The terms as they were kept make the same paper, byte for byte, whenever it is printed.
    created = made_at(to_sign).astimezone(told.desk.zone) if to_sign else None
    return finished(told.desk, maker.view(told), created=created, draft=draft, to_sign=to_sign,
                    number=told.case.number)


def _maker(template: str, forms: Mapping[str, str] = NO_OVERRIDES) -> Maker:
    maker = _makers(forms).get(template)
    if maker is None:
        raise DeskError(N_("There is no form called “{path}”."), path=template)
    return maker
