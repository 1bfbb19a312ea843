"""Kept or not: the office's for whoever sees all, and for a mediator their own."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.payments.kept import KeptLine, TermsKind
from mediation_desk.services.payments import kept
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.payments.owed import FIRST, SECOND, owing, pay


def test_a_mediator_is_told_of_their_own_and_a_supervisor_of_all_or_of_one(office: Office) -> None:
    """One agreement paid at once on its day, 48 days after the signing; one still running; one broken."""
    desk = office.first
    pay(desk, owing(desk, FIRST), FIRST, "6000.00")
    owing(desk, FIRST, SECOND)
    owing(desk, date(2024, 12, 10), date(2025, 1, 10))
    colleague(office, "wang", Role.MEDIATOR)
    colleague(office, "boss", Role.SUPERVISOR)
    boss, other = office.desk("boss", LENT), office.desk("wang", LENT)
    whole = KeptLine(TermsKind.ALL, 2, 1, 1, 48)
    for told in (kept.kept_or_not(desk), kept.kept_or_not(boss), kept.kept_or_not(boss, desk.who.account_id)):
        assert told[0] == whole
    assert kept.kept_or_not(other, desk.who.account_id)[0] == KeptLine(TermsKind.ALL)
    assert kept.kept_or_not(boss, other.who.account_id)[0].agreements == 0
    assert kept.in_short(desk) == KeptLine(TermsKind.ALL, 2, 1, 1) and not kept.in_short(other).agreements
