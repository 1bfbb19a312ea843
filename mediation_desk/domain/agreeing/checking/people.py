"""Who signs: consent of represented workers, authority of agents, identity, accounts."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.domain.agreeing.checking.ground import Ground, Said
from mediation_desk.domain.people import Party, in_role
from mediation_desk.domain.vocabulary import Authority, PartyKind, PaymentMethod, Role
from mediation_desk.domain.words import N_, say

BY_ACCOUNT = (PaymentMethod.TRANSFER, PaymentMethod.MOBILE)


def represented(ground: Ground) -> Iterator[Said]:
    """Elected representatives settle only with the consent of everybody they represent (Arbitration Case
    Rules, art. 63): each of them is asked, one by one."""
    elected = ground.case.representatives
    themselves = {one.name for one in elected if one.also_worker}
    for worker in ground.case.applicants if elected else ():
        if worker.name not in themselves:
            yield Said(say(N_("{name} is represented: has {name} agreed to these terms?"), name=worker.name),
                       of=worker.id)


def agents(ground: Ground) -> Iterator[Said]:
    """Who settles for another needs special authority (Civil Procedure Law, art. 62)."""
    names = {party.id: party.name for party in ground.case.parties}
    for agent in ground.case.agents:
        party = names.get(agent.acts_for) if agent.acts_for else None
        if party is None:
            yield Said(say(N_("It is not entered for whom {agent} acts."), agent=agent.name), "acts_for",
                       agent.id)
        elif agent.authority is Authority.GENERAL:
            yield Said(say(N_("{agent} has general authority only and cannot settle: {party} must sign in "
                              "person, or give special authority."), agent=agent.name, party=party),
                       of=agent.id)
        elif agent.authority is None:
            yield Said(say(N_("It is not entered which authority {agent} has: without special authority "
                              "{party} must sign in person."), agent=agent.name, party=party), of=agent.id)
        elif not agent.id_number.strip():
            yield Said(say(N_("{name} signs without an ID number."), name=agent.name), "id_number",
                       agent.id)


def identity(ground: Ground) -> Iterator[Said]:
    """Everybody who signs is who they say they are."""
    for party in in_role(ground.case.parties, Role.APPLICANT, Role.RESPONDENT, Role.THIRD_PARTY):
        missing, field = _missing(party)
        if missing:
            yield Said(say(missing, name=party.name), field, party.id)


def _missing(party: Party) -> tuple[str, str]:
    """What is missing, and the field for it."""
    if party.kind is PartyKind.PERSON:
        return "" if party.id_number.strip() else N_("{name} signs without an ID number."), "id_number"
    if not party.credit_code.strip():
        return N_("{name} signs without a credit code."), "credit_code"
    if not party.legal_representative.strip():
        return N_("Nobody is entered who represents {name} by law."), "legal_representative"
    return "", ""


def accounts(ground: Ground) -> Iterator[Said]:
    """Money that goes to an account needs one: each worker's own."""
    if ground.agreement.method in BY_ACCOUNT:
        for worker, share in ground.workers:
            if share and not worker.bank_account.strip():
                yield Said(say(N_("{name} has given no account to be paid to."), name=worker.name),
                           of=worker.id)
