"""The window through which one comes in: welcome, setting up, sign-in, a bag from the office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.languages import OWN_NAMES
from mediation_desk.gui.entry.trail import Trail
from mediation_desk.gui.entry.welcome import Welcome
from mediation_desk.gui.kit import order
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import dress, look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.press import press_focused
from mediation_desk.gui.kit.screen import keep_on_screen, open_at
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.entry import doors
from mediation_desk.services.entry.doors import Around, Whereabouts

if TYPE_CHECKING:
    from mediation_desk.gui.entry.bag import BagDoor
    from mediation_desk.gui.entry.sign_in import SignIn
    from mediation_desk.gui.entry.wizard import Wizard
    from mediation_desk.services.desk import Desk

SIZE = (960, 640)
STORE, LOGIN = "store", "login"  # what the memory keeps: where one signed in last, and as whom
KEPT = "kept_server_passwords"  # and the addresses whose password lies in the keyring


@dataclass(frozen=True)
class Threshold:
    """What the way in needs of the machine: where an office is made, today's date for the example of a
    number, and how the demonstration desk is opened."""

    office: Path  # where an office is made unless somebody chooses otherwise
    open_demonstration: Callable[[Around], Desk]
    today: Callable[[], date]


class EntryWindow(QWidget):
    """``entered(desk, where)`` when somebody is in (``where`` is None at the demonstration desk);
    ``language_chosen(code)`` asks for another language, after which :meth:`rebuild` says everything anew.
    """

    entered = Signal(object, object)
    language_chosen = Signal(str)

    def __init__(self, tasks: Tasks, memory: Memory, around: Around, threshold: Threshold,
                 *, where: Whereabouts | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._memory, self._around, self._threshold = tasks, memory, around, threshold
        self._locked = where
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._parts: list[QWidget] = []
        self._build()
        dress(self)
        if not memory.restore_window("entry", self):
            open_at(self, look().px(SIZE[0]), look().px(SIZE[1]))
        keep_on_screen(self)
        self.show_sign_in() if self._known() else self.show_welcome()

    def _build(self) -> None:
        self.setWindowTitle(tr("Mediation Desk"))
        self._sign_in: SignIn | None = None
        self._wizard: Wizard | None = None
        self._bag_door: BagDoor | None = None
        self.welcome, self.stack, self.trail = Welcome(), QStackedWidget(), Trail()
        self.stack.addWidget(self.welcome)
        self.trail.hide()
        self._parts = [self._side(), self._main()]
        self._row.addWidget(self._parts[0])
        self._row.addWidget(self._parts[1], 1)
        self.welcome.set_up.connect(self.show_wizard)
        self.welcome.elsewhere.connect(self._go_elsewhere)
        self.welcome.bag.connect(self.show_bag)
        self.welcome.demonstration.connect(self.open_demonstration)

    @property
    def sign_in(self) -> SignIn:
        """The sign-in, made when it is first wanted: the first window comes sooner without it."""
        from mediation_desk.gui.entry.sign_in import SignIn

        if self._sign_in is None:
            self._sign_in = SignIn(self._tasks, self._around, self._where(), self._memory.recall(LOGIN))
            self._sign_in.opened.connect(self._signed_in)
            self._sign_in.left.connect(self.show_welcome)
            self.stack.addWidget(self._sign_in)
        return self._sign_in

    @property
    def wizard(self) -> Wizard:
        """The wizard, likewise."""
        from mediation_desk.gui.entry.wizard import Wizard

        if self._wizard is None:
            self._wizard = Wizard(self._tasks, self._around, Whereabouts(folder=str(self._threshold.office)),
                                  self._threshold.today())
            self._wizard.left.connect(self.show_welcome)
            self._wizard.moved.connect(self.trail.go)
            self._wizard.language_chosen.connect(self.language_chosen)
            self._wizard.founded.connect(self._founded)
            self.stack.addWidget(self._wizard)
        return self._wizard

    @property
    def bag_door(self) -> BagDoor:
        """Where a bag is opened, likewise."""
        from mediation_desk.gui.entry.bag import BagDoor

        if self._bag_door is None:
            self._bag_door = BagDoor(self._tasks, self._around, self._threshold.office)
            self._bag_door.opened.connect(self._bag_opened)
            self._bag_door.left.connect(self.show_welcome)
            self.stack.addWidget(self._bag_door)
        return self._bag_door

    def _side(self) -> QWidget:
        side = QFrame()
        side.setObjectName("rail")
        side.setFixedWidth(look().px(264))
        column = QVBoxLayout(side)
        column.setContentsMargins(*[look().px(24)] * 4)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("Mediation Desk"), "heading"))
        column.addWidget(label(tr("Mediation of labour disputes"), "muted", wrap=True))
        column.addSpacing(look().px(24))
        column.addWidget(self.trail)
        column.addStretch(1)
        row = QHBoxLayout()
        for code, name in OWN_NAMES:
            row.addWidget(self._language_button(code, name))
        row.addStretch(1)
        column.addLayout(row)
        return side

    def _language_button(self, code: str, name: str) -> QWidget:
        made = button(name, "quiet")
        made.setDisabled(words().code == code)
        made.clicked.connect(lambda: self.language_chosen.emit(code))
        return made

    def _main(self) -> QWidget:
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(look().px(40), look().px(40), look().px(24), look().px(24))
        area = SteadyArea(self.stack)
        area.setMaximumWidth(look().px(640))
        row.addWidget(area, 8)
        row.addStretch(1)
        return main

    def rebuild(self) -> None:
        """Say everything anew, in the language and look in use now; what was typed stays."""
        wizard, sign_in, bag_door = self._wizard, self._sign_in, self._bag_door
        again = self._same_pane()
        for part in self._parts:
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._build()
        if wizard is not None:
            self.wizard.restore(wizard.answers(), wizard.at)
        if sign_in is not None:
            self.sign_in.login.set_typed(sign_in.login.typed())
        if bag_door is not None:
            self.bag_door.form.set_typed({"bag": bag_door.bag.typed(), "place": bag_door.place.typed()})
        again()

    def _same_pane(self) -> Callable[[], None]:
        now = self.stack.currentWidget()
        if now is self.welcome:
            return self.show_welcome
        if now is self._bag_door:
            return self.show_bag
        return self.show_sign_in if now is self._sign_in else self.show_wizard

    # -- which pane ----------------------------------------------------------------------

    def _where(self) -> Whereabouts:
        """Where one signed in last, or the usual folder of this computer."""
        kept = self._memory.recall(STORE)
        last = Whereabouts.read(kept) if kept else Whereabouts(folder=str(self._threshold.office))
        last = replace(last, kept=bool(last.server) and last.words in self._memory.recall(KEPT).split())
        return self._locked or last

    def _known(self) -> bool:
        where = self._where()
        return bool(where.server) or doors.office_in(Path(where.folder))

    def show_welcome(self) -> None:
        """The first page where there is no office."""
        self._show(self.welcome)
        self.welcome.begin()

    def show_wizard(self) -> None:
        """Set up an office."""
        self._show(self.wizard)
        self.trail.go(self.wizard.at)
        self.wizard.begin()

    def show_sign_in(self, notice: str = "") -> None:
        """Sign in; ``notice`` says why one is asked again, as after locking."""
        self._show(self.sign_in)
        if notice:
            self.sign_in.bar.notice(notice)
        self.sign_in.begin()

    def show_bag(self) -> None:
        """Open a bag from the office."""
        self._show(self.bag_door)
        self.bag_door.begin()

    def _go_elsewhere(self) -> None:
        self.sign_in.ask_place()
        self.show_sign_in()
        self.sign_in.place.folder.setFocus()

    def _show(self, pane: QWidget) -> None:
        self.stack.setCurrentWidget(pane)
        self.trail.setVisible(pane is self._wizard)

    # -- coming in -----------------------------------------------------------------------

    def open_demonstration(self) -> None:
        """Make the demonstration desk and sit down at it."""
        self.welcome.set_busy(tr("Preparing the demonstration desk …"))
        self._tasks.run(self._threshold.open_demonstration, self._around,
                        done=self._demonstrated, failed=self._not_demonstrated, receiver=self,
                        label=tr("Preparing the demonstration desk …"))

    def _demonstrated(self, desk: object) -> None:
        self.welcome.set_busy("")
        self.entered.emit(desk, None)

    def _not_demonstrated(self, error: DeskError) -> None:
        self.welcome.set_busy("")
        self.welcome.bar.trouble(error)

    def _founded(self, desk: object, where: Whereabouts) -> None:
        self._remember(where, self.wizard.account.login.value())
        self.entered.emit(desk, where)

    def _bag_opened(self, desk: Desk, where: Whereabouts) -> None:
        self._remember(where, desk.who.account.login)
        self.entered.emit(desk, where)

    def _signed_in(self, desk: object, where: Whereabouts) -> None:
        self._remember(where, self.sign_in.login.value())
        self.entered.emit(desk, where)

    def _remember(self, where: Whereabouts, login: str) -> None:
        self._memory.keep(STORE, where.words)
        self._memory.keep(LOGIN, login)
        known = set(self._memory.recall(KEPT).split())
        self._memory.keep(KEPT, " ".join(known | {where.words} if where.kept else known - {where.words}))
        self._memory.write()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab: what is asked first, then the way to another language."""
        return order.move(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus."""
        if not press_focused(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window; a bag that is being opened is left."""
        if self._bag_door is not None:
            self._bag_door.stop_work()
        self._memory.keep_window("entry", self)
        self._memory.write()
        super().closeEvent(event)
