"""The streamers' matter at the door: a 12345 order pasted, a part referred, an answer, a reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID

from mediation_desk.demonstration import hands
from mediation_desk.domain.intake.orders import FoundTrue
from mediation_desk.domain.intake.spotting.sheet import APPLICANT, fill
from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.domain.referral.referrals import HandOff
from mediation_desk.services import reading, replying
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import orders, pasted_orders, spotting
from mediation_desk.services.office import receiving_offices
from mediation_desk.services.referral import referring

ORDER = """【西宁市12345政务服务便民热线】派单
工单编号：241125091800000417
来电时间：2024年11月25日 09:18
来电类别：求助
工单标题：主播反映某文化传媒公司拖欠工资
来电人：马晓岚　联系电话：19900000001
被反映单位：西宁云上湟水文化传媒有限公司
单位电话：0971-0000000
主要内容：来电人称其与韩雨桐、李向东、祁小川、白玛措共五人在该公司做网络主播，约定每月保底工资4300元。\
2024年10月工资至今未发，入职以来公司没有与五人订立书面劳动合同，要求支付拖欠工资和未签书面劳动合同二倍工资差额，\
并反映公司未为其缴纳社会保险，希望有关部门协调处理。
承办单位：西宁市城中区劳动争议调解工作室
"""
"""As the hotline sends it; numbers and names belong to nobody."""
CAME = date(2024, 11, 25)
SIGNED_IN, CONTACTED = (datetime.combine(CAME, at) for at in (time(9, 30), time(9, 45)))
REFERRED, RECEIVED_THERE, ANSWERED = date(2024, 11, 26), date(2024, 11, 27), date(2024, 12, 6)
FINISHED = datetime.combine(date(2024, 11, 29), time(16, 30))
INSURANCE = "西宁市城中区社会保险服务中心"
TEXT_FILE, REPLY, LETTER = "order.txt", "reply-12345", "referral-letter"


def take_in(desk: Desk, workers: Sequence[str]) -> UUID:
    """Paste the order, look at what was found, enter who else applies, register it; sign it in and ring the
    caller. ``workers``: all who apply."""
    desk = hands.at(desk, max(desk.now, datetime.combine(CAME, time(10), desk.zone)))
    read = spotting.read_text(desk, ORDER)
    sheet = pasted_orders.completed(desk, fill(read.spots))
    for place in sheet.doubted():
        sheet = sheet.looked(place)
    for at, name in enumerate(workers):
        sheet = sheet.put(f"{APPLICANT}.{at}.name", name)
    made = pasted_orders.register_pasted(desk, read.text, sheet, again=True)  # the story is told thrice
    case_id = made.result
    assert case_id
    order_id = _order(desk, case_id)
    orders.sign_in(desk, case_id, order_id, SIGNED_IN)
    orders.contact(desk, case_id, order_id, "电话 19900000001，已约当日到所调解", CONTACTED)
    return case_id


def refer(desk: Desk, case_id: UUID) -> UUID:
    """Refer what mediation does not settle, the contributions, by letter; the case goes on meanwhile."""
    desk = hands.at(desk, datetime.combine(REFERRED, time(10), desk.zone))
    office = _insurance(desk)
    made = referring.draft(desk, case_id, referring.ReferralDraft(
        INSURANCE, OfficeKind.SOCIAL_INSURANCE, office, part="五名申请人在职期间社会保险费的缴纳",
        reason="社会保险费的征缴不属于劳动争议调解范围，由社会保险经办机构依法核定。", asked="稽核科",
        papers=(), due_on=ANSWERED)).result
    assert made
    referring.hand_off(desk, case_id, made, referring.Handing(HandOff.LETTER, REFERRED, "陈守信"))
    return made


def _insurance(desk: Desk) -> UUID | None:
    """The social insurance office in the list; the story is told thrice, and the office is there once."""
    there = [one.id for one in receiving_offices.receiving_offices(desk) if one.name == INSURANCE]
    return there[0] if there else receiving_offices.add_office(desk, receiving_offices.OfficeDraft(
        OfficeKind.SOCIAL_INSURANCE, INSURANCE, takes="社会保险登记、缴费核定、欠费催缴", contact="稽核科",
        phone="0971-0000000", address="青海省西宁市城中区（演示地址）", answer_days=8)).result


def answer(desk: Desk, case_id: UUID, referral_id: UUID) -> None:
    """The other office received it, and answered."""
    desk = hands.at(desk, datetime.combine(ANSWERED, time(17), desk.zone))
    _note(desk, case_id, referral_id, received_on=RECEIVED_THERE, received_by="稽核科",
          number_there="社稽〔2024〕117号")
    _note(desk, case_id, referral_id, answered_on=ANSWERED,
          result="经核查，该单位已为五人补办参保登记，2024年9月、10月的社会保险费已于12月5日缴清。")


def reply(desk: Desk, case_id: UUID) -> None:
    """Reply to the hotline, release the public answer, finish the order."""
    desk = hands.at(desk, FINISHED.replace(tzinfo=desk.zone))
    order_id = _order(desk, case_id)
    proposed = replying.propose(desk, case_id, order_id)
    replying.write(desk, case_id, order_id, None, replying.ReplyDraft(
        found_true=FoundTrue.YES, beyond_duty=False, contacted=True,
        contacted_number=proposed.contacted_number, contacted_at=proposed.contacted_at, solved=True,
        handling=proposed.handling,
        public_answer=proposed.public_answer))
    replying.release(desk, case_id, order_id, proposed.public_answer)
    orders.finish(desk, case_id, order_id, FINISHED)


def _order(desk: Desk, case_id: UUID) -> UUID:
    return reading.case(desk, case_id).case.orders[0].id


def _note(desk: Desk, case_id: UUID, referral_id: UUID, **told: object) -> None:
    before = next(one for one in referring.referrals(desk, case_id) if one.id == referral_id)
    after = replace(before, **told)  # type: ignore[arg-type]
    referring.note(desk, case_id, before, after)
