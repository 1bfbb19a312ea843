"""Pictures of exhibits: turned the right way up, no larger than the memory has room for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QPixmap,
)

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.gui.case.evidence.pictures import decoded
from tests.gui.case.evidence.hands import drop, files, paper, photo
from tests.gui.case.rooms import Room


def test_a_picture_is_shown_small_in_the_list_and_large_beneath(
    room: Room, page: EvidencePage, tmp_path: Path
) -> None:
    drop(room, page, files(photo(tmp_path / "a.png", "red"), paper(tmp_path / "b.pdf")))
    index = page.model.index(0, 0)
    assert isinstance(page.model.data(index, Qt.ItemDataRole.DecorationRole), QPixmap)
    room.settle()
    small = page.model.data(index, Qt.ItemDataRole.DecorationRole)
    assert isinstance(small, QPixmap)
    assert small.toImage().pixelColor(3, 3) == QColor("red")
    sign = page.model.data(page.model.index(1, 0), Qt.ItemDataRole.DecorationRole)
    assert isinstance(sign, QPixmap)
    assert sign.toImage().pixelColor(3, 3).alpha() == 0, "a PDF shows the sign of its kind"
    page.table.choose_row(0)
    room.settle()
    assert page.preview.currentWidget() is page.preview.pictures


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    bomb = (
        b"BM"
        + (54).to_bytes(4, "little")
        + bytes(4)
        + (54).to_bytes(4, "little")
        + (40).to_bytes(4, "little")
        + (60_000).to_bytes(4, "little") * 2
        + b"\x01\x00\x20\x00"
        + bytes(24)
    )
    with pytest.raises(DeskError, match="cannot be shown"):
        decoded(bomb, 5000)
