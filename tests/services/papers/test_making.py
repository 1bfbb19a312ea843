"""Papers of small cases: what each needs first, and how the parties' choices stand on the agreement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.settlement.terms import TermsDraft
from mediation_desk.domain.vocabulary import (
    Authority,
    DefaultClause,
    KindOfWork,
    Outcome,
    PartyKind,
    PaymentMethod,
    Refusal,
    Role,
    ShareKind,
)
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import meeting
from mediation_desk.services.papers import making
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling
from mediation_desk.services.sorting import sorting
from tests.offices import embedded_place, office
from tests.services.papers_desk import (
    COMPANY,
    RECEIVED,
    accepted,
    asked,
    case_of,
    headed,
    registered,
    seated,
    terms,
    text_of,
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("papers")
    with office(embedded_place(folder), folder / "notes") as founded:
        yield headed(founded.first)


def agreement(desk: Desk, case_id: UUID, wanted: TermsDraft) -> str:
    """The preview's text."""
    return text_of(making.preview_agreement(desk, case_id, wanted))


# What is missing is said, with where to enter it


def refused(desk: Desk, case_id: UUID, template: str) -> DeskError:
    with pytest.raises(DeskError) as trouble:
        making.make(desk, case_id, template)
    return trouble.value


def test_without_a_respondent_nothing_is_agreed(desk: Desk) -> None:
    case_id = asked(desk, registered(desk, company=False))
    with pytest.raises(DeskError) as trouble:
        making.preview_agreement(desk, case_id, terms())
    assert trouble.value.field == "respondents"
    assert "under Intake" in str(trouble.value)


def test_without_claims_there_is_nothing_to_compute(desk: Desk) -> None:
    trouble = refused(desk, registered(desk, claims=()), "calculation-sheet")
    assert trouble.field == "claims" and "what the applicants claim" in str(trouble)


def test_claims_without_figures_cannot_be_settled(desk: Desk) -> None:
    case_id = accepted(desk, claims=("unpaid_wages",))
    settlement_terms = replace(terms(), terms=replace(terms().terms, share_kind=ShareKind.EQUAL))
    with pytest.raises(DeskError) as trouble:
        making.preview_agreement(desk, case_id, settlement_terms)
    assert trouble.value.field == "claims" and "in figures" in str(trouble.value)


def test_papers_of_later_stations_wait(desk: Desk) -> None:
    case_id = accepted(desk)
    fields = {template: refused(desk, case_id, template).field for template in (
        "mediation-agreement", "performance-ledger", "return-visit", "closing-form", "termination-notice",
        "refusal-notice", "mediation-record")}
    assert fields == {"mediation-agreement": None, "performance-ledger": None, "return-visit": "visits",
                      "closing-form": "outcome", "termination-notice": None, "refusal-notice": None,
                      "mediation-record": "sessions"}


def test_an_unknown_form_is_refused_by_name(desk: Desk) -> None:
    assert "no-such-form" in str(refused(desk, registered(desk), "no-such-form"))


def test_a_name_that_cannot_be_printed_stops_the_paper(desk: Desk) -> None:
    """𠮷 (U+20BB7) is not in the typefaces; never an empty box on an official paper."""
    case_id = asked(desk, accepted(desk, ("温若晴", "𠮷小满")))
    with pytest.raises(DeskError) as trouble:
        making.preview_agreement(desk, case_id, terms())
    assert "𠮷" in str(trouble.value)


def test_a_session_without_a_record_has_no_record_to_print(desk: Desk) -> None:
    case_id = accepted(desk)
    meeting.hold_session(desk, case_id, meeting.SessionDraft(datetime(2024, 11, 26, 9), place="一室"))
    assert refused(desk, case_id, "mediation-record").field == "record"


# Intake


def test_the_register_leaves_amounts_open_that_are_not_in_figures(desk: Desk) -> None:
    case_id = registered(desk)
    before = text_of(making.make(desk, case_id, "intake-register"))
    after = text_of(making.make(desk, asked(desk, case_id), "intake-register"))
    assert before.count("待核算") == 5 and "0.00" not in before
    assert "待核算" not in after and "17,200.00" in after


