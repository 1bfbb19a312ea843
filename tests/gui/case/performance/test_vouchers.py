"""A payment's voucher: chosen among the evidence, held there, and taken off again."""

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from tests.gui.case.performance.hands import book, page_of
from tests.gui.case.rooms import Room


def test_an_exhibit_is_made_the_voucher_holds_there_and_is_taken_off(room: Room) -> None:
    filing.add_files(room.desk, room.case_id, [FileSource("回单 & 明细.txt", data=b"paid")])
    book(room, "1000")
    page = page_of(room)
    page.payments.choose_row(0)
    button = page.paid.voucher
    assert not button.show_it.isVisible()
    button.menu.aboutToShow.emit()
    entry = button.menu.actions()[-1]
    assert entry.text() == "证据1 回单 && 明细.txt"
    entry.trigger()
    room.settle()
    exhibit = room.case.payments[0].exhibit_id
    assert exhibit and page.payment_rows.index(0, 5).data() == "证据1"
    with pytest.raises(DeskError, match="Take it off the payment first"):
        filing.remove(room.desk, room.case_id, exhibit)
    page.payments.choose_row(0)
    assert button.show_it.isVisible()
    button.menu.aboutToShow.emit()
    button.menu.actions()[1].trigger()
    room.settle()
    assert room.case.payments[0].exhibit_id is None
    filing.remove(room.desk, room.case_id, exhibit)
