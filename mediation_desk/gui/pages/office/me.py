"""My account: the own password, how the program looks, and how this computer protects its screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.mediation.holders import readable
from mediation_desk.gui import capture, due_notice
from mediation_desk.gui.entry.password_form import PasswordForm
from mediation_desk.gui.idle import IDLE_MINUTES, MOST_MINUTES, idle_minutes
from mediation_desk.gui.kit.fields.kinds import CheckField, ChoiceField, Form, IntegerField, SegmentField
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import Mode, look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.office.pin_form import PinForm
from mediation_desk.gui.pages.office.roles import roles_words
from mediation_desk.library.words import CHINESE, ENGLISH
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import looking

MODE, PERCENT, LANGUAGE = "mode", "percent", "language"  # what the frame is asked for, by name
SIZES = (75, 100, 125, 150, 175, 200)  # of the text, in per cent


class MePart(OfficePart):
    """``protections`` when the idle time or the hiding from capture was chosen anew; ``chosen(name,
    value)`` asks for another look, text size or language."""

    protections = Signal()
    chosen = Signal(str, str)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._memory = memory
        account = desk.who.account
        self.column.addWidget(label(account.name, "heading", wrap=True))
        self.column.addWidget(label(tr("Signs in as {login}. {roles}.", login=account.login,
                                       roles=roles_words(account.roles)), "muted"))
        self.mark = label("", "small", wrap=True)
        self.column.addWidget(self.mark)
        self.looks, self.form = Form(self), Form(self)
        self._appearance()
        self._protections()
        self.password = PasswordForm(desk, tasks)
        self.password.changed.connect(lambda: self.told.emit(tr("Your password was changed."), None))
        self.pin = PinForm(desk, tasks)
        self.pin.told.connect(lambda words: self.told.emit(words, None))
        for part in (self.looks, label(tr("Change my password"), "group"), self.password,
                     label(tr("My PIN"), "group"), self.pin, self.form):
            if part not in (self.password, self.pin):
                self.column.addSpacing(look().px(8))
            self.column.addWidget(part)
        self.column.addStretch(1)

    def shown(self) -> None:
        """The own fingerprint, which colleagues compare before they let somebody in; and whether one has a
        PIN."""
        self.pin.look_up()
        self.read(looking.fingerprint_of, done=lambda mark: self.mark.setText(
            tr("Fingerprint of my keys: {mark}. Read it out to a colleague who lets you into a case.",
               mark=readable(mark))))

    def _appearance(self) -> None:
        theme, form = look().theme, self.looks
        form.group(tr("Appearance"))
        modes: list[tuple[object, str]] = [(Mode.SYSTEM, tr("As the system")), (Mode.LIGHT, tr("Light")),
                                           (Mode.DARK, tr("Dark"))]
        self.mode = form.add(SegmentField(tr("Colours"), modes, name=MODE, required=True))
        sizes: list[tuple[object, str]] = [(size, f"{size} %") for size in SIZES]
        self.percent = form.add(ChoiceField(
            tr("Text size"), sizes, name=PERCENT, required=True, width=10,
            help=tr("Ctrl+plus and Ctrl+minus do it anywhere; Ctrl+0 goes back to 100 %.")))
        self.language = form.add(SegmentField(tr("Language"), [(CHINESE, "中文"), (ENGLISH, "English")],
                                              name=LANGUAGE, required=True))
        form.set_values({MODE: theme.mode, PERCENT: theme.percent, LANGUAGE: words().code})
        form.committed.connect(lambda name, value: self.chosen.emit(name, str(value)))

    def _protections(self) -> None:
        self.form.group(tr("This computer"))
        self.idle = self.form.add(IntegerField(
            tr("Lock after so long without a touch"), name=IDLE_MINUTES, most=MOST_MINUTES,
            unit=tr("minutes"), required=True, help=tr("0: never. Ctrl+L locks at any time.")), wide=True)
        self.idle.set_value(idle_minutes(self._memory))
        supported = capture.system_affinity() is not None
        told = (tr("Screenshots and shared screens then show nothing of it.") if supported else
                tr("This system cannot hide windows from screenshots; Windows can."))
        self.hide_windows = self.form.add(CheckField(
            tr("Hide the window from screenshots and shared screens"), name=capture.HIDE_FROM_CAPTURE,
            help=told), wide=True)
        self.hide_windows.set_value(capture.wanted(self._memory) and supported)
        self.hide_windows.set_read_only(not supported)
        self.due_notice = self.form.add(CheckField(
            tr("Tell after signing in how much is due"), name=due_notice.DUE_NOTICE, help=tr(
                "One notice of the system a day, with counts and sums alone, where the system shows "
                "notices.")), wide=True)
        self.due_notice.set_value(due_notice.wanted(self._memory))
        self.form.committed.connect(self._keep)

    def _keep(self, name: str, value: Any) -> None:
        kept = str(value) if name == IDLE_MINUTES else "yes" if value else ""
        self._memory.keep(name, kept)
        self._memory.write()
        self.protections.emit()
        self.told.emit(tr("Saved."), None)

    def help_text(self) -> str:
        """F1."""
        return tr("Your password opens the store and what was said alone in your cases. Changing it changes "
                  "nothing else. A PIN leads back from a turned screen (F11) more quickly. The settings of "
                  "this computer hold for everybody who signs in at it.")
