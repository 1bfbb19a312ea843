"""The streamers' case on paper: every figure of the story, read back from the PDFs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Attendance, Role, Side, Station
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import meeting
from mediation_desk.services.papers import making
from mediation_desk.services.settlement import settling
from tests.offices import Office, embedded_place
from tests.offices import office as founded_office
from tests.services.papers_desk import (
    COMPANY,
    WORKERS,
    accepted,
    asked,
    case_of,
    copies,
    headed,
    registered,
    terms,
    text_of,
)

STAGES = {
    Station.INTAKE: {"intake-register", "rights-notice", "acceptance-notice", "element-sheet",
                     "sorting-record", "calculation-sheet", "relationship-assessment", "arbitration-outlook"},
    Station.MEDIATION: {"mediation-record"},
    Station.SETTLEMENT: {"mediation-agreement", "performance-ledger"},
    Station.CLOSING: {"return-visit", "closing-form"},
}


@dataclass
class Walk:
    """The case at the end of its road, and what could be printed at each station."""

    desk: Desk
    case_id: UUID
    stages: dict[Station, set[str]]
    read: dict[tuple[str, int], str] = field(default_factory=dict)

    @property
    def case(self) -> Case:
        """The case, to be looked at."""
        return case_of(self.desk, self.case_id)

    def text(self, template: str, copy: int = 0) -> str:
        """One copy of a paper at the end of the road, without the spaces of its setting."""
        if (template, copy) not in self.read:
            kind = next(kind for kind in making.available(self.case) if kind.template == template)
            made = making.make(self.desk, self.case_id, template, **copies(self.case, kind)[copy])
            self.read[template, copy] = text_of(made)
        return self.read[template, copy]


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    folder: Path = tmp_path_factory.mktemp("streamers")
    with founded_office(embedded_place(folder), folder / "notes") as founded:
        desk = headed(founded.first)
        stages: dict[Station, set[str]] = {}
        known: set[str] = set()
        for stop in streamers.walk(desk):
            case = case_of(desk, stop.case_id)
            for kind in making.available(case):
                if kind.template not in known:  # it prints as soon as it is offered
                    assert making.make(desk, case.id, kind.template, **copies(case, kind)[0]).pdf
            known = stages[stop.station] = {kind.template for kind in making.available(case)}
        yield Walk(desk, stop.case_id, stages)


def test_each_station_adds_the_papers_that_belong_to_it(walk: Walk) -> None:
    so_far: set[str] = set()
    for station in Station:
        so_far |= STAGES.get(station, set())
        assert walk.stages[station] == so_far


def test_the_agreement_names_who_agrees_with_whom(walk: Walk) -> None:
    text = walk.text("mediation-agreement")
    for number, (name, id_number, phone, _day) in zip("一二三四五", streamers.WORKERS, strict=True):
        assert f"申请人{number}：{name}，" in text
        assert id_number in text and phone in text
    assert f"被申请人：{streamers.COMPANY}，统一社会信用代码91639999MADEM00112" in text
    assert "法定代表人：周启明，执行董事" in text
    assert "由调解员陈守信主持调解" in text


def test_the_agreement_says_what_is_asked_for_which_time(walk: Walk) -> None:
    text = walk.text("mediation-agreement")
    assert "合计38,700.00元（人民币叁万捌仟柒佰元整）" in text
    assert text.count("欠付工资2024年10月1日至10月31日4,300.00") == 5
    assert text.count("2024年10月1日至10月31日4,300.00") == 9


def test_the_agreement_asserts_nothing_that_is_disputed(walk: Walk) -> None:
    text = walk.text("mediation-agreement")
    assert "申请人述称：五名申请人先后到被申请人处担任网络主播" in text
    assert "各方一致确认下列事实：" in text
    assert "（马晓岚、韩雨桐、李向东、祁小川）：2024年9月1日" in text
    assert "关于“双方之间是否为劳动关系”，申请人主张双方之间是劳动关系；" in text
    assert "被申请人主张双方之间不是劳动关系" in text
    assert "关于“月工资标准”，申请人主张4,300.00元/月；被申请人主张3,000.00元/月" in text
    assert "关于“是否订立书面劳动合同（马晓岚、韩雨桐、李向东、祁小川）”，申请人主张未订立书面" in text
    facts = text[text.index("二、主要事实"):text.index("各方争议的事项如下")]
    assert "4,300.00元/月" not in facts and "劳动关系" not in facts


def test_the_agreement_shares_the_total_to_the_fen(walk: Walk) -> None:
    text = walk.text("mediation-agreement")
    assert "合计30,264.00元（人民币叁万零贰佰陆拾肆元整）" in text
    assert "马晓岚3,362.673,362.676,725.34人民币陆仟柒佰贰拾伍元叁角肆分" in text
    assert text.count("3,362.673,362.666,725.33人民币陆仟柒佰贰拾伍元叁角叁分") == 3
    assert "白玛措3,362.670.003,362.67人民币叁仟叁佰陆拾贰元陆角柒分" in text
    assert "合计16,813.3513,450.6530,264.00人民币叁万零贰佰陆拾肆元整" in text


def test_the_agreement_sets_both_instalments_and_the_default(walk: Walk) -> None:
    text = walk.text("mediation-agreement")
    assert "第一期：2024年12月10日前（含当日）支付15,132.00元（人民币壹万伍仟壹佰叁拾贰元整）" in text
    assert "第二期：2025年1月10日前（含当日）支付15,132.00元（人民币壹万伍仟壹佰叁拾贰元整）" in text
    assert re.search(r"一2024-12-10(3,362\.6\d){4}1,681\.3\d15,132\.00", text)
    assert "合计6,725.346,725.336,725.336,725.333,362.6730,264.00" in text
    assert "任何一期款项逾期超过五日未足额支付的，全部未到期款项" in text
    assert "被申请人以银行转账方式，将各期款项分别支付至各申请人本人的收款账户" in text


def test_the_agreement_counts_review_and_confirmation_from_the_day_that_is_written_on_it(walk: Walk) -> None:
    """A date that the signing fixes would have to be set after it: the paper says the rule."""
    text = walk.text("mediation-agreement")
    assert "加盖本调解组织印章之日起生效" in text and "2024年11月25日生效" not in text
    assert "自本协议生效之日起15日内，共同向西宁市城中区劳动人事争议仲裁委员会" in text
    assert "自本协议生效之日起30日内，共同向西宁市城中区人民法院申请司法确认" in text
    assert text.endswith("西宁市城中区劳动人事争议调解中心年月日（印章）第7页共7页")


def test_a_signed_agreement_comes_as_it_was_frozen(walk: Walk) -> None:
    (frozen,) = reading.case(walk.desk, walk.case_id).papers
    printed = making.make(walk.desk, walk.case_id, "mediation-agreement").pdf
    assert hashlib.sha256(printed).hexdigest() == frozen.sha256
    assert frozen.sha256 == walk.case.signed_agreement.paper_sha256


def test_the_sorting_record_puts_a_price_on_each_dispute(walk: Walk) -> None:
    text = walk.text("sorting-record")
    assert re.search(r"1是否存在劳动关系（[^）]*〕[^）]*）双方之间是劳动关系双方之间不是劳动关系4"
                     r"17,200\.00", text)
    assert re.search(r"2未订立书面劳动合同（[^）]*）未订立书面劳动合同已订立书面劳动合同417,200\.00", text)
    assert re.search(r"3月工资标准（[^）]*）4,300\.00元/月3,000\.00元/月511,700\.00", text)
    assert "按申请人陈述38,700.00人民币叁万捌仟柒佰元整" in text
    assert "按被申请人陈述15,000.00人民币壹万伍仟元整" in text
    assert "按调解员认定" not in text


def test_the_calculation_sheet_shows_the_way_to_the_sum(walk: Walk) -> None:
    text = walk.text("calculation-sheet")
    assert "按申请人陈述" in text
    assert "合计21,500.0017,200.0038,700.00" in text
    assert "马晓岚、韩雨桐、李向东、祁小川（每人）：未订立书面劳动合同二倍工资差额" in text
    assert "2024-10-01–2024-10-31" in text and "4300.00×1" in text
    assert "《中华人民共和国劳动合同法》第八十二条第一款" in text


def test_the_companys_calculation_says_why_double_wages_fall_away(walk: Walk) -> None:
    text = walk.text("calculation-sheet", 2)
    assert "按被申请人陈述" in text
    assert "合计15,000.000.0015,000.00" in text
    assert "没有劳动关系，就没有这一项" in text


def test_the_element_sheet_stands_each_word_beside_the_other(walk: Walk) -> None:
    whole, own = walk.text("element-sheet"), walk.text("element-sheet", 5)
    assert "月工资标准（举证：被申请人）4,300.00元/月3,000.00元/月————有争议" in whole
    assert "（白玛措除外）" in whole
    assert "白玛措" in own and "入职（用工）日" not in own  # claims no double wage, so it is not asked


def test_the_outlook_is_made_for_one_side_and_leaves_final_awards_open(walk: Walk) -> None:
    """The region has no minimum wage in the shipped figures: the paper says so, it does not guess."""
    workers, company = walk.text("arbitration-outlook"), walk.text("arbitration-outlook", 1)
    assert "（供申请人参考）" in workers and "（供被申请人参考）" in company
    assert "合计38,700.0015,000.0038,700.00" in workers
    assert "待定" in workers and "尚未录入当地最低工资标准" in workers
    assert "“月工资标准”由本方举证，不能证明的，涉及金额11,700.00元" in company
    assert "“双方之间是否为劳动关系”由本方举证，不能证明的，涉及金额17,200.00元" in workers


def test_the_record_holds_the_offers_that_both_sides_know(walk: Walk) -> None:
    text = walk.text("mediation-record")
    for offer in ("第一轮，申请人提出38,700.00元，一次付清", "第一轮，被申请人提出21,500.00元，分六期支付",
                  "第二轮，申请人提出33,000.00元，分二期支付", "第二轮，被申请人提出28,000.00元，分三期支付",
                  "第三轮，被申请人提出30,264.00元，分二期支付"):
        assert offer in text
    assert "各方达成一致：被申请人支付30,264.00元，分二期支付" in text
    assert "法律援助律师何静" in text
    assert "2024年11月25日14时至14时50分" in text and "记录人何静" in text
    assert "调解员已向各方当事人告知其在调解中的权利和义务。各方当事人均不要求更换调解员。" in text
    assert f"法定代表人周启明{streamers.COMPANY}" in text  # whom the company sent


# A record says only what somebody entered, and that nobody agreed who was not there.

AT_NINE = datetime(2024, 11, 26, 9)
BOTH = ((Attendance.PARTY, WORKERS[0]), (Attendance.PARTY, WORKERS[1]), (Attendance.PARTY, COMPANY))


@pytest.fixture
def desk(office: Office) -> Desk:
    return headed(office.first)


def met(desk: Desk, **entered: Any) -> UUID:
    """A case with one joint session."""
    case_id = accepted(desk)
    meeting.hold_session(desk, case_id, meeting.SessionDraft(AT_NINE, record="双方核对了考勤。", **entered))
    return case_id


def agreed(desk: Desk, case_id: UUID) -> UUID:
    """The workers' offer is accepted."""
    offer = meeting.make_offer(desk, case_id, Side.APPLICANT, yuan("30000"), 2).result
    assert offer
    meeting.accept_offer(desk, case_id, offer)
    return case_id


