"""Joins everything: the machine's folders, clock and language, the way in, and the desk's windows."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QTimeZone, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.window import EntryWindow, Threshold
from mediation_desk.gui.kit import overrides, theme
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.bug_window import BugWindow
from mediation_desk.gui.kit.bugs import Bug
from mediation_desk.gui.kit.icons import icon
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks import Tasks
from mediation_desk.gui.kit.theme import Mode, Theme
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.sole import SoleDesk
from mediation_desk.library.words import ENGLISH, LANGUAGES, Words

if TYPE_CHECKING:
    from mediation_desk.gui.desk_frame import DeskFrame
    from mediation_desk.gui.password_form import LentPassword
    from mediation_desk.services.desk import Clock, Desk
    from mediation_desk.services.doors import Whereabouts
    from mediation_desk.services.sign_in import Surroundings

NAME = "mediation-desk"
CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")  # no summer time since 1991
LANGUAGE, MODE, PERCENT = "language", "mode", "percent"  # what a person chose, among the window habits
_log = logging.getLogger(__name__)


def now() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)


def version() -> str:
    """The installed program's version."""
    from importlib import metadata  # takes longer to load than to ask

    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:
        return ""


def system_zone() -> tzinfo:
    """The machine's time zone; China's where it has none of its own."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    try:
        return ZoneInfo("Asia/Shanghai" if name in ("", "UTC", "Etc/UTC") else name)
    except (ZoneInfoNotFoundError, ValueError):  # a machine without the zones' tables
        return CHINA


class Machine:
    """This computer: where it keeps the person's files, its clock and zone."""

    def __init__(self, data: Path, config: Path, clock: Clock = now, zone: tzinfo | None = None) -> None:
        self.data, self.config, self.clock, self._zone = data, config, clock, zone

    @classmethod
    def here(cls) -> Machine:
        """The folders that this system gives a program."""
        import platformdirs

        return cls(platformdirs.user_data_path(NAME, appauthor=False),
                   platformdirs.user_config_path(NAME, appauthor=False))

    @cached_property
    def zone(self) -> tzinfo:
        """Where the office is."""
        return self._zone or system_zone()

    def today(self) -> date:
        """The day it is there."""
        return self.clock().astimezone(self.zone).date()

    def threshold(self) -> Threshold:
        """What the way in needs."""
        return Threshold(self.data / "office", self.data / "demonstration", self.today)

    @cached_property
    def around(self) -> Surroundings:
        """What services need; loads the store's libraries, so it is asked for on a worker's thread."""
        from mediation_desk.services.sign_in import Surroundings

        return Surroundings(self.clock, self.zone, self.data / "notes")


