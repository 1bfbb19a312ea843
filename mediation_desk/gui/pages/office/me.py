"""My account: the own password; and how this computer protects what is on its screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.gui import capture
from mediation_desk.gui.entry.password_form import PasswordForm
from mediation_desk.gui.idle import IDLE_MINUTES, MOST_MINUTES, idle_minutes
from mediation_desk.gui.kit.fields.kinds import CheckField, Form, IntegerField
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.gui.pages.office.roles import roles_words
from mediation_desk.services.desk import Desk


class MePart(OfficePart):
    """``protections`` when the idle time or the hiding from capture was chosen anew."""

    protections = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, parent)
        self._memory = memory
        account = desk.who.account
        self.column.addWidget(label(account.name, "heading"))
        self.column.addWidget(label(tr("Signs in as {login}. {roles}.", login=account.login,
                                       roles=roles_words(account.roles)), "muted"))
        self.column.addSpacing(look().px(8))
        self.column.addWidget(label(tr("Change my password"), "group"))
        self.password = PasswordForm(desk, tasks)
        self.column.addWidget(self.password)
        self.password.changed.connect(lambda: self.told.emit(tr("Your password was changed."), None))
        self.form = Form(self)
        self._protections()
        self.column.addSpacing(look().px(8))
        self.column.addWidget(self.form)
        self.column.addStretch(1)

    def _protections(self) -> None:
        self.form.group(tr("This computer"))
        self.idle = self.form.add(IntegerField(
            tr("Lock after so long without a touch"), name=IDLE_MINUTES, most=MOST_MINUTES,
            unit=tr("minutes"), required=True, help=tr("0: never. Ctrl+L locks at any time.")), wide=True)
        self.idle.set_value(idle_minutes(self._memory))
        supported = capture.system_affinity() is not None
        words = (tr("Screenshots and shared screens then show nothing of it.") if supported else
                 tr("This system cannot hide windows from screenshots; Windows can."))
        self.hide_windows = self.form.add(CheckField(
            tr("Hide the window from screenshots and shared screens"), name=capture.HIDE_FROM_CAPTURE,
            help=words), wide=True)
        self.hide_windows.set_value(capture.wanted(self._memory) and supported)
        self.hide_windows.set_read_only(not supported)
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
                  "nothing else. The settings of this computer hold for everybody who signs in at it.")