def join(desk: Desk, case_id: UUID, role: Role, name: str, **given: Any) -> None:
    """Somebody more in the case, with what is entered of them."""
    made = registering.add_party(desk, case_id, registering.PartyDraft(role, name)).result
    assert made
    party = case_of(desk, case_id).party(made)
    editing.save(desk, case_id, [editing.Edit("party", made, field, getattr(party, field), value)
                                 for field, value in given.items()])


def record(desk: Desk, case_id: UUID) -> str:
    return text_of(making.make(desk, case_id, "mediation-record"))


def test_a_record_of_which_little_was_entered_has_blanks_to_fill_in(desk: Desk) -> None:
    text = record(desk, met(desk))
    assert "2024年11月26日9时至时分" in text
    assert "权利和义务：□已告知□未告知" in text
    assert "更换调解员：□不要求□要求，要求人：" in text
    assert "申请人：（签名）被申请人：（签名）调解员：陈守信（签名）" in text
    for said in ("各方表示已经知晓", "均不要求更换", "已向各方当事人告知", "未形成一致方案", "达成一致"):
        assert said not in text


@pytest.mark.parametrize(("told", "asked_for", "said"), [
    (True, False, "调解员已向各方当事人告知其在调解中的权利和义务。各方当事人均不要求更换调解员。"),
    (False, True, "调解员当场没有告知各方当事人其在调解中的权利和义务。有当事人要求更换调解员，要求人：＿"),
    (True, None, "权利和义务。更换调解员：□不要求□要求，要求人：")])
