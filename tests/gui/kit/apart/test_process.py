"""A stranger's file is decoded apart; what takes too long, too much memory or breaks it is told in words."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.apart import process
from mediation_desk.gui.kit.apart.process import TooMuch
from tests.gui.kit.apart.hands import child, paper, png


def test_a_picture_comes_back_as_it_is() -> None:
    shown = process.picture(png(QSize(30, 20)), 5000)
    assert shown.size() == QSize(30, 20) and shown.pixelColor(7, 7) == QColor("red")


def test_a_small_picture_is_made_small_there() -> None:
    assert process.small_picture(png(QSize(400, 200)), 40).size() == QSize(40, 20)


def test_of_a_long_paper_some_pages_come_at_a_time() -> None:
    data = paper(12)
    first, last = process.pages(data, 0), process.pages(data, 10)
    assert (first.count, last.count, len(last.images)) == (12, 12, 2)
    assert 1 <= len(first.images) <= 10


@pytest.mark.parametrize("data", [b"", b"nothing", b"%PDF-1.7\nnothing", png(QSize(4, 4))[:40]])
def test_what_is_no_picture_and_no_paper_is_refused_in_words(data: bytes) -> None:
    if not data.startswith(b"%PDF"):
        with pytest.raises(DeskError, match="cannot be shown"):
            process.picture(data, 100)
    with pytest.raises(DeskError, match="not a readable PDF"):
        process.pages(data, 0)


@pytest.mark.parametrize("source", [
    "while True: pass",
    "import time; time.sleep(60)",
    "held = [bytes(64 << 20) + b'x' for _ in range(100)]; print('{\"count\": 1}')",
    "print('nonsense')",
    "print('[]')",
    "print('{\"count\": 1}\\n{\"size\": [100000, 100000]}')",
    "print('{\"count\": 1}\\n{\"size\": [-4, -4]}')",
    "print('{\"count\": 1}\\n{\"size\": [2, 2]}\\nshort')",
    "sys.stdout.write('x' * (64 << 20))",
    "import os; os.abort()",
])
def test_whatever_a_process_that_was_taken_over_does_ends_in_a_sentence(
        monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: str) -> None:
    monkeypatch.setattr(process, "PATIENCE", 1.5)
    child(monkeypatch, tmp_path, source)
    begun = time.monotonic()
    with pytest.raises(TooMuch):
        process.picture(b"x" * (1 << 20), 100)
    assert time.monotonic() - begun < 10


def test_who_does_not_wait_any_more_ends_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    child(monkeypatch, tmp_path, "import time; time.sleep(60)")
    begun = time.monotonic()
    with pytest.raises(TooMuch):
        process.picture(b"x", 100, lambda: True)
    assert time.monotonic() - begun < process.PATIENCE


def test_sheets_come_as_pictures_of_a_picture_and_as_plain_pages_of_a_paper() -> None:
    shown = process.sheets(png(QSize(1080, 5000)), False)
    assert isinstance(shown, tuple) and len(shown) == 3 and all(one.jpeg[:2] == b"\xff\xd8" for one in shown)
    made = process.sheets(paper(3), True)
    assert isinstance(made, bytes) and made.count(b"/Type /Page ") == 3
    for broken, is_pdf, said in ((b"x", False, "cannot be shown"), (b"%PDF-1.7\nx", True, "cannot be read")):
        with pytest.raises(DeskError, match=said):
            process.sheets(broken, is_pdf)


@pytest.mark.parametrize("source", [
    "print('{\"count\": 1}\\n{\"bytes\": 99999999999, \"size\": [1, 1]}')",
    "print('{\"count\": 1}\\n{\"bytes\": 20, \"size\": [1, 1]}\\nshort')",
    "print('{\"count\": 1}\\n{\"bytes\": -1, \"size\": [1, 1]}')", "while True: pass"])
def test_a_process_that_was_taken_over_sends_no_sheets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
                                                       source: str) -> None:
    monkeypatch.setattr(process, "PATIENCE", 1.5)
    child(monkeypatch, tmp_path, source)
    with pytest.raises(TooMuch):
        process.sheets(b"x", False)
