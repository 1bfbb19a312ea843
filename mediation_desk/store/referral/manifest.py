"""What a package says: on its outside, for which key it is; inside, who sends what to whom, field by field.

Whatever can be in a package has a field here. There is none for what was said alone, nor for anything else
of a case that a referral does not need.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta, Raw, Struct

from mediation_desk.domain.identity import IdKind
from mediation_desk.domain.intake.orders import OrderStepKind
from mediation_desk.domain.text.storable import line
from mediation_desk.domain.vocabulary import Authority, Business, KindOfWork, PartyKind, Role, Source
from mediation_desk.store.referral.office_card import OfficeCard
from mediation_desk.store.travel.card import Line
from mediation_desk.store.vault.document import Cost

FORMAT = 1  # of the outside and of the inside alike
Kind = Literal["referral", "receipt", "answer"]

LONGEST = 16 << 20  # bytes of what a package says, its files aside
Text = Annotated[str, Meta(max_length=1_000_000)]
Short = Annotated[str, Meta(max_length=10_000)]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Size = Annotated[int, Meta(ge=1, le=1 << 40)]
Ref = Annotated[int, Meta(ge=0, le=100_000)]
Hour = Annotated[datetime, Meta(tz=False)]  # in the zone of the office that sends
Instant = Annotated[datetime, Meta(tz=True)]


class PassphraseLock(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a passphrase opens the package: the file's key under it, at that price of a guess."""

    salt: Annotated[bytes, Meta(min_length=16, max_length=64)]
    cost: Cost
    wrap: Annotated[bytes, Meta(max_length=256)]


