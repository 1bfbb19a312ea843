"""Four matters, each walked to every place on the road at which some paper is printed.

A rider against a platform and its station; five streamers against one company; sixty couriers against two
companies; a worker whose name is long or rare. Everybody is invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.settlement.debtors import Owing, Undertaking
from mediation_desk.domain.settlement.terms import Terms, TermsDraft
from mediation_desk.domain.vocabulary import (
    Attendance,
    Authority,
    KindOfWork,
    Outcome,
    OwedHow,
    PartyKind,
    Refusal,
    Role,
    SessionState,
    Side,
)
from mediation_desk.services import editing, reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import meeting
from mediation_desk.services.papers import making
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling, supplementing
from mediation_desk.services.settlement.supplementing import RestDraft
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying
from tests.documents.samples import credit_code, id_number

RECEIVED, SIGNED = date(2024, 11, 25), date(2024, 12, 3)
FIRST, SECOND = date(2024, 12, 10), date(2025, 1, 10)
NOW = datetime(2025, 2, 3, 9)
ON_ITS_PAGE = frozenset({"demand-letter", "payment-order-application", "arbitration-application",
                         "enforcement-application"})
RARE_CHARACTERS = "𠮷䶮𬍛"
MINORITY = "扎西·才让多杰"


ASKED = yuan("4000.02")


@dataclass(frozen=True)
class Matter:
    """Who, against whom, for what: each asks for ``asked`` for each claim, and gets half of it."""

    name: str
    workers: tuple[str, ...]
    companies: tuple[str, ...]
    kind: KindOfWork
    claims: tuple[str, ...]
    asked: Money = ASKED

    @property
    def agreed(self) -> Money:
        """What all of them get."""
        return total([self.asked] * len(self.workers) * len(self.claims)).split([1, 1])[0]


MATTERS = (
    Matter("rider", ("马海龙",), ("河湟速达网络科技有限公司", "西宁川流劳务有限公司城东站"),
           KindOfWork.DELIVERY, ("unpaid_wages",)),
    Matter("streamers", ("温若晴", "路知夏", "简书遥", "慕容采薇", "尹小满"), ("安宁星湾文化传媒有限公司",),
           KindOfWork.STREAMER, ("unpaid_wages", "double_wage")),
    Matter("couriers", tuple(f"骑手{one}{two}" for one in "甲乙丙丁戊己" for two in "一二三四五六七八九十"),
           ("河湟同城配送有限公司", "青藏干线物流有限公司"), KindOfWork.COURIER,
           ("unpaid_wages", "overtime")),
    Matter("names", (MINORITY, *(f"李{one}小满" for one in RARE_CHARACTERS), "欧阳青禾"),
           ("安宁河湟文化有限公司",), KindOfWork.OTHER, ("unpaid_wages",)),
)


@dataclass
class Walked:
    """A matter at its stages: open with everything overdue, talked about, closed, ended without an agreement,
    refused."""

    desk: Desk
    matter: Matter
    stages: tuple[UUID, ...]
    known: Mapping[str, UUID] = field(default_factory=dict)

    def case_for(self, template: str) -> Case | None:
        """The case of the first stage at which a paper is offered, on its own page the first; None where it
        never is."""
        if template in ON_ITS_PAGE:
            return reading.case(self.desk, self.stages[0]).case
        for case_id in self.stages:
            case = reading.case(self.desk, case_id).case
            if making.is_offered(case, template):
                return case
        return None


def walked(desk: Desk, matter: Matter) -> Walked:
    """Walk it, with the clock of the desk at NOW."""
    steps = (_overdue, _accepted, _closed, _ended, _refused)
    return Walked(desk, matter, tuple(step(desk, matter) for step in steps))


# -- the road --------------------------------------------------------------------------------


def _registered(desk: Desk, matter: Matter) -> UUID:
    made = registering.register(desk, registering.IntakeDraft(
        RECEIVED, kind_of_work=matter.kind, facts_in_brief="2024年10月的报酬至今没有支付。",
        parties=[*_workers(matter), *_companies(matter)])).result
    assert made
    registering.set_claims(desk, made, {one.id: matter.claims for one in _case(desk, made).applicants})
    registering.ask_amounts(desk, made, {(claim.worker_id, claim.claim): matter.asked
                                         for claim in _case(desk, made).claims})
    return made


def _workers(matter: Matter) -> Iterator[registering.PartyDraft]:
    for at, name in enumerate(matter.workers):
        body = f"999999{1990 + at % 10}{at % 12 + 1:02d}{at % 28 + 1:02d}{100 + at:03d}"
        yield registering.PartyDraft(Role.APPLICANT, name, particulars={
            "id_number": id_number(body), "phone": f"1990000{at + 1:04d}", "ethnicity": "汉族",
            "address": f"安宁区云溪街道望江里{at + 1}号",
            "bank_account": f"青海银行城中支行 62220000111{at:05d}"})


def _companies(matter: Matter) -> Iterator[registering.PartyDraft]:
    for at, name in enumerate(matter.companies):
        yield registering.PartyDraft(Role.RESPONDENT, name, PartyKind.ORGANISATION, particulars={
            "credit_code": credit_code(f"91999999MA00000X{at}"), "legal_representative": "祁望舒",
            "legal_representative_post": "执行董事", "phone": "0971-8660011",
            "address": "安宁区创业大道66号星湾大厦9层"})


def _accepted(desk: Desk, matter: Matter) -> UUID:
    case_id = _registered(desk, matter)
    editing.save(desk, case_id, [editing.Edit("case", case_id, each, None, RECEIVED)
                                 for each in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, case_id, RECEIVED)
    case = _case(desk, case_id)
    sorting.say(desk, case_id, [saying for worker in case.applicants[:9] for saying in (
        Saying("monthly_wage", worker.id, "applicant", "4300"),
        Saying("monthly_wage", worker.id, "respondent", "3000"))])
    filing.add_files(desk, case_id, [FileSource("十月流水.png", data=matter.name.encode())], Side.APPLICANT)
    if len(case.applicants) >= 10:
        _represented(desk, case_id)
    meeting.hold_session(desk, case_id, meeting.SessionDraft(
        datetime(2024, 11, 28, 9, 30), place="第一调解室", record=f"{matter.workers[0]}：希望年底前付清。",
        attendees=[(Attendance.MEDIATOR, desk.who.name)], ended_at=datetime(2024, 11, 28, 11)))
    return case_id


def _represented(desk: Desk, case_id: UUID) -> None:
    for name in ("白玉兰", "才旦卓玛", "马致远"):
        registering.add_party(desk, case_id, registering.PartyDraft(
            Role.REPRESENTATIVE, name, particulars={"authority": Authority.SPECIAL}))


def _signed(desk: Desk, matter: Matter) -> UUID:
    case_id = _accepted(desk, matter)
    case = _case(desk, case_id)
    owing = Owing(OwedHow.JOINTLY, tuple(Undertaking(one.id) for one in case.respondents))
    settling.draft(desk, case_id, TermsDraft(
        Terms(matter.agreed, (FIRST, SECOND)), owing=owing if len(case.respondents) > 1 else None))
    settling.sign(desk, case_id, SIGNED)
    return case_id


def _overdue(desk: Desk, matter: Matter) -> UUID:
    """Signed, a little of it paid, the rest late; a change is drafted and a session lies ahead."""
    case_id = _signed(desk, matter)
    case = _case(desk, case_id)
    payer = case.respondents[0].id if len(case.respondents) > 1 else None
    booking.book(desk, case_id, booking.PaymentDraft(FIRST, yuan("100.00"), worker_id=case.applicants[0].id,
                                                     paid_by=payer))
    meeting.hold_session(desk, case_id, meeting.SessionDraft(
        datetime(2025, 2, 10, 14, 30), place="第二调解室", state=SessionState.PLANNED))
    rest = Terms(matter.agreed - yuan("100.00"), (date(2025, 3, 10), date(2025, 4, 10)))
    supplementing.draft(desk, case_id, RestDraft(rest, "回款推迟"))
    return case_id


def _closed(desk: Desk, matter: Matter) -> UUID:
    case_id = _signed(desk, matter)
    worker = _case(desk, case_id).applicants[0]
    closing.visit(desk, case_id, closing.VisitDraft(date(2025, 1, 20), party_id=worker.id))
    closing.close(desk, case_id, date(2025, 1, 21), Outcome.AGREEMENT, "余款由申请人另行主张")
    return case_id


def _ended(desk: Desk, matter: Matter) -> UUID:
    case_id = _accepted(desk, matter)
    closing.close(desk, case_id, date(2024, 12, 10), Outcome.NO_AGREEMENT, "期限届满")
    return case_id


def _refused(desk: Desk, matter: Matter) -> UUID:
    case_id = _registered(desk, matter)
    registering.refuse(desk, case_id, date(2024, 11, 27), Refusal.NO_CONSENT, "被申请人书面表示不同意")
    return case_id


def _case(desk: Desk, case_id: UUID) -> Case:
    return reading.case(desk, case_id).case
