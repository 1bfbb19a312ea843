"""What the frame tells of itself once one has sat down: the recovery sheet, the key file, a renewed key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.desk.cases_frame import CasesFrame
from mediation_desk.gui.desk.places import OFFICE
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.desk import Desk, KeyRenewed
from mediation_desk.services.upkeep.store_key import Left

if TYPE_CHECKING:
    from mediation_desk.gui.pages.office.page import OfficePage


class TellingFrame(CasesFrame):
    """``sign_in_wanted``: this desk's keys open nothing any more."""

    sign_in_wanted = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, *, version: str = "",
                 wall: Callable[[], float] | None = None) -> None:
        super().__init__(desk, tasks, memory, version=version, wall=wall)
        self.tasks.refused.connect(self._refused)

    def remind_of_recovery_sheet(self) -> None:
        """Say that no recovery sheet was printed yet, with the way to print it."""
        page = self.current()
        if page is not None:
            page.bar_in_front().notice(
                tr("No recovery sheet has been printed yet. Without it, a store whose passwords are "
                   "forgotten stays closed for good."), action=tr("Print it now"), on_action=self.show_sheets)

    def tell_of_older_vault(self) -> None:
        """Say calmly that an older key file was put back, with the way to decide about it."""
        page = self.current()
        if page is None:
            return
        words = tr("The key file is an older one that was put back. Passwords, accounts and the recovery "
                   "sheet of that day stand in it; your own sign-in is the present one.")
        decide = (tr("Look at it"), self._show_safety) if self.desk.may(Verb.BACK_UP) else ("", None)
        page.bar_in_front().notice(words, action=decide[0], on_action=decide[1], stays=True)

    def tell_of_renewal(self, left: Left) -> None:
        """Say what was done about a renewal of the store key that was interrupted."""
        page = self.current()
        if page is None:
            return
        if left is Left.FINISHED:
            words = tr("Renewing the store key was interrupted; it is finished now. The former recovery "
                       "sheet opens nothing any more.")
            act = tr("Print it now"), self.show_sheets
        else:
            words = tr("Renewing the store key was interrupted: nothing was changed, and it can be begun "
                       "anew.")
            act = tr("Look at it"), self._show_safety
        action, on_action = act if self.desk.may(Verb.RENEW_STORE_KEY) else ("", None)
        page.bar_in_front().notice(words, action=action, on_action=on_action, stays=True)

    def _refused(self, error: DeskError) -> None:
        """Nothing more can be read or saved with this desk's keys, whoever else is told so as well."""
        page = self.current()
        if isinstance(error, KeyRenewed) and page is not None:
            page.bar_in_front().trouble(
                tr("The store key was renewed by somebody else. What was saved is safe; copy what stands in "
                   "a field and was not saved yet, and sign in again."),
                action=tr("Sign in again"), on_action=self.sign_in_wanted.emit)

    def _show_safety(self) -> None:
        page = cast("OfficePage", self.show_page(OFFICE))
        page.go_to("safety")

    def show_sheets(self) -> None:
        """The office's recovery sheets."""
        page = cast("OfficePage", self.show_page(OFFICE))
        page.go_to("sheets")
