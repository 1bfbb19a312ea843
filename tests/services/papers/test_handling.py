"""What becomes of each claim, on the agreement: its table, what is done instead, what is waived, the tax."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.claim_terms import Handled, Handling
from mediation_desk.domain.vocabulary import ClaimHandling, InKind, TaxHandling
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.settlement import settling
from tests.services.papers_desk import accepted, asked, case_of, previewed, terms

WAGES, DOUBLE = "unpaid_wages", "double_wage"


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    """Two workers, each with two claims of 4,300.00; of 9,000.00 each gets 4,500.00."""
    return asked(desk, accepted(desk))


def handled(desk: Desk, case_id: UUID, tax: TaxHandling | None = None) -> Handled:
    first, second = (one.id for one in case_of(desk, case_id).applicants)
    return Handled((
        Handling(first, WAGES, ClaimHandling.PAID, yuan("4500")),
        Handling(first, DOUBLE, ClaimHandling.WAIVED, note="当场表示理解"),
        Handling(second, WAGES, ClaimHandling.PAID, yuan("4500")),
        Handling(second, DOUBLE, ClaimHandling.REPLACED, in_kind=InKind.DOCUMENTS, by=date(2024, 12, 20),
                 note="考勤记录")), tax)


def test_each_claim_stands_with_what_becomes_of_it(desk: Desk, case_id: UUID) -> None:
    text = previewed(desk, case_id, replace(terms("9000"), handled=handled(desk, case_id)))
    double = "未订立书面劳动合同二倍工资差额"
    assert f"路知夏{double}4,300.00以其他方式履行——" in text and "温若晴欠付工资4,300.00支付4,500.00" in text
    assert f"1．2024年12月20日前（含当日）向路知夏交付材料（考勤记录），用以处理其{double}的请求。" in text
    assert f"1．温若晴放弃{double}4,300.00元（人民币肆仟叁佰元整）（当场表示理解）。" in text
    assert "被申请人向申请人支付欠付工资，合计9,000.00元" in text
    assert "合计17,200.009,000.00" in text


@pytest.mark.parametrize(("tax", "said"), [
    (TaxHandling.BEFORE, "所列金额为税前金额，依法应当缴纳的个人所得税由被申请人代扣代缴"),
    (TaxHandling.AFTER, "所列金额为税后金额，依法应当缴纳的个人所得税由被申请人承担")])
def test_the_clause_on_the_tax_follows_what_was_said(desk: Desk, case_id: UUID, tax: TaxHandling,
                                                     said: str) -> None:
    text = previewed(desk, case_id, replace(terms(), handled=Handled((), tax)))
    assert f"（二）个人所得税。本协议{said}" in text


def test_where_nothing_is_said_the_paper_says_nothing(desk: Desk, case_id: UUID) -> None:
    text = previewed(desk, case_id, terms())
    assert text == previewed(desk, case_id, replace(terms(), handled=Handled()))
    assert "处理方式" not in text and "税" not in text


def test_terms_drafted_anew_keep_what_becomes_of_the_claims_and_follow_the_total(desk: Desk,
                                                                                 case_id: UUID) -> None:
    settling.draft(desk, case_id, replace(terms("9000"), handled=handled(desk, case_id, TaxHandling.AFTER)))
    settling.draft(desk, case_id, terms("8000"))
    kept = case_of(desk, case_id).agreement
    assert kept and kept.tax is TaxHandling.AFTER
    assert [one.amount for one in kept.claim_terms] == [yuan("4000"), None, yuan("4000"), None]


def test_what_does_not_add_up_is_not_kept(desk: Desk, case_id: UUID) -> None:
    with pytest.raises(DeskError, match="adds up to") as refused:
        settling.draft(desk, case_id, replace(terms("8000"), handled=handled(desk, case_id)))
    assert refused.value.field == "claim_terms"
