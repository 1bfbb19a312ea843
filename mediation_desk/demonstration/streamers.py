"""The streamers' case: the demonstration's first case, walked through the same verbs as the windows.

The facts are publicly reported; names, numbers and the breakdown are invented (numbers with an
area code that was never given out, so they belong to nobody).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from uuid import UUID

from mediation_desk.demonstration import hands, one_door
from mediation_desk.domain.calendar import RestDayRule
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.people import Party
from mediation_desk.domain.settlement.terms import Terms
from mediation_desk.domain.vocabulary import (
    Attendance,
    Business,
    DefaultClause,
    MinuteKind,
    Outcome,
    Presence,
    RightsAnswer,
    SealedKind,
    SessionForm,
    SessionMode,
    SessionResult,
    SessionState,
    Side,
    Station,
)
from mediation_desk.services import editing, reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import caucus, holding, meeting, minutes, presence, rights
from mediation_desk.services.performance import booking
from mediation_desk.services.serving import serving
from mediation_desk.services.settlement import settling
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying, Voice

RECEIVED = date(2024, 11, 25)
WORKERS = (
    ("马晓岚", "639999199803120629", "19900000001", date(2024, 9, 1)),
    ("韩雨桐", "639999200007051242", "19900000002", date(2024, 9, 1)),
    ("李向东", "639999199611200333", "19900000003", date(2024, 9, 1)),
    ("祁小川", "63999920010228057X", "19900000004", date(2024, 9, 1)),
    ("白玛措", "639999199910090867", "19900000005", date(2024, 10, 1)),
)
COMPANY = "西宁云上湟水文化传媒有限公司"
WAGE = "4300.00"
TOTAL = yuan("30264.00")
INSTALMENTS = (date(2024, 12, 10), date(2025, 1, 10))


@dataclass(frozen=True)
class Stop:
    """A station of the walk, with the figures it arrived at: (Chinese label, value)."""

    station: Station
    case_id: UUID
    figures: tuple[tuple[str, object], ...]


def walk(desk: Desk, *, on_screen: bool = False) -> Iterator[Stop]:
    """Take the case through all six stations; each stop is reached when it is yielded. ``on_screen``:
    everybody signs on the screen, else on paper."""
    case_id = _intake(desk)
    yield _intake_stop(desk, case_id)
    _sorting(desk, case_id)
    yield _sorting_stop(desk, case_id)
    _mediation(desk, case_id)
    yield _mediation_stop(desk, case_id)
    _settlement(desk, case_id, on_screen=on_screen)
    yield _settlement_stop(desk, case_id)
    _performance(desk, case_id)
    yield _performance_stop(desk, case_id)
    _closing(desk, case_id)
    yield _closing_stop(desk, case_id)


def _case(desk: Desk, case_id: UUID) -> Case:
    return reading.case(desk, case_id).case


def _intake(desk: Desk) -> UUID:
    """The order as it was pasted, then what everybody's cards and the company's licence say."""
    case = _case(desk, one_door.take_in(desk, [name for name, *_ in WORKERS]))
    editing.save(desk, case.id, [*_matter(case), *_cards(case)])
    case = _case(desk, case.id)
    wages_only, both = ("unpaid_wages",), ("unpaid_wages", "double_wage")
    registering.set_claims(desk, case.id, {
        worker.id: wages_only if worker.name == WORKERS[-1][0] else both for worker in case.applicants})
    editing.save(desk, case.id, [
        Edit("case", case.id, field, None, RECEIVED)
        for field in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, case.id, RECEIVED)
    return case.id


FACTS = ("五名申请人先后到被申请人处担任网络主播，约定每月保底工资4300元。2024年10月工资未发，"
         "被申请人亦未与申请人订立书面劳动合同。")
LICENCE = {
    "credit_code": "91639999MADEM00112", "legal_representative": "周启明",
    "legal_representative_post": "执行董事", "phone": "0971-0000000", "business": Business.EMPLOYER,
    "address": "青海省西宁市城西区（演示地址）"}


def _matter(case: Case) -> Iterator[Edit]:
    yield Edit("case", case.id, "cause", case.cause, "追索劳动报酬、未订立书面劳动合同二倍工资差额")
    yield Edit("case", case.id, "facts_in_brief", case.facts_in_brief, FACTS)


def _cards(case: Case) -> Iterator[Edit]:
    for worker, (_name, id_number, phone, _employed) in zip(case.applicants, WORKERS, strict=True):
        yield from _told(worker, {
            "id_number": id_number, "phone": phone, "ethnicity": "汉族", "workplace": COMPANY,
            "address": "青海省西宁市城中区（演示地址）"})
    yield from _told(case.respondents[0], LICENCE)


def _told(party: Party, told: Mapping[str, object]) -> Iterator[Edit]:
    return (Edit("party", party.id, name, getattr(party, name), value) for name, value in told.items())


def _intake_stop(desk: Desk, case_id: UUID) -> Stop:
    view = reading.case(desk, case_id)
    clocks = tuple((clock.kind.label, clock.due_on) for clock in view.clocks)
    return Stop(Station.INTAKE, case_id, (("案号", view.case.number), ("申请人", len(view.case.applicants)),
                                          *clocks))


def _sorting(desk: Desk, case_id: UUID) -> None:
    case = _case(desk, case_id)
    sayings = [Saying("employment_relationship", None, "applicant", "yes"),
               Saying("employment_relationship", None, "respondent", "no")]
    for worker, (_name, _number, _phone, employed) in zip(case.applicants, WORKERS, strict=True):
        sayings += _statements(worker.id, employed)
    sorting.say(desk, case_id, sayings)
    sorting.ask_computed(desk, case_id)


def _statements(worker: UUID, employed: date) -> Iterator[Saying]:
    agreed = {"employed_from": employed.isoformat(), "employed_until": "2024-10-31",
              "unpaid_from": "2024-10-01", "unpaid_until": "2024-10-31"}
    for element, value in agreed.items():
        for voice in _SIDES:
            yield Saying(element, worker, voice, value)
    disputed = {"monthly_wage": (WAGE, "3000.00"), "written_contract": ("no", "yes")}
    for element, values in disputed.items():
        if element == "written_contract" and employed.month != 9:
            continue
        for voice, value in zip(_SIDES, values, strict=True):
            yield Saying(element, worker, voice, value)


_SIDES: tuple[Voice, Voice] = ("applicant", "respondent")


def _sorting_stop(desk: Desk, case_id: UUID) -> Stop:
    case = _case(desk, case_id)
    outcome = sorting.sort(case, sorting.sorter(desk, case))
    issues = tuple((f"{issue.name('zh')}（{len(issue.affected)}人）", issue.stake)
                   for issue in outcome.issues)
    return Stop(Station.SORTING, case_id, (
        ("请求合计", case.claimed), ("按申请人主张", outcome.applicants_amount()),
        ("按被申请人主张", outcome.respondents_amount()), *issues))


def _mediation(desk: Desk, case_id: UUID) -> None:
    """The sides sit together, then each alone with the mediator, and together again until they agree."""
    joint = _planned(desk, case_id, 14, "第一调解室", recorder="何静")
    _tell_rights(desk, case_id, joint)
    holding.begin_session(desk, case_id, joint)
    for side, place in ((Side.APPLICANT, "第一调解室"), (Side.RESPONDENT, "第二调解室")):
        alone = _planned(desk, case_id, 15, place, mode=SessionMode.CAUCUS, side=side)
        _everybody_came(desk, case_id, alone)
        holding.end_session(desk, case_id, alone, datetime.combine(RECEIVED, time(15, 30)))
    caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan("29000"), most_instalments=2,
                           text="不低于29000元，最多两个月付清")
    caucus.set_bottom_line(desk, case_id, Side.RESPONDENT, yuan("31000"), fewest_instalments=2,
                           text="不高于31000元，不能一次付清")
    for ours, instalments, theirs, parts in (("38700", 1, "21500", 6), ("33000", 2, "28000", 3)):
        meeting.make_offer(desk, case_id, Side.APPLICANT, yuan(ours), instalments)
        meeting.make_offer(desk, case_id, Side.RESPONDENT, yuan(theirs), parts)
    _last_round(desk, case_id)
    _everybody_came(desk, case_id, joint)
    _minutes(desk, case_id, joint)
    holding.end_session(desk, case_id, joint, datetime.combine(RECEIVED, time(16, 50)))


def _planned(desk: Desk, case_id: UUID, hour: int, place: str, *, mode: SessionMode = SessionMode.JOINT,
             side: Side | None = None, recorder: str | None = None) -> UUID:
    helpers = [(Attendance.LEGAL_AID, "何静")] if mode is SessionMode.JOINT else []
    made = meeting.hold_session(desk, case_id, meeting.SessionDraft(
        datetime.combine(RECEIVED, time(hour)), form=SessionForm.OFFICE, mode=mode, side=side, place=place,
        attendees=[(Attendance.MEDIATOR, desk.who.name), *helpers], recorder=recorder,
        state=SessionState.PLANNED)).result
    assert made
    return made


def _tell_rights(desk: Desk, case_id: UUID, session_id: UUID) -> None:
    case = _case(desk, case_id)
    rights.tell_rights(desk, case_id, RECEIVED, desk.who.name, dict.fromkeys(
        (party.id for party in [*case.applicants, *case.respondents]), RightsAnswer.UNDERSTOOD),
        session_id=session_id)


def _everybody_came(desk: Desk, case_id: UUID, session_id: UUID) -> None:
    """The five themselves, and the company's legal representative."""
    case = _case(desk, case_id)
    session = next(one for one in case.sessions if one.id == session_id)
    presence.note_presence(desk, case_id, session_id, {
        party.id: presence.PresenceDraft(Presence.CAME) for party in holding.sitting(case, session)})


