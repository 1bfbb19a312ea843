"""A payment's voucher: chosen among the evidence, held there, and taken off again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.performance.payments import PaidLine
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


def test_a_file_that_is_added_goes_to_the_payment_it_was_meant_for(room: Room, tmp_path: Path,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    """The list is shown anew once the file is kept, and another payment is chosen meanwhile."""
    book(room, "1000")
    book(room, "500")
    page, file = page_of(room), tmp_path / "回单.txt"
    file.write_text("paid", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(file), ""))
    page.payments.choose_row(0)
    row = page.payments.current_row()
    assert isinstance(row, PaidLine)
    meant = row.first.id
    button = page.paid.voucher
    button.menu.aboutToShow.emit()
    button.menu.actions()[0].trigger()
    page.payments.choose_row(1)
    room.settle()
    assert [one.id for one in room.case.payments if one.exhibit_id] == [meant]
