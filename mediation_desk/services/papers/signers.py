"""Who signs the agreement on the screen, in the words that are read to them before they sign."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from mediation_desk.domain.agreeing.signers import By, Hand, Signer, signers
from mediation_desk.domain.people import Party, in_role
from mediation_desk.domain.text import masks
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import N_
from mediation_desk.services.papers import owing, parties
from mediation_desk.services.papers.told import Told

_NO_NUMBER = N_("no number of a document is entered")
_LINES: Mapping[By, str] = {
    By.SELF: N_("{name}, {document}, {role}, signs in person"),
    By.LEGAL_REPRESENTATIVE: N_("{name}, {document}, {post} of {party}, {role}, signs for it"),
    By.AGENT: N_("{name}, {document}, authorised agent of {party}, {role}, with special authority, signs for "
                 "{party}"),
    By.REPRESENTATIVE: N_("{name}, {document}, elected representative, signs for {party}, {role}"),
    By.MEDIATOR: N_("{name}, mediator of {office}"),
}


def of(told: Told) -> tuple[Signer, ...]:
    """Who signs the case's agreement, in the order of the paper."""
    return signers(told.case, told.mediators)


def line(told: Told, signer: Signer, hand: Hand, role: str) -> str:
    """Who writes: name, kind and masked number of the document, for whom and with which authority; in
    Chinese, as it is read to them and stands in the signed copy. ``role``: the party's, of :func:`roles`."""
    party = signer.party
    return told.say(_LINES[hand.by], name=hand.name, document=_document(told, signer, hand),
                    role=role, party=party.name if party else "",
                    post=_post(told, party), office=told.desk.settings.name)


def roles(told: Told) -> dict[UUID, str]:
    """As what each party signs: its part in the case, and what it takes on to pay or guarantee."""
    case = told.case
    duties = owing.signs_as(told, told.agreement) if told.agreement else {}
    groups = ((case.applicants, parties.applicants(told)), (case.respondents, parties.respondents(told)),
              (in_role(case.parties, Role.THIRD_PARTY), parties.third_parties(told)))
    return {party.id: f"{view.role}（{duty}）" if (duty := duties.get(party.id)) else view.role
            for found, views in groups for party, view in zip(found, views, strict=True)}


def _post(told: Told, party: Party | None) -> str:
    post = party.legal_representative_post.strip() if party else ""
    legal = told.words.translate(N_("legal representative"))
    return f"{legal}（{post}）" if post else legal


def _document(told: Told, signer: Signer, hand: Hand) -> str:
    """Kind and masked number; that none is entered, where none is."""
    of_whom = hand.acting or (signer.party if hand.by is By.SELF else None)
    number = of_whom.id_number.strip() if of_whom else ""
    if not of_whom or not number:
        return told.words.translate(_NO_NUMBER)
    return f"{parties.id_kind(told, of_whom)}{masks.document(number)}"
