"""The sheet “what happens next”: to each side its own, with every day that follows from the signing."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from pypdf import PdfReader

from mediation_desk.domain.calendar import RestDayRule
from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.claim_terms import Handled, Handling
from mediation_desk.domain.settlement.terms import Terms
from mediation_desk.domain.vocabulary import ClaimHandling, DefaultClause, InKind, PaymentMethod, Side
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from mediation_desk.services.papers.next_steps import next_steps
from mediation_desk.services.papers.told import Told
from mediation_desk.services.settlement import settling
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import accepted, asked, case_of, refused, seated, terms, text_of

SHEET = "next-steps"
SIGNED = date(2024, 12, 2)


def signed(desk: Desk, wanted: settling.TermsDraft | None = None,
           workers: tuple[str, ...] = ("温若晴", "路知夏")) -> UUID:
    case_id = asked(desk, accepted(desk, workers))
    settling.draft(desk, case_id, wanted or terms())
    settling.sign(desk, case_id, SIGNED)
    return case_id


def sheet(desk: Desk, case_id: UUID, side: Side = Side.APPLICANT) -> str:
    return text_of(making.make(desk, case_id, SHEET, side=side))


def test_the_streamers_sheet_says_every_day_and_amount(walk: Walk) -> None:
    """Signed on 25 November; 15 and 30 days; grace of five days after the 10th of December and January."""
    text = walk.text(SHEET)
    for said in ("自2024年11月25日起生效", "30,264.00元", "2024-12-103,362.67", "2025-01-103,362.67",
                 "6,725.346,725.336,725.336,725.333,362.6730,264.00", "每期宽限五日，宽限期内付清的不算违约",
                 "第一期从2024年12月16日起、第二期从2025年1月16日起还没有付清的，就是违约",
                 "没有付的全部款项一并到期",
                 "向人民法院申请支付令，或者申请仲裁（第一期的最迟2025年12月10日）",
                 "最迟2024年12月10日（星期二），向西宁市城中区劳动人事争议仲裁委员会申请仲裁审查",
                 "最迟2024年12月25日（星期三），向西宁市城中区人民法院申请司法确认", "电话0971-8123456",
                 "银行转账到每个人自己的账户"):
        assert said in text, said
    assert "直接向人民法院起诉" not in text  # a double wage is more than pay


def test_each_side_has_one_page_of_its_own(walk: Walk) -> None:
    ours, theirs = (making.make(walk.desk, walk.case_id, SHEET, side=side) for side in Side)
    assert [len(PdfReader(io.BytesIO(one.pdf)).pages) for one in (ours, theirs)] == [1, 1]
    assert "收到钱，核对数额" in text_of(ours) and "把凭证交给调解员" not in text_of(ours)
    assert "把凭证交给调解员" in text_of(theirs) and "由贵方付给下列各人" in text_of(theirs)


def test_before_the_signing_there_is_none(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    assert "no signed agreement" in str(refused(desk, case_id, SHEET))
    assert SHEET not in {kind.template for kind in making.available(case_of(desk, case_id))}


@pytest.mark.parametrize(("clause", "said"), [
    (DefaultClause.RESUME, "申请人可以按原请求的17,200.00元，扣除已经付的，要求付款"),
    (DefaultClause.PENALTY, "申请人可以要求付清到期的款项，另付约定的违约金500.00元"),
    (DefaultClause.NONE, "申请人可以要求付清到期的款项")])
def test_what_follows_is_what_was_agreed(desk: Desk, clause: DefaultClause, said: str) -> None:
    penalty = yuan("500") if clause is DefaultClause.PENALTY else None
    text = sheet(desk, signed(desk, replace(terms(), default_clause=clause, penalty=penalty)))
    assert said in text and "一并到期" not in text


def test_without_grace_the_next_day_counts(desk: Desk) -> None:
    text = sheet(desk, signed(desk, replace(terms(), grace_days=0)))
    assert "宽限" not in text and "第一期从2024年12月11日起" in text


@pytest.mark.parametrize(("method", "said"), [
    (PaymentMethod.CASH, "现金交给每个人，当面签收"), (PaymentMethod.MOBILE, "移动支付到每个人自己的账户"),
    (PaymentMethod.CHEQUE, "支票交给每个人，当面签收")])
def test_how_it_is_paid_is_said(desk: Desk, method: PaymentMethod, said: str) -> None:
    assert said in sheet(desk, signed(desk, replace(terms(), method=method)))


def test_who_pays_is_told_where_to_and_who_is_paid_is_not(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    worker = case_of(desk, case_id).applicants[0].id
    account = editing.Edit("party", worker, "bank_account", "", "青海银行 6222000011112222")
    editing.save(desk, case_id, [account])
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, SIGNED)
    assert "温若晴青海银行6222000011112222" in sheet(desk, case_id, Side.RESPONDENT)
    assert "6222" not in sheet(desk, case_id)


def test_an_office_that_is_no_peoples_mediation_points_to_no_confirmation(desk: Desk) -> None:
    case_id = signed(desk)
    other = seated(desk, settings=replace(desk.settings, people_mediation=False))
    text = sheet(other, case_id)
    assert "司法确认" not in text and "申请仲裁审查" in text


def test_a_days_end_on_a_day_off_gives_way_and_a_make_up_workday_does_not(desk: Desk) -> None:
    """Signed on Monday 2 December 2024: 15 days on is Tuesday the 17th; 30 days on is New Year's Day."""
    text = sheet(desk, signed(desk))
    assert "最迟2024年12月17日（星期二）" in text and "最迟2025年1月2日（星期四）" in text