class Outside(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What anybody can read: no name, no number of a case, nobody who signed.

    ``for_key``: the public key of the office that it is for, with the file's key in ``envelope``; or it has a
    ``passphrase``. ``package_id``: its own; that of the package that a receipt or an answer is to stands
    inside.
    """

    kind: Kind
    package_id: UUID
    for_key: Annotated[bytes, Meta(max_length=32)] = b""
    envelope: Annotated[bytes, Meta(max_length=256)] = b""
    passphrase: PassphraseLock | None = None


class Content(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file in the package: what it is called, its hash and its size in bytes."""

    name: Annotated[str, Meta(min_length=1, max_length=255)]
    sha256: Sha256
    size: Size


class PaperTold(Content, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A paper, as PDF. ``title``: what it is called in Chinese."""

    title: Line


class ExhibitTold(Content, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A chosen exhibit. ``given_by``: who handed it in, a party by its place in the list, or a side's name,
    or nobody; ``number``: which exhibit it is there."""

    number: Ref
    media_type: Annotated[str, Meta(max_length=120)]
    given_by: Ref | Literal["applicant", "respondent", ""] = ""
    proves: Text = ""
    original: bool = False
    source: Short = ""
    pages: Ref | None = None


class PartyTold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A party, with what of its particulars was chosen. ``acts_for``: another one, by its place in the
    list."""

    role: Role
    kind: PartyKind
    name: Short
    id_kind: IdKind | None = None
    id_number: Short = ""
    sex: Literal["male", "female", ""] = ""
    birth_date: date | None = None
    ethnicity: Short = ""
    phone: Short = ""
    address: Short = ""
    workplace: Short = ""
    credit_code: Short = ""
    legal_representative: Short = ""
    legal_representative_post: Short = ""
    business: Business | None = None
    acts_for: Ref | None = None
    authority: Authority | None = None
    also_worker: bool = False


class ClaimTold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a worker asks for. ``worker``: by the place in the list; ``claim``: as the forms name it, and
    ``words`` as a person reads it; ``asked``: fen, or not put in figures."""

    worker: Ref
    claim: Annotated[str, Meta(min_length=1, max_length=100)]
    words: Short
    asked: Annotated[int, Meta(ge=0, le=1 << 60)] | None = None


class StepTold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that was done to the order there; hours of that office's zone."""

    kind: OrderStepKind
    at: Hour
    until: Hour | None = None
    reason: Text = ""
    by: Short = ""


class OrderTold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A work order that the matter came with: its number, hours and clocks, which go on."""

    source: Source
    number: Short = ""
    rule: Annotated[str, Meta(max_length=100)] = ""
    terms: Annotated[str, Meta(max_length=4000)] = ""
    arrived_at: Hour
    given_until: Hour | None = None
    title: Short = ""
    content: Text = ""
    kind: Short = ""
    urgency: Short = ""
    caller: Short = ""
    caller_phone: Short = ""
    confidential: bool = False
    reply_wanted: bool = True
    supervised: bool = False
    former_number: Short = ""
    steps: Annotated[tuple[StepTold, ...], Meta(max_length=2_000)] = ()


class Referred(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="referral"):
    """A matter, or a part of it. ``number``: of the case there; ``part``: which part, in words, or nothing
    for the whole; ``asked``: who is asked to answer until ``due_on``; ``valid_until``: the last day on which
    it is taken in. ``received_on``: the day on which the matter reached the sender."""

    sender: OfficeCard
    package_id: UUID
    made_at: Instant
    number: Line
    sent_by: Short = ""
    valid_until: date
    due_on: date | None = None
    asked: Short = ""
    reason: Text = ""
    part: Text = ""
    received_on: date
    source: Source
    kind_of_work: KindOfWork
    cause: Short = ""
    facts: Text = ""
    confidential: bool = False
    parties: Annotated[tuple[PartyTold, ...], Meta(max_length=5_000)] = ()
    claims: Annotated[tuple[ClaimTold, ...], Meta(max_length=50_000)] = ()
    orders: Annotated[tuple[OrderTold, ...], Meta(max_length=200)] = ()
    papers: Annotated[tuple[PaperTold, ...], Meta(max_length=10_000)] = ()
    exhibits: Annotated[tuple[ExhibitTold, ...], Meta(max_length=10_000)] = ()

    @property
    def contents(self) -> tuple[Content, ...]:
        """Its files, in the order in which they lie in it."""
        return (*self.papers, *self.exhibits)


class Receipt(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="receipt"):
    """That a package was taken in. ``to_package``, ``to_sha256``: which; ``number``: of the case that came of
    it here, on what day, by whom."""

    sender: OfficeCard
    package_id: UUID
    made_at: Instant
    to_package: UUID
    to_sha256: Sha256
    number: Line
    received_on: date
    received_by: Short = ""

    @property
    def contents(self) -> tuple[Content, ...]:
        """It has no files."""
        return ()


class Answer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="answer"):
    """What came of a referral: the ``result`` in words with its papers, or that it is ``returned`` and why.
    ``day``: on which it was answered; when and by whom it was received it says too, for a receipt may have
    been lost."""

    sender: OfficeCard
    package_id: UUID
    made_at: Instant
    to_package: UUID
    to_sha256: Sha256
    number: Line
    received_on: date
    received_by: Short = ""
    day: date
    answered_by: Short = ""
    result: Text = ""
    returned: Text = ""
    papers: Annotated[tuple[PaperTold, ...], Meta(max_length=10_000)] = ()

    @property
    def contents(self) -> tuple[Content, ...]:
        """Its papers."""
        return self.papers


Manifest = Referred | Receipt | Answer
KINDS: Mapping[type[Manifest], Kind] = MappingProxyType({
    Referred: "referral", Receipt: "receipt", Answer: "answer"})
"""What stands on the outside of each."""
ENDINGS: Mapping[Kind, str] = MappingProxyType({
    "referral": ".mdpackage", "receipt": ".mdreceipt", "answer": ".mdanswer"})
"""How the name of such a file ends; what it is, it says itself."""


class TooNew(Exception):
    """A later program wrote it; callers say it in the user's words."""


class Unreadable(Exception):
    """It is no manifest; callers say it in the user's words."""


def written(manifest: Manifest) -> bytes:
    """As it lies in the package. Unreadable where anything in it, or all of it, is longer than a program
    takes."""
    made = msgspec.msgpack.encode((FORMAT, manifest))
    if len(made) > LONGEST:
        raise Unreadable
    read(made)
    return made


def read(told: bytes) -> Manifest:
    """The manifest again; TooNew, Unreadable."""
    try:
        version, rest = msgspec.msgpack.decode(told, type=tuple[int, Raw])
        if version > FORMAT:
            raise TooNew
        found: Manifest = msgspec.msgpack.decode(rest, type=Referred | Receipt | Answer)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError):
        raise Unreadable from None
    if not line(found.number) or not _holds_together(found):
        raise Unreadable
    return found


def _holds_together(told: Manifest) -> bool:
    """Whether an answer says one thing, and a matter names nobody who is not in it."""
    if isinstance(told, Answer):
        return bool(told.result.strip()) != bool(told.returned.strip())
    return isinstance(told, Receipt) or _names_its_own(told)


def _names_its_own(told: Referred) -> bool:
    """Whether whoever is named by a place in the list is in it; only applicants claim, each thing once."""
    applicants = {at for at, one in enumerate(told.parties) if one.role is Role.APPLICANT}
    places, claimed = range(len(told.parties)), [(one.worker, one.claim) for one in told.claims]
    return (all(worker in applicants for worker, _claim in claimed) and len(set(claimed)) == len(claimed)
            and all(one.acts_for is None or (one.acts_for in places and one.acts_for != at)
                    for at, one in enumerate(told.parties))
            and all(one.given_by in places for one in told.exhibits if isinstance(one.given_by, int)))
