"""Files of strangers, and a decoding process that one of them took over."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter
from reportlab.pdfgen import canvas

from mediation_desk.gui.kit.apart import process


def png(size: QSize) -> bytes:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(held.data())


def paper(count: int, size: tuple[float, float] = (595, 842)) -> bytes:
    made = io.BytesIO()
    drawn = canvas.Canvas(made, size)
    for number in range(count):
        drawn.drawString(72, 72, f"page {number}")
        drawn.showPage()
    drawn.save()
    return made.getvalue()


def child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: str) -> None:
    """A decoding process that somebody's file made do something else."""
    (tmp_path / "taken_over.py").write_text("from mediation_desk.gui.kit.apart.limits import confine\n"
                                            "confine(addresses=True)\nimport sys\n" + source)
    monkeypatch.setattr(process, "_MODULE", "taken_over")
    known = process._environment()
    paths = f"{known['PYTHONPATH']}{':' if sys.platform != 'win32' else ';'}{tmp_path}"
    monkeypatch.setattr(process, "_environment", lambda: known | {"PYTHONPATH": paths})