def test_a_year_that_is_not_announced_says_so(desk: Desk) -> None:
    far = Terms(terms().terms.total, (date(2031, 2, 1), date(2031, 3, 1)),
                rest_day_rule=RestDayRule.NEXT_WORKDAY)
    text = sheet(desk, signed(desk, replace(terms(), terms=far)))
    assert "2031年的放假安排尚未公布，这一年的付款日遇休息日会有变动" in text
    assert "最迟2032年2月3日" in text and "2032年放假安排未公布" in text


def test_many_workers_and_instalments_are_told_in_sums(desk: Desk) -> None:
    days = tuple(date(2025, month, 10) for month in range(1, 8))
    wanted = settling.TermsDraft(Terms(terms().terms.total, days))
    text = sheet(desk, signed(desk, wanted, tuple(f"甲{n}" for n in "一二三四五六七")))
    assert "七2025年7月10日星期四" in text and "每人每期的金额见协议书第五部分" in text
    assert "各期从上表日期之后的第六日起" in text


def test_one_payment_to_one_worker_is_told_in_plain_words(desk: Desk) -> None:
    wanted = settling.TermsDraft(Terms(terms().terms.total, (date(2025, 1, 10),)))
    text = sheet(desk, signed(desk, wanted, ("温若晴",)))
    assert "从2025年1月16日起还没有付清的，就是违约" in text and "第一期" not in text


def test_it_says_nothing_that_a_payment_changes(walk: Walk) -> None:
    """Told as of the signing, it is the same sheet before the first payment and after the last."""
    with walk.desk.case_reading(walk.case_id) as (work, case):
        told = Told.of(walk.desk, work, case)
        assert case.payments
        with_payments = next_steps(told)
        case.payments_all.clear()
        assert next_steps(told) == with_payments


def test_what_is_done_instead_stands_with_its_day(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk, ("温若晴",)))
    worker = case_of(desk, case_id).applicants[0].id
    settling.draft(desk, case_id, replace(terms("4000"), handled=Handled((
        Handling(worker, "double_wage", ClaimHandling.PAID, yuan("4000")),
        Handling(worker, "unpaid_wages", ClaimHandling.REPLACED, None, InKind.ACCOUNT, date(2024, 12, 20),
                 "骑手账号")))))
    settling.sign(desk, case_id, SIGNED)
    assert "除付款外，付款方还要：2024年12月20日前为温若晴恢复账号（骑手账号）。" in sheet(desk, case_id)
    assert "除付款外，贵方还要：" in sheet(desk, case_id, Side.RESPONDENT)
