"""The invitation to a session that lies ahead, a page for each party that is to come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from mediation_desk.documents.views import invitation as views
from mediation_desk.documents.views.shared import PartyView
from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.people import in_role
from mediation_desk.domain.planning.entries import STILL_TO_BE_HELD
from mediation_desk.domain.vocabulary import Role, SessionForm, SessionMode, SessionState, Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.papers import parties
from mediation_desk.services.papers.intake import MATERIALS, OTHER_SIDE
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.told import Told, hour

BRINGS: Mapping[Role, tuple[str, ...]] = {
    Role.APPLICANT: MATERIALS[Side.APPLICANT], Role.RESPONDENT: MATERIALS[Side.RESPONDENT],
    Role.THIRD_PARTY: (N_("An identity card, or a copy of the business licence"),
                       MATERIALS[Side.APPLICANT][-1])}
NO_DOOR = frozenset({SessionForm.PHONE})  # held where everybody is


def invitation(told: Told) -> views.Invitation:
    """One session, the next unless another is wanted; a talk with one side invites that side alone.

    ``told.wanted.worker`` may name any party: then the page is for that one.
    """
    parties.require_both_sides(told)
    session = _session(told)
    mediator = told.names.get(session.mediator_id or told.case.mediator_id, "")
    if not told.desk.settings.phone:
        raise DeskError(N_("Enter the office's telephone number in the office settings before printing."),
                        field="phone")
    return views.Invitation(
        office=told.office(), case=told.view(), invited=tuple(_invited(told, session)),
        held_on=session.starts_at.date(), begins=hour(session.starts_at),
        ends=_until(session), place=session.place.strip() or told.label(session.form),
        manner=told.label(session.form) if session.place.strip() else "",
        alone=session.mode is SessionMode.CAUCUS, mediator=mediator,
        mediator_phone=told.desk.settings.phone, issued_on=told.today)


def _session(told: Told) -> MediationSession:
    """The wanted session, refused in words where nobody can be invited to it."""
    now = told.desk.now.astimezone(told.desk.zone).replace(tzinfo=None)
    wanted = told.wanted.session
    known = [one for one in told.case.sessions if wanted in (None, one.id)]
    ahead = [one for one in known if _is_ahead(one, now)]
    if not ahead:
        raise DeskError(N_("There is no session ahead to invite to. Plan one with a day and an hour that are "
                           "still to come."), field="starts_at")
    if not ahead[0].place.strip() and ahead[0].form not in NO_DOOR:
        raise DeskError(N_("Enter where the session is held before the invitation is printed."),
                        field="place")
    return ahead[0]


def _is_ahead(session: MediationSession, now: datetime) -> bool:
    return session.state in STILL_TO_BE_HELD and session.ended_at is None and session.starts_at > now


def _until(session: MediationSession) -> str:
    """The hour at which it ends; "" where nobody said, or on another day."""
    until = session.until
    return hour(until) if until and until.date() == session.starts_at.date() else ""


def _invited(told: Told, session: MediationSession) -> Iterator[views.InvitedView]:
    """The parties that sit at it, in the order of the case."""
    for role, keys, found in _tables(told, session):
        for key, party in zip(keys, found, strict=True):
            if told.wanted.worker in (None, key):
                yield views.InvitedView(party, _opponents(told, role),
                                        tuple(map(told.words.translate, BRINGS[role])))


def _tables(told: Told, session: MediationSession
            ) -> Iterator[tuple[Role, list[object], tuple[PartyView, ...]]]:
    case, side = told.case, session.side if session.mode is SessionMode.CAUCUS else None
    if side in (None, Side.APPLICANT):
        yield Role.APPLICANT, [one.id for one in case.applicants], parties.applicants(told)
    if side in (None, Side.RESPONDENT):
        yield Role.RESPONDENT, [one.id for one in case.respondents], parties.respondents(told)
    if side is None:
        third = in_role(case.parties, Role.THIRD_PARTY)
        yield Role.THIRD_PARTY, [one.id for one in third], parties.third_parties(told)


def _opponents(told: Told, role: Role) -> str:
    if role is Role.THIRD_PARTY:
        return ""
    side = Side.APPLICANT if role is Role.APPLICANT else Side.RESPONDENT
    return told.listed(parties.names(told, OTHER_SIDE[side]))


def _is_planned(case: Case) -> bool:
    return any(one.state is SessionState.PLANNED for one in case.sessions)


PAPERS = (Maker(views.Invitation, invitation, _is_planned),)
