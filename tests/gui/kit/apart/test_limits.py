"""A decoding process that was taken over writes no file, reaches nobody, takes no more than it is given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mediation_desk.gui.kit.apart import process
from mediation_desk.gui.kit.apart.process import TooMuch
from tests.gui.kit.apart.hands import child

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Windows knows no such limits")
CONFINED = """from mediation_desk.gui.kit.apart import limits
{before}
limits.confine(addresses={addresses})
"""


def confined(source: str, *, addresses: bool = True, before: str = "") -> subprocess.CompletedProcess[str]:
    """What a confined process does with this."""
    program = CONFINED.format(before=before, addresses=addresses) + source
    return subprocess.run([sys.executable, "-c", program], env=process._environment(), capture_output=True,
                          text=True, timeout=60, check=False)


@LINUX
@pytest.mark.parametrize("source", [
    f"open({str(Path(__file__).parent / 'never')!r}, 'w').write('x'); print('written')",
    "import socket; socket.create_connection(('127.0.0.1', int(sys.argv[2])), 2)",
])
def test_it_can_neither_write_a_file_nor_reach_the_network(
        monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: str) -> None:
    import socket

    there = tmp_path / "never"
    source = source.replace(str(Path(__file__).parent / "never"), str(there))
    told = "print('{\"count\": 1}\\n{\"size\": [1, 1]}\\n1234', end='')"
    child(monkeypatch, tmp_path, f"{source}\n{told}")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        with pytest.raises(TooMuch):
            process.picture(b"x", listening.getsockname()[1])
        with pytest.raises(TimeoutError):
            listening.accept()
    assert not there.exists() or not there.read_text()


@LINUX
@pytest.mark.parametrize("addresses", [True, False])
def test_memory_that_is_written_to_is_bounded_in_any_case(addresses: bool) -> None:
    done = confined("bytearray(900 << 20)\nprint('enough for a large picture')\nbytearray(1100 << 20)",
                    addresses=addresses)
    assert done.stdout == "enough for a large picture\n" and "MemoryError" in done.stderr


@LINUX
@pytest.mark.parametrize("addresses", [True, False])
def test_memory_that_is_only_set_aside_counts_where_it_is_asked(addresses: bool) -> None:
    """What draws PDFs sets gigabytes aside that it never uses."""
    done = confined("from mmap import MAP_ANONYMOUS, MAP_PRIVATE, PROT_READ, mmap\n"
                    "held = mmap(-1, 8 << 30, MAP_PRIVATE | MAP_ANONYMOUS, PROT_READ)\nprint('set aside')",
                    addresses=addresses)
    assert (done.stdout == "set aside\n") is not addresses, done.stderr


@LINUX
def test_who_computes_longer_is_ended_by_the_system() -> None:
    done = confined("while True: pass", before="limits.SECONDS = 1")
    assert done.returncode < 0


@LINUX
def test_no_dump_is_left_and_no_right_gained() -> None:
    done = confined("import resource\nprint(resource.getrlimit(resource.RLIMIT_CORE))\n"
                    "print(open('/proc/self/status').read())")
    assert done.stdout.startswith("(0, 0)\n") and "NoNewPrivs:\t1\n" in done.stdout


@LINUX
def test_a_limit_that_the_system_refuses_leaves_the_others() -> None:
    refusing = ("import resource\nreal = resource.setrlimit\n"
                "def set(what, most):\n"
                "    if what == resource.RLIMIT_DATA: raise ValueError\n"
                "    real(what, most)\n"
                "resource.setrlimit = set")
    done = confined("print(resource.getrlimit(resource.RLIMIT_FSIZE))", before=refusing)
    assert done.stdout == "(0, 0)\n", done.stderr


@LINUX
def test_it_ends_with_whoever_waits_for_it() -> None:
    """What is written after the parent's end would come through the pipe that both hold."""
    source = CONFINED.format(before="", addresses=True) + (
        "import time\nprint('confined', flush=True)\ntime.sleep(5)\nprint('lived on', flush=True)")
    parent = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {source!r}])"
    with subprocess.Popen([sys.executable, "-c", parent], env=process._environment(),
                          stdout=subprocess.PIPE) as waiting:
        assert waiting.stdout is not None and waiting.stdout.readline() == b"confined\n"
        waiting.kill()
        assert waiting.stdout.read() == b""
