"""Qt's own dialogs speak the reader's language to their last word."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit import words
from mediation_desk.gui.kit.qt_words import MISSING
from mediation_desk.library.words import CHINESE, Words


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    """The program speaks Chinese, for as long as this test."""
    before = words.words()
    words.install(qapp, Words.of(CHINESE))
    yield
    words.install(qapp, before)


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


@pytest.mark.usefixtures("chinese")
def test_the_dialog_to_save_a_file_is_chinese_throughout(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert len(said) >= 3 and all(map(is_chinese, said)), said


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(("context", "source"), [
    (context, source) for context, sources in MISSING.items() for source in sorted(sources)])
def test_what_qt_lacks_is_said_in_chinese(context: str, source: str) -> None:
    assert is_chinese(QCoreApplication.translate(context, source))


@pytest.mark.usefixtures("chinese")
def test_what_qt_knows_stays_its_own_and_the_unknown_stays_as_it_is() -> None:
    assert QCoreApplication.translate("QFileDialog", "File &name:") == "文件名称(&N)："
    assert QCoreApplication.translate("QFileDialog", "never heard of") == "never heard of"


def test_english_stays_english_after_chinese(qapp: QApplication, chinese: None) -> None:
    words.install(qapp, Words("en"))
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "&Look in:"
    assert QCoreApplication.translate("QFileDialog", "File &name:") == "File &name:"
