"""A signed-in desk on a fresh encrypted store, for tests of pages: cheap keys, and a clock that is set."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.office import OfficeSettings
from mediation_desk.gui.kit.fields.kinds import TextArea
from mediation_desk.gui.kit.fields.line import LineField
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Founding, Surroundings
from mediation_desk.services.library import Library
from mediation_desk.store.store import in_folder
from mediation_desk.store.vault.document import Cost
from tests.offices import shelf

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
ZONE = ZoneInfo("Asia/Shanghai")
LOGIN, PASSWORD, PERSON = "li", "three unrelated words", "李调解"
OFFICE = OfficeSettings(name="宁中区劳动争议调解中心", seal_name="宁中区劳动争议调解中心", region="630100",
                        number_pattern="宁中劳调〔2024〕0001号", language="en")
FIRST_DAY = date(2024, 11, 25)


class SetClock:
    """A clock that stands until a test sets it: ``clock.set(date(2024, 12, 10))``, at ten in the morning."""

    def __init__(self, day: date = FIRST_DAY) -> None:
        self.set(day)

    def __call__(self) -> datetime:
        return self.now

    def set(self, day: date, at: time = time(10, 0)) -> None:
        self.now = datetime.combine(day, at, ZONE).astimezone(UTC)


def surroundings(notes: Path, clock: SetClock, library: Library | None = None) -> Surroundings:
    """What the outermost floor would give; keys cost next to nothing."""
    return Surroundings(clock, ZONE, notes, library or shelf(), CHEAP)


def found_office(folder: Path, around: Surroundings) -> Desk:
    """An office of one mediator, who is its administrator too."""
    return sign_in.found(in_folder(folder), Founding(OFFICE, LOGIN, PERSON, PASSWORD, PASSWORD), around)


@contextmanager
def copied_desk(office: Path, folder: Path, around: Surroundings) -> Iterator[Desk]:
    """Sit down at a copy of an office that was founded once; the store is closed afterwards."""
    shutil.copytree(office, folder, dirs_exist_ok=True)
    desk = sign_in.sign_in(in_folder(folder), LOGIN, PASSWORD, around)
    try:
        yield desk
    finally:
        desk.store.close()


def write(qtbot: QtBot, field: LineField | TextArea, text: str) -> None:
    """Type over whatever stands in a field, as a person does: Chinese comes from an input method."""
    editor = field.area if isinstance(field, TextArea) else field.line
    editor.setFocus()
    editor.selectAll()
    if text.isascii():
        QTest.keyClicks(editor, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def settle(tasks: Tasks) -> None:
    """Wait until everything begun is saved and shown."""
    while tasks.busy:
        assert tasks.drain()
    QTest.qWait(0)
    if tasks.busy:
        settle(tasks)


def show(qtbot: QtBot, window: QWidget) -> None:
    """Show a window that is thrown away after the test, and wait until it has the keyboard."""
    qtbot.addWidget(window)
    bring_forward(window)


def bring_forward(window: QWidget) -> None:
    """Show a window and wait until it has the keyboard: shortcuts and focus need that.

    A window of before that is just going may take the keyboard away with it once, however long one waits.
    """
    window.show()
    for _ in range(50):
        window.activateWindow()
        if QTest.qWaitForWindowActive(window, 100):
            return
    raise AssertionError("the window does not come to the front")
