"""Windows remember how they were left."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.memory import Memory


def test_windows_are_as_they_were_left(qtbot: QtBot, tmp_path: Path) -> None:
    first, again = Memory(tmp_path / "windows.ini"), Memory(tmp_path / "windows.ini")
    window, splitter = QWidget(), QSplitter()
    for widget in (window, splitter):
        qtbot.addWidget(widget)
    window.resize(640, 480)
    for _ in range(2):
        splitter.addWidget(QWidget())
    splitter.resize(400, 100)
    splitter.show()
    splitter.setSizes([300, 100])
    first.keep_window("case", window)
    first.keep_splitter("case", splitter)
    first.keep("page", "cases")
    first.write()
    window.resize(300, 300)
    sizes = splitter.sizes()
    splitter.setSizes([100, 300])
    assert again.restore_window("case", window)
    assert again.restore_splitter("case", splitter)
    assert window.size() == QSize(640, 480)
    assert splitter.sizes() == sizes
    assert again.recall("page") == "cases"
    assert again.recall("nothing", "today") == "today"
    assert not again.restore_window("elsewhere", window)


def test_small_choices_outlive_the_program_and_nothing_is_invented(tmp_path: Path) -> None:
    file = tmp_path / "windows.ini"
    memory = Memory(file)
    assert memory.recall("page") == "" and memory.recall("page", "today") == "today"
    for text in ("cases", "宁中区调解中心", "a,b;c=d\\e \"f\"", "5", ""):
        memory.keep("page", text)
        memory.write()
        assert Memory(file).recall("page", "otherwise") == text, text


def test_columns_and_splitters_that_nobody_changed_are_not_restored(qtbot: QtBot, tmp_path: Path) -> None:
    memory, splitter = Memory(tmp_path / "windows.ini"), QSplitter()
    qtbot.addWidget(splitter)
    assert not memory.restore_splitter("terms", splitter)
    assert not memory.restore_window("main", splitter)
    memory.keep("terms", "left")
    assert not memory.restore_splitter("terms", splitter)  # another kind of habit


def test_a_file_that_is_no_memory_is_as_good_as_none(tmp_path: Path) -> None:
    file = tmp_path / "windows.ini"
    file.write_bytes(b"\x00\xff not an ini [[[\n=\n")
    assert Memory(file).recall("page", "today") == "today"