def test_a_record_says_of_rights_and_mediator_what_was_entered(desk: Desk, told: bool,
                                                               asked_for: bool | None, said: str) -> None:
    assert said in record(desk, met(desk, rights_told=told, change_asked=asked_for))


def test_a_record_names_its_end_and_who_wrote_it(desk: Desk) -> None:
    text = record(desk, met(desk, ended_at=datetime(2024, 11, 26, 10, 5), recorder="何静"))
    assert "9时至10时05分" in text and "调解员陈守信记录人何静" in text and "记录人：何静（签名）" in text


def test_offers_that_nobody_accepted_are_no_agreement(desk: Desk) -> None:
    case_id = met(desk)
    meeting.make_offer(desk, case_id, Side.APPLICANT, yuan("30000"), 2)
    assert "本次调解各方未形成一致方案" in record(desk, case_id)


@pytest.mark.parametrize(("present", "missing"), [
    ((), (*WORKERS, COMPANY)), (BOTH[:2], (COMPANY,)), (BOTH[1:], (WORKERS[0],)),
    (((Attendance.LEGAL_AID, WORKERS[0]), *BOTH[1:]), (WORKERS[0],))])
def test_nobody_agreed_who_was_not_there(desk: Desk, present: tuple[tuple[Attendance, str], ...],
                                         missing: tuple[str, ...]) -> None:
    with pytest.raises(DeskError) as refused:
        record(desk, agreed(desk, met(desk, attendees=present)))
    assert refused.value.field == "attendees"
    assert refused.value.sentence.particulars["names"] == list(missing)


