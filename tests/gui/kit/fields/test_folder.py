"""A folder that is chosen is the field's, as if it had been typed; whoever turns round changes nothing."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.fields.folder import ask_folder
from mediation_desk.gui.kit.fields.line import TextField


def test_what_is_chosen_is_put_in_and_kept(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
                                           ) -> None:
    field, begun, chosen = TextField("Folder", name="folder"), [], [str(tmp_path), ""]
    qtbot.addWidget(field)
    field.set_value("/here")

    def ask(_around: object, _title: str, begins: str) -> str:
        begun.append(begins)
        return chosen.pop(0)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", ask)
    with qtbot.waitSignal(field.committed):
        ask_folder(field)
    assert field.value() == str(tmp_path)
    ask_folder(field)
    assert field.value() == str(tmp_path)
    assert begun == ["/here", str(tmp_path)]