class Program(QObject):
    """One running program: the way in first, then the desk; locking leads back to the way in."""

    _broken = Signal(object)  # a Bug of any thread

    def __init__(self, app: QApplication, machine: Machine) -> None:
        super().__init__(app)
        self._app, self.machine = app, machine
        self.memory = Memory(machine.config / "windows.ini")
        self.tasks = Tasks(self)
        self.entry: EntryWindow | None = None
        self.frame: DeskFrame | None = None
        self._place = ""  # the page that was locked away
        self._sole: SoleDesk | None = None
        self._where: Whereabouts | None = None  # where one signed in; None at the demonstration desk
        self._broken.connect(self._show_bug)
        self.tasks.bug.connect(self._task_bug)
        self.speak(self.memory.recall(LANGUAGE))
        self.dress()

    # -- how it looks and speaks ---------------------------------------------------------

    def speak(self, code: str) -> None:
        """Speak a language; the system's when none was chosen, English when it is not installed."""
        code = code if code in LANGUAGES else kit_words.system_language()
        try:
            kit_words.install(self._app, Words.of(code))
        except DeskError:
            _log.warning("the catalogue of %s is missing", code)
            kit_words.install(self._app, Words(ENGLISH))
        self._app.setApplicationDisplayName(tr("Mediation Desk"))

    def dress(self) -> None:
        """Light or dark and the text size, as a person chose them."""
        mode, percent = self.memory.recall(MODE, Mode.SYSTEM), self.memory.recall(PERCENT, "100")
        theme.apply(self._app, Theme(Mode(mode) if mode in list(Mode) else Mode.SYSTEM,
                                     int(percent) if percent.isdecimal() else 100))
        self._app.setWindowIcon(_window_icon())

    # -- coming in, going out ------------------------------------------------------------

    def start(self) -> bool:
        """Show the way in; False when a desk on this computer's office is open already: it comes forward."""
        office = self.machine.threshold().office
        if office.is_dir() and not self._hold(office):
            return False
        self.entry = self._make_entry()
        self.entry.show()
        return True

    def _hold(self, folder: Path) -> bool:
        """Hold a store's folder for this program, or call the one that has it."""
        if self._sole is not None and self._sole.folder == folder:
            return True
        sole = SoleDesk(folder, self)
        if not sole.take():
            sole.call_first()
            return False
        if self._sole is not None:
            self._sole.release()
        self._sole = sole
        sole.called.connect(self.come_forward)
        return True

    def come_forward(self) -> None:
        """Bring the desk, or the way in, before other windows."""
        window = self.frame or self.entry
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()

    def _make_entry(self) -> EntryWindow:
        made = EntryWindow(self.tasks, self.memory, lambda: self.machine.around, self.machine.threshold(),
                           where=self._where)
        made.entered.connect(self.sit_down)
        made.language_chosen.connect(self._other_language)
        return made

    def _other_language(self, code: str) -> None:
        self.memory.keep(LANGUAGE, code)
        self.speak(code)
        if self.entry is not None:
            self.entry.rebuild()

    def sit_down(self, desk: Desk, where: Whereabouts | None) -> None:
        """Open the desk's frame, in the language a person chose or the office speaks."""
        folder = desk.store.place.folder
        if folder is not None and not self._hold(folder):
            desk.store.close()
            if self.entry is not None:
                self.entry.show_sign_in(tr("This store is open in another window on this computer."))
            return
        self._where = where
        self.speak(self.memory.recall(LANGUAGE) or desk.settings.language)
        self.tasks.read(_password_is_lent, desk, receiver=self,
                        done=lambda lent: self._ask_password(desk) if lent else self._seat(desk),
                        failed=lambda _error: self._seat(desk))

    def _ask_password(self, desk: Desk) -> None:
        """Whoever was lent a password chooses another before anything else; without it, nobody comes in."""
        from mediation_desk.gui.password_form import LentPassword

        asked = LentPassword(desk, self.tasks)
        asked.changed.connect(lambda: self._own_password(asked, desk))
        asked.left.connect(lambda: self._turned_back(asked, desk))
        asked.begin()
        if self.entry is not None:
            self.entry.hide()

    def _own_password(self, asked: LentPassword, desk: Desk) -> None:
        self._seat(desk)
        asked.close()
        asked.deleteLater()

    def _turned_back(self, asked: LentPassword, desk: Desk) -> None:
        if self.entry is not None:
            self.entry.show()
            self.entry.show_sign_in(tr("Choose a password of your own to come in."))
        asked.deleteLater()
        self.tasks.drain()
        desk.store.close()

    def _seat(self, desk: Desk) -> None:
        self._open_frame(desk, self._place or self.memory.recall("page"))
        if self.entry is not None:
            self.entry.close()
            self.entry.deleteLater()
            self.entry = None
        self.tasks.run(_tidy_up, desk, receiver=self, done=self._tidied)

    def _tidied(self, lacks_sheet: bool) -> None:
        if lacks_sheet and self.frame is not None and self._where is not None:
            self.frame.remind_of_recovery_sheet()

    def _open_frame(self, desk: Desk, page: str) -> None:
        from mediation_desk.gui.desk_frame import DeskFrame

        frame = DeskFrame(desk, self.tasks, self.memory, version=version())
        frame.lock_wanted.connect(self.lock)
        frame.chosen.connect(self._chosen)
        self.frame, self._place = frame, ""
        frame.go_to(page)
        frame.show()
        if self._where is not None:
            frame.backs_up_on_closing = True
            frame.backups.begin()

    def lock(self) -> None:
        """Let go of the store and its keys, and ask for the password again."""
        if self.frame is None:
            return
        self.frame.cover()
        self._place = self.frame.place()
        self.entry = self._make_entry()
        if self._where is not None:
            self.entry.show_sign_in(tr("The desk is locked. Everything typed is kept."))
        self.entry.show()
        self._close_frame().store.close()

    def _close_frame(self) -> Desk:
        frame = self.frame
        assert frame is not None
        frame.backs_up_on_closing = False
        frame.close()
        frame.deleteLater()
        self.frame = None
        return frame.desk

    def _chosen(self, name: str, value: str) -> None:
        """Another language, look or text size: the windows are made anew where the words or lengths
        change, with everything typed kept first."""
        if name == PERCENT and value[:1] in "+-":
            value = str(min(200, max(75, theme.look().theme.percent + int(value))))
        self.memory.keep(name, value)
        if name == MODE:
            self.dress()
        else:
            QTimer.singleShot(0, self, self._renew)

    def _renew(self) -> None:
        old = self.frame
        if old is None:
            return
        place = old.put_away()
        self.speak(self.memory.recall(LANGUAGE) or old.desk.settings.language)
        self.dress()
        old.backs_up_on_closing = False
        self._open_frame(old.desk, place)
        old.close()
        old.deleteLater()

    def end(self) -> None:
        """Let go of everything, in order."""
        if self.frame is not None:
            self._close_frame().store.close()
        if self.entry is not None:
            self.entry.close()
        self.tasks.close()
        if self._sole is not None:
            self._sole.release()
        self.memory.write()

    # -- bugs ----------------------------------------------------------------------------

    def catch(self) -> None:
        """From now on nothing that goes wrong ends the program or shows a traceback."""
        overrides.guard()
        sys.excepthook = self._caught
        threading.excepthook = lambda args: self._caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _caught(self, kind: type[BaseException], error: BaseException | None,
                _trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._app.quit()
            return
        bug = Bug.of(error if error is not None else kind())
        _log.error("%s", bug.summary)
        self._broken.emit(bug)

    def _task_bug(self, bug: Bug) -> None:
        if self.frame is None:  # the frame shows the bugs of its own tasks
            self._show_bug(bug)

    def _show_bug(self, bug: Bug) -> None:
        if self.frame is not None:
            self.frame.show_bug(bug)
        else:
            _bug_window(bug, self.entry)


def _password_is_lent(desk: Desk) -> bool:
    from mediation_desk.services import accounts

    return accounts.must_change_password(desk)


def _tidy_up(desk: Desk) -> bool:
    """Sweep away what an interrupted session left; whether the person should print a recovery sheet."""
    from mediation_desk.domain.rights import Verb
    from mediation_desk.services import accounts, evidence

    evidence.begin(desk)
    return desk.may(Verb.PRINT_RECOVERY_SHEET) and not accounts.has_recovery_sheet(desk)


def _bug_window(bug: Bug, parent: QWidget | None) -> None:
    if parent is None or not parent.findChildren(BugWindow):
        BugWindow(bug.report(version()), parent).open()


def _window_icon() -> QIcon:
    return icon("scales", "accent")


def keep_log(folder: Path) -> None:
    """Keep what went wrong in a small file, without a word of any case."""
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(folder / "desk.log", maxBytes=200_000, backupCount=2, encoding="utf-8",
                                      delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


def main(arguments: Sequence[str] = ()) -> int:
    """Open the desk; returns when its last window is closed."""
    app = QApplication([NAME, *arguments])
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME)
    machine = Machine.here()
    program = Program(app, machine)
    program.catch()
    code = 0
    if program.start():
        QTimer.singleShot(0, program, lambda: keep_log(machine.data / "notes"))
        code = app.exec()
    program.end()
    return code
