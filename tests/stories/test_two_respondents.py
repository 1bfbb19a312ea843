"""Two respondents and a guarantor: one debt jointly, in shares, and with somebody who answers for it.

A platform and its cooperating employer face two workers, who ask for 8,600.00 each. They agree on 12,000.00
in two instalments of 6,000.00, on 10 December and 10 January, with five days of grace.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.performance.ledger import Ledger
from mediation_desk.domain.settlement.debtors import Owing, Undertaking
from mediation_desk.domain.vocabulary import Duty, OwedHow, PartyKind, Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.performance import booking
from mediation_desk.services.performance.booking import PaymentDraft
from mediation_desk.services.settlement import settling
from tests.offices import Office
from tests.services.papers_desk import COMPANY, accepted, asked, case_of, terms, text_of

EMPLOYER, UNCLE = "西宁川流劳务有限公司", "周启航"
SIGNED, FIRST, SECOND = date(2024, 12, 3), date(2024, 12, 10), date(2025, 1, 10)


class Matter:
    """The case, with the keys of who may pay."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.id = asked(desk, accepted(desk))
        self.platform = case_of(desk, self.id).respondents[0].id

    def joins(self, role: Role, name: str, kind: PartyKind = PartyKind.ORGANISATION) -> UUID:
        """Another respondent, or a third party."""
        made = registering.add_party(self.desk, self.id, registering.PartyDraft(role, name, kind)).result
        assert made
        return made

    def agree(self, owing: Owing | None, whole: str = "12000.00") -> None:
        """Draft the terms with who owes them."""
        reading.case(self.desk, self.id)
        settling.draft(self.desk, self.id, replace(terms(whole, FIRST, SECOND), owing=owing))

    def sign(self) -> str:
        """Everybody signs; the words of what they signed."""
        reading.case(self.desk, self.id)
        settling.sign(self.desk, self.id, SIGNED)
        return text_of(making.make(self.desk, self.id, AGREEMENT))

    def pays(self, payer: UUID | None, amount: str, day: date) -> None:
        """A payment is booked."""
        booking.book(self.desk, self.id, PaymentDraft(day, yuan(amount), paid_by=payer))

    def on(self, day: date) -> Ledger:
        """The ledger of a day."""
        return booking.standing(self.desk, self.id, day)

    def owed(self, day: date) -> list[tuple[Money, Money, Money]]:
        """Due, paid and outstanding, debtor by debtor."""
        return [(one.due, one.paid, one.outstanding) for one in self.on(day).debtors]


@pytest.fixture
def matter(office: Office) -> Matter:
    return Matter(office.first)


def row(due: str, paid: str, outstanding: str) -> tuple[Money, Money, Money]:
    return yuan(due), yuan(paid), yuan(outstanding)


def test_jointly_whoever_pays_lowers_what_both_owe(matter: Matter) -> None:
    employer = matter.joins(Role.RESPONDENT, EMPLOYER)
    matter.agree(Owing(OwedHow.JOINTLY, (Undertaking(matter.platform), Undertaking(employer))))
    paper = matter.sign()
    assert f"{COMPANY}、{EMPLOYER}对本协议约定的全部款项承担连带责任" in paper
    assert paper.count("连带债务人") == 2
    matter.pays(employer, "4000.00", FIRST)
    assert matter.owed(FIRST) == [row("2000", "0", "8000"), row("2000", "4000", "8000")]
    matter.pays(matter.platform, "8000.00", date(2024, 12, 12))
    assert not matter.on(date(2024, 12, 12)).outstanding
    assert case_of(matter.desk, matter.id).payments[0].paid_by == employer


def test_in_shares_each_pays_its_own_and_the_paper_says_how_much_of_each_instalment(matter: Matter) -> None:
    """7,500.01 and 4,499.99 of two instalments of 6,000.00: every sum of the table holds to the fen."""
    employer = matter.joins(Role.RESPONDENT, EMPLOYER)
    matter.agree(Owing(OwedHow.IN_SHARES, (Undertaking(matter.platform, amount=yuan("7500.01")),
                                           Undertaking(employer, amount=yuan("4499.99")))))
    paper = matter.sign()
    assert f"{COMPANY}7,500.01元（人民币柒仟伍佰元零壹分）；{EMPLOYER}4,499.99元" in paper
    assert "各自只对自己的份额负责" in paper and paper.count("按份债务人") == 2
    first, second = matter.owed(FIRST)
    assert (first[2], second[2]) == (yuan("7500.01"), yuan("4499.99"))
    assert total([first[0], second[0]]) == yuan("6000") and str(first[0]) in paper
    with pytest.raises(DeskError, match=r"4,499\.99 is still outstanding"):
        matter.pays(employer, "4500.00", FIRST)
    matter.pays(employer, "4499.99", FIRST)
    assert matter.owed(date(2024, 12, 16)) == [row("7500.01", "0", "7500.01"), row("0", "4499.99", "0")]
    assert matter.on(date(2024, 12, 16)).owed_today == yuan("7500.01")


