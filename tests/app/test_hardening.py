"""A process that holds keys leaves no dump, and lets no debugger of the same person in."""

from __future__ import annotations

import subprocess
import sys

import pytest

CHILD = """
import ctypes, resource
from mediation_desk.app.hardening import harden
harden()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="as Linux allows it")
def test_no_dump_is_written_and_no_debugger_let_in() -> None:
    told = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["(0,", "0)", "0"]


@pytest.mark.skipif(sys.platform != "linux", reason="as Linux allows it")
def test_the_program_hardens_itself_before_it_does_anything() -> None:
    """PR_GET_DUMPABLE is asked at the end of the shortest command."""
    child = ("import ctypes, sys\nfrom mediation_desk.cli.main import main\nmain(['--version'])\n"
             "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))")
    told = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, check=True)
    assert told.stdout.split()[-1] == "0"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limits of this kind")
def test_where_the_system_refuses_the_program_works_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import ctypes
    import resource

    from mediation_desk.app.hardening import harden

    def refused(*_given: object) -> None:
        raise OSError

    monkeypatch.setattr(resource, "setrlimit", refused)
    monkeypatch.setattr(ctypes, "CDLL", refused)
    harden()
