"""From the start of the process to the first painted window, against a bare PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from mediation_desk.demonstration import office
from mediation_desk.services.entry.sign_in import Surroundings
from tests.benchmarks.figures import Figure, alternating
from tests.offices import CHEAP, Clock

SHOWN_AT_MOST = 2.5  # times a bare window


def figures() -> Iterator[Figure]:
    """The ratio, and both times."""
    with tempfile.TemporaryDirectory(prefix="bench-home-") as folder:
        home = _home(Path(folder))
        desk, bare = alternating(partial(_shown, "desk", home), partial(_shown, "bare", home), rounds=11)
    yield Figure("window on screen: the desk against a bare PySide6 window", desk / bare, "x", SHOWN_AT_MOST)
    yield Figure("  the desk's sign-in page painted, from process start", desk * 1000, "ms")
    yield Figure("  a bare PySide6 window painted, from process start", bare * 1000, "ms")


def _shown(which: str, home: Mapping[str, str]) -> None:
    said = subprocess.run([sys.executable, "-m", "tests.benchmarks.first_paint", which], env=dict(home),
                          capture_output=True, text=True, timeout=60, check=True)
    assert said.stdout == "painted\n", said.stdout + said.stderr


def _home(folder: Path) -> dict[str, str]:
    """A home where the demonstration office stands in the usual folder, so that the sign-in comes first."""
    around = Surroundings(Clock(), ZoneInfo("Asia/Shanghai"), folder / "notes", cost=CHEAP)
    office.build(folder / "data" / "mediation-desk" / "office", around).store.close()
    return {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CONFIG_HOME": str(folder / "config"), "XDG_RUNTIME_DIR": str(folder)}
