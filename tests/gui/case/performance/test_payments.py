"""The list of payments: reversed with a reason and struck through, a transfer together, its voucher."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytest import MonkeyPatch

from mediation_desk.gui.case.performance.page import PerformancePage
from tests.gui.case.performance.hands import page_of
from tests.gui.case.rooms import Room


def listed(page: PerformancePage) -> list[tuple[str, str, bool]]:
    """Amount, to whom, and whether it is struck through."""
    rows = page.payment_rows
    return [(rows.index(at, 1).data(), rows.index(at, 2).data(),
             rows.index(at, 1).data(Qt.ItemDataRole.FontRole) is not None) for at in range(rows.rowCount())]


def reverse(room: Room, page: PerformancePage, row: int, why: str) -> None:
    page.payments.choose_row(row)
    room.click(page.paid.reverse)
    room.type(page.paid.reversal.why, why)
    room.click(page.paid.reversal.reverse)


def test_a_transfer_is_parted_by_hand_has_its_voucher_and_is_reversed_together_or_one_alone(
        room: Room, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    """1,000.00: 400.00 and 600.00 pasted beside the first two of five workers."""
    receipt = tmp_path / "回单.txt"
    receipt.write_text("电子回单", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(receipt), ""))
    page = page_of(room)
    room.click(page.primary)
    card = page.booking
    room.type(card.amount, "1000")
    room.choose(card.worker, 6)
    assert card.parts.isVisible()
    grid = card.parts.grid
    grid.setCurrentIndex(card.parts.model.index(0, 1))
    grid.paste_text("400\n500")
    cells = card.parts.model
    assert (cells.index(5, 1).data(), cells.index(6, 1).data()) == ("900.00", "100.00")
    room.click(card.book_button)
    assert "900.00" in card.parts.error() and not room.case.payments
    cells.edit({(1, 1): "600"})
    room.click(card.exhibit.add_file)
    room.click(card.book_button)
    first, second = sorted(room.case.payments, key=lambda one: one.amount)
    assert first.transfer_id == second.transfer_id and first.transfer_id and first.exhibit_id
    assert first.exhibit_id == second.exhibit_id
    names = [one.name for one in room.case.applicants]
    whole = ("1,000.00", "2 workers, by hand", False)
    assert listed(page)[0] == whole and {one[1] for one in listed(page)[1:]} == {
        f"of it: {names[0]}", f"of it: {names[1]}"}
    opened: list[Path] = []

    def shown(file: Path) -> bool:
        opened.append(file)
        return True

    page.paid.voucher.opener = shown
    page.payments.choose_row(0)
    room.click(page.paid.voucher.show_it)
    assert [one.read_text("utf-8") for one in opened] == ["电子回单"]
    reverse(room, page, 1, "退回")
    assert len(room.case.payments) == 1 and [one[2] for one in listed(page)].count(True) == 1
    reverse(room, page, 0, "整笔退回")
    assert not room.case.payments and all(struck for _amount, _to, struck in listed(page))
