"""The clipboard before the screen is turned: what this program put there goes, a stranger's word stays."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from mediation_desk.gui.kit import clearing
from tests.services.mediation.planted import WORD


@pytest.mark.parametrize(("own", "left"), [(True, ""), (False, WORD)])
def test_only_what_the_program_put_there_is_taken_back(qapp: QApplication, monkeypatch: pytest.MonkeyPatch,
                                                       own: bool, left: str) -> None:
    monkeypatch.setattr(clearing, "ours", lambda mode: own and mode is QClipboard.Mode.Clipboard)
    QGuiApplication.clipboard().setText(WORD)
    clearing.forget_clipboard()
    assert QGuiApplication.clipboard().text() == left
    QGuiApplication.clipboard().clear()


def test_every_place_of_the_clipboard_is_asked_about(qapp: QApplication) -> None:
    assert {mode: clearing.ours(mode) for mode in clearing.MODES}.keys() == set(QClipboard.Mode)
