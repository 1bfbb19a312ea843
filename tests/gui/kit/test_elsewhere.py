"""Files handed to other programs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mediation_desk.gui.kit.elsewhere import open_elsewhere


@pytest.mark.parametrize("there_is_one", [True, False])
def test_a_file_is_handed_over_as_a_file_and_whether_anybody_took_it_is_told(
        monkeypatch: pytest.MonkeyPatch, tmp_path: Path, there_is_one: bool) -> None:
    asked: list[QUrl] = []

    def handed(url: QUrl) -> bool:
        asked.append(url)
        return there_is_one

    monkeypatch.setattr(QDesktopServices, "openUrl", handed)
    assert open_elsewhere(tmp_path / "调解协议书#1.docx") is there_is_one
    assert asked[0].isLocalFile() and asked[0].toLocalFile().endswith("调解协议书#1.docx")
