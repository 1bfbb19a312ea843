"""What is looked through before an agreement is signed: each check once, in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.agreeing.checking import agreeing, bargained, claims, people, words
from mediation_desk.domain.agreeing.checking.ground import Ground, Said
from mediation_desk.domain.vocabulary import Station, Term
from mediation_desk.domain.words import N_, Sentence


class Severity(Term):
    """What a check's finding means for the signing."""

    ERROR = "error", N_("Must be mended")
    WARNING = "warning", N_("To be looked at")


Look = Callable[[Ground], Iterator[Said]]


@dataclass(frozen=True)
class Check:
    """One check. ``station`` and ``field``: the page and the field where it is mended."""

    id: str
    severity: Severity
    look: Look
    field: str
    station: Station = Station.SETTLEMENT


@dataclass(frozen=True)
class Finding:
    """What a check found. ``key`` tells it from every other finding of the same agreement."""

    key: str
    severity: Severity
    sentence: Sentence
    station: Station
    field: str
    of: UUID | None = None

    @property
    def stops(self) -> bool:
        """Whether nothing can be signed before it is mended."""
        return self.severity is Severity.ERROR


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

CHECKS: tuple[Check, ...] = (
    Check("sums", _ERROR, agreeing.sums, "shares"),
    Check("workers", _ERROR, agreeing.workers, "shares"),
    Check("payers_sign", _ERROR, agreeing.payers_sign, "debtors"),
    Check("who_owes", _ERROR, agreeing.who_owes, "owed_how"),
    Check("dates_in_order", _ERROR, agreeing.dates_in_order, "due_dates"),
    Check("dates_after_signing", _ERROR, agreeing.dates_after_signing, "due_dates"),
    Check("claim_sums", _ERROR, claims.claim_sums, "claim_terms"),
    Check("done_by_a_day", _ERROR, claims.done_by_a_day, "claim_terms"),
    Check("contradictions", _ERROR, words.contradictions, "other_terms"),
    Check("undisputed", _WARNING, bargained.undisputed, "shares"),
    Check("minimum_wage", _WARNING, bargained.minimum_wage, "shares"),
    Check("given_up", _WARNING, bargained.given_up, "total"),
    Check("more_than_claimed", _WARNING, bargained.more_than_claimed, "total"),
    Check("silent_claims", _WARNING, claims.silent_claims, "claim_terms"),
    Check("beyond_a_claim", _WARNING, claims.beyond_a_claim, "claim_terms"),
    Check("penalty", _WARNING, bargained.penalty, "penalty"),
    Check("deadline", _WARNING, agreeing.deadline, "extension", Station.INTAKE),
    Check("represented", _WARNING, people.represented, "", Station.INTAKE),
    Check("agents", _WARNING, people.agents, "authority", Station.INTAKE),
    Check("identity", _WARNING, people.identity, "id_number", Station.INTAKE),
    Check("accounts", _WARNING, people.accounts, "bank_account", Station.INTAKE),
    Check("blanks", _WARNING, words.blanks, "other_terms"),
    Check("enforcement", _WARNING, words.enforcement, "other_terms"),
    Check("stray_amounts", _WARNING, words.stray_amounts, "other_terms"),
    Check("stray_instalments", _WARNING, words.stray_instalments, "other_terms"),
)
"""All of them, what must be mended first. Adding one takes its own function and a line here."""


def looked_through(ground: Ground) -> tuple[Finding, ...]:
    """Everything that the checks have to say of an agreement, in their order."""
    return tuple(Finding(_key(check, said, at), check.severity, said.sentence, check.station,
                         said.field or check.field, said.of)
                 for check in CHECKS for at, said in enumerate(check.look(ground)))


def _key(check: Check, said: Said, at: int) -> str:
    return f"{check.id}:{said.of or at}"


def unseen(findings: tuple[Finding, ...], looked_at: frozenset[str]) -> tuple[Finding, ...]:
    """The warnings that nobody looked at yet."""
    return tuple(one for one in findings if not one.stops and one.key not in looked_at)
