"""A bug in an override of a Qt method is told; the process goes on (on Python 3.11 PySide would end it)."""

import subprocess
import sys
import textwrap

import pytest

PROGRAM = """
    import sys
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication, QWidget
    from mediation_desk.gui.kit.tasks.overrides import guard

    before = type("Before", (QWidget,), {{"__module__": "mediation_desk.gui.before",
                                          "hideEvent": lambda self, event: int("x")}})
    if sys.platform != "win32":
        import resource
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # where it ends, it leaves no file behind
    {guard}
    after = type("After", (before,), {{"__module__": "mediation_desk.gui.after",
                                       "sizeHint": lambda self: QSize(int("y"), 1)}})
    app = QApplication([])
    told = []
    sys.excepthook = lambda kind, error, trace: told.append(kind.__name__)
    for kind in (before, after):
        window = kind()
        try:
            window.show()
            window.hide()
        except ValueError:
            told.append("ValueError")
    assert told.count("ValueError") >= 2, told
    print("alive")
"""


def run(guard: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", textwrap.dedent(PROGRAM).format(guard=guard)], text=True,
                          capture_output=True, timeout=60)


def test_a_bug_in_an_override_ends_nothing() -> None:
    done = run("guard()")
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="mended in Python itself")
def test_without_the_guard_it_would_end_the_process() -> None:
    done = run("")
    assert done.returncode != 0 and "alive" not in done.stdout
