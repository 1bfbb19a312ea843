"""The decoding process tells of the file in a line, of each picture in a line and pixels, or refuses."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter

from mediation_desk.gui.kit.apart import process
from mediation_desk.gui.kit.apart.child import PAGES, PICTURE, REFUSED, SMALL
from tests.gui.kit.apart.hands import paper, png

Told = list[dict[str, Any]]


def run(kind: str, number: int, data: bytes) -> tuple[int, bytes]:
    """How it ended, and all that it said."""
    done = subprocess.run([sys.executable, "-m", "mediation_desk.gui.kit.apart.child", kind, str(number)],
                          input=data, env=process._environment(), stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, timeout=60, check=False)
    return done.returncode, done.stdout


def parts(said: bytes) -> tuple[dict[str, Any], Told, list[bytes]]:
    """The line about the file, those about its pictures, and the pixels; nothing may be left over."""
    line, _end, rest = said.partition(b"\n")
    sizes, pixels = [], []
    while rest:
        size, _end, rest = rest.partition(b"\n")
        sizes.append(json.loads(size))
        width, height = sizes[-1]["size"]
        pixels.append(rest[:width * height * 4])
        assert len(pixels[-1]) == width * height * 4
        rest = rest[width * height * 4:]
    return json.loads(line), sizes, pixels


def test_of_a_picture_come_its_size_and_its_pixels() -> None:
    """Red, as blue, green, red and alpha: 0, 0, 255, 255."""
    code, said = run(PICTURE, 5000, png(QSize(3, 2)))
    assert code == 0
    assert parts(said) == ({"count": 1}, [{"size": [3, 2]}], [bytes((0, 0, 255, 255)) * 6])


def test_what_shines_through_comes_with_its_colour_weighed() -> None:
    """Full red at half alpha, 128 of 255, is 128 of red."""
    image = QImage(QSize(1, 1), QImage.Format.Format_ARGB32)
    image.setPixelColor(0, 0, QColor(255, 0, 0, 128))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    assert parts(run(PICTURE, 5000, bytes(held.data()))[1])[2] == [bytes((0, 0, 128, 128))]


def test_one_for_the_list_is_small() -> None:
    assert parts(run(SMALL, 40, png(QSize(400, 200)))[1])[1] == [{"size": [40, 20]}]


def test_of_a_paper_come_how_many_pages_it_has_and_those_from_the_one_asked_for() -> None:
    code, said = run(PAGES, 10, paper(12, (100, 100)))
    told, sizes, pixels = parts(said)
    assert (code, told, sizes) == (0, {"count": 12}, [{"size": [1240, 1240]}] * 2)
    assert all(one[:4] == bytes((255, 255, 255, 255)) for one in pixels)


@pytest.mark.parametrize(("kind", "words"), [
    (PICTURE, "cannot be shown"), (SMALL, "cannot be shown"), (PAGES, "not a readable PDF")])
def test_what_cannot_be_read_is_refused_in_words_and_with_a_code_of_its_own(kind: str, words: str) -> None:
    code, said = run(kind, 0, b"nothing")
    told = json.loads(said)
    assert code == REFUSED and list(told) == ["refused"] and words in told["refused"]