def test_who_was_there_agreed(desk: Desk) -> None:
    text = record(desk, agreed(desk, met(desk, attendees=BOTH)))
    assert "各方达成一致：被申请人支付30,000.00元，分二期支付" in text
    assert all(f"{name}（签名）" in text for _role, name in BOTH)


def test_who_acts_for_a_party_is_there_for_it(desk: Desk) -> None:
    """An agent sits for the company, a representative for every worker."""
    case_id = met(desk, attendees=((Attendance.PARTY, "郑代理"), (Attendance.PARTY, "推举人")))
    company = case_of(desk, case_id).respondents[0].id
    for role, name, acts_for in ((Role.AGENT, "郑代理", company), (Role.REPRESENTATIVE, "推举人", None)):
        join(desk, case_id, role, name, acts_for=acts_for)
    assert "各方达成一致" in record(desk, agreed(desk, case_id))


def test_an_agent_of_one_is_not_there_for_the_other(desk: Desk) -> None:
    case_id = met(desk, attendees=(*BOTH[:2], (Attendance.PARTY, "郑代理")))
    first = case_of(desk, case_id).applicants[0].id
    join(desk, case_id, Role.AGENT, "郑代理", acts_for=first)
    with pytest.raises(DeskError, match="nor anybody who acts for them"):
        record(desk, agreed(desk, case_id))


