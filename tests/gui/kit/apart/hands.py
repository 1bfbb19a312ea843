"""Files of strangers, and a decoding process that one of them took over."""

from __future__ import annotations

import io
import sys
from base64 import b64decode
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter
from reportlab.pdfgen import canvas

from mediation_desk.gui.kit.apart import process

# A photo as a telephone takes it, 64 by 32, white with a red corner at its top left; and the same photo with
# the mark that it is to be turned a quarter to the right. Nothing that is shipped can write one.
HEIC = b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAX1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    "ACJpbG9jAAAAAERAAAEAAQAAAAABoQABAAAAAAAAAHcAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRt"
    "AAAAAAABAAAA/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA"
    "AAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5j"
    "bHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAIAAAAAEAAAAAAAAAAv///+AAAAACAAAAEHBp"
    "eGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAAH9tZGF0AAAAcygBrwng4p0PO/ZLf/iT//1Pch0gGRuQJ1Lp6QbB"
    "5823nUqk8McBUkPREdPI1QMv9vdGB90/2eOUnVokmJSoaOjHvYUG03Q8+zc/neTqHnF2UO3bLO+2CD+f/tcjklqVcA6rg3X8Wfa9"
    "0GMn3udQR8T4UTM=")
HEIC_TURNED = b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAchtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    "ADRpbG9jAAAAAERAAAIAAQAAAAAB7AABAAAAAAAAAHcAAgAAAAACYwABAAAAAAAAACQAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAA"
    "AAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAABB2lwcnAAAADmaXBjbwAAAHZodmNDAQNwAAAA"
    "kAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq"
    "5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xh"
    "cAAAAEAAAAABAAAAIAAAAAEAAAAAAAAAAv///+AAAAACAAAAEHBpeGkAAAAAAwgICAAAAAlpcm90AwAAABlpcG1hAAAAAAAAAAEA"
    "AQaBAgMFhIYAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAKNtZGF0AAAAcygBrwng4p0PO/ZLf/iT//1Pch0gGRuQJ1Lp6QbB"
    "5823nUqk8McBUkPREdPI1QMv9vdGB90/2eOUnVokmJSoaOjHvYUG03Q8+zc/neTqHnF2UO3bLO+2CD+f/tcjklqVcA6rg3X8Wfa9"
    "0GMn3udQR8T4UTMAAAAGRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAA=")


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