def _minutes(desk: Desk, case_id: UUID, session_id: UUID) -> None:
    """What each side said first, then what the record has: disputes, agreed facts, offers."""
    case = _case(desk, case_id)
    said = [minutes.EntryDraft(MinuteKind.STATEMENT, text, party.id) for party, text in (
        (case.applicants[0], "我们按公司排班开播，每月保底工资4300元，10月的工资一直没有发。"),
        (case.respondents[0], "双方签的是合作协议，保底是3000元，其余是奖励。"))]
    drawn = minutes.drawn(desk, case_id, session_id)
    minutes.keep_minutes(desk, case_id, session_id,
                         minutes.MinutesDraft([*said, *drawn], SessionResult.AGREED))


def _last_round(desk: Desk, case_id: UUID) -> None:
    """The company's last offer is told to the mediator first, then released and accepted."""
    kept = caucus.take_offer(desk, case_id, Side.RESPONDENT, TOTAL, 2)
    assert kept.result
    released = caucus.release(desk, case_id, kept.result)
    assert released.result
    meeting.accept_offer(desk, case_id, released.result)


def _mediation_stop(desk: Desk, case_id: UUID) -> Stop:
    case = _case(desk, case_id)
    private = caucus.talk(desk, case_id)
    zone = private.zone
    lines = sum(len(private.of(side, SealedKind.BOTTOM_LINE)) for side in Side)
    rounds = max(offer.round for offer in case.offers)
    accepted = next(offer for offer in case.offers if offer.accepted_at)
    return Stop(Station.MEDIATION, case_id, (
        ("调解会", len(case.sessions)), ("底线（密封）", lines),
        ("存在协商区间", bool(zone and zone.exists)), ("轮次", rounds),
        ("接受的方案", accepted.amount), ("分期", accepted.instalments)))


