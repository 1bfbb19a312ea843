"""Taking in: what another office referred here in a package, looked at first, then kept as a case of this
one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.referral.referrals import CaseOrigin
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text.storable import line
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.writing import begin
from mediation_desk.services.referral import arriving, opening
from mediation_desk.services.referral.arriving_files import arriving_files
from mediation_desk.services.referral.office_cards import NotCompared, standing
from mediation_desk.store.pace import AT_EASE, Cancelled, Pace, Progress
from mediation_desk.store.referral import known
from mediation_desk.store.referral.manifest import Referred
from mediation_desk.store.referral.office_card import OfficeCard, check_number
from mediation_desk.store.referral.package import Whole
from mediation_desk.store.referral.refusals import PackageDamaged
from mediation_desk.store.work.work import Work


class Signer(Enum):
    """What this office knows of whoever signed a package."""

    KNOWN = "its card was read and compared, or a package of its was taken in before"
    UNKNOWN = "nobody compared its number yet"
    CHANGED = "this office is known, and signed with another key before"


@dataclass(frozen=True)
class Incoming:
    """A package that was looked into; nothing was changed. ``check``: the number of the sender's card, to be
    compared by telephone unless the ``signer`` is known. ``parties``: role and name; ``files``: papers and
    exhibits with their size in bytes."""

    path: Path
    office: str
    check: str
    signer: Signer
    sent_by: str
    sent_at: datetime
    number: str
    reason: str
    part: str
    asked: str
    due_on: date | None
    valid_until: date
    cause: str
    facts: str
    confidential: bool
    parties: tuple[tuple[str, str], ...]
    claims: tuple[tuple[str, str, int | None], ...]
    orders: tuple[tuple[str, datetime, datetime | None], ...]
    papers: tuple[tuple[str, int], ...]
    exhibits: tuple[tuple[str, int], ...]

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(size for _name, size in (*self.papers, *self.exhibits))


@dataclass(frozen=True)
class TakenIn:
    """The case that was made of a package: its key, its number here, and that of its origin."""

    case_id: UUID
    origin_id: UUID
    number: str
    changes: Changes


class NoReferral(DeskError):
    """The file is a receipt or an answer."""

    def __init__(self) -> None:
        super().__init__(N_("This file is no referral, it comes back from one. Open it in the same place: it "
                            "is read into the referral that it belongs to."), field="package")


def look(desk: Desk, path: Path, passphrase: str = "", pace: Pace = AT_EASE) -> Incoming:
    """Look into a package; nothing is changed. DeskError beside ``package`` or ``passphrase``; NeedsOffice;
    Stopped.

    Refused: what is damaged, for another office, of a later program, made here, past its day, or taken in
    already.
    """
    with desk.reading(Verb.REGISTER_CASE):
        desk.require_office()
    whole = opening.whole(desk, path, passphrase, pace=pace)
    told = _referred(whole)
    with desk.reading(Verb.REGISTER_CASE) as work:
        _require_new(desk, work, told, whole.sha256)
        return _incoming(path, told, signer(work, told.sender))


def look_into(desk: Desk, typed: str, passphrase: str = "", *, progress: Progress, cancelled: Cancelled
              ) -> Incoming:
    """The same of a package whose place was typed, chosen or dropped."""
    return look(desk, opening.envelope(typed).path, passphrase, Pace(progress, cancelled))


def take_in(desk: Desk, path: Path, passphrase: str = "", *, compared: str = "", pace: Pace = AT_EASE
            ) -> TakenIn:
    """Make a case of it: a number of this office's, the person at the desk its mediator, received today; its
    order with the hours and steps that it has, so that its clocks go on; papers and exhibits as evidence.

    ``compared``: the check number that somebody read out with a sender who is not known; NotCompared beside
    ``compared`` without it. All of it is kept, or nothing. DeskError as :func:`look`.
    """
    with desk.reading(Verb.REGISTER_CASE):
        desk.require_office()
    with arriving_files(desk) as arrived:
        whole = opening.whole(desk, path, passphrase, arrived.take, pace)
        told = _referred(whole)
        with _believed(), desk.work("take_package", Verb.REGISTER_CASE) as work:
            desk.require_office()
            case_id = work.new_key()
            serial = work.serials.next(desk.today.year, case_id)  # who comes second waits here for the first
            _require_new(desk, work, told, whole.sha256)
            _require_compared(work, told.sender, compared)
            number, origin = desk.settings.numbers.number(desk.today.year, serial), work.new_key()
            case, people = arriving.case_of(work, told, case_id, number, desk.today)
            case.origins_all.append(_origin(work, told, case_id, origin, whole.sha256))
            work.cases.add(case)
            begin(desk, work, case_id)
            arrived.keep(work, arriving.exhibits_of(work, told, case_id, people, arrived.kinds, desk.today))
            changes = work.commit(lists=("cases", "agenda", "evidence"), result=case_id)
    return TakenIn(case_id, origin, number, changes)


def take_in_chosen(desk: Desk, path: Path, passphrase: str = "", compared: str = "", *, progress: Progress,
                   cancelled: Cancelled) -> TakenIn:
    """The same, told how far it is."""
    return take_in(desk, path, passphrase, compared=compared, pace=Pace(progress, cancelled))


@contextmanager
def _believed() -> Iterator[None]:
    """What no program of ours writes, an hour at the end of days for one, is refused as PackageDamaged."""
    try:
        yield
    except (ArithmeticError, ValueError, TypeError, LookupError, AttributeError) as nonsense:
        raise PackageDamaged from nonsense


def _referred(whole: Whole) -> Referred:
    if not isinstance(whole.manifest, Referred):
        raise NoReferral
    return whole.manifest


def _require_new(desk: Desk, work: Work, told: Referred, sha256: str) -> None:
    if told.sender.store_id == desk.store.place.vault.read().store_id:
        raise DeskError(N_("This package was made in this office. Give it to the office that it is for; "
                           "nothing was changed."), field="package")
    if _is_ahead(told, work.who.now):
        raise DeskError(N_("It names a day that lies in the future. Nothing was changed."), field="package")
    if told.valid_until < desk.today:
        raise DeskError(N_("This package was to be taken in until {day}. Ask for a new one; nothing was "
                           "changed."), field="package", day=told.valid_until)
    if before := known.taken_in(work, told.package_id, sha256):
        raise DeskError(N_("This package was taken in already, as {number}. Nothing was changed."),
                        field="package", number=work.cases.get(before.case_id).number)


def _is_ahead(told: Referred, now: datetime) -> bool:
    """Whether something is told of that has not happened yet: no order's clock is set so, and no case says
    that it was sent tomorrow. A day is let pass, for the clocks of two offices and their zones."""
    tomorrow = now + timedelta(days=1)
    hours = [hour for order in told.orders for hour in (order.arrived_at, *(one.at for one in order.steps))]
    return told.made_at > tomorrow or any(hour > tomorrow.replace(tzinfo=None) for hour in hours)


def signer(work: Work, card: OfficeCard) -> Signer:
    """What this office knows of whoever holds that signing key."""
    key, offices = card.signing_key.hex(), standing(work)
    if any((one.store_id, one.signing_key) == (card.store_id, key) for one in offices):
        return Signer.KNOWN
    before = known.from_store(work, card.store_id)
    if any(one.store_id == card.store_id and one.signing_key for one in offices):
        return Signer.CHANGED
    if any(one.signing_key == key for one in before):
        return Signer.KNOWN
    return Signer.CHANGED if before else Signer.UNKNOWN


def _require_compared(work: Work, card: OfficeCard, compared: str) -> None:
    if signer(work, card) is not Signer.KNOWN and compared != check_number(card):
        raise NotCompared


def _origin(work: Work, told: Referred, case_id: UUID, origin_id: UUID, sha256: str) -> CaseOrigin:
    return CaseOrigin(
        id=origin_id, case_id=case_id, package_id=told.package_id, store_id=told.sender.store_id,
        office=line(told.sender.office), sender=line(told.sent_by), number=line(told.number),
        reason=told.reason, part=told.part, asked=line(told.asked), sent_at=told.made_at,
        due_on=told.due_on, sha256=sha256,
        signing_key=told.sender.signing_key.hex(), public_key=told.sender.public_key.hex(),
        taken_at=work.who.now)


def _incoming(path: Path, told: Referred, by: Signer) -> Incoming:
    return Incoming(
        path=path, office=line(told.sender.office), check=check_number(told.sender), signer=by,
        sent_by=line(told.sent_by), sent_at=told.made_at, number=line(told.number),
        reason=told.reason, part=told.part, asked=told.asked, due_on=told.due_on,
        valid_until=told.valid_until, cause=told.cause, facts=told.facts, confidential=told.confidential,
        parties=tuple((one.role.label, one.name) for one in told.parties),
        claims=tuple((told.parties[one.worker].name, one.words, one.asked) for one in told.claims),
        orders=tuple((one.number, one.arrived_at, one.given_until) for one in told.orders),
        papers=tuple((one.title, one.size) for one in told.papers),
        exhibits=tuple((one.name, one.size) for one in told.exhibits))
