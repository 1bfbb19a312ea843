"""A paper is dropped on the window, or chosen under Ctrl+K: a card says whether it is one of ours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.paper_check.card import PaperCard
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import genuine, making
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.settlement import settling
from tests.gui.desks import SetClock, show
from tests.services.papers_desk import accepted, asked, terms


@pytest.fixture
def frame(qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> Iterator[DeskFrame]:
    made = DeskFrame(desk, tasks, memory)
    made.resize(1366, 768)
    show(qtbot, made)
    yield made
    tasks.drain()
    made.close()


@pytest.fixture
def signed(desk: Desk, clock: SetClock, tmp_path: Path) -> tuple[UUID, Path]:
    """The signed agreement of a case, as a file from elsewhere."""
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, date(2024, 11, 25))
    file = tmp_path / "from the company.pdf"
    file.write_bytes(making.make(desk, case_id, AGREEMENT).pdf)
    return case_id, file


def held(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def enter(frame: DeskFrame, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(600, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                            Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(frame, event)
    return event


def drop(frame: DeskFrame, *files: Path) -> PaperCard:
    """As a person does it: over the window, and let go."""
    data = held(*files)
    enter(frame, data)
    event = QDropEvent(QPointF(600, 400), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop)
    QApplication.sendEvent(frame, event)
    settle(frame)
    return frame.paper_check.card


def settle(frame: DeskFrame) -> None:
    """What was begun is over, and the pages that the frame fetches beside it are there."""
    assert frame.tasks.drain(60_000)


def said(card: PaperCard) -> str:
    return "\n".join(one.text() for one in (card.name, card.answer, card.more) if one.isVisibleTo(card))


def test_the_signed_agreement_is_one_of_ours_and_opens_its_case(frame: DeskFrame,
                                                               signed: tuple[UUID, Path]) -> None:
    case_id, file = signed
    card = drop(frame, file)
    assert card.isVisible() and "it is unchanged" in said(card) and "from the company.pdf" in said(card)
    assert file.exists(), "the giver's file stays"
    QTest.keyClick(card.open, Qt.Key.Key_Space)
    settle(frame)
    assert frame.place() == f"case:{case_id}" and card.isHidden()


def test_a_changed_one_is_said_to_be_changed(frame: DeskFrame, signed: tuple[UUID, Path]) -> None:
    _case_id, file = signed
    file.write_bytes(file.read_bytes() + b" ")
    assert "not as it was kept" in said(drop(frame, file))


def test_any_file_gets_a_sentence(frame: DeskFrame, tmp_path: Path) -> None:
    menu, photo, large = tmp_path / "menu.pdf", tmp_path / "photo.jpg", tmp_path / "large.pdf"
    menu.write_bytes(b"%PDF-1.7")
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(40))
    with large.open("wb") as file:
        file.truncate(genuine.MOST + 1)
    for dropped, words in ((menu, "carries no code"), (photo, "It is no PDF."), (large, "larger than 50 MB"),
                           (tmp_path, "is no file"), (tmp_path / "gone.pdf", "is no file")):
        assert words in said(drop(frame, dropped))
    assert "Drop one paper at a time." in said(drop(frame, menu, photo))


def test_the_card_invites_while_a_file_is_held_over_the_window(frame: DeskFrame, tmp_path: Path) -> None:
    assert enter(frame, held(tmp_path / "a.pdf")).isAccepted()
    card = frame.paper_check.card
    assert card.isVisible() and card.answer.text().startswith("Drop the paper")
    QApplication.sendEvent(frame, QDragLeaveEvent())
    assert card.isHidden()


def test_words_that_are_dragged_are_no_paper(frame: DeskFrame) -> None:
    data = QMimeData()
    data.setText("马晓兰")
    assert not enter(frame, data).isAccepted()


def test_a_paper_is_chosen_under_ctrl_k(frame: DeskFrame, signed: tuple[UUID, Path], qtbot: QtBot,
                                        monkeypatch: pytest.MonkeyPatch) -> None:
    _case_id, file = signed
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(file), ""))
    frame.palette_box.open()
    QTest.keyClicks(frame.palette_box.line, "Check a paper")
    rows = frame.palette_box.list.model()
    qtbot.waitUntil(lambda: rows.rowCount() == 1 and rows.index(0, 0).data().startswith("Check a paper"),
                    timeout=60_000)
    QTest.keyClick(frame.palette_box.line, Qt.Key.Key_Return)
    settle(frame)
    assert "it is unchanged" in said(frame.paper_check.card)


def test_nothing_chosen_and_nothing_is_said(frame: DeskFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: ("", ""))
    frame.paper_check.ask()
    assert frame.paper_check.card.isHidden()


def test_what_is_no_paper_goes_to_the_page_that_takes_it(frame: DeskFrame, tmp_path: Path) -> None:
    taken: list[Path] = []
    frame.paper_check.hand_on([".mdother"], taken.append)
    (file := tmp_path / "A.MDOTHER").write_bytes(b"x")
    data = held(file)
    enter(frame, data)
    assert "nothing is changed" in frame.paper_check.card.answer.text()
    card = drop(frame, file)
    assert taken == [file] and not card.isVisible()
