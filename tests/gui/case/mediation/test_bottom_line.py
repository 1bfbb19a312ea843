"""A bottom line by its parts, whose it is, and for whom a representative's stands."""

from datetime import date

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Role, SealedKind, Side
from mediation_desk.gui.case.mediation.alone import SideAlone
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from mediation_desk.services.mediation import caucus
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.mediation.hands import page_of, shown_alone, words_on_screen
from tests.gui.case.rooms import Room


def fill(room: Room, column: SideAlone, **typed: str) -> None:
    for name, text in typed.items():
        room.type(column.line_form.field(name), text)
    room.click(column.line_button)


def test_every_part_is_kept_and_said(room: Room, desk: Desk) -> None:
    column = shown_alone(room, Side.APPLICANT)
    fill(room, column, bottom_line="29000", first_share="15000", most="2", last_on="2025-01-25",
         conditions="a certificate", text="no less")
    (word,) = caucus.talk(desk, room.case_id).of(Side.APPLICANT, SealedKind.BOTTOM_LINE)
    assert (word.amount, word.first_share, word.instalments, word.last_on, word.conditions, word.text) == (
        yuan("29000"), yuan("15000"), 2, date(2025, 1, 25), "a certificate", "no less")
    told = words_on_screen(column)
    assert ("not under 29,000.00 yuan, first share at least 15,000.00 yuan, at most 2 instalments, "
            "last payment by 25 January 2025") in told
    assert "Conditions: a certificate" in told and "For the whole side" in told


def test_a_worker_has_a_line_of_their_own_beside_the_sides(room: Room, desk: Desk) -> None:
    caucus.set_bottom_line(desk, room.case_id, Side.APPLICANT, yuan("29000"))
    column = shown_alone(room, Side.APPLICANT)
    worker = room.case.applicants[4]
    room.choose(column.lines.party, 5)
    fill(room, column, bottom_line="3200")
    words = caucus.talk(desk, room.case_id).of(Side.APPLICANT, SealedKind.BOTTOM_LINE)
    assert {(word.amount, word.party_id) for word in words} == {(yuan("29000"), None),
                                                               (yuan("3200"), worker.id)}
    told = words_on_screen(column)
    assert f"For {worker.name} alone" in told and "For the whole side" in told
    assert "before" not in told, "one does not take the place of the other"


def test_parts_that_contradict_each_other_are_refused_beside_the_field(room: Room, desk: Desk) -> None:
    column = shown_alone(room, Side.APPLICANT)
    fill(room, column, bottom_line="29000", first_share="30000")
    assert "cannot be more than the amount" in column.line_form.field("first_share").error()
    assert caucus.talk(desk, room.case_id).words == ()


def test_one_respondent_is_not_asked_whose_line_it_is(room: Room) -> None:
    column = shown_alone(room, Side.RESPONDENT)
    assert not column.lines.party.isVisible() and not column.lines.consenting.isVisible()


def test_a_representatives_line_stands_for_whom_is_ticked_and_says_for_whom_it_does_not(
        desk: Desk, open_case: Opener) -> None:
    """Twelve workers elect three; ten consent to what one of the three says."""
    names = [f"劳动者{number:02}" for number in range(12)]
    case_id = rooms.register(desk, *(PartyDraft(Role.APPLICANT, name) for name in names),
                             PartyDraft(Role.RESPONDENT, "某物流公司"))
    for name in ("代表甲", "代表乙", "代表丙"):
        registering.add_party(desk, case_id, PartyDraft(Role.REPRESENTATIVE, name))
    rooms.accepted(desk, case_id)
    room = open_case(case_id)
    column = shown_alone(room, Side.APPLICANT)
    assert not column.lines.consenting.isVisible()
    room.choose(column.lines.party, 13)
    assert column.lines.consenting.isVisible() and column.lines.consenting.typed() == ""
    fill(room, column, bottom_line="60000")
    assert "Tick who consented" in column.lines.consenting.error()
    for tick in list(column.lines.consenting.ticks.values())[:10]:
        room.click(tick)
    room.click(column.line_button)
    (word,) = caucus.talk(desk, case_id).of(Side.APPLICANT, SealedKind.BOTTOM_LINE)
    workers = [party.id for party in room.case.applicants]
    assert word.consenting == tuple(workers[:10])
    told = words_on_screen(column)
    assert "Said by 代表甲; it stands for" in told
    assert "and not for 劳动者10, 劳动者11, who did not consent" in told
    assert "For the whole side" not in told


def test_whose_line_was_being_typed_is_still_chosen_when_the_page_comes_back(room: Room, desk: Desk) -> None:
    """Brought back as the whole side's, one worker's words would bind the others."""
    column = shown_alone(room, Side.APPLICANT)
    worker = room.case.applicants[4]
    room.choose(column.lines.party, 5)
    room.begin(column.line_form.field("bottom_line"), "3200")
    room.click(page_of(room).private.toggles[Side.APPLICANT])
    again = shown_alone(room, Side.APPLICANT)
    caucus.note(desk, room.case_id, Side.APPLICANT, "meanwhile")
    room.window.bench.reload()
    room.settle()
    assert again.lines.party.typed() == str(worker.id)
    room.click(again.line_button)
    (word,) = caucus.talk(desk, room.case_id).of(Side.APPLICANT, SealedKind.BOTTOM_LINE)
    assert (word.amount, word.party_id) == (yuan("3200"), worker.id)
