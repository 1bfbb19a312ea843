"""Files over a field for words are files; words dropped there are words."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.fields.line import TextField
from mediation_desk.gui.kit.held_files import files_of


def over(editor: QWidget, mime: QMimeData) -> bool:
    """Whether the editor takes what is held over it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                                   Qt.KeyboardModifier.NoModifier)
    entering.ignore()
    QApplication.sendEvent(editor, entering)
    return bool(entering.isAccepted())


def held(path: Path | None = None, text: str = "") -> QMimeData:
    mime = QMimeData()
    if text:
        mime.setText(text)
    if path is not None:
        mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


@pytest.mark.parametrize("kind", ["line", "area"])
def test_a_field_takes_words_and_lets_files_by(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    """File managers give a file's path as words besides."""
    field = TextField("Name") if kind == "line" else TextArea("Facts")
    qtbot.addWidget(field)
    editor = field.line if isinstance(field, TextField) else field.area.viewport()
    assert over(editor, held(text="拖欠工资"))
    assert not over(editor, held(tmp_path / "a.png", text=str(tmp_path / "a.png")))


def test_the_files_of_this_computer_are_told_from_other_addresses(tmp_path: Path) -> None:
    mime = held(tmp_path / "a.png")
    assert files_of(mime) == [tmp_path / "a.png"]
    mime.setUrls([QUrl("ftp://elsewhere.example/a.png")])
    assert files_of(mime) == [] and files_of(held(text="words")) == []