def test_a_guarantor_signs_with_its_duty_and_pays_after_default(matter: Matter) -> None:
    uncle = matter.joins(Role.THIRD_PARTY, UNCLE, PartyKind.PERSON)
    matter.agree(Owing(debtors=(Undertaking(uncle, Duty.GUARANTEES_JOINTLY, yuan("5000")),)))
    paper = matter.sign()
    assert f"{UNCLE}自愿为{COMPANY}在本协议中的付款义务提供保证，保证方式为连带责任保证" in paper
    assert "保证的最高金额为5,000.00元" in paper and "第三人（连带责任保证人）" in paper
    assert matter.owed(date(2024, 12, 15)) == [row("6000", "0", "12000"), row("0", "0", "0")]
    assert matter.owed(date(2024, 12, 16)) == [row("12000", "0", "12000"), row("5000", "0", "5000")]
    matter.pays(uncle, "5000.00", date(2024, 12, 18))
    assert matter.owed(date(2024, 12, 18)) == [row("7000", "0", "7000"), row("0", "5000", "0")]
    with pytest.raises(DeskError, match=r"0\.00 is still outstanding"):
        matter.pays(uncle, "0.01", date(2024, 12, 18))


def test_a_general_guarantee_says_after_which_step_it_can_be_asked_for(matter: Matter) -> None:
    uncle = matter.joins(Role.THIRD_PARTY, UNCLE, PartyKind.PERSON)
    matter.agree(Owing(debtors=(Undertaking(uncle, Duty.GUARANTEES),)))
    paper = matter.sign()
    assert "保证方式为一般保证，保证范围为本协议约定的全部款项" in paper
    assert "经仲裁审查制作调解书或者经司法确认，或者争议经仲裁、审判之后" in paper


def test_one_after_the_other_the_second_owes_once_the_first_is_in_default(matter: Matter) -> None:
    employer = matter.joins(Role.RESPONDENT, EMPLOYER)
    matter.agree(Owing(OwedHow.IN_ORDER, (Undertaking(employer), Undertaking(matter.platform))))
    paper = matter.sign()
    assert f"第一顺位：{EMPLOYER}，第二顺位：{COMPANY}" in paper
    assert "逾期超过五日未足额支付的，到期未付" in paper
    assert matter.owed(date(2024, 12, 15))[1] == row("0", "0", "0")
    assert matter.owed(date(2024, 12, 16))[1] == row("12000", "0", "12000")


def test_without_saying_who_owes_nobody_signs_for_two(matter: Matter) -> None:
    matter.joins(Role.RESPONDENT, EMPLOYER)
    matter.agree(None)
    with pytest.raises(DeskError) as refused:
        matter.sign()
    assert refused.value.field == "owed_how"


def test_other_terms_keep_who_owes_and_a_debtor_who_left_is_asked_about(matter: Matter) -> None:
    """A third party joins the debt; of 6,000.00 instead of 12,000.00 both owe half as much."""
    uncle = matter.joins(Role.THIRD_PARTY, UNCLE, PartyKind.PERSON)
    matter.agree(Owing(OwedHow.IN_SHARES, (Undertaking(matter.platform, amount=yuan("9000")),
                                           Undertaking(uncle, amount=yuan("3000")))))
    matter.agree(None, "6000.00")
    kept = case_of(matter.desk, matter.id).agreement
    assert kept and [one.amount for one in kept.debtors] == [yuan("4500"), yuan("1500")]
    registering.remove_party(matter.desk, matter.id, uncle)
    with pytest.raises(DeskError, match="anew who owes"):
        matter.agree(None)
    with pytest.raises(DeskError):
        matter.sign()
    history.undo(matter.desk, matter.id)
    assert f"{UNCLE}不是本案的被申请人，自愿加入" in matter.sign()
    with pytest.raises(DeskError, match="parties stay"):
        registering.remove_party(matter.desk, matter.id, uncle)
