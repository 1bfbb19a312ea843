"""Signing on the screen: who signs, what they signed and on which paper, and what must be signed anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediation_desk.domain.agreeing.signers import Signer
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.settlement.signatures import Signature
from mediation_desk.domain.settlement.strokes import Writing
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import signers as papers
from mediation_desk.services.papers import signing
from mediation_desk.services.papers.signing import ToSign
from mediation_desk.services.papers.told import Told
from mediation_desk.services.removing import take_out
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class HandRow:
    """One hand that may sign: by which it is chosen, whose it is, and the line that is read first."""

    key: str
    name: str
    line: str


@dataclass(frozen=True)
class SignerRow:
    """One who signs. ``role``: as what, in Chinese as on the paper, empty for a mediator. ``signature``: made
    on the paper that stands; ``crossed_out``: on one that stands no more. ``hands``: who may sign."""

    key: str
    name: str
    role: str
    hands: tuple[HandRow, ...]
    signature: Signature | None = None
    crossed_out: tuple[Signature, ...] = ()


@dataclass(frozen=True)
class OnScreen:
    """How far the signing on the screen is. ``paper``: what is signed, and whether it was put out."""

    paper: ToSign
    rows: tuple[SignerRow, ...] = ()

    @property
    def signed(self) -> int:
        """How many signed on the paper that stands."""
        return sum(row.signature is not None for row in self.rows)

    @property
    def crossed_out(self) -> int:
        """How many must sign anew, for the paper is another one by now."""
        return sum(bool(row.crossed_out) and row.signature is None for row in self.rows)


@dataclass(frozen=True)
class Signing:
    """What is signed: by whom with whose hand, the line that was read and confirmed, what was written, and
    the fingerprint of the paper that lay before them."""

    signer: str
    hand: str
    line: str
    writing: Writing
    shown: str


def look(desk: Desk, case_id: UUID) -> OnScreen:
    """Who signs the terms that stand, and who did. Raises DeskError where the agreement cannot be printed."""
    with desk.case_reading(case_id) as (work, case):
        paper = signing.to_sign(desk, work, case)
        return OnScreen(paper, _rows(desk, work, case, paper.paper.sha256))


def sign_on_screen(desk: Desk, case_id: UUID, made: Signing, seen: Seen | None = None) -> Changes:
    """Keep a signature, bound to the paper that lay before whoever signed. What the same signer wrote on a
    former paper goes to the recycle bin. Raises DeskError beside ``line``, ``hand`` or ``strokes``."""
    with desk.case_work(case_id, "sign_on_screen", seen) as (work, case):
        if case.agreement is None:
            raise DeskError(N_("Draft the terms first."))
        strokes = made.writing.stored()
        put_out = work.papers.printed_of(case.agreement.id)
        if put_out is None or put_out.sha256 != made.shown:
            raise DeskError(N_("The paper has changed since it was shown here. Look at it before signing."))
        row, hand = _asked(_rows(desk, work, case, put_out.sha256), made)
        for former in row.crossed_out:
            take_out(work, case, "signatures", former.id)
        signature = Signature(
            id=work.new_key(), case_id=case_id, agreement_id=case.agreement.id, party_id=_party(case, row),
            signer=hand.name, line=hand.line, strokes=strokes, signed_at=work.who.now,
            paper_sha256=put_out.sha256)
        case.signatures_all.append(signature)
        return work.commit(result=signature.id)


def remove_signature(desk: Desk, case_id: UUID, signature_id: UUID, seen: Seen | None = None) -> Changes:
    """Take a signature out, to be made anew or on paper; it waits in the recycle bin."""
    with desk.case_work(case_id, "remove_signature", seen) as (work, case):
        take_out(work, case, "signatures", signature_id)
        return work.commit()


def require_whole(desk: Desk, work: Work, case: Case, sha256: str, on: date) -> None:
    """Refuse to sign the paper of that fingerprint while the signature of somebody who signs is crossed out,
    or on a day before one was made."""
    rows = _rows(desk, work, case, sha256)
    again = next((row.crossed_out[-1].signer for row in rows if row.crossed_out and not row.signature), None)
    if again is not None:
        raise DeskError(N_("The paper changed after {name} had signed it on the screen. Let {name} sign "
                           "anew, or take that signature out if {name} signs on paper."), name=again)
    last = max((row.signature.signed_at.astimezone(desk.zone).date() for row in rows if row.signature),
               default=on)
    if on < last:
        raise DeskError(N_("Somebody signed on the screen on {day}; everybody has signed on that day at the "
                           "earliest."), field="signed_on", day=last)


def _rows(desk: Desk, work: Work, case: Case, sha256: str) -> tuple[SignerRow, ...]:
    told = Told.of(desk, work, case)
    roles, made = papers.roles(told), case.signatures
    return tuple(_row(told, one, roles.get(one.party_id, "") if one.party_id else "", sha256, made)
                 for one in papers.of(told))


def _row(told: Told, one: Signer, role: str, sha256: str, made: Sequence[Signature]) -> SignerRow:
    own = [each for each in made if one.made(each)]
    fresh = [each for each in own if each.paper_sha256 == sha256]
    return SignerRow(one.key, one.name, role, tuple(
        HandRow(hand.key, hand.name, papers.line(told, one, hand, role)) for hand in one.hands),
        fresh[-1] if fresh else None, tuple(each for each in own if each.paper_sha256 != sha256))


def _asked(rows: Sequence[SignerRow], made: Signing) -> tuple[SignerRow, HandRow]:
    """Who signs, as they stand now. Refused where that or the line is another one by now."""
    row = next((one for one in rows if one.key == made.signer), None)
    hand = next((one for one in row.hands if one.key == made.hand), None) if row else None
    if row is None or hand is None:
        raise DeskError(N_("Whoever signs is not entered any more with the authority for it. Look again."),
                        field="hand")
    if hand.line != made.line:
        raise DeskError(N_("What is entered about {name} has changed. Read the line to them again."),
                        field="line", name=hand.name)
    if row.signature is not None:
        raise DeskError(N_("{name} has signed this paper already. Take that signature out first."),
                        name=row.signature.signer)
    return row, hand


def _party(case: Case, row: SignerRow) -> UUID | None:
    return next((party.id for party in case.parties if str(party.id) == row.key), None)
