"""One running program: the way in, the desk's windows, and what is done when something breaks."""

from __future__ import annotations

import logging
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from mediation_desk.app.machine import Machine, version
from mediation_desk.app.turning import Turning
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.window import EntryWindow
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.theme import LEAST_PERCENT, MOST_PERCENT, Mode, Theme
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks import overrides
from mediation_desk.gui.kit.tasks.bug_window import BugWindow
from mediation_desk.gui.kit.tasks.bugs import Bug
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.gui.sole import SoleDesk
from mediation_desk.library.words import ENGLISH, LANGUAGES, Words

if TYPE_CHECKING:
    from mediation_desk.gui.desk.places import LaidDown
    from mediation_desk.gui.desk_frame import DeskFrame
    from mediation_desk.gui.entry.password_form import LentPassword
    from mediation_desk.services.desk import Desk
    from mediation_desk.services.entry.doors import Whereabouts


LANGUAGE, MODE, PERCENT = "language", "mode", "percent"  # what a person chose, among the window habits
_log = logging.getLogger(__name__)

LOCK_MS = 3_000  # how long what is under way is waited for before a turned screen goes
SWEEPS_MS = (0, 1_000, 5_000)  # behind a lock: a reading that nobody waits for ends a moment later


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
        self._left: tuple[UUID, LaidDown] | None = None  # who locked the desk away, and where they were
        self._sole: SoleDesk | None = None
        self._is_forward = False  # the desk that has the office answered a call
        self._deaf = False  # nobody can call this one
        self._where: Whereabouts | None = None  # where one signed in; None at the demonstration desk
        self.turning = Turning(self.tasks, self.memory, machine.wall, self)
        self.turning.proved.connect(self._turn_back)
        self.turning.lock_wanted.connect(self._lock_turned)
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
        with suppress(DeskError, OSError):  # a folder with a trouble is told of when one signs in there
            if office.is_dir() and not self._hold(office) and self._is_forward:
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
            self._is_forward = sole.call_first()
            return False
        if self._sole is not None:
            self._sole.release()
        self._sole = sole
        sole.called.connect(self.come_forward)
        sole.unheard.connect(self._unheard)
        return True

    def _not_held(self, folder: Path | None) -> str:
        """Why this program cannot have a store's folder to itself; nothing when it has it."""
        try:
            if folder is None or self._hold(folder):
                return ""
        except DeskError as error:
            return tr_error(error)
        return tr("This store is open in another window on this computer.")

    def _unheard(self) -> None:
        """Somebody else's program stands where a second start would call this desk."""
        _log.warning("the name under which this desk is called is taken")
        self._deaf = True
        self._say_unheard()

    def _say_unheard(self) -> None:
        page = self.frame.current() if self.frame is not None else None
        if self._deaf and page is not None:
            self._deaf = False
            page.bar_in_front().trouble(tr(
                "Another person's program on this computer uses the name under which this desk is called. "
                "Work goes on safely, but starting the program again does not bring this window to the "
                "front. Tell whoever looks after the computer."))

    def come_forward(self) -> None:
        """Bring the desk, or the way in, before other windows."""
        window = self.frame or self.turning.window or self.entry
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
        if refused := self._not_held(desk.store.place.folder):
            desk.store.close()
            if self.entry is not None:
                self.entry.show_sign_in(refused)
            return
        self._where = where
        self.speak(self.memory.recall(LANGUAGE) or desk.settings.language)
        self.tasks.read(_password_is_lent, desk, receiver=self,
                        done=lambda lent: self._ask_password(desk) if lent else self._seat(desk),
                        failed=lambda _error: self._seat(desk))

    def _ask_password(self, desk: Desk) -> None:
        """Whoever was lent a password chooses another before anything else; without it, nobody comes in."""
        from mediation_desk.gui.entry.password_form import LentPassword

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
        from mediation_desk.gui.desk.places import LaidDown

        who, left = self._left or (None, None)
        self._left = None
        came_back = left is not None and who == desk.who.account_id
        where = left if left and came_back else LaidDown(self.memory.recall("page"))
        if where.turned is None:
            self._open_frame(desk, where)
        else:
            self.turning.show(desk, where, self.entry.screen() if self.entry else None, self._password_hint())
        if self.entry is not None:
            self.entry.close()
            self.entry.deleteLater()
            self.entry = None
        self._keep_password()
        self.tasks.run(_tidy_up, desk, receiver=self, done=self._tidied)

    def _keep_password(self) -> None:
        """The server's, which opened just now: where a person wants that, the keyring has it from now on, and
        this program no longer. What hinders it is told on the desk's page."""
        where = self._where
        if where is not None and where.kept and where.secret:
            from mediation_desk.services.entry import safekeeping

            self.tasks.aside(safekeeping.keep, where.words, where.secret, receiver=self,
                             done=lambda _none: self._kept(where))

    def _kept(self, where: Whereabouts) -> None:
        if self._where is where:
            self._where = replace(where, password="")

    def _tidied(self, lacks_sheet: bool) -> None:
        if self.frame is not None and self.frame.desk.has_older_vault:
            self.frame.tell_of_older_vault()
        elif self.frame is not None and (left := self.frame.desk.store.left) is not None:
            self.frame.tell_of_renewal(left)
        elif lacks_sheet and self.frame is not None and self._where is not None:
            self.frame.remind_of_recovery_sheet()

    def _open_frame(self, desk: Desk, left: LaidDown) -> None:
        from mediation_desk.gui.desk_frame import DeskFrame

        frame = DeskFrame(desk, self.tasks, self.memory, version=version(), wall=self.machine.wall)
        frame.lock_wanted.connect(self.lock)
        frame.sign_in_wanted.connect(lambda: self._lock(tr("The store key was renewed. Sign in with your own "
                                                           "password, which is the same as before.")))
        frame.chosen.connect(self._chosen)
        frame.turn_wanted.connect(self.turn)
        self.frame = frame
        frame.take_up(left)
        frame.show()
        if self._where is not None:
            frame.backs_up_on_closing = True
            frame.backups.begin()
        self._say_unheard()

    # -- turned toward the parties -------------------------------------------------------

    def turn(self, case_id: UUID) -> None:
        """Let the whole desk give way to a case's joint view: it is covered now, and gone a moment later,
        once the button that was pressed has been let go."""
        frame = self.frame
        if frame is not None:
            frame.cover(tr("One moment …"))
            QTimer.singleShot(0, self, lambda: self._turn(frame, case_id))

    def _turn(self, frame: DeskFrame, case_id: UUID) -> None:
        if frame is not self.frame:
            return
        screen, left = frame.screen(), frame.lay_down()
        self.turning.show(frame.desk, replace(left, turned=case_id), screen, self._password_hint())
        self._close_frame()

    def _password_hint(self) -> str:
        """Nobody chose the demonstration desk's password, so that it is said."""
        from mediation_desk.demonstration.office import PASSWORD

        return "" if self._where is not None else tr("The demonstration desk's password is {password}.",
                                                     password=PASSWORD)

    def _turn_back(self) -> None:
        kept = self.turning.lay_away()
        if kept is None:
            return
        desk, left = kept
        self._open_frame(desk, replace(left, turned=None))
        self.turning.finish()
        for bug in self.turning.bugs:
            self._show_bug(bug)
        self.turning.bugs.clear()

    def _lock_turned(self) -> None:
        """The lock leads back to the turned screen, not to the desk."""
        kept, window = self.turning.lay_away(), self.turning.window
        if kept is None or window is None:
            return
        desk, left = kept
        window.cover()
        self.tasks.stop_reading()
        self.tasks.drain(LOCK_MS)
        self._left = desk.who.account_id, left
        self._ask_again(tr("The desk is locked. Everything typed is kept."))
        self.turning.finish()
        self._let_go(desk)

    # -- locked --------------------------------------------------------------------------

    def lock(self) -> None:
        """Keep what was typed, let go of the store and its keys, and ask for the password again."""
        self._lock(tr("The desk is locked. Everything typed is kept."))

    def _lock(self, said: str) -> None:
        frame = self.frame
        if frame is None:
            return
        frame.cover()
        self._left = frame.desk.who.account_id, frame.lock_away()
        self._ask_again(said)
        self.frame = None
        frame.hide()
        frame.deleteLater()
        self._let_go(frame.desk)

    def _ask_again(self, said: str) -> None:
        self.entry = self._make_entry()
        if self._where is not None:
            self.entry.show_sign_in(said)
        self.entry.show()

    def _let_go(self, desk: Desk) -> None:
        """Drop the keys at once, or behind a save that is still under way; and then what the windows held."""
        if self.tasks.busy:
            self.tasks.run(desk.store.close)
        else:
            desk.store.close()
        for wait in SWEEPS_MS:
            QTimer.singleShot(wait, self, self.tasks.garbage.sweep)

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
            value = str(min(MOST_PERCENT, max(LEAST_PERCENT, theme.look().theme.percent + int(value))))
        now = theme.look().theme
        stands = {MODE: now.mode, PERCENT: str(now.percent), LANGUAGE: kit_words.words().code}
        if stands.get(name) == value:
            return
        self.memory.keep(name, value)
        if name == MODE:
            self.dress()
        else:
            QTimer.singleShot(0, self, self._renew)

    def _renew(self) -> None:
        old = self.frame
        if old is None:
            return
        left = old.lay_down()
        self.speak(self.memory.recall(LANGUAGE) or old.desk.settings.language)
        self.dress()
        old.backs_up_on_closing = False
        self._open_frame(old.desk, left)
        old.close()
        old.deleteLater()

    def end(self) -> None:
        """Let go of everything, in order."""
        if self.frame is not None:
            self._close_frame().store.close()
        if (kept := self.turning.lay_away()) is not None:
            self.turning.finish()
            kept[0].store.close()
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
        if self.turning.is_on:
            self.turning.bugs.append(bug)
        elif self.frame is not None:
            self.frame.show_bug(bug)
        else:
            _bug_window(bug, self.entry)


def _password_is_lent(desk: Desk) -> bool:
    from mediation_desk.services.office import accounts

    return accounts.must_change_password(desk)


def _tidy_up(desk: Desk) -> bool:
    """Sweep away what an interrupted session left; whether the person should print a recovery sheet."""
    from mediation_desk.domain.rights import Verb
    from mediation_desk.services.evidence import filing
    from mediation_desk.services.office import accounts

    filing.begin(desk)
    return desk.may(Verb.PRINT_RECOVERY_SHEET) and not accounts.has_recovery_sheet(desk)


def _bug_window(bug: Bug, parent: QWidget | None) -> None:
    if parent is None or not parent.findChildren(BugWindow):
        BugWindow(bug.report(version()), parent).open()


def _window_icon() -> QIcon:
    return icon("scales", "accent")
