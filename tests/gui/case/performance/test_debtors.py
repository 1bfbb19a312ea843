"""Several debtors on the page of performance: each by itself; who paid is asked when one is booked."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from mediation_desk.demonstration import streamers
from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.debtors import Owing, Undertaking
from mediation_desk.domain.vocabulary import Duty, OwedHow, PartyKind, Role
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.settlement import settling
from tests.gui.case.conftest import Opener
from tests.gui.case.performance.hands import on, page_of
from tests.gui.case.rooms import Room
from tests.gui.case.walks import _sorted
from tests.gui.desks import SetClock

UNCLE = "周启航"


def signed_with(desk: Desk, duty: Duty) -> UUID:
    """The streamers' agreement with somebody who joins the debt, or guarantees it."""
    case_id = _sorted(desk)
    made = registering.add_party(desk, case_id, registering.PartyDraft(Role.THIRD_PARTY, UNCLE,
                                                                       PartyKind.PERSON)).result
    assert made
    platform = reading.case(desk, case_id).case.respondents[0].id
    how = OwedHow.JOINTLY if duty is Duty.OWES else OwedHow.ALONE
    owing = Owing(how, (Undertaking(platform), Undertaking(made, duty)))
    settling.draft(desk, case_id, replace(streamers.terms(), owing=owing))
    settling.sign(desk, case_id, date(2024, 11, 25))
    return case_id


def cell(room: Room, row: int, column: str) -> str:
    rows = page_of(room).debtors.rows
    at = [one.key for one in rows.columns].index(column)
    return str(rows.index(row, at).data())


def test_an_agreement_of_one_debtor_asks_nobody_who_paid(room: Room, clock: SetClock) -> None:
    page = on(room, clock, date(2024, 12, 10))
    room.click(page.primary)
    assert page.debtors.isHidden() and page.booking.payer.isHidden()


def test_who_paid_is_asked_and_shown_debtor_by_debtor(desk: Desk, open_case: Opener, clock: SetClock) -> None:
    room = open_case(signed_with(desk, Duty.OWES))
    page = on(room, clock, date(2024, 12, 10))
    assert page.debtors.isVisible() and cell(room, 1, "due") == "15,132.00"
    room.click(page.primary)
    room.click(page.booking.book_button)
    assert "Say who paid" in page.booking.payer.error() and not room.case.payments
    room.choose(page.booking.payer, 2)
    room.type(page.booking.amount, "132")
    room.click(page.booking.book_button)
    paid = room.case.payments[0]
    assert paid.amount == yuan("132") and room.case.party(paid.paid_by).name == UNCLE  # type: ignore[arg-type]
    assert [cell(room, row, "due") for row in (0, 1)] == ["15,000.00", "15,000.00"]
    assert [cell(room, row, "paid") for row in (0, 1)] == ["0.00", "132.00"]


def test_a_general_guarantor_is_said_to_come_after_enforcement(
        desk: Desk, open_case: Opener, clock: SetClock) -> None:
    room = open_case(signed_with(desk, Duty.GUARANTEES))
    page = on(room, clock, date(2024, 12, 10))
    assert page.debtors.note.isVisible() and "687" in page.debtors.note.text()
    assert cell(room, 1, "due") == "0.00"
