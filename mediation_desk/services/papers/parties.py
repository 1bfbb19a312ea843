"""Parties on paper: roles with their ordinals, particulars, and who acts for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mediation_desk.documents.views import shared as views
from mediation_desk.domain.identity import number_called
from mediation_desk.domain.people import Party, in_role
from mediation_desk.domain.vocabulary import Authority, KindOfWork, PartyKind, Role, Side
from mediation_desk.domain.words import N_, DeskError, say
from mediation_desk.services.papers.told import MOST_NAMED, SIDES, Told, ordinal

SEX = {"male": N_("man"), "female": N_("woman")}
AUTHORITY = {
    Authority.GENERAL: N_("general authority"),
    Authority.SPECIAL: N_("special authority: to admit, waive and change claims, to settle and to sign "
                          "the mediation agreement"),
}


def applicants(told: Told) -> tuple[views.PartyView, ...]:
    """The workers with their agents; elected representatives stand under the last of them."""
    return _parties(told, told.case.applicants, Role.APPLICANT)


def respondents(told: Told) -> tuple[views.PartyView, ...]:
    """Whom they apply against, with their agents."""
    return _parties(told, told.case.respondents, Role.RESPONDENT)


def third_parties(told: Told) -> tuple[views.PartyView, ...]:
    """Third parties; mostly none."""
    return _parties(told, in_role(told.case.parties, Role.THIRD_PARTY), Role.THIRD_PARTY)


def plain(told: Told, found: Sequence[Party]) -> tuple[views.PartyView, ...]:
    """Parties by themselves, under their own role, without who acts for them."""
    return tuple(_view(told, party, told.label(party.role), ()) for party in found)


def of_side(told: Told, side: Side) -> tuple[views.PartyView, ...]:
    """All parties of one side."""
    return applicants(told) if side is Side.APPLICANT else respondents(told)


def addressed(told: Told, side: Side) -> views.PartyView:
    """Whom a notice addresses: the wanted worker, else the whole side under one head."""
    if told.wanted.worker is not None:
        return _one(told, told.case.party(told.wanted.worker))
    found = of_side(told, side)
    if len(found) == 1:
        return found[0]
    named = [party.name for party in found]
    name = "、".join(named) if len(named) <= MOST_NAMED else told.say(
        N_("{names} and others, {count} in all"), names=named[:1], count=len(named))
    return views.PartyView(told.label(SIDES[side]), name, heads=len(found))


def names(told: Told, side: Side) -> tuple[str, ...]:
    """The names of one side's parties."""
    return tuple(party.name for party in of_side(told, side))


def require_both_sides(told: Told) -> None:
    """A paper between two sides needs both, by name."""
    for found, role, field_name in ((told.case.applicants, Role.APPLICANT, "applicants"),
                                    (told.case.respondents, Role.RESPONDENT, "respondents")):
        if not found:
            raise DeskError(N_("Enter at least one {role} under Intake before printing."),
                            field=field_name, role=say(role.label))
        if any(not party.name.strip() for party in found):
            raise DeskError(N_("Every party needs a name."), field="name")


def _one(told: Told, party: Party) -> views.PartyView:
    """One worker, under the role that the agreement gives too."""
    return applicants(told)[[one.id for one in told.case.applicants].index(party.id)]


def _parties(told: Told, parties: Sequence[Party], role: Role) -> tuple[views.PartyView, ...]:
    last = parties[-1] if parties else None
    return tuple(_view(told, party, told.label(role) + (ordinal(at) if len(parties) > 1 else ""),
                       tuple(_acting(told, party, role, last=party is last)))
                 for at, party in enumerate(parties))


def _view(told: Told, party: Party, role: str, agents: tuple[views.AgentView, ...]) -> views.PartyView:
    if party.kind is PartyKind.ORGANISATION:
        return views.PartyView(
            role, party.name, person=False, address=party.address, phone=party.phone,
            credit_code=party.credit_code, legal_representative=party.legal_representative,
            legal_representative_post=party.legal_representative_post, agents=agents)
    worker = party.role is Role.APPLICANT
    return views.PartyView(
        role, party.name, short=told.name(party.id) if worker else party.name, sex=_sex(told, party),
        born_on=_born(party), ethnicity=party.ethnicity, id_number=party.id_number,
        id_kind=id_kind(told, party),
        occupation=_occupation(told) if worker else "", address=party.address, phone=party.phone,
        agents=agents)


def _occupation(told: Told) -> str:
    kind = told.case.kind_of_work
    return "" if kind is KindOfWork.OTHER else told.label(kind)


def _sex(told: Told, party: Party) -> str:
    return told.words.translate(SEX.get(party.sex, ""))


def id_kind(told: Told, party: Party) -> str:
    """What a number is called, by the kind of its document; by none that merely looks like it."""
    return told.words.translate(number_called(party.id_kind, party.id_number))


def _born(party: Party) -> date | None:
    return party.birth_date


def _acting(told: Told, party: Party, role: Role, *, last: bool) -> Iterator[views.AgentView]:
    """Agents of this party; representatives whom nobody in particular named stand under the last."""
    for agent in told.case.agents:
        if agent.acts_for == party.id:
            yield _agent(told, agent, told.words.translate(N_("authorised agent")))
    for elected in told.case.representatives:
        if role is Role.APPLICANT and (elected.acts_for == party.id or (last and elected.acts_for is None)):
            yield _agent(told, elected, told.label(Role.REPRESENTATIVE))


def _agent(told: Told, party: Party, role: str) -> views.AgentView:
    authority = AUTHORITY[party.authority] if party.authority else ""
    return views.AgentView(name=party.name, role=role, sex=_sex(told, party), id_number=party.id_number,
                           id_kind=id_kind(told, party), organisation=party.workplace, phone=party.phone,
                           authority=told.words.translate(authority))