def terms() -> settling.TermsDraft:
    """What the two sides agreed on."""
    return settling.TermsDraft(
        Terms(TOTAL, INSTALMENTS, rest_day_rule=RestDayRule.SAME_DAY),
        default_clause=DefaultClause.ACCELERATE, grace_days=5, signing_place="西宁市")


def _settlement(desk: Desk, case_id: UUID, *, on_screen: bool) -> None:
    settling.draft(desk, case_id, terms())
    if on_screen:
        hands.sign_all(hands.at(desk, datetime.combine(RECEIVED, time(17), desk.zone)), case_id)
    settling.sign(desk, case_id, RECEIVED)
    referral = one_door.refer(desk, case_id)
    one_door.reply(desk, case_id)
    one_door.answer(desk, case_id, referral)


def _settlement_stop(desk: Desk, case_id: UUID) -> Stop:
    view = reading.case(desk, case_id)
    agreement = view.case.signed_agreement
    shares = tuple((view.case.party(share.worker_id).name, share.amount) for share in agreement.shares)
    parts = tuple((f"第{part.number}期 {part.due_on}", part.amount) for part in agreement.instalments)
    periods = tuple((clock.kind.label, clock.due_on) for clock in view.clocks[-2:])
    return Stop(Station.SETTLEMENT, case_id, (("协议总额", agreement.total), *shares, *parts, *periods,
                                              ("协议文本SHA-256", agreement.paper_sha256)))


