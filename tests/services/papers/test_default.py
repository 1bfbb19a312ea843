"""What follows from default, on paper: every figure the ledger's, nothing asserted that nobody entered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.documents.views.enforcing import ArbitrationApplication
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.performance.ledger import ledger
from mediation_desk.domain.settlement.debtors import Owing, Undertaking
from mediation_desk.domain.settlement.terms import Terms
from mediation_desk.domain.vocabulary import DefaultClause, Duty, OwedHow, Role
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import default, making
from mediation_desk.services.papers.told import EnforcementTitle, Told, Wanted
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import settling, supplementing
from mediation_desk.services.settlement.supplementing import RestDraft
from tests.services.papers.test_owing import EMPLOYER, joins
from tests.services.papers_desk import COMPANY, accepted, asked, case_of, refused, terms, text_of

SIGNED = date(2024, 12, 2)  # today is 20 January 2025: due on 10 December and 10 January, five days of grace
FORMS = ("demand-letter", "payment-order-application", "arbitration-application", "enforcement-application")
UNCLE = "周启航"


def signed(desk: Desk, wanted: settling.TermsDraft | None = None, *paid: str,
           claims: tuple[str, ...] = ("unpaid_wages", "double_wage")) -> UUID:
    case_id = asked(desk, accepted(desk, claims=claims))
    settling.draft(desk, case_id, wanted or terms())
    settling.sign(desk, case_id, SIGNED)
    for amount in paid:
        booking.book(desk, case_id, booking.PaymentDraft(date(2024, 12, 10), yuan(amount)))
    return case_id


def paper(desk: Desk, case_id: UUID, template: str, *, at: int | None = None,
          title: EnforcementTitle | None = None) -> str:
    worker = None if at is None else case_of(desk, case_id).applicants[at].id
    return text_of(making.make(desk, case_id, template, worker=worker, title=title))


def view(desk: Desk, case_id: UUID, worker: UUID | None = None) -> ArbitrationApplication:
    with desk.case_reading(case_id) as (work, case):
        return default.arbitration(Told.of(desk, work, case, Wanted(worker=worker)))


def test_the_demand_says_what_is_due_since_when_where_to_and_what_may_follow(desk: Desk) -> None:
    text = paper(desk, signed(desk, None, "5000"), "demand-letter")
    for said in ("督促履行通知", COMPANY, "第一期2024-12-102024-12-1010,132.00",
                 "第二期2025-01-102024-12-1615,132.00", "合计25,264.00", "人民币贰万伍仟贰佰陆拾肆元整",
                 "5日宽限期已满", "2024年12月16日一并到期", "加速到期。", "逾期超过五日", "银行转账",
                 "向人民法院申请支付令，或者申请劳动争议仲裁",
                 "制作调解书或者经司法确认的，可以向人民法院申请强制执行"):
        assert said in text, said
    assert "违约金" not in text  # none was agreed


def test_the_demand_does_not_say_that_the_grace_is_over_of_what_is_within_it(desk: Desk) -> None:
    """The second instalment was due two days ago, and the rest did not fall due at once."""
    later = replace(terms("30264.00", date(2024, 12, 10), date(2025, 1, 18)),
                    default_clause=DefaultClause.RESUME)
    text = paper(desk, signed(desk, later), "demand-letter")
    assert "第二期2025-01-18" in text and "宽限期已满" not in text


def test_every_figure_of_every_copy_is_the_ledgers(desk: Desk) -> None:
    case_id = signed(desk, None, "5000.01")
    case = case_of(desk, case_id)
    book = ledger(case.signed_agreement, case.payments, desk.today)
    whole = view(desk, case_id).applying
    assert (whole.due, whole.received) == (book.owed_today, yuan("5000.01"))
    assert [(row.agreed, row.received, row.due) for row in whole.workers] == [
        (share, received, share - received) for _worker, share, received in book.workers]
    assert total(row.owed for row in whole.rows) == whole.due == total(row.due for row in whole.workers)
    apart = [view(desk, case_id, one.id).applying for one in case.applicants]
    assert total(one.due for one in apart) == whole.due
    assert all(one.applicants[0].role == "申请人" for one in apart)


def test_each_worker_applies_for_a_payment_order_on_a_sheet_alone(desk: Desk) -> None:
    case_id = signed(desk)
    both, one = paper(desk, case_id, FORMS[1]), paper(desk, case_id, FORMS[1], at=1)
    assert both.count("支付令申请书") == 2 and one.count("支付令申请书") == 1
    assert "路知夏" in one and "温若晴" not in one
    for said in ("15,132.00元（人民币壹万伍仟壹佰叁拾贰元整）", "西宁市城中区人民法院", "仲裁法》第十六条",
                 "民事诉讼法》第二百二十五条", "□申请人与被申请人没有其他债务纠纷", "□支付令能够送达被申请人",
                 "欠付工资、未订立书面劳动合同二倍工资差额"):
        assert said in one, said


def test_where_it_settles_more_the_payment_order_is_for_its_part_or_left_to_the_hand(desk: Desk) -> None:
    """Half of 30,264.00 for two workers is for annual leave: known while nothing of it was paid."""
    mixed = ("unpaid_wages", "annual_leave")
    assert "共计7,566.00元" in paper(desk, signed(desk, claims=mixed), FORMS[1], at=0)
    part = paper(desk, signed(desk, None, "100", claims=mixed), FORMS[1], at=0)
    assert "共计人民币__" in part.replace("＿", "_")


def test_the_arbitration_of_a_revived_claim_leaves_the_choice_to_the_worker(desk: Desk) -> None:
    text = paper(desk, signed(desk, replace(terms(), default_clause=DefaultClause.RESUME), "5000"), FORMS[2])
    assert "□1．裁决被申请人按照调解协议支付" in text and "25,264.00元" in text
    assert "□1．裁决被申请人按照恢复后的原请求" in text and "12,200.00元" in text  # 17,200.00 less 5,000.00
    assert "仲裁法》第十五条" in text and "西宁市城中区劳动人事争议仲裁委员会" in text


def test_what_was_agreed_of_a_penalty_is_quoted_and_its_amount_left_to_the_hand(desk: Desk) -> None:
    case_id = signed(desk, replace(terms(), other_terms="被申请人逾期的，另付违约金五百元"))
    assert "另付违约金五百元" in paper(desk, case_id, FORMS[0])
    asked_for = paper(desk, case_id, FORMS[2])
    assert "的约定支付违约金" in asked_for and "违约金五百元元" not in asked_for
    assert "“被申请人逾期的，另付违约金五百元。”" in asked_for


def test_a_penalty_in_the_clauses_own_words_is_counted_for_all_workers_together(desk: Desk) -> None:
    rule = ("被申请人任何一期款项逾期超过五日未足额支付的，除应继续支付全部未付款项外，"
            "另向申请人支付违约金人民币1,200.50元")
    case_id = signed(desk, replace(terms(), other_terms=rule))
    assert "另应支付违约金1,200.50元" in paper(desk, case_id, FORMS[0])
    assert "的约定支付违约金1,200.50元" in paper(desk, case_id, FORMS[2])
    alone = paper(desk, case_id, FORMS[2], at=0)
    assert "（由申请人填写）" in alone and "支付违约金1,200.50元" not in alone


def test_a_penalty_that_a_change_says_nothing_of_goes_on(desk: Desk) -> None:
    """Changed on 20 December, what is left is due on the 30th; on 20 January that is late."""
    rule = ("逾期责任：被申请人任何一期款项逾期超过五日未足额支付的，除应继续支付全部未付款项外，"
            "另向申请人支付违约金人民币{}元")
    case_id = signed(desk, replace(terms(), other_terms=rule.format("1,200.50")))
    for said, further in (("1,200.50", ""), ("800.00", rule.format("800.00"))):
        rest = Terms(yuan("30264.00"), (date(2024, 12, 30),))
        supplementing.draft(desk, case_id, RestDraft(rest, "资金周转困难", further=further))
        supplementing.sign(desk, case_id, date(2024, 12, 20))
        for name in (FORMS[0], FORMS[2]):
            assert f"支付违约金{said}元" in paper(desk, case_id, name), name
    assert "1,200.50" not in paper(desk, case_id, FORMS[0])  # the later term of the same title stands


def test_enforcement_names_its_title_or_leaves_the_lines_for_it(desk: Desk) -> None:
    case_id = signed(desk)
    blank = paper(desk, case_id, FORMS[3])
    assert "□仲裁调解书" in blank and "□确认调解协议有效的裁定书" in blank and "〔2025〕" not in blank
    filled = paper(desk, case_id, FORMS[3],
                   title=EnforcementTitle("ruling", "（2025）青0103民特1号", date(2025, 1, 6)))
    for said in ("■确认调解协议有效的裁定书", "（2025）青0103民特1号", "2025年1月6日",
                 "民事诉讼法》第二百零六条", "30,264.00元"):
        assert said in filled, said
    assert "第五十一条" not in filled


def test_a_guarantor_is_asked_as_far_as_its_duty_has_come_and_no_payment_order_reaches_it(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    uncle, platform = joins(desk, case_id, Role.THIRD_PARTY, UNCLE), case_of(desk, case_id).respondents[0].id
    settling.draft(desk, case_id, replace(terms(), owing=Owing(debtors=(
        Undertaking(platform), Undertaking(uncle, Duty.GUARANTEES_JOINTLY, yuan("20000"))))))
    settling.sign(desk, case_id, SIGNED)
    demand = paper(desk, case_id, FORMS[0])
    assert f"{COMPANY}、{UNCLE}：" in demand and f"{UNCLE}连带责任保证人20,000.00" in demand
    assert UNCLE in paper(desk, case_id, FORMS[2]) and UNCLE not in paper(desk, case_id, FORMS[1], at=0)


@pytest.mark.parametrize(("how", "each"), [
    (OwedHow.JOINTLY, ("30,264.00", "30,264.00")), (OwedHow.IN_SHARES, ("20,176.00", "10,088.00"))])
def test_two_respondents_are_asked_jointly_or_each_for_its_share(desk: Desk, how: OwedHow,
                                                                 each: tuple[str, str]) -> None:
    case_id = asked(desk, accepted(desk))
    platform = case_of(desk, case_id).respondents[0].id
    employer = joins(desk, case_id, Role.RESPONDENT, EMPLOYER)
    own: list[Money | None] = [yuan("20176"), yuan("10088")] if how is OwedHow.IN_SHARES else [None, None]
    settling.draft(desk, case_id, replace(terms(), owing=Owing(how, (
        Undertaking(platform, Duty.OWES, own[0]), Undertaking(employer, Duty.OWES, own[1])))))
    settling.sign(desk, case_id, SIGNED)
    asked_ = view(desk, case_id).applying.asked
    assert tuple(str(one.amount) for one in asked_) == each
    assert "共计15,132.00元" in paper(desk, case_id, FORMS[1], at=0)


def test_numbers_are_masked_until_they_are_asked_for(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    worker = case_of(desk, case_id).applicants[0].id
    editing.save(desk, case_id, [
        editing.Edit("party", worker, "id_number", "", "11010519491231002X"),
        editing.Edit("party", worker, "bank_account", "", "青海银行 6222000011112222")])
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, SIGNED)
    for template in FORMS:
        text = paper(desk, case_id, template)
        assert "11010519491231002X" not in text and "6222000011112222" not in text


def test_before_the_default_each_says_from_which_day_on(desk: Desk) -> None:
    later = settling.TermsDraft(replace(terms().terms, due_dates=(date(2025, 1, 15), date(2025, 2, 10))))
    case_id = signed(desk, later)
    for template in FORMS:  # the 20th is the last of five days of grace
        assert "2025-01-21" in str(refused(desk, case_id, template))
        assert template not in {kind.template for kind in making.available(case_of(desk, case_id))}
