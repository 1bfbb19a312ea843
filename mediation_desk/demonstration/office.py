"""The demonstration desk: an office of invented people, with cases at every station of the road."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, count, islice
from pathlib import Path
from uuid import UUID

from mediation_desk.demonstration import streamers
from mediation_desk.demonstration.streamers import Stop
from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.money import yuan
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.settlement.terms import Terms
from mediation_desk.domain.vocabulary import Business, KindOfWork, PartyKind, Role, Source
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Founding, Surroundings
from mediation_desk.services.intake import registering
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying
from mediation_desk.services.upkeep.store_key import known_keys
from mediation_desk.store.store import Place, in_folder
from mediation_desk.store.vault.keys import derive
from mediation_desk.store.vault.vault import WrongPassword

LOGIN = "demo"
MARK = "office.demonstration"  # beside the store: that the demonstration made it
PASSWORD = "demonstration-desk"  # shown on the sign-in page: nothing in it is real
SETTINGS = OfficeSettings(
    "西宁市城中区劳动争议调解工作室", "西宁市城中区劳动人事争议调解中心", region="630100",
    number_pattern="宁中劳调〔2024〕0001号", arbitration_commission="西宁市城中区劳动人事争议仲裁委员会",
    court="西宁市城中区人民法院", address="青海省西宁市城中区（演示地址）", phone="0971-0000000")


@dataclass(frozen=True)
class Sketch:
    """A small invented case: who, against whom, what for, how long ago, how far it has come."""

    workers: tuple[str, ...]
    company: str
    kind: KindOfWork
    source: Source
    cause: str
    claims: tuple[str, ...]
    days_ago: int
    far: int  # stations reached: 0 received, 1 accepted, 2 sorted, 3 signed, 4 first payment made
    wage: str = "5200.00"


SKETCHES = (
    Sketch(("冶文斌",), "海湖快送网络科技有限公司", KindOfWork.DELIVERY, Source.HOTLINE, "配送劳务报酬",
           ("unpaid_wages",), 1, 0),
    Sketch(("才让东珠", "李成玉"), "河湟同城配送有限公司", KindOfWork.COURIER, Source.INSPECTION,
           "追索劳动报酬", ("unpaid_wages",), 4, 1, "4800.00"),
    Sketch(("孟庆春", "石玉兰", "韩福来"), "西海家政服务有限公司", KindOfWork.HOUSEHOLD, Source.WALK_IN,
           "追索劳动报酬、二倍工资差额", ("unpaid_wages", "double_wage"), 9, 2, "3600.00"),
    Sketch(("赵永福",), "青藏干线物流有限公司", KindOfWork.FREIGHT, Source.ARBITRATION, "追索劳动报酬",
           ("unpaid_wages",), 13, 2, "7500.00"),
    Sketch(("陈小艺", "马俊海"), "湟源出行科技有限公司", KindOfWork.DRIVER, Source.ONLINE, "追索劳动报酬",
           ("unpaid_wages",), 26, 3, "6100.00"),
    Sketch(("杨春生",), "柳湾电商有限公司", KindOfWork.COURIER, Source.UNION, "追索劳动报酬",
           ("unpaid_wages",), 40, 4, "5000.00"),
)


def place(folder: Path) -> Place:
    """Where the demonstration desk is kept."""
    return in_folder(folder)


def enter(folder: Path, around: Surroundings) -> Desk:
    """The demonstration desk in a folder, as one left it; made anew where there is none.

    An office that this program's demonstration did not make is let be, whatever its accounts are
    called; so is a demonstration that was broken off, or whose password somebody changed. Then
    another one is made beside it.
    """
    for home in chain((folder,), (folder.with_name(f"{folder.name}-{number}") for number in count(2))):
        if not place(home).exists():
            return build(home, around)
        if (home / MARK).is_file() and (desk := former(home, around)):
            return desk
    raise AssertionError  # the numbers never end


def former(home: Path, around: Surroundings) -> Desk | None:
    """The desk at a store that this program's demonstration made; None where it did not, or where somebody
    changed its password."""
    try:
        desk = sign_in.sign_in(place(home), LOGIN, PASSWORD, around)
    except WrongPassword:
        return None
    if (home / MARK).read_bytes().strip() in map(_mark, known_keys(desk)):
        return desk
    desk.store.close()
    return None


def _mark(store_key: bytes) -> bytes:
    """What only this store's demonstration can have written: drawn from the store's own key of that day."""
    return derive(store_key, b"demonstration desk").hex().encode()


def build(folder: Path, around: Surroundings, said: Callable[[Desk, Stop], None] | None = None
          ) -> Desk:
    """Found the office and walk the streamers' case and the others as far as they go.

    ``said`` hears each station of the streamers' case with its figures as it is reached.
    """
    desk = sign_in.found(place(folder), Founding(
        SETTINGS, LOGIN, "陈守信", PASSWORD, PASSWORD, frozenset(AccountRole)), around)
    for stop in streamers.walk(desk, on_screen=True):
        if said is not None:
            said(desk, stop)
    for sketch in SKETCHES:
        for _step in islice(_walk(desk, sketch), sketch.far + 1):
            pass
    (folder / MARK).write_bytes(_mark(desk.store.opened.store_key))
    return desk


def _walk(desk: Desk, sketch: Sketch) -> Iterator[UUID]:
    """The sketch's case, one station at a step."""
    received = desk.today - timedelta(days=sketch.days_ago)
    case_id = _receive(desk, sketch, received)
    yield case_id
    editing.save(desk, case_id, [editing.Edit("case", case_id, side, None, received)
                                 for side in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, case_id, received)
    yield case_id
    _sort(desk, case_id, sketch, received)
    yield case_id
    _settle(desk, case_id, received)
    yield case_id
    due = reading.case(desk, case_id).case.signed_agreement.instalments[0]
    booking.book(desk, case_id, booking.PaymentDraft(due.due_on, due.amount, voucher="回单"))
    yield case_id


def _receive(desk: Desk, sketch: Sketch, received: date) -> UUID:
    workers = [registering.PartyDraft(Role.APPLICANT, name) for name in sketch.workers]
    company = registering.PartyDraft(Role.RESPONDENT, sketch.company, PartyKind.ORGANISATION,
                                     particulars={"business": Business.EMPLOYER})
    made = registering.register(desk, registering.IntakeDraft(
        received, sketch.source, "演示工单" if sketch.source is Source.HOTLINE else "", sketch.kind,
        sketch.cause, parties=[*workers, company]))
    assert made.result
    case = reading.case(desk, made.result).case
    registering.set_claims(desk, case.id, {worker.id: sketch.claims for worker in case.applicants})
    return case.id


def _sort(desk: Desk, case_id: UUID, sketch: Sketch, received: date) -> None:
    last = received.replace(day=1) - timedelta(days=1)
    first = last.replace(day=1)
    begun = (first - timedelta(days=1)).replace(day=1)
    facts = {"employed_from": begun.isoformat(), "employed_until": last.isoformat(),
             "unpaid_from": first.isoformat(), "unpaid_until": last.isoformat(), "monthly_wage": sketch.wage}
    if "double_wage" in sketch.claims:
        facts["written_contract"] = "no"
    workers = reading.case(desk, case_id).case.applicants
    sayings = [Saying(element, worker.id, "applicant", value)
               for worker in workers for element, value in facts.items()]
    sayings += [Saying(element, worker.id, "respondent", facts[element])
                for worker in workers for element in ("unpaid_from", "unpaid_until", "employed_from")]
    sorting.say(desk, case_id, sayings)
    sorting.ask_computed(desk, case_id)


def _settle(desk: Desk, case_id: UUID, received: date) -> None:
    case = reading.case(desk, case_id).case
    claimed = case.claimed
    editing.save(desk, case_id, [
        editing.Edit("party", worker.id, "bank_account", "", f"青海农商银行 6230 9100 0000 {at:04d}")
        for at, worker in enumerate(case.applicants, start=int(case.number[-5:-1]) * 10)])
    agreed = yuan(str(claimed.fen * 9 // 10 // 100))
    signed = received + timedelta(days=6)
    days = settling.monthly(signed + timedelta(days=20), 2)
    settling.draft(desk, case_id, settling.TermsDraft(Terms(agreed, days)))
    settling.sign(desk, case_id, signed)
