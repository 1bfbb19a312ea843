"""Who owes the agreement, on paper: what stands there, and what does not where one owes alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.calendar import RestDayRule
from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.debtors import Owing, Undertaking
from mediation_desk.domain.vocabulary import DefaultClause, Duty, OwedHow, PartyKind, Role
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from tests.services.papers_desk import COMPANY, accepted, asked, case_of, previewed, terms

EMPLOYER, UNCLE = "西宁川流劳务有限公司", "周启航"
Two = tuple[UUID, UUID, UUID]


@pytest.fixture
def two(desk: Desk) -> Two:
    """A case against a platform and its cooperating employer: the case, and both."""
    case_id = asked(desk, accepted(desk))
    return case_id, case_of(desk, case_id).respondents[0].id, joins(desk, case_id, Role.RESPONDENT, EMPLOYER)


def joins(desk: Desk, case_id: UUID, role: Role, name: str) -> UUID:
    made = registering.add_party(desk, case_id, registering.PartyDraft(role, name,
                                                                       PartyKind.ORGANISATION)).result
    assert made
    return made


def test_where_one_owes_alone_nothing_is_said_of_it(desk: Desk) -> None:
    text = previewed(desk, asked(desk, accepted(desk)), terms())
    assert "连带" not in text and "按份" not in text and "被申请人向申请人支付" in text


def test_of_two_respondents_the_one_who_pays_stands_in_every_clause(desk: Desk, two: Two) -> None:
    case_id, _platform, employer = two
    text = previewed(desk, case_id, replace(terms(), owing=Owing(debtors=(Undertaking(employer),))))
    assert f"本协议约定的全部款项由{EMPLOYER}支付，{COMPANY}不依本协议承担付款义务" in text
    assert f"{EMPLOYER}向申请人支付" in text and f"上述款项由{EMPLOYER}分两期支付" in text
    assert f"{EMPLOYER}以银行转账方式" in text and f"{EMPLOYER}任何一期款项逾期超过五日" in text


@pytest.mark.parametrize("clause", list(DefaultClause))
def test_words_about_enforcement_say_after_which_step(desk: Desk, two: Two, clause: DefaultClause) -> None:
    case_id, platform, _employer = two
    uncle = joins(desk, case_id, Role.THIRD_PARTY, UNCLE)
    penalty = yuan("500") if clause is DefaultClause.PENALTY else None
    text = previewed(desk, case_id, replace(terms(), default_clause=clause, penalty=penalty, owing=Owing(
        debtors=(Undertaking(platform), Undertaking(uncle, Duty.GUARANTEES)))))
    for before in text.split("强制执行")[:-1]:
        assert "经仲裁审查制作调解书或者经司法确认" in before[-60:]


def test_each_ones_part_of_each_instalment_stands_in_a_table(desk: Desk, two: Two) -> None:
    """Of 100.01 in 50.01 and 50.00 one owes 66.67, the other 33.34; the table's sums are just these."""
    case_id, platform, employer = two
    text = previewed(desk, case_id, replace(terms("100.01"), owing=Owing(OwedHow.IN_SHARES, (
        Undertaking(platform, amount=yuan("66.67")), Undertaking(employer, amount=yuan("33.34"))))))
    assert f"期次付款日期{COMPANY}{EMPLOYER}合计（元）" in text and "合计66.6733.34100.01" in text


def test_without_grace_the_order_of_payment_follows_at_once(desk: Desk, two: Two) -> None:
    case_id, platform, employer = two
    text = previewed(desk, case_id, replace(terms(), grace_days=0, owing=Owing(OwedHow.IN_ORDER, (
        Undertaking(platform), Undertaking(employer)))))
    assert f"{COMPANY}任何一期款项到期未足额支付的，到期未付的款项由第二顺位的付款人支付。" in text


def test_a_year_whose_holidays_are_not_announced_says_so_where_days_were_moved(desk: Desk) -> None:
    case_id = asked(desk, accepted(desk))
    moved = terms("9000", date(2024, 12, 10), date(2031, 1, 10))
    text = previewed(desk, case_id, replace(moved, terms=replace(
        moved.terms, rest_day_rule=RestDayRule.NEXT_WORKDAY)))
    assert "2031年的放假安排尚未公布" in text
    assert "尚未公布" not in previewed(desk, case_id, moved)
