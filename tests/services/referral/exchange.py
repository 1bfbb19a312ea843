"""Two offices that refer matters to one another: a case of the one, with claims, an order and evidence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.intake.orders import CameBy, OrderStep, OrderStepKind, WorkOrder
from mediation_desk.domain.money import yuan
from mediation_desk.domain.referral.offices import OfficeKind, ReceivingOffice
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role, Source
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from mediation_desk.services.library import Library
from mediation_desk.services.referral import incoming, leaving, office_cards, packages
from mediation_desk.services.referral.incoming import TakenIn
from mediation_desk.services.referral.packages import Packed, Sealing
from mediation_desk.store.store import Place
from tests import offices
from tests.offices import SETTINGS, Office

THERE = replace(SETTINGS, name="城中区社会保险经办中心", seal_name="城中区社会保险经办中心",
                number_pattern="城中社收〔2024〕001号")
HAI = ("hai", "海晏")
DAY = date(2025, 1, 20)
ARRIVED = datetime(2025, 1, 20, 8, 40)
FINISH = datetime(2025, 1, 27, 18)
PASSPHRASE = "4821 0937 5566 1204 7730"
FLOW, CONTRACT = b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 4000, b"%PDF-1.7 contract"


@dataclass
class Exchange:
    """Both offices; ``referral_id`` is drafted for the office there, whose card was read here."""

    here: Office
    there: Office
    folder: Path
    case_id: UUID
    worker_id: UUID
    exhibit_id: UUID
    referral_id: UUID

    @property
    def desk(self) -> Desk:
        """Of the office that refers."""
        return self.here.first

    @property
    def other(self) -> Desk:
        """Of the office that receives."""
        return self.there.first

    @property
    def referral(self) -> Referral:
        """As it stands."""
        return leaving.standing(reading.case(self.desk, self.case_id).case, self.referral_id)

    def seal(self, name: str = "a.mdpackage", sealing: Sealing | None = None) -> Packed:
        """The package in the folder between them."""
        return packages.seal(self.desk, self.case_id, self.referral_id, sealing or Sealing(),
                             self.folder / name)

    def taken(self, name: str = "a.mdpackage", passphrase: str = "") -> TakenIn:
        """A package of that name, sealed and taken in there."""
        path = self.seal(name, Sealing(passphrase=passphrase)).path
        check = incoming.look(self.other, path, passphrase).check
        return incoming.take_in(self.other, path, passphrase, compared=check)


def draft(desk: Desk, case_id: UUID, office: ReceivingOffice | None = None, **told: object) -> UUID:
    """A referral as the referral page drafts it."""
    with desk.case_work(case_id, "draft_referral") as (work, case):
        made = Referral(id=work.new_key(), case_id=case_id, office_id=office.id if office else None,
                        office=office.name if office else THERE.name, drafted_on=desk.today,
                        due_on=date(2025, 2, 7), asked="参保科", reason="社保补缴由经办机构核定")
        for name, value in told.items():
            setattr(made, name, value)
        case.referrals_all.append(made)
        work.commit()
        return made.id


def listed(desk: Desk, name: str = THERE.name) -> ReceivingOffice:
    """A further office of the list."""
    with desk.work("add_receiving_office", Verb.EDIT_RECEIVING_OFFICES) as work:
        made = ReceivingOffice(id=work.new_key(), kind=OfficeKind.SOCIAL_INSURANCE, name=name)
        work.put(made)
        work.commit()
        return replace(made)


def read_card(desk: Desk, of: Desk, folder: Path, office_id: UUID | None) -> None:
    """The card of the one office, carried to the other and compared."""
    path = office_cards.write_own(of, str(folder), f"{len(list(folder.iterdir()))}.mdoffice")
    office_cards.take(desk, office_cards.look(desk, str(path)), compared=True, office_id=office_id)


def case_here(desk: Desk) -> tuple[UUID, UUID, UUID]:
    """A rider's case from the hotline: its key, the rider's, and that of an exhibit."""
    case_id = registering.register(desk, IntakeDraft(
        DAY, Source.HOTLINE, "HJ20250120001", KindOfWork.DELIVERY, "社会保险争议", "平台未缴社保，也欠工资。",
        parties=[PartyDraft(Role.APPLICANT, "温若晴", particulars={
                     "id_number": "630102199001011236", "phone": "13997000001",
                     "address": "城中区南大街1号", "bank_account": "6228480000000000011"}),
                 PartyDraft(Role.APPLICANT, "路知夏", particulars={"phone": "13997000002"}),
                 PartyDraft(Role.RESPONDENT, "湟水配送有限公司", PartyKind.ORGANISATION,
                            {"phone": "0971-8123456"})])).result
    assert case_id
    worker = reading.case(desk, case_id).case.applicants[0].id
    registering.set_claims(desk, case_id, {worker: ["other", "unpaid_wages"]})
    registering.ask_amounts(desk, case_id, {(worker, "unpaid_wages"): yuan("8600.00")})
    with desk.case_work(case_id, "note_order") as (work, case):
        order = WorkOrder(id=work.new_key(), case_id=case_id, source=Source.HOTLINE, arrived_at=ARRIVED,
                          given_until=FINISH, came_by=CameBy.TYPED, original="原始一行",
                          number="HJ20250120001", title="骑手反映社保", content="骑手反映平台未缴社保",
                          caller="温若晴", caller_phone="13997000001")
        case.orders_all.append(order)
        case.order_steps_all.append(OrderStep(
            id=work.new_key(), case_id=case_id, order_id=order.id, kind=OrderStepKind.SIGNED_IN,
            at=datetime(2025, 1, 20, 9, 5), by="陈守信"))
        work.commit()
    brought = [FileSource("流水.png", data=FLOW), FileSource("合同.pdf", data=CONTRACT)]
    filing.add_files(desk, case_id, brought, str(worker))
    return case_id, worker, filing.exhibits(desk, case_id).exhibits[0].id


@contextmanager
def exchange(folder: Path, library: Library, places: tuple[Place, Place]) -> Iterator[Exchange]:
    """Found both offices; everything is closed at the end."""
    between = folder / "stick"
    between.mkdir(parents=True)
    with offices.office(places[0], folder / "notes", library) as here, \
            offices.office(places[1], folder / "notes-there", library, settings=THERE, who=HAI) as there:
        desk, case_id, worker, exhibit = here.first, *case_here(here.first)
        office = listed(desk)
        read_card(desk, there.first, between, office.id)
        referral = draft(desk, case_id, office, part="社会保险费补缴", claims=f"{worker}/other",
                         exhibits=str(exhibit), papers="mediation-application")
        reading.case(desk, case_id)
        yield Exchange(here, there, between, case_id, worker, exhibit, referral)


def kept_of(office: Office) -> tuple[int, int, int, int]:
    """How much a store holds: cases, exhibits, files, and entries of its journal's ledger."""
    from sqlalchemy import func, select

    from mediation_desk.store.journal import ledger
    from mediation_desk.store.tables.cases import cases
    from mediation_desk.store.tables.evidence import evidence_files, exhibits

    with office.first.store.engine.connect() as connection:
        counts = [connection.scalar(select(func.count()).select_from(table)) or 0
                  for table in (cases, exhibits, evidence_files)]
        return counts[0], counts[1], counts[2], ledger.place(connection).total