def test_a_refusal_gives_its_reason_and_the_ways_that_stay_open(desk: Desk) -> None:
    case_id = registered(desk)
    note = "被申请人于11月27日电话表示不同意调解"
    registering.refuse(desk, case_id, date(2024, 11, 27), Refusal.NO_CONSENT, note)
    kinds = [kind.template for kind in making.available(case_of(desk, case_id))]
    text = text_of(making.make(desk, case_id, "refusal-notice"))
    assert kinds == ["intake-register", "rights-notice", "refusal-notice", "closing-form"]
    assert f"一方当事人不同意调解，{note}" in text
    assert "《企业劳动争议协商调解规定》第二十二条" in text and "申请劳动仲裁" in text
    assert "2024年11月27日" in text


def test_a_mediation_that_fails_ends_in_writing(desk: Desk) -> None:
    case_id = accepted(desk)
    closing.close(desk, case_id, date(2024, 12, 10), Outcome.NO_AGREEMENT, "期限届满，差距过大")
    text = text_of(making.make(desk, case_id, "termination-notice"))
    assert "因各方未能达成调解协议，期限届满，差距过大，本调解组织于2024年12月10日终止调解" in text
    assert "西宁市城中区劳动人事争议仲裁委员会" in text


# Parties


def test_agents_stand_under_whom_they_act_for(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    company = case_of(desk, case_id).respondents[0].id
    registering.add_party(desk, case_id, registering.PartyDraft(Role.AGENT, "关山月", particulars={
        "acts_for": company, "authority": Authority.SPECIAL, "workplace": COMPANY}))
    text = agreement(desk, case_id, terms())
    assert f"委托代理人：关山月，{COMPANY}，代理权限为特别授权，代为承认、放弃、变更请求" in text
    assert text.index("关山月") > text.index(COMPANY)


def test_elected_representatives_stand_under_the_last_applicant(desk: Desk) -> None:
    workers = tuple(f"工友{number}" for number in "甲乙丙丁戊己庚辛壬癸")
    case_id = asked(desk, accepted(desk, workers, ("unpaid_wages",)))
    for name in ("代表子", "代表丑", "代表寅"):
        registering.add_party(desk, case_id, registering.PartyDraft(Role.REPRESENTATIVE, name))
    text = agreement(desk, case_id, terms("43000"))
    last, elected, against = (text.index(said) for said in (
        "申请人十：工友癸", "推举代表：代表子", f"被申请人：{COMPANY}"))
    assert last < elected < against
    assert text.count("推举代表：代表丑") == 2  # named once, signs once


def test_namesakes_are_told_apart_in_every_table(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk, ("张伟", "张伟"), ("unpaid_wages",)))
    text = agreement(desk, case_id, terms("8000"))
    assert "张伟（一）" in text and "张伟（二）" in text


def test_a_person_may_be_the_respondent(desk: Desk) -> None:
    case_id = asked(desk, registered(desk, company=False))
    registering.add_party(desk, case_id, registering.PartyDraft(Role.RESPONDENT, "薛定山", PartyKind.PERSON))
    assert "被申请人：薛定山。" in agreement(desk, case_id, terms())


# The agreement's choices


