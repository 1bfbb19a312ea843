"""Invented packages: everything that one can hold, and the two offices between which they go."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.identity import IdKind
from mediation_desk.domain.intake.orders import OrderStepKind
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role, Source
from mediation_desk.store.referral import outside, package
from mediation_desk.store.referral.manifest import (
    Answer,
    ClaimTold,
    Content,
    ExhibitTold,
    Manifest,
    OrderTold,
    PaperTold,
    PartyTold,
    Receipt,
    Referred,
    StepTold,
)
from mediation_desk.store.referral.office_card import OfficeCard
from mediation_desk.store.referral.outside import Lock
from mediation_desk.store.referral.package import Whole
from mediation_desk.store.referral.package_keys import PackageKeys
from mediation_desk.store.vault.document import COST_FLOOR
from mediation_desk.store.vault.keys import Key

SENDING, RECEIVING, STRANGER = (PackageKeys(Key(bytes([number]) * 32)) for number in (1, 2, 3))
MADE = datetime(2025, 3, 3, 1, 30, tzinfo=UTC)
PASSPHRASE = "4821 0937 5566 1204 7730"
FOR_OFFICE = Lock(public_key=RECEIVING.public)
BY_PHONE = Lock(passphrase=PASSPHRASE, cost=COST_FLOOR)
PAPER = b"%PDF-1.7 " + "申请书".encode()
PICTURE = bytes(range(256)) * 2100  # over two blocks


def card(keys: PackageKeys, office: str, store: int) -> OfficeCard:
    return OfficeCard(store_id=UUID(int=store), office=office, public_key=keys.public,
                      signing_key=keys.signing)


OURS = card(SENDING, "城中区新就业形态劳动争议调解室", 1)
THEIRS = card(RECEIVING, "城中区社会保险经办中心", 2)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


FILES = {sha256(one): one for one in (PAPER, PICTURE)}


def referred(number: int = 7) -> Referred:
    """Every field that a package can have, filled in."""
    return Referred(
        sender=OURS, package_id=UUID(int=number), made_at=MADE, number="宁中劳调〔2025〕7号",
        sent_by="陈守信",
        valid_until=date(2025, 4, 2), due_on=date(2025, 3, 17), asked="参保科",
        reason="社保补缴由经办机构核定",
        part="社会保险费补缴", received_on=date(2025, 3, 3), source=Source.HOTLINE,
        kind_of_work=KindOfWork.DELIVERY, cause="追索劳动报酬", facts="骑手称平台未缴社保。",
        confidential=True,
        parties=(PartyTold(role=Role.APPLICANT, kind=PartyKind.PERSON, name="温若晴",
                           id_kind=IdKind.RESIDENT, id_number="630102199001011236", sex="female",
                           birth_date=date(1990, 1, 1), ethnicity="汉族", phone="13900000000",
                           address="城中区南大街", workplace="配送站"),
                 PartyTold(role=Role.RESPONDENT, kind=PartyKind.ORGANISATION, name="湟水配送有限公司"),
                 PartyTold(role=Role.AGENT, kind=PartyKind.PERSON, name="马文远", acts_for=0)),
        claims=(ClaimTold(worker=0, claim="unpaid_wages", words="支付拖欠的劳动报酬", asked=860_000),),
        orders=(OrderTold(source=Source.HOTLINE, number="HJ20250303001", rule="hotline", terms="{}",
                        arrived_at=datetime(2025, 3, 3, 9, 12), given_until=datetime(2025, 3, 10, 18),
                        title="骑手反映社保", content="骑手反映平台未缴社保", caller="温若晴",
                        caller_phone="13900000000",
                        steps=(StepTold(kind=OrderStepKind.SIGNED_IN, at=datetime(2025, 3, 3, 10)),)),),
        papers=(PaperTold(name="申请书.pdf", sha256=sha256(PAPER), size=len(PAPER), title="调解申请书"),),
        exhibits=(ExhibitTold(name="流水.png", sha256=sha256(PICTURE), size=len(PICTURE), number=3,
                              media_type="image/png", given_by=0, proves="未缴社保", original=True,
                              source="平台后台", pages=1),))


def receipt(to: str) -> Receipt:
    return Receipt(sender=THEIRS, package_id=UUID(int=8), made_at=MADE, to_package=UUID(int=7), to_sha256=to,
                   number="收〔2025〕1号", received_on=date(2025, 3, 4), received_by="海晏")


def answer(to: str) -> Answer:
    return Answer(sender=THEIRS, package_id=UUID(int=9), made_at=MADE, to_package=UUID(int=7), to_sha256=to,
                  number="收〔2025〕1号", received_on=date(2025, 3, 4), day=date(2025, 3, 10),
                  answered_by="海晏", result="已核定补缴基数",
                  papers=(PaperTold(name="核定表.pdf", sha256=sha256(PAPER), size=len(PAPER),
                                    title="核定表"),))


def files(content: Content) -> Iterable[bytes]:
    return [FILES[content.sha256]]


def write(path: Path, told: Manifest | None = None, lock: Lock = FOR_OFFICE,
          keys: PackageKeys = SENDING) -> Path:
    """The file; the Lock says whom it is for."""
    package.write(path, told or referred(), lock, keys, files)
    return path


def opened(path: Path, found: dict[str, bytes] | None = None, passphrase: str = "") -> Whole:
    """As the office that it is for opens it."""
    def take(content: Content, blocks: Iterator[bytes]) -> None:
        if found is not None:
            found[content.name] = b"".join(blocks)

    seen = outside.look_at(path)
    key = (outside.key_for_passphrase(seen, passphrase) if passphrase
           else outside.key_for_office(seen, [STRANGER, RECEIVING]))
    return package.read(path, key, take)
