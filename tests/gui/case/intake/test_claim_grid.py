"""Who asks for what, and how much."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Outcome, Role
from mediation_desk.gui.case.intake.claim_grid import ALL, box
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from tests.gui.case.conftest import Opener
from tests.gui.case.intake.hands import amounts, claim, page_of
from tests.gui.case.rooms import COMPANY, RECEIVED, Room, named, register


def test_a_claim_is_added_for_everybody_and_unticked_for_one(room: Room) -> None:
    claim(room, "unpaid_wages")
    claim(room, "double_wage")
    assert len(room.case.claims) == 10
    grid, model = page_of(room).claims.grid, page_of(room).claims.model
    last = model.index(model.rowCount() - 1, 1)
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=box(grid.visualRect(last)).center())
    room.settle()
    assert ("张倩", "double_wage") not in amounts(room) and len(room.case.claims) == 9


def test_a_column_of_amounts_pasted_from_a_spreadsheet_comes_to_the_story_s_total(room: Room) -> None:
    """Four workers ask 4,300 twice, the fifth once: 8 x 4,300 + 4,300 = 38,700."""
    claim(room, "unpaid_wages")
    claim(room, "double_wage")
    claims = page_of(room).claims
    claims.grid.setCurrentIndex(claims.model.index(1, 0))
    claims.grid.paste_text("4300\t4,300.00\n" * 4 + "￥4300\t")
    room.settle()
    place = claims.model.index(5, 1)
    claims.grid.setCurrentIndex(place)
    QTest.keyClick(claims.grid, Qt.Key.Key_Space)
    room.settle()
    assert room.case.claimed == Money(3_870_000)
    assert claims.sum.text() == "38,700.00 yuan"
    assert claims.model.cell(claims.model.index(0, 2)).text == "38,700.00"
    assert claims.model.cell(claims.model.index(1, 2)).text == "8,600.00"
    assert claims.model.cell(claims.model.index(5, 2)).text == "4,300.00"


def test_an_amount_typed_where_nothing_is_claimed_claims_it(room: Room) -> None:
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    worker = room.case.applicants[0].id
    registering.set_claims(room.desk, room.case_id, {worker: []})
    room.window.bench.reload()
    room.settle()
    claims.model.edit({(1, 0): "4300"})
    room.settle()
    assert amounts(room)["马晓兰", "unpaid_wages"] == 430_000


def test_an_emptied_amount_goes_and_the_claim_stays(room: Room) -> None:
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    claims.model.edit({(1, 0): "4300"})
    room.settle()
    claims.model.edit({(1, 0): ""})
    room.settle()
    assert amounts(room)["马晓兰", "unpaid_wages"] is None


def test_amounts_that_are_none_are_marked_in_their_cells_and_the_others_taken(room: Room) -> None:
    """4,300 of one worker is asked; three texts are no amounts: the sum is the store's, and says so."""
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    claims.model.edit({(1, 0): "4300", (2, 0): "12a3", (3, 0): "-500", (4, 0): "99999999999999",
                       (5, 0): "1.234"})
    room.settle()
    cells = [claims.model.cell(claims.model.index(row, 0)) for row in range(1, 6)]
    assert [cell.text for cell in cells] == ["4,300.00", "12a3", "-500", "99999999999999", "1.234"]
    assert cells[0].trouble == ""
    assert ["is not an amount" in cells[1].trouble, "below zero" in cells[2].trouble,
            "more than this program can hold" in cells[3].trouble,
            "more than two decimals" in cells[4].trouble] == [True] * 4
    assert [asked for asked in amounts(room).values() if asked is not None] == [430_000]
    assert claims.sum.text() == "4,300.00 yuan"
    assert claims.model.cell(claims.model.index(0, 1)).text == "4,300.00"
    assert claims.unread.text().startswith("4 amounts are not counted. 祁文静, Unpaid wages")


def test_a_marked_amount_stays_marked_while_others_are_saved_and_goes_when_it_is_mended(room: Room) -> None:
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    claims.model.edit({(1, 0): "12a3"})
    claims.model.edit({(2, 0): "4300"})
    room.settle()
    marked = claims.model.cell(claims.model.index(1, 0))
    assert (marked.text, bool(marked.trouble)) == ("12a3", True)
    claims.model.edit({(1, 0): "1200"})
    room.settle()
    assert claims.model.cell(claims.model.index(1, 0)).trouble == ""
    assert (claims.sum.text(), claims.unread.text()) == ("5,500.00 yuan", "")