def test_accounts_are_listed_bank_and_number_apart(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    first, second = case_of(desk, case_id).applicants
    _set(desk, case_id, first.id, "青海银行城中支行 6222 0000 1111 2222")
    some = agreement(desk, case_id, terms())
    _set(desk, case_id, second.id, "6222000033334444555")
    all_ = agreement(desk, case_id, terms())
    assert "温若晴青海银行城中支行6222000011112222" in some and "书面提供给被申请人" in some
    assert "路知夏——6222000033334444555" in all_ and "（账户如下）" in all_


def _set(desk: Desk, case_id: UUID, party: UUID, account: str) -> None:
    editing.save(desk, case_id, [editing.Edit("party", party, "bank_account", "", account)])


@pytest.mark.parametrize(("method", "said", "accounts"), [
    (PaymentMethod.CASH, "以现金方式", False), (PaymentMethod.CHEQUE, "以支票方式", False),
    (PaymentMethod.MOBILE, "以移动支付方式", True)])
def test_the_manner_of_payment_is_said(desk: Desk, method: PaymentMethod, said: str, accounts: bool) -> None:
    case_id = asked(desk, accepted(desk))
    _set(desk, case_id, case_of(desk, case_id).applicants[0].id, "青海银行 6222000011112222")
    text = agreement(desk, case_id, replace(terms(), method=method))
    assert said in text and ("6222000011112222" in text) is accounts


@pytest.mark.parametrize(("clause", "said"), [
    (DefaultClause.ACCELERATE, "任何一期款项逾期超过七日未足额支付的，全部未到期款项"),
    (DefaultClause.RESUME, "有权按原请求金额17,200.00元（人民币壹万柒仟贰佰元整），扣除"),
    (DefaultClause.NONE, "可以就到期未付的款项依法申请支付令")])
def test_the_default_clause_is_the_one_chosen(desk: Desk, clause: DefaultClause, said: str) -> None:
    case_id = asked(desk, accepted(desk))
    assert said in agreement(desk, case_id, replace(terms(), default_clause=clause, grace_days=7))


def test_without_grace_default_follows_at_once(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    text = agreement(desk, case_id, replace(terms(), grace_days=0))
    assert "任何一期款项到期未足额支付的，全部未到期款项于该期逾期之日一并到期，" in text


def test_responsibility_and_further_terms_stand_as_the_mediator_wrote_them(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    text = agreement(desk, case_id, replace(
        terms(), responsibility="被申请人未按时支付工资\n申请人未保存考勤",
        other_terms="保密：各方对协议内容保密\n账号三日内交接"))
    assert "（一）被申请人未按时支付工资。（二）申请人未保存考勤。" in text
    assert "（二）保密。各方对协议内容保密。（三）其他约定。账号三日内交接。" in text
    assert "对争议的责任不再作进一步划分" in agreement(desk, case_id, terms())


def test_copies_for_all_go_to_each_and_fewer_to_the_sides(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    assert "一式四份，各方当事人各执一份" in agreement(desk, case_id, replace(terms(), copies=4))
    assert "一式三份，由申请人、被申请人和" in agreement(desk, case_id, replace(terms(), copies=3))


def test_a_single_payment_is_no_instalment(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    text = agreement(desk, case_id, terms("9000", date(2024, 12, 10)))
    assert "于2024年12月10日前（含当日）一次付清" in text


def test_gig_pay_alone_opens_no_way_to_a_payment_order(desk: Desk) -> None:
    """Mediation and Arbitration Law, art. 16 names wages, compensation and damages."""
    case_id = asked(desk, accepted(desk, claims=("gig_pay",)))
    wages = asked(desk, accepted(desk, claims=("unpaid_wages",)))
    assert "凭本协议书依法向人民法院申请支付令" not in agreement(desk, case_id, terms("8000"))
    assert "凭本协议书依法向人民法院申请支付令" in agreement(desk, wages, terms("8000"))


def test_what_the_mediator_found_is_a_fact_with_its_evidence_weighed(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    first = case_of(desk, case_id).applicants[0].id
    sorting.say(desk, case_id, [sorting.Saying("monthly_wage", first, "applicant", "4300"),
                                sorting.Saying("monthly_wage", first, "respondent", "3000"),
                                sorting.Saying("monthly_wage", first, "finding", "4000")])
    text = agreement(desk, case_id, terms())
    assert "经核对陈述和证据，认定下列事实：月工资标准（温若晴）：4,000.00元/月" in text


# Sorting, the table, performance


def test_an_admission_leaves_nothing_in_dispute(desk: Desk) -> None:
    case_id = accepted(desk, claims=("unpaid_wages",))
    first = case_of(desk, case_id).applicants[0].id
    sorting.say(desk, case_id, [sorting.Saying("monthly_wage", first, "applicant", "4300")])
    sorting.admit(desk, case_id, "monthly_wage", first, "respondent")
    text = text_of(making.make(desk, case_id, "element-sheet", worker=first))
    assert "4,300.00元/月4,300.00元/月（承认）" in text


def test_claims_that_cannot_be_computed_yet_say_what_is_open(desk: Desk) -> None:
    text = text_of(making.make(desk, accepted(desk, claims=("unpaid_wages",)), "calculation-sheet"))
    assert "尚待查明" in text and "本项目前不能核算，未计入合计" in text


def test_denied_facts_are_told_as_denied(desk: Desk) -> None:
    case_id = accepted(desk, claims=("unpaid_wages",))
    first = case_of(desk, case_id).applicants[0].id
    said = {"monthly_wage": "4300", "unpaid_from": "2024-10-01", "unpaid_until": "2024-10-31"}
    sorting.say(desk, case_id, [sorting.Saying(name, first, "applicant", value)
                                for name, value in said.items()])
    sorting.deny(desk, case_id, "unpaid_from", first, "respondent")
    record = text_of(making.make(desk, case_id, "sorting-record"))
    assert "2024年10月1日否认14,300.00" in record


def test_the_relationship_is_laid_out_and_concluded_by_nobody_but_the_mediator(desk: Desk) -> None:
    case_id = accepted(desk)
    sorting.weigh_factor(desk, case_id, "process_control", {
        "applicant": "主管在直播间监看", "respondent": "只做业务指导", "leaning": "employment",
        "evidence": "聊天记录"})
    text = text_of(making.make(desk, case_id, "relationship-assessment"))
    assert "主管在直播间监看只做业务指导聊天记录倾向劳动关系" in text
    assert "结论尚未作出" in text


def test_a_joint_record_names_its_speakers(desk: Desk) -> None:
    case_id = accepted(desk)
    meeting.hold_session(desk, case_id, meeting.SessionDraft(
        datetime(2024, 11, 26, 9, 30), place="第二调解室",
        record="温若晴：每天按排班表开播。\n双方核对了考勤。"))
    text = text_of(making.make(desk, case_id, "mediation-record"))
    assert "温若晴：每天按排班表开播。记录：双方核对了考勤。" in text
    assert "2024年11月26日9时30分至时分" in text and "未形成一致方案" not in text  # nobody said so


def test_a_payment_over_two_instalments_is_told_in_both(desk: Desk) -> None:
    """20,000.00 on 10 December: 15,132.00 settle the first, 4,868.00 begin the second."""
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, date(2024, 11, 26))
    first = case_of(desk, case_id).applicants[0].id
    booking.book(desk, case_id, booking.PaymentDraft(date(2024, 12, 10), yuan("20000")))
    booking.book(desk, case_id, booking.PaymentDraft(date(2025, 1, 12), yuan("100"), worker_id=first))
    text = text_of(making.make(desk, case_id, "performance-ledger"))
    assert "一2024-12-1015,132.0015,132.000.00——已付清" in text
    assert "二2024-12-104,868.00" in text and "付给温若晴" in text
    assert "二2025-01-1015,132.004,968.0010,164.00" in text
    assert f"合计30,264.00{Money(2010000)}10,164.00" in text


def test_the_cause_is_what_is_claimed_when_none_was_entered(desk: Desk) -> None:
    case_id = registered(desk)
    text = text_of(making.make(desk, case_id, "rights-notice"))
    assert "欠付工资、未订立书面劳动合同二倍工资差额争议" in text
    assert refused(desk, registered(desk, claims=()), "rights-notice").field == "cause"


def test_the_kind_of_work_names_a_crowd(desk: Desk) -> None:
    case_id = registered(desk, ("甲子", "乙丑", "丙寅", "丁卯"))
    assert "甲子等四名网络主播" in text_of(making.make(desk, case_id, "rights-notice"))
    editing.save(desk, case_id, [editing.Edit("case", case_id, "kind_of_work", KindOfWork.STREAMER,
                                              KindOfWork.OTHER)])
    assert "甲子等四名劳动者" in text_of(making.make(desk, case_id, "rights-notice"))


def test_notices_need_the_offices_telephone(desk: Desk) -> None:
    bare = seated(desk, settings=replace(desk.settings, phone=""))
    assert refused(bare, accepted(desk), "acceptance-notice").field == "phone"
    assert case_of(desk, accepted(desk)).accepted_on == RECEIVED
