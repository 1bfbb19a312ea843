"""Whether windows can be shown here."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_desk.cli.screen import has_screen


@pytest.fixture(autouse=True)
def _no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def compositor(tmp_path: Path) -> Iterator[Path]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(str(tmp_path / "wayland-7"))
        listening.listen()
        yield tmp_path


def test_nowhere_to_show_a_window() -> None:
    assert not has_screen()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_some_systems_always_have_a_screen(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)
    assert has_screen()


@pytest.mark.parametrize("chosen", ["offscreen", "minimal", "vnc:size=1366x768"])
def test_what_needs_no_display_is_taken_at_its_word(chosen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", chosen)
    assert has_screen()


def test_a_wayland_compositor_is_asked(compositor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(compositor))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-8")
    assert not has_screen()


@pytest.mark.parametrize(("display", "shown"), [
    (":987", False), ("unix:987", False), (":", False), ("nonsense", False), ("far.example:0.0", True)])
def test_a_display_of_this_machine_is_asked_and_a_far_one_believed(
        display: str, shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", display)
    assert has_screen() is shown
