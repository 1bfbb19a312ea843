"""Who owes it, set in the window: jointly, in shares that follow the total, and a guarantor."""

from uuid import UUID

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Duty, OwedHow, PartyKind, Role
from mediation_desk.gui.case.settlement.page import SettlementPage
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room
from tests.gui.case.settlement.hands import keep, page_of, set_first_day, tick_all

EMPLOYER, UNCLE = "西宁川流劳务有限公司", "周启航"


def joins(desk: Desk, case_id: UUID, role: Role, name: str, kind: PartyKind = PartyKind.ORGANISATION) -> str:
    made = registering.add_party(desk, case_id, registering.PartyDraft(role, name, kind)).result
    assert made
    return str(made)


def put(room: Room, page: SettlementPage, row: str, column: str, text: str) -> None:
    """Type into a cell of the debtors."""
    model = page.terms.owing.debtors.model
    at = ([one.id for one in model.rows].index(row), [one.id for one in model.columns].index(column))
    assert model.editable(model.index(*at))
    model.edit({at: text})
    room.settle()


def how(room: Room, page: SettlementPage, way: OwedHow) -> None:
    room.choose(page.terms.owing.how, 1 + list(OwedHow).index(way))


def test_with_one_respondent_nothing_is_asked(room: Room) -> None:
    page = page_of(room)
    assert page.terms.owing.how.isHidden() and page.terms.owing.debtors.isHidden()


def test_two_respondents_owe_in_shares_that_follow_the_total(
        desk: Desk, accepted: UUID, open_case: Opener) -> None:
    """20,000.00 and 10,264.00 of 30,264.00 become 10,000.00 and 5,132.00 of 15,132.00; both are told."""
    second = joins(desk, accepted, Role.RESPONDENT, EMPLOYER)
    room = open_case(accepted)
    first = str(room.case.respondents[0].id)
    page = page_of(room)
    set_first_day(room, page)
    how(room, page, OwedHow.IN_SHARES)
    for party, amount in ((first, "20000"), (second, "10264")):
        put(room, page, party, "duty", tr(Duty.OWES.label))
        put(room, page, party, "amount", amount)
    keep(room, page)
    kept = room.case.agreement
    assert kept and kept.owed_how is OwedHow.IN_SHARES
    assert [one.amount for one in kept.debtors] == [yuan("20000"), yuan("10264")]
    room.type(page.terms.total, "15132")
    assert "20,000.00 yuan becomes 10,000.00 yuan" in page.terms.owing.debtors._help
    keep(room, page)
    kept = room.case.agreement
    assert kept and [one.amount for one in kept.debtors] == [yuan("10000"), yuan("5132")]


def test_said_of_several_it_is_said_of_all_and_one_is_taken_off_again(
        desk: Desk, accepted: UUID, open_case: Opener) -> None:
    second, third = (joins(desk, accepted, Role.RESPONDENT, name)
                     for name in (EMPLOYER, "西宁河湟运力有限公司"))
    room = open_case(accepted)
    page = page_of(room)
    set_first_day(room, page)
    how(room, page, OwedHow.JOINTLY)
    put(room, page, third, "duty", "")
    how(room, page, OwedHow.IN_ORDER)  # nobody is named again behind one's back
    how(room, page, OwedHow.JOINTLY)
    keep(room, page)
    kept = room.case.agreement
    assert kept and {str(one.party_id) for one in kept.debtors} == {str(room.case.respondents[0].id), second}


def test_shares_that_do_not_add_up_are_said_beside_them(
        desk: Desk, accepted: UUID, open_case: Opener) -> None:
    second = joins(desk, accepted, Role.RESPONDENT, EMPLOYER)
    room = open_case(accepted)
    page = page_of(room)
    set_first_day(room, page)
    how(room, page, OwedHow.IN_SHARES)
    for party in (str(room.case.respondents[0].id), second):
        put(room, page, party, "duty", tr(Duty.OWES.label))
        put(room, page, party, "amount", "100")
    assert "add up to 200.00" in page.terms.owing.debtors.error()
    page.keep_terms()
    room.settle()
    assert room.case.agreement is None


def test_two_respondents_do_not_sign_without_saying_who_owes(
        desk: Desk, accepted: UUID, open_case: Opener) -> None:
    joins(desk, accepted, Role.RESPONDENT, EMPLOYER)
    room = open_case(accepted)
    page = page_of(room)
    set_first_day(room, page)
    keep(room, page)
    room.click(page.primary)
    tick_all(page)
    room.click(page.sign_card.sign_button)
    assert not room.case.is_signed and "several respondents" in page.terms.owing.how.error()


def test_a_third_party_guarantees_and_the_respondent_owes_it(
        desk: Desk, accepted: UUID, open_case: Opener) -> None:
    uncle = joins(desk, accepted, Role.THIRD_PARTY, UNCLE, PartyKind.PERSON)
    room = open_case(accepted)
    page = page_of(room)
    set_first_day(room, page)
    put(room, page, uncle, "duty", tr(Duty.GUARANTEES_JOINTLY.label))
    keep(room, page)
    kept = room.case.agreement
    assert kept and [(one.duty, one.amount) for one in kept.debtors] == [
        (Duty.OWES, None), (Duty.GUARANTEES_JOINTLY, None)]
    assert page.primary.text() == "Sign …"  # what is shown is what is kept


def test_one_after_the_other_in_the_order_of_their_turns(
        desk: Desk, accepted: UUID, open_case: Opener) -> None:
    second = joins(desk, accepted, Role.RESPONDENT, EMPLOYER)
    room = open_case(accepted)
    first = str(room.case.respondents[0].id)
    page = page_of(room)
    set_first_day(room, page)
    how(room, page, OwedHow.IN_ORDER)
    for party, turn in ((first, "2"), (second, "1")):
        put(room, page, party, "duty", tr(Duty.OWES.label))
        put(room, page, party, "place", turn)
    keep(room, page)
    kept = room.case.agreement
    assert kept and [str(one.party_id) for one in kept.debtors] == [second, first]
