"""Pages of what is to be paid, and totals: of one's own cases, and of all for whoever sees all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import yuan
from mediation_desk.domain.payments.dues import DueFilter, Section, Sum
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.settlement.debtors import Owing, Undertaking
from mediation_desk.domain.settlement.terms import Terms
from mediation_desk.services.payments import dues
from mediation_desk.services.settlement import settling, supplementing
from mediation_desk.services.settlement.supplementing import RestDraft
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import COMPANY, accepted, asked, case_of, terms
from tests.services.payments.owed import FIRST, SECOND, SIGNED, owing, pay


def test_the_totals_are_those_of_the_lists_and_follow_what_is_paid(office: Office) -> None:
    """3,000.00 due today and 3,000.00 in a month; then 1,000.00 comes."""
    desk = office.first
    case_id = owing(desk)
    week = DueFilter(Section.WEEK)
    assert dues.totals(desk, DueFilter()).all == Sum(2, yuan("6000"))
    assert dues.totals(desk, week).of(Section.WEEK) == Sum(1, yuan("3000"))
    pay(desk, case_id, FIRST, "1000.00")
    assert [(one.number, one.due_on, one.owed) for one in dues.page(desk, DueFilter(), 0, 10)] == [
        (1, FIRST, yuan("2000")), (2, SECOND, yuan("3000"))] == [
        (one.number, one.due_on, one.owed) for one in dues.of_case(desk, case_id)]
    assert dues.totals(desk, week).of(Section.REMIND) == Sum(1, yuan("2000"))
    assert dues.count(desk, week) == dues.count(desk, DueFilter(Section.REMIND)) == 1


def test_whoever_mediates_sees_their_own_and_whoever_keeps_the_house_none(office: Office) -> None:
    owing(office.first)
    for login, role in (("wang", Role.MEDIATOR), ("boss", Role.SUPERVISOR), ("admin", Role.ADMINISTRATOR)):
        colleague(office, login, role)
    assert dues.count(office.desk("wang", LENT), DueFilter()) == 0
    assert dues.totals(office.desk("boss", LENT), DueFilter()).all.count == 2
    with pytest.raises(NotAllowed):
        dues.page(office.desk("admin", LENT), DueFilter(), 0, 1)


def test_the_day_is_the_offices_and_so_is_how_early_one_reminds(office: Office) -> None:
    today = dues.due_day(office.first)
    assert (today.today, today.ahead) == (date(2025, 1, 20), office.first.settings.reminder_days)


def test_while_a_change_is_drafted_whoever_owes_is_named_once(office: Office) -> None:
    desk = office.first
    case_id = asked(desk, accepted(desk))
    company = case_of(desk, case_id).respondents[0].id
    settling.draft(desk, case_id, replace(terms("6000.00", FIRST, SECOND), owing=Owing(
        debtors=(Undertaking(company),))))
    settling.sign(desk, case_id, SIGNED)
    supplementing.draft(desk, case_id, RestDraft(Terms(yuan("6000"), (SECOND,)), "回款推迟"))
    assert [one.payers for one in dues.page(desk, DueFilter(), 0, 10)] == [(COMPANY,), (COMPANY,)]
