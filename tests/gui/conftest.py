"""Windows without a screen: the platform is chosen before Qt is imported. And a desk to sit at."""

import gc
import os

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks import overrides
from mediation_desk.gui.kit.tasks.garbage import Garbage
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.library.words import ENGLISH, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from tests.gui import desks
from tests.offices import shelf


@pytest.fixture(scope="session", autouse=True)
def _guarded() -> None:
    """A bug in an override fails its test; without the guard it would end the process on Python 3.11."""
    overrides.guard()


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped shelf, read once."""
    return shelf()


@pytest.fixture(scope="session")
def founded_office(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    """The folder of an office founded once; tests copy it."""
    folder = tmp_path_factory.mktemp("office") / "store"
    around = desks.surroundings(folder.parent / "notes", desks.SetClock(), library)
    desks.found_office(folder, around).store.close()
    return folder


@pytest.fixture
def clock() -> desks.SetClock:
    """The desk's clock, at ten in the morning of 25 November 2024 until it is set."""
    return desks.SetClock()


@pytest.fixture
def around(tmp_path: Path, clock: desks.SetClock, library: Library) -> Surroundings:
    """The surroundings of the test's desk."""
    return desks.surroundings(tmp_path / "notes", clock, library)


@pytest.fixture
def desk(founded_office: Path, tmp_path: Path, around: Surroundings) -> Iterator[Desk]:
    """A signed-in desk on a fresh embedded store of its own."""
    with desks.copied_desk(founded_office, tmp_path / "store", around) as made:
        yield made


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in light, at 100 %, without motion, speaking English again after each test."""
    kit_words.install(qapp, Words.of(ENGLISH))
    theme.apply(qapp, theme.Theme(theme.Mode.LIGHT, motion=False))
    yield qapp
    kit_words.install(qapp, Words.of(ENGLISH))


@pytest.fixture
def tasks(dressed: QApplication) -> Iterator[Tasks]:
    """The task runner; what was begun in a test ends with it, after its windows."""
    made = Tasks()
    yield made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert made.close(), "work was still under way when the test ended"


@pytest.fixture(autouse=True)
def _swept_lightly(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sweep looks through what the test made, not through all that ever was in the process, which takes a
    second each time the desk is locked. tests/trust and the tests of the sweep itself have it whole."""
    if request.path.name != "test_garbage.py":
        monkeypatch.setattr(Garbage, "sweep", lambda _self: gc.collect())


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """Window habits of this test alone."""
    return Memory(tmp_path / "windows.ini")


@pytest.fixture(autouse=True)
def _no_button_stays_down(qapp: QApplication) -> Iterator[None]:
    """A double click of QTest leaves the button down for Qt, and pages of later tests would wait for it."""
    yield
    if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        hand = QWidget()
        QTest.mouseClick(hand, Qt.MouseButton.LeftButton)
        hand.deleteLater()