def test_the_register_ticks_only_what_was_entered(desk: Desk) -> None:
    text = text_of(making.make(desk, registered(desk), "intake-register"))
    assert "□口头□书面" in text and "要求保密□是□否" in text and "□同意调解□不同意调解" in text
    assert "宣读" not in text and "尚未征得" not in text


def test_a_number_is_called_what_it_is(desk: Desk) -> None:
    """The agent has a travel permit; only a resident's number is called one."""
    case_id = asked(desk, accepted(desk))
    first = case_of(desk, case_id).applicants[0].id
    join(desk, case_id, Role.AGENT, "郑代理", acts_for=first, id_number="H12345678")
    editing.save(desk, case_id, [editing.Edit("party", first, "id_number", "", "630102199003070021")])
    settling.draft(desk, case_id, terms())
    text = text_of(making.make(desk, case_id, making.AGREEMENT))
    assert "公民身份号码630102199003070021" in text and "身份证件号码H12345678" in text


# The papers of the whole walk again.


def test_the_ledger_shows_the_late_part_within_grace(walk: Walk) -> None:
    text = walk.text("performance-ledger")
    assert "一2024-12-1015,132.0015,132.000.00——已付清" in text
    assert "二2025-01-1015,132.0015,132.000.002已付清" in text
    assert "二2025-01-108,000.00银行转账回单2" in text
    assert "二2025-01-127,132.00银行转账回单32" in text
    assert "合计30,264.0030,264.000.00" in text


def test_the_case_is_closed_as_performed(walk: Walk) -> None:
    text = walk.text("closing-form")
    for said in ("达成调解协议并已履行", "38,700.00元（人民币叁万捌仟柒佰元整）",
                 "30,264.00元（人民币叁万零贰佰陆拾肆元整）", "51天", "已支付30,264.00元，尚欠0.00元",
                 "归纳争议焦点3项", "面对面调解1次、背对背调解2次"):
        assert said in text
    visit = walk.text("return-visit")
    assert "马晓岚" in visit and "■满意" in visit and "五人均已收到全部款项" in visit


def test_notices_address_the_side_they_are_for(walk: Walk) -> None:
    ours, theirs = walk.text("acceptance-notice", 1), walk.text("acceptance-notice", 2)
    assert f"{streamers.COMPANY}：马晓岚、韩雨桐、李向东、祁小川、白玛措与你（单位）因追索劳动报酬" in theirs
    assert f"你（单位）与{streamers.COMPANY}因追索劳动报酬" in ours
    assert "至2024年12月10日届满" in ours and "请于2024年11月25日14时到第一调解室" in ours
    assert "营业执照" in theirs and "营业执照" not in ours
    assert walk.text("acceptance-notice", 3).count("马晓岚") == 1


def test_no_paper_holds_a_word_of_the_programs_english(walk: Walk) -> None:
    """Papers are Chinese only: Latin letters stand nowhere but in numbers and codes."""
    for kind in making.available(walk.case):
        text = walk.text(kind.template).replace("91639999MADEM00112", "")
        assert not re.findall(r"[A-Za-z]{3,}", text), kind.template


def test_the_preview_is_a_draft_and_keeps_nothing(walk: Walk) -> None:
    before = walk.case.version
    preview = making.preview_agreement(walk.desk, walk.case_id, streamers.terms())
    text = text_of(preview)
    assert text.count("草稿未经签署不生效力") >= 3
    assert "自本协议生效之日起15日内，共同向" in text and "生效。（二）" not in text
    after = walk.case
    assert after.version == before and len(after.agreements_all) == 1


def test_the_outlook_asks_whose_it_is(walk: Walk) -> None:
    with pytest.raises(DeskError) as refused:
        making.make(walk.desk, walk.case_id, "arbitration-outlook")
    assert refused.value.field == "side"
