"""Who mediates the case: colleagues put on it, taken off it, the case handed over; and its key restored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.mediation.holders import is_entitled
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import Status
from mediation_desk.domain.words import DeskError, Sentence
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.letting_in import LettingIn
from mediation_desk.gui.kit.fields.area import TextArea
from mediation_desk.gui.kit.laid import on_button
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tool import tool
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.gui.pages.at_office import leave_to_office
from mediation_desk.services import reading
from mediation_desk.services.keys import escrow, looking, sharing
from mediation_desk.services.keys.looking import Strange, Waiting, Watch
from mediation_desk.services.reading import CaseView

KEY_VERBS = frozenset({"add_mediator", "remove_mediator", "let_in", "recover_seal", "hand_over"})


class SharingPanel(QWidget):
    """The case's mediators, the one in charge first, each with what can be done about them."""

    waits = Signal(str)  # who of the colleagues waits to be let in, in words, once for each who comes

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._told_waiting: frozenset[UUID] = frozenset()
        self._view: CaseView | None = None
        self._watched: object = None  # at which standing of the case its keys were looked at
        self._told_strange: tuple[Sentence, ...] = ()
        self._people: tuple[object, ...] = ()  # as they are shown
        self.people = QVBoxLayout()
        self.people.setSpacing(look().px(4))
        self.menus: dict[UUID, QMenu] = {}
        self.colleagues = QMenu(self)
        self.add = button(tr("Put a colleague on the case"), "link", picture="user-plus")
        self.add.setMenu(self.colleagues)
        self.restore, self.letting_in = RestoreKey(bench), LettingIn(bench)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(self.people)
        column.addWidget(self.add)
        column.addWidget(self.letting_in)
        column.addWidget(self.restore)
        self.add.hide()
        leave_to_office(bench.desk, self.add)
        self.restore.hide()
        self.colleagues.aboutToShow.connect(self.load)

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show who mediates the case now."""
        self._view = view
        self._watch(view)
        charge = view.case.mediator_id
        people = ([(one.id, one.name) for one in view.mediators], charge, view.case.status, view.own)
        if people == self._people:
            return
        self._people = people
        self._clear()
        for account in sorted(view.mediators, key=lambda one: (one.id != charge, one.name)):
            self.people.addWidget(self._line(account, view))
        self.add.setVisible(self._may(Verb.ADD_MEDIATOR))
        if self.add.isVisibleTo(self):
            self.load()

    def _watch(self, view: CaseView) -> None:
        """Look at the keys when the case is opened, and whenever something happened to them."""
        happened = (view.own, [one.id for one in view.mediators],
                    [event.work_id for event in view.events if event.verb in KEY_VERBS])
        if view.own and (happened != self._watched or not self.restore.isHidden()):
            self._watched = happened
            self.bench.read(looking.watch, done=self._told)

    def _may(self, verb: Verb) -> bool:
        view = self._view
        return (view is not None and view.case.status is Status.OPEN
                and self.bench.desk.may(verb, own_case=view.own))

    def _clear(self) -> None:
        self.menus.clear()
        while (item := self.people.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()

    def _line(self, account: Account, view: CaseView) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        in_charge = account.id == view.case.mediator_id
        name = tr("{name} (in charge)", name=account.name) if in_charge else account.name
        row.addWidget(label(name, wrap=True), 1)
        if not in_charge:
            row.addWidget(self._more(account))
        return made

    def _more(self, account: Account) -> QToolButton:
        """What can be done about a colleague on the case."""
        menu = QMenu(self)
        if self._may(Verb.ADD_MEDIATOR) and is_entitled(account):
            menu.addAction(tr("Hand the case over"), partial(self._hand_over, account))
        if self._may(Verb.REMOVE_MEDIATOR):
            menu.addAction(tr("Take off the case"), partial(self._remove, account))
        self.menus[account.id] = menu
        made = tool("dots-three", tr("Hand over or take off: {name}", name=account.name), "muted", size=16)
        made.setAccessibleName(made.toolTip())
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(menu)
        leave_to_office(self.bench.desk, made)
        if menu.isEmpty():  # never shown from here: it stands nowhere yet, and would come up as a window
            made.hide()
        made.destroyed.connect(menu.deleteLater)
        return made

    # -- doing ---------------------------------------------------------------------------

    def load(self) -> None:
        """Who could be put on the case."""
        self.bench.tasks.read(reading.mediators, self.bench.desk, done=self._offer, receiver=self,
                              failed=self.bench.trouble.emit)

    def _offer(self, known: Sequence[tuple[UUID, str]]) -> None:
        on_it = {account.id for account in self._view.mediators} if self._view else set()
        self.colleagues.clear()
        for account_id, name in known:
            if account_id not in on_it:
                self.colleagues.addAction(on_button(name), self._adding(account_id, name))
        if self.colleagues.isEmpty():
            self.colleagues.addAction(tr("No other mediator")).setEnabled(False)

    def _adding(self, account_id: UUID, name: str) -> Callable[[], None]:
        def add() -> None:
            self.bench.run(sharing.add_mediator, account_id, undo=False,
                           notice=tr("{name} is on the case now. What was said alone opens for them once a "
                                     "mediator who holds the case's key lets them in.", name=name))
        return add

    def _remove(self, account: Account) -> None:
        self.bench.run(sharing.remove_mediator, account.id, undo=False, notice=tr(
            "{name} is off the case; what was said alone is sealed anew.", name=account.name))

    def _hand_over(self, account: Account) -> None:
        self.bench.run(sharing.hand_over, account.id,
                       notice=tr("{name} is in charge of the case now.", name=account.name))

    def _told(self, watch: Watch) -> None:
        """Show who waits; what was made outside the program is said on the page as well, once."""
        self.letting_in.show_watch(watch)
        self.restore.setVisible(not watch.holds)
        if watch.strange and watch.strange != self._told_strange:
            self.bench.trouble.emit(Strange(watch.strange[0]))
        elif watch.holds:
            self._tell_waiting([one for one in watch.waiting if not one.is_escrow])
        self._told_strange = watch.strange

    def _tell_waiting(self, colleagues: Sequence[Waiting]) -> None:
        new = [one for one in colleagues if one.account_id not in self._told_waiting]
        self._told_waiting = frozenset(one.account_id for one in colleagues)
        if new:
            self.waits.emit(tr("{name} waits for the case's key.", name=new[0].name) if len(new) == 1 else
                            tr("{names} wait for the case's key.", names=[one.name for one in new]))


class RestoreKey(QWidget):
    """Shown while the own account lacks the case's key: what helps, and the escrow sheet's code."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.code = TextArea(tr("Code on the escrow sheet"), name="code", lines=2, most=3, required=True,
                             limit=200)
        self.open = button(tr("Restore the key …"), "link", picture="key")
        self.go = button(tr("Restore the key"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label(tr("Your account does not hold this case's key. A mediator who holds it "
                                  "lets you in here, beside the case."), "small", wrap=True))
        for made in (self.open, self.code, self.go):
            column.addWidget(made)
        self.code.hide()
        self.go.hide()
        leave_to_office(bench.desk, self.open)
        self.open.clicked.connect(self._ask)
        self.go.clicked.connect(self._restore)

    def _ask(self) -> None:
        self.open.hide()
        self.code.show()
        self.go.show()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self) -> None:
        if self.code.commit():
            self.go.setDisabled(True)
            self.bench.run(escrow.restore_from_escrow, self.code.value(), undo=False, done=self._restored,
                           failed=self._refused, notice=tr("The key was restored; the case's events say so."))

    def _restored(self, _changes: object) -> None:
        self.go.setDisabled(False)
        self.code.set_value("")
        self.hide()

    def _refused(self, error: DeskError) -> None:
        self.go.setDisabled(False)
        self.code.set_error(tr_error(error))
