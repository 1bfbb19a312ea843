"""Sets up an office in four calm steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.busy import Busy
from mediation_desk.gui.entry.place import PlaceForm
from mediation_desk.gui.entry.steps import AccountStep, NumberStep, OfficeStep
from mediation_desk.gui.entry.trail import step_titles
from mediation_desk.gui.kit.bar import MessageBar
from mediation_desk.gui.kit.fields.kinds import Form
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.entry import doors
from mediation_desk.services.entry.doors import Around, Whereabouts

PASSWORDS = ("password", "password_again", "server_password")


class Wizard(QWidget):
    """Asks step by step; ``founded(desk, where)`` at the end, ``left`` when one turns back at the first
    step, ``moved(step)`` from step to step, ``language_chosen(code)`` at once."""

    founded = Signal(object, object)
    left = Signal()
    moved = Signal(int)
    language_chosen = Signal(str)

    def __init__(self, tasks: Tasks, around: Around, where: Whereabouts, today: date,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._around, self._where = tasks, around, where
        self.office, self.numbers = OfficeStep(), NumberStep(today)
        self.place, self.account = PlaceForm(where, tasks), AccountStep()
        self.steps: Sequence[Form] = (self.office, self.numbers, self.place, self.account)
        self.title, self.why = label("", "title", parent=self), label("", "muted", wrap=True, parent=self)
        self.stack, self.bar, self.busy = QStackedWidget(self), MessageBar(self), Busy(self)
        self.back = button(tr("Back"), parent=self)
        self.next = button(tr("Next"), "primary", parent=self)
        self._lay()
        self._listen()
        self.go(0)

    def _lay(self) -> None:
        for step in self.steps:
            self.stack.addWidget(self._scrolled(step))
        row = QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addWidget(self.back)
        row.addWidget(self.next)
        row.addStretch(1)
        row.addWidget(self.busy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(16))
        for widget in (self.title, self.why):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        column.addWidget(self.bar)
        column.addLayout(row)

    @staticmethod
    def _scrolled(step: Form) -> SteadyArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, look().px(8), 0)
        column.addWidget(step)
        column.addStretch(1)
        return SteadyArea(inner)

    def _listen(self) -> None:
        self.back.clicked.connect(self.step_back)
        self.next.clicked.connect(self.step_on)
        self.office.language.committed.connect(lambda code: self.language_chosen.emit(str(code)))
        for step in self.steps:
            step.does(self.next)

    # -- from step to step ---------------------------------------------------------------

    @property
    def at(self) -> int:
        """The step in front, from 0."""
        return self.stack.currentIndex()

    def go(self, step: int) -> None:
        """Show a step, with the cursor in its first field."""
        self.stack.setCurrentIndex(step)
        self.title.setText(step_titles()[step])
        self.why.setText(_reasons()[step])
        self.next.setText(tr("Set up the office") if step == len(self.steps) - 1 else tr("Next"))
        self.bar.clear()
        self.moved.emit(step)
        self.begin()

    def begin(self) -> None:
        """Put the cursor where the step begins."""
        first = (self.office.name, self.numbers.pattern, self.place.kind, self.account.person)[self.at]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> None:
        """One step back; from the first one out of the wizard."""
        if self.at:
            self.go(self.at - 1)
        else:
            self.left.emit()

    def step_on(self) -> None:
        """One step on, when this one is filled in as it should be."""
        if not self.next.isEnabled():
            return
        step = self.steps[self.at]
        try:
            if not step.commit():
                return
            self._check()
        except DeskError as error:
            step.show_error(error)
            return
        if self.at + 1 < len(self.steps):
            self.go(self.at + 1)
        else:
            self._found()

    def _check(self) -> None:
        if self.at == 2:
            self._where = self.place.where()
            doors.check_free(self._where)
        elif self.at == 0:
            self.office.check()
        elif self.at == 1:
            self.numbers.check()
        else:
            self.account.check()

    # -- the founding --------------------------------------------------------------------

    def answers(self) -> dict[str, str]:
        """Everything asked for, as it stands in the fields."""
        return {name: step.field(name).typed() for step in self.steps for name in step.names()}

    def restore(self, answers: dict[str, str], step: int) -> None:
        """Bring back what was typed, after the language changed; passwords are typed again."""
        for form in self.steps:
            form.set_typed({name: text for name, text in answers.items()
                            if name not in PASSWORDS and name != "language"})
            for name in form.names():
                if name not in PASSWORDS and form.field(name).typed():
                    form.field(name).commit()
        self.place.refresh()
        self.go(step)

    def _found(self) -> None:
        self._set_busy(True)
        self._tasks.run(doors.found, self._where, self.answers(), self._around, done=self._founded,
                        failed=self._refused, label=tr("Setting up the office …"), receiver=self)

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.back, self.next, self.stack):
            widget.setDisabled(busy)
        if busy:
            self.busy.begin(tr("Setting up the office …"))
        else:
            self.busy.end()

    def _founded(self, desk: object) -> None:
        self._set_busy(False)
        self.account.password.wipe()
        self.account.again.wipe()
        self.founded.emit(desk, self._where)

    def _refused(self, error: DeskError) -> None:
        self._set_busy(False)
        for at in (self.at, 0, 1, 2, 3):
            field = "kind" if error.field == "place" else error.field
            if field in self.steps[at].names():
                if at != self.at:
                    self.go(at)
                self.steps[at].show_error(error)
                return
        self.bar.trouble(error)


def _reasons() -> list[str]:
    return [tr("These stand on every paper. All of it can be changed later."),
            tr("Every case gets a number by itself, in the order in which it is registered."),
            tr("All cases lie in one encrypted store. Without a password nobody can read it."),
            tr("You mediate and administer the office. Choose a password that you will remember, such as "
               "three unrelated words; print the recovery sheet later, for the day it is forgotten.")]
