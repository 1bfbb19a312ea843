"""What an administrator may decide about an older key file that was put back."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from mediation_desk.domain.rights import Verb
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.office.part import OfficePart
from mediation_desk.services.office import key_file


class OlderKeyFile(QFrame):
    """Shows only while the key file is an older one; says what it means before it is kept for good."""

    def __init__(self, part: OfficePart) -> None:
        super().__init__(part)
        self.setObjectName("card")
        self.part = part
        self.keep = button(tr("Keep this key file for good"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(label(tr("The key file is an older one that was put back"), "strong"))
        column.addWidget(label(tr(
            "Passwords, accounts and the recovery sheet of that day stand in it. Whoever changed a password "
            "since cannot sign in. Best put the newest one back: close the program, and copy the file “keys” "
            "of the last backup beside the store, under the name office.vault. If there is no newer one, "
            "keep this one: the accounts that were changed since come in again once you reset their "
            "passwords, and a recovery sheet is to be printed anew."), wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addStretch(1)
        column.addLayout(row)
        self.keep.setVisible(part.desk.may(Verb.MANAGE_ACCOUNTS))
        self.keep.clicked.connect(self._keep)
        self.hide()

    def look(self) -> None:
        """Show, or go, as the key file stands now."""
        self.part.read(key_file.is_older, done=self.setVisible)

    def _keep(self) -> None:
        self.part.run(key_file.adopt, done=lambda _changes: self.hide(), notice=tr(
            "This key file counts from now on. Reset the passwords of those who cannot sign in, and print a "
            "new recovery sheet."))
