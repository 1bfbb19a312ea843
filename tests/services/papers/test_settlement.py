"""The agreement: what it needs first, what it says, and how the parties' choices stand on it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import (
    DefaultClause,
    PaymentMethod,
    ShareKind,
)
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making, signing
from mediation_desk.services.sorting import sorting
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import (
    accepted,
    asked,
    case_of,
    previewed,
    registered,
    terms,
)


def test_without_a_respondent_nothing_is_agreed(desk: Desk) -> None:
    case_id = asked(desk, registered(desk, company=False))
    with pytest.raises(DeskError) as trouble:
        signing.preview_agreement(desk, case_id, terms())
    assert trouble.value.field == "respondents"
    assert "under Intake" in str(trouble.value)


def test_claims_without_figures_cannot_be_settled(desk: Desk) -> None:
    case_id = accepted(desk, claims=("unpaid_wages",))
    settlement_terms = replace(terms(), terms=replace(terms().terms, share_kind=ShareKind.EQUAL))
    with pytest.raises(DeskError) as trouble:
        signing.preview_agreement(desk, case_id, settlement_terms)
    assert trouble.value.field == "claims" and "in figures" in str(trouble.value)


def test_accounts_are_listed_bank_and_number_apart(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    first, second = case_of(desk, case_id).applicants
    _set(desk, case_id, first.id, "青海银行城中支行 6222 0000 1111 2222")
    some = previewed(desk, case_id, terms())
    _set(desk, case_id, second.id, "6222000033334444555")
    all_ = previewed(desk, case_id, terms())
    assert re.search(r"温若晴[\d,.]+青海银行城中支行6222000011112222路知夏[\d,.]+——", some)
    assert "书面提供给被申请人" in some
    assert re.search(r"路知夏[\d,.]+6222000033334444555合计", all_) and "（账户如下）" in all_


def _set(desk: Desk, case_id: UUID, party: UUID, account: str) -> None:
    editing.save(desk, case_id, [editing.Edit("party", party, "bank_account", "", account)])


@pytest.mark.parametrize(("method", "said", "accounts"), [
    (PaymentMethod.CASH, "以现金方式", False), (PaymentMethod.CHEQUE, "以支票方式", False),
    (PaymentMethod.MOBILE, "以移动支付方式", True)])
def test_the_manner_of_payment_is_said(desk: Desk, method: PaymentMethod, said: str, accounts: bool) -> None:
    case_id = asked(desk, accepted(desk))
    _set(desk, case_id, case_of(desk, case_id).applicants[0].id, "青海银行 6222000011112222")
    text = previewed(desk, case_id, replace(terms(), method=method))
    assert said in text and ("6222000011112222" in text) is accounts


@pytest.mark.parametrize(("clause", "said"), [
    (DefaultClause.ACCELERATE, "任何一期款项逾期超过七日未足额支付的，全部未到期款项"),
    (DefaultClause.RESUME, "有权按原请求金额17,200.00元（人民币壹万柒仟贰佰元整），扣除"),
    (DefaultClause.PENALTY, "除应继续支付全部未付款项外，另向申请人支付违约金500.00元"),
    (DefaultClause.NONE, "可以就到期未付的款项依法申请支付令")])
def test_the_default_clause_is_the_one_chosen(desk: Desk, clause: DefaultClause, said: str) -> None:
    case_id = asked(desk, accepted(desk))
    penalty = yuan("500") if clause is DefaultClause.PENALTY else None
    assert said in previewed(desk, case_id, replace(terms(), default_clause=clause, grace_days=7,
                                                    penalty=penalty))


def test_without_grace_default_follows_at_once(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    text = previewed(desk, case_id, replace(terms(), grace_days=0))
    assert "任何一期款项到期未足额支付的，全部未到期款项于该期逾期之日一并到期，" in text


def test_responsibility_and_further_terms_stand_as_the_mediator_wrote_them(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    text = previewed(desk, case_id, replace(
        terms(), responsibility="被申请人未按时支付工资\n申请人未保存考勤",
        other_terms="保密：各方对协议内容保密\n账号三日内交接"))
    assert "（一）被申请人未按时支付工资。（二）申请人未保存考勤。" in text
    assert "分清责任" not in text
    assert "（二）保密。各方对协议内容保密。（三）其他约定。账号三日内交接。" in text
    assert "对争议的责任不再作进一步划分" in previewed(desk, case_id, terms())


def test_copies_for_all_go_to_each_and_fewer_to_the_sides(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    four = previewed(desk, case_id, replace(terms(), copies=4))
    assert "一式四份，各方当事人各执一份，本调解组织留存一份" in four
    assert "一式四份，各方当事人各执一份" in previewed(desk, case_id, terms()), "as many as they are, and one"
    assert "一式120份，各方当事人各执一份" in previewed(desk, case_id, replace(terms(), copies=120))
    assert "一式三份，由申请人、被申请人和" in previewed(desk, case_id, replace(terms(), copies=3))


def test_a_single_payment_is_no_instalment(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    text = previewed(desk, case_id, terms("9000", date(2024, 12, 10)))
    assert "于2024年12月10日前（含当日）一次付清。被申请人以银行转账方式，将款项分别支付至各申请人" in text


def test_of_one_worker_nothing_is_said_as_of_several_and_the_total_stands_once(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk, ("温若晴",), ("unpaid_wages",)))
    _set(desk, case_id, case_of(desk, case_id).applicants[0].id, "青海银行 6222000011112222")
    text = previewed(desk, case_id, terms("4000", date(2024, 12, 10)))
    assert "申请人请求被申请人支付欠付工资4,300.00元（人民币肆仟叁佰元整）。" in text
    assert "被申请人向申请人支付欠付工资4,000.00元（人民币肆仟元整）。" in text
    assert text.count("4,000.00") == 1
    assert "将款项支付至申请人本人的收款账户（账户如下）。收款账户：青海银行，账号6222000011112222。" in text
    assert "各申请人" not in text and "合称" not in text


def test_ten_workers_sign_an_annex_that_has_a_line_for_each(desk: Desk) -> None:
    names = [f"骑手{place}" for place in "甲乙丙丁戊己庚辛壬癸"]
    case_id = asked(desk, accepted(desk, names, ("gig_pay",)))
    text = previewed(desk, case_id, terms("40000"))
    assert "申请人：骑手甲等10人，各人的姓名、证件号码、联系电话和签名见附件名单。" in text
    body, annex = text[:text.rindex("附件名单")], text[text.rindex("附件名单"):]
    assert not any(name in body for name in names[1:])
    for place, name in enumerate(names, start=1):
        assert f"{place}{name}＿" in annex, "a document that nobody entered is written by hand"
    assert "4,300.004,000.002,000.002,000.00" in annex
    assert "合计43,000.0040,000.0020,000.0020,000.00" in annex


def test_gig_pay_alone_opens_no_way_to_a_payment_order(desk: Desk) -> None:
    """Mediation and Arbitration Law, art. 16 names wages, compensation and damages."""
    case_id = asked(desk, accepted(desk, claims=("gig_pay",)))
    wages = asked(desk, accepted(desk, claims=("unpaid_wages",)))
    assert "凭本协议书依法向人民法院申请支付令" not in previewed(desk, case_id, terms("8000"))
    assert "凭本协议书依法向人民法院申请支付令" in previewed(desk, wages, terms("8000"))


def test_what_the_mediator_found_is_a_fact_with_its_evidence_weighed(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    first = case_of(desk, case_id).applicants[0].id
    sorting.say(desk, case_id, [sorting.Saying("monthly_wage", first, "applicant", "4300"),
                                sorting.Saying("monthly_wage", first, "respondent", "3000"),
                                sorting.Saying("monthly_wage", first, "finding", "4000")])
    text = previewed(desk, case_id, terms())
    assert "经核对陈述和证据，认定下列事实：月工资标准（温若晴）：4,000.00元/月" in text


def test_the_agreement_names_who_agrees_with_whom(walk: Walk) -> None:
    text = walk.text("mediation-agreement")
    for number, (name, id_number, phone, _day) in zip("一二三四五", streamers.WORKERS, strict=True):
        row = text[text.index(f"申请人{number}{name}"):]
        assert 0 < row.index(f"公民身份号码{id_number}") < row.index(phone) < 120
    assert f"被申请人：{streamers.COMPANY}，统一社会信用代码91639999MADEM00112" in text
    assert "法定代表人：周启明，执行董事" in text
    assert "由调解员陈守信主持调解" in text


def test_the_agreement_says_what_is_asked_for_which_time(walk: Walk) -> None:
    text = walk.text("mediation-agreement")
    assert "合计38,700.00元（人民币叁万捌仟柒佰元整）" in text
    asked = text[text.index("一、请求事项"):text.index("二、主要事实")]
    assert "欠付工资（元）2024年10月1日至10月31日" in asked and asked.count("2024年10月1日至10月31日") == 2
    assert "马晓岚4,300.004,300.008,600.00" in asked and "白玛措4,300.00——4,300.00" in asked
    assert "合计21,500.0017,200.0038,700.00" in asked


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
    parted = text[text.index("各期款项在各申请人之间的分配"):]
    assert "分两期支付" in text and "第一期（元）2024-12-10第二期（元）2025-01-10" in parted
    assert "马晓岚3,362.673,362.676,725.34" in parted
    assert re.search(r"白玛措(1,681\.3[34]){2}3,362\.67", parted)
    assert "合计15,132.0015,132.0030,264.00" in parted
    assert "任何一期款项逾期超过五日未足额支付的，全部未到期款项" in text
    assert "被申请人以银行转账方式，将各期款项分别支付至各申请人本人的收款账户" in text


def test_the_agreement_counts_review_and_confirmation_from_the_day_that_is_written_on_it(walk: Walk) -> None:
    """A date that the signing fixes would have to be set after it: the paper says the rule."""
    text = walk.text("mediation-agreement")
    assert "加盖本调解组织印章之日起生效" in text and "2024年11月25日生效" not in text
    assert "自本协议生效之日起15日内，共同向西宁市城中区劳动人事争议仲裁委员会" in text
    assert "自本协议生效之日起30日内，共同向西宁市城中区人民法院申请司法确认" in text
    assert text.endswith("西宁市城中区劳动争议调解工作室（印章：西宁市城中区劳动人事争议调解中心）"
                         "＿＿＿＿年＿＿月＿＿日第5页共5页本协议书核对码，扫码可见调解组织、案号和校验值")
    assert text.count("西宁市城中区劳动争议调解工作室（下称“本调解组织”）") == 1


def test_a_signed_agreement_comes_as_it_was_frozen(walk: Walk) -> None:
    (frozen,) = reading.case(walk.desk, walk.case_id).papers
    printed = making.make(walk.desk, walk.case_id, "mediation-agreement").pdf
    assert hashlib.sha256(printed).hexdigest() == frozen.sha256
    assert frozen.sha256 == walk.case.signed_agreement.paper_sha256
