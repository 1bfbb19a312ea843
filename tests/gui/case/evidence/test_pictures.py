"""Pictures of exhibits: turned the right way up, no larger than the memory has room for."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.gui.case.evidence.pictures import MOST_BYTES, Thumbnails, kind_sign
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence.taking import FileSource
from tests.gui.case import rooms
from tests.gui.case.evidence.hands import drop, filed, files, paper, photo
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


def exhibit(media_type: str, size: int = 10, name: str = "a") -> Exhibit:
    return Exhibit(id=UUID(int=1), case_id=UUID(int=2), position=1, name=name, sha256="00", size=size,
                   media_type=media_type, received_on=date(2024, 11, 25))


def test_each_kind_of_file_has_a_sign_and_an_unknown_one_too(dressed: QApplication) -> None:
    signs = {kind: kind_sign(exhibit(kind)).toImage() for kind in (
        "application/pdf", "audio/mpeg", "video/mp4", "image/png", "text/plain", "application/zip")}
    drawn = list(signs.values())
    assert all(one != other for at, one in enumerate(drawn) for other in drawn[at + 1:])
    assert kind_sign(exhibit("audio/wav")).toImage() == signs["audio/mpeg"]
    assert kind_sign(exhibit("")).toImage() == signs["application/zip"]  # both the plain sheet
    assert drawn[0].size() == QSize(40, 40)


def test_only_pictures_of_a_size_that_fits_are_asked_for(desk: Desk, tasks: Tasks) -> None:
    thumbnails = Thumbnails(CaseBench(desk, tasks, rooms.streamers(desk)))
    for one in (exhibit("application/pdf"), exhibit("image/png", MOST_BYTES + 1)):
        assert thumbnails.of(one) is None
    assert not tasks.busy and not thumbnails._asked
    thumbnails.deleteLater()


def test_a_broken_picture_is_asked_for_once_and_keeps_its_sign(desk: Desk, tasks: Tasks) -> None:
    case_id = rooms.streamers(desk)
    (broken,) = filed(desk, case_id, FileSource("坏.png", data=b"\x89PNG\r\n\x1a\nnothing"))
    thumbnails = Thumbnails(CaseBench(desk, tasks, case_id))
    came: list[str] = []
    thumbnails.came.connect(came.append)
    assert thumbnails.of(broken) is None and thumbnails.of(broken) is None
    while tasks.busy:
        assert tasks.drain()
    assert came == [broken.sha256]
    assert thumbnails.of(broken) is None and not tasks.busy
    thumbnails.deleteLater()