def test_the_row_of_all_shows_who_claims_and_ticks_everybody(room: Room) -> None:
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    registering.set_claims(room.desk, room.case_id, {room.case.applicants[0].id: []})
    room.window.bench.reload()
    room.settle()
    everybody = claims.model.index(0, 0)
    assert claims.model.rows[0].id == ALL
    assert str(claims.model.cell(everybody).state) == "claimed by 4"
    claims.grid.setCurrentIndex(everybody)
    QTest.keyClick(claims.grid, Qt.Key.Key_Space)
    room.settle()
    assert len(room.case.claims) == 5


def test_what_is_pasted_over_several_claims_goes_back_in_one_step(room: Room) -> None:
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    claims.grid.setCurrentIndex(claims.model.index(1, 0))
    claims.grid.paste_text("100\n200\n300")
    room.settle()
    assert claims.sum.text() == "600.00 yuan" and room.case.claimed == Money(60_000)
    room.press(Qt.Key.Key_Z)
    assert claims.sum.text() == "0.00 yuan"


def test_the_sums_are_of_workers_and_of_claims(room: Room) -> None:
    """0.1 and 0.2 are 0.30 to the fen, down and across."""
    claim(room, "unpaid_wages")
    claim(room, "double_wage")
    claims = page_of(room).claims
    claims.model.edit({(1, 0): "0.1", (1, 1): "0.2", (2, 0): "0.2", (2, 1): "1000000.01"})
    room.settle()
    shown = {(row, column): claims.model.cell(claims.model.index(row, column)).text
             for row in range(3) for column in range(3)}
    assert shown == {(0, 0): "0.30", (0, 1): "1,000,000.21", (0, 2): "1,000,000.51",
                     (1, 0): "0.10", (1, 1): "0.20", (1, 2): "0.30",
                     (2, 0): "0.20", (2, 1): "1,000,000.01", (2, 2): "1,000,000.21"}
    assert claims.sum.text() == "1,000,000.51 yuan"


def test_the_total_column_takes_no_typing_and_no_tick(room: Room) -> None:
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    claims.model.edit({(1, 1): "5000", (0, 0): "5000"})
    claims.grid.setCurrentIndex(claims.model.index(1, 1))
    QTest.keyClick(claims.grid, Qt.Key.Key_Space)
    room.settle()
    assert set(amounts(room).values()) == {None} and len(room.case.claims) == 5


def test_the_row_of_all_unticks_everybody_only_when_all_claim(room: Room) -> None:
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    claims.grid.setCurrentIndex(claims.model.index(0, 0))
    QTest.keyClick(claims.grid, Qt.Key.Key_Space)
    room.settle()
    assert room.case.claims == []


def test_a_worker_who_leaves_takes_the_mark_of_an_unread_amount_along(room: Room) -> None:
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    claims.model.edit({(1, 0): "12a3"})
    room.settle()
    assert claims.unread.text().startswith("1 amount is not counted. 马晓兰, Unpaid wages")
    registering.remove_party(room.desk, room.case_id, room.case.applicants[0].id)
    room.window.bench.reload()
    room.settle()
    assert claims.unread.text() == "" and claims.model.rows[1].title == "祁文静"


def test_a_claim_that_everybody_has_is_not_offered_again(room: Room) -> None:
    claims = page_of(room).claims
    offered = len(claims.menu.actions())
    claim(room, "unpaid_wages")
    titles = [act.text() for act in claims.menu.actions()]
    assert len(titles) == offered - 1 and "Unpaid wages" not in titles


def test_one_worker_alone_needs_no_row_of_all(desk: Desk, open_case: Opener) -> None:
    room = open_case(register(desk, PartyDraft(Role.APPLICANT, "马晓兰"),
                              PartyDraft(Role.RESPONDENT, COMPANY)))
    claim(room, "unpaid_wages")
    claims = page_of(room).claims
    assert [row.title for row in claims.model.rows] == ["马晓兰"]
    claims.model.edit({(0, 0): "￥4,300"})
    room.settle()
    assert amounts(room) == {("马晓兰", "unpaid_wages"): 430_000}


def test_in_a_case_that_is_over_no_box_and_no_amount_changes(room: Room) -> None:
    claim(room, "unpaid_wages")
    named(room.desk, room.case_id)
    closing.close(room.desk, room.case_id, RECEIVED, Outcome.WITHDRAWN)
    room.window.bench.reload()
    room.settle()
    claims = page_of(room).claims
    claims.grid.setCurrentIndex(claims.model.index(1, 0))
    QTest.keyClick(claims.grid, Qt.Key.Key_Space)
    claims.model.edit({(1, 0): "5"})
    room.settle()
    assert len(room.case.claims) == 5 and set(amounts(room).values()) == {None}
    assert not claims.more.isEnabled()
