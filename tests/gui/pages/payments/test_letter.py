"""The letter shows in the place of the page, and is told of once when it is taken."""

from __future__ import annotations

from tests.gui.pages.payments.hands import NUMBER, Seat


def test_the_letter_of_a_payer_has_its_name_and_a_wrong_one_is_told(seat: Seat) -> None:
    pane = seat.page.letter
    with seat.qtbot.waitSignal(pane.opened):
        pane.open(seat.case_id, NUMBER, 1, seat.case.payers[0].id)
    seat.settle()
    assert pane.title.text() == "付款提醒函" and pane.paper._name == f"{NUMBER} 付款提醒函.pdf"
    assert pane.paper.in_word.isVisible()
    with seat.qtbot.waitSignal(pane.taken) as taken:
        pane.paper.taken.emit(b"")
    assert taken.args == [seat.case_id, 1, seat.case.payers[0].id]
    seat.settle()
    with seat.qtbot.waitSignal(pane.closed):
        seat.click(pane.back)
    with seat.qtbot.waitSignal(pane.trouble):
        pane.open(seat.case_id, NUMBER, 9, None)
