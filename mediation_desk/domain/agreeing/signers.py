"""Who signs an agreement, and whose hand may stand for whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Party, in_role
from mediation_desk.domain.settlement.signatures import Signature
from mediation_desk.domain.vocabulary import Authority, PartyKind, Role


class By(Enum):
    """As what somebody writes."""

    SELF = "self"
    LEGAL_REPRESENTATIVE = "legal"
    AGENT = "agent"
    REPRESENTATIVE = "elected"
    MEDIATOR = "mediator"


@dataclass(frozen=True)
class Hand:
    """Somebody who may sign. ``acting``: the agent or elected representative, where it is one."""

    by: By
    name: str
    acting: Party | None = None

    @property
    def key(self) -> str:
        """By which it is chosen among the hands of one signer."""
        return f"{self.by.value} {self.acting.id}" if self.acting else self.by.value


@dataclass(frozen=True)
class Signer:
    """Who is bound, or mediates; ``party`` None: a mediator. ``hands``: who may sign for them, and nobody
    else; none where nobody is entered who may."""

    name: str
    party: Party | None
    hands: tuple[Hand, ...]

    @property
    def key(self) -> str:
        """By which a signer is known."""
        return str(self.party.id) if self.party else f"{By.MEDIATOR.value} {self.name}"

    @property
    def party_id(self) -> UUID | None:
        """The party, as a signature names it."""
        return self.party.id if self.party else None

    def made(self, signature: Signature) -> bool:
        """Whether a signature is this signer's."""
        if self.party is None:
            return signature.party_id is None and signature.signer == self.name
        return signature.party_id == self.party.id


def signers(case: Case, mediators: Sequence[str]) -> tuple[Signer, ...]:
    """Every applicant, respondent and third party, then the mediators, as the agreement has them sign.

    An agent signs with special authority alone (Civil Procedure Law, art. 62), an organisation through who
    represents it by law or such an agent, a worker in person, through such an agent, or through who was
    elected (Arbitration Case Rules, art. 63).
    """
    bound = [*case.applicants, *case.respondents, *in_role(case.parties, Role.THIRD_PARTY)]
    return (*(Signer(party.name, party, tuple(_hands(case, party))) for party in bound),
            *(Signer(name, None, (Hand(By.MEDIATOR, name),)) for name in dict.fromkeys(mediators)))


def _hands(case: Case, party: Party) -> Iterator[Hand]:
    if party.kind is PartyKind.PERSON:
        yield Hand(By.SELF, party.name)
    elif party.legal_representative.strip():
        yield Hand(By.LEGAL_REPRESENTATIVE, party.legal_representative.strip())
    for agent in case.agents:
        if agent.acts_for == party.id and agent.authority is Authority.SPECIAL:
            yield Hand(By.AGENT, agent.name, agent)
    for elected in case.representatives if party.role is Role.APPLICANT else ():
        if elected.acts_for in (None, party.id) and elected.name != party.name:
            yield Hand(By.REPRESENTATIVE, elected.name, elected)