PAYMENTS = ((date(2024, 12, 10), "15132.00"), (date(2025, 1, 10), "8000.00"), (date(2025, 1, 12), "7132.00"))


def _performance(desk: Desk, case_id: UUID) -> None:
    for number, (day, amount) in enumerate(PAYMENTS, start=1):
        booking.book(desk, case_id, booking.PaymentDraft(day, yuan(amount), voucher=f"回单{number}"))


def _performance_stop(desk: Desk, case_id: UUID) -> Stop:
    standing = booking.standing(desk, case_id, PAYMENTS[-1][0])
    parts = tuple((f"第{part.number}期 付清", f"{part.settled_on}（迟{part.days_late}天）")
                  for part in standing.instalments)
    return Stop(Station.PERFORMANCE, case_id, (*parts, ("尚欠", standing.outstanding),
                                               ("加速到期", standing.accelerated_on or "无")))


def _served(desk: Desk, case_id: UUID) -> None:
    """The notice of acceptance, handed over to everybody on the first day; for the company its front desk
    signed."""
    case = _case(desk, case_id)
    serving.serve(desk, case_id, [
        serving.Given("受理通知书", "acceptance-notice", party.id, place=party.address, sent_by=desk.who.name,
                      sent_on=RECEIVED) for party in case.applicants + case.respondents])
    at = datetime.combine(RECEIVED, time(17, 20))
    for receipt in serving.receipts(desk, case_id):
        by_desk = receipt.recipient == COMPANY
        serving.note(desk, case_id, receipt, replace(
            receipt, served_at=at, signed_by="何洁" if by_desk else receipt.recipient,
            relation="前台工作人员" if by_desk else ""))


def _closing(desk: Desk, case_id: UUID) -> None:
    _served(desk, case_id)
    case = _case(desk, case_id)
    closing.visit(desk, case_id, closing.VisitDraft(date(2025, 1, 14), party_id=case.applicants[0].id,
                                                    note="五人均已收到全部款项"))
    closing.close(desk, case_id, date(2025, 1, 15), Outcome.PERFORMED, "两期均在宽限期内付清")


def _closing_stop(desk: Desk, case_id: UUID) -> Stop:
    case = _case(desk, case_id)
    received: Money = booking.standing(desk, case_id).outstanding
    return Stop(Station.CLOSING, case_id, (("结案方式", case.outcome.label if case.outcome else ""),
                                           ("结案日", case.closed_on), ("尚欠", received)))
