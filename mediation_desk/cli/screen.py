"""Whether there is a screen to open windows on, asked without Qt."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")  # Qt needs no display for these


def has_screen() -> bool:
    """Whether windows can be shown: always on Windows and macOS, else where a display answers."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if sys.platform in ("win32", "darwin") or chosen in SCREENLESS:
        return True
    return (_wayland_answers(os.environ.get("WAYLAND_DISPLAY", ""))
            or _x_answers(os.environ.get("DISPLAY", "")))


def _wayland_answers(name: str) -> bool:
    if not name:
        return False
    return _answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name)))


def _x_answers(name: str) -> bool:
    """A display of this machine is asked; one of another machine is taken at its word."""
    host, colon, rest = name.rpartition(":")
    number = rest.partition(".")[0]
    if not colon or not number.isdecimal():
        return False
    path = f"/tmp/.X11-unix/X{number}"
    return host not in ("", "unix") or _answers("\0" + path) or _answers(path)


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        try:
            line.connect(address)
        except OSError:
            return False
    return True
