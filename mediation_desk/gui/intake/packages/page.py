"""Open a package: what another office sent is looked at, then taken in, or read into its referral."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QLayout, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.intake.packages import sight
from mediation_desk.gui.intake.packages.comparing import CompareCard
from mediation_desk.gui.intake.packages.kinds import KINDS
from mediation_desk.gui.intake.packages.receipt import ReceiptLine
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.facts import Facts
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.progress_strip import ProgressStrip
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.led_page import LedPage
from mediation_desk.services.desk import Desk
from mediation_desk.services.referral import incoming, opening, replies
from mediation_desk.services.referral.incoming import Incoming, Signer, TakenIn
from mediation_desk.services.referral.opening import Envelope
from mediation_desk.services.referral.replies import Reply


class PackagesPage(LedPage):
    """Nothing is changed before the one press that takes it in. ``changed(Changes)`` tells what was;
    ``case_wanted(case_id)`` opens a case."""

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__(tr("Open a package"))
        self.desk, self.tasks = desk, tasks
        self._envelope: Envelope | None = None
        self._incoming: Incoming | None = None
        self._reply: Reply | None = None
        self._case_id: UUID | None = None
        self.other_file = button(tr("Another file …"), "quiet", picture="folder-open")
        self.nothing = EmptyState(tr("No package opened yet"), tr(
            "Choose what another office sent: a matter that it refers, a receipt, or an answer. You may also "
            "drop the file anywhere on this window. Looking at it changes nothing."), picture="package",
            action=tr("Choose a file …"), on_action=self.choose)
        self.strip = ProgressStrip()
        self.locked, self.form = QFrame(), Form()
        self.passphrase = self.form.add(TextField(tr("Passphrase"), name="passphrase", width=40,
                                                  required=True,
                                                  help=tr("As the sender tells it by telephone: five "
                                                          "groups of four digits, or words.")))
        self.unlock = button(tr("Open the package"), picture="lock-open")
        self.compare = CompareCard()
        self.heading, self.facts = label("", "heading", wrap=True), Facts()
        self.done, self.done_words = QFrame(), label("", "heading", wrap=True)
        self.open_case = button(tr("Open the case"), "primary", picture="folder-open")
        self.receipt = ReceiptLine(desk, tasks)
        self.sight = QWidget()
        self._lay()
        self._listen()
        self._show()

    # -- laying out ----------------------------------------------------------------------

    def _lay(self) -> None:
        for press in (self.way_back, self.other_file):
            self.head.addWidget(press)
        self._card(self.locked, label(tr("This package opens with a passphrase"), "group"), self.form,
                   row_of(self.unlock))
        self._card(self.done, self.done_words, row_of(self.open_case), self.receipt)
        inside = QVBoxLayout(self.sight)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look().px(12))
        for part in (self.heading, self.compare, self.facts):
            inside.addWidget(part)
        self.add(self.nothing, 1)
        for made in (self.strip, self.locked, self.done, self.sight):
            self.add(made)
        self.body.addStretch(0)

    @staticmethod
    def _card(card: QFrame, *inside: QWidget | QLayout) -> None:
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        for made in inside:
            column.addWidget(made) if isinstance(made, QWidget) else column.addLayout(made)

    def _listen(self) -> None:
        self.other_file.clicked.connect(self.choose)
        self.form.does(self.unlock)
        self.unlock.clicked.connect(self._look)
        self.compare.changed.connect(self._offer)
        self.open_case.clicked.connect(lambda: self.case_wanted.emit(self._case_id, None))
        self.receipt.changed.connect(self.changed)

    # -- looking -------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for a file."""
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("Open a package"), "", tr(
            "Packages ({kinds});;All files (*)", kinds=KINDS))
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Look at a file; what was looked at before is put by."""
        self._envelope = self._incoming = self._reply = self._case_id = None
        self.bar.clear()
        self.passphrase.set_value("")
        self.form.clear_errors()
        self.set_title(tr("Open a package"), path.name)
        self._show()
        self.tasks.read(opening.envelope, str(path), done=self._seen, failed=self._refuse, receiver=self)

    def _seen(self, envelope: Envelope) -> None:
        self._envelope = envelope
        self._show()
        if envelope.asks_passphrase:
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._look()

    def _look(self) -> None:
        if self._envelope is None or (self._envelope.asks_passphrase and not self.form.commit()):
            return
        label_ = tr("Looking into the package …")
        is_matter = self._envelope.kind == "referral"
        verb, more = ((incoming.look_into, (self.passphrase.value(),)) if is_matter
                      else (replies.look_into, ()))
        task = self.tasks.read(verb, self.desk, str(self._envelope.path), *more, receiver=self, label=label_,
                               done=self._show_incoming if is_matter else self._show_reply,
                               failed=self._refused)
        self.strip.follow(task, label_)

    def _refused(self, error: DeskError) -> None:
        """Beside the passphrase or the tick where it concerns them; what shows goes on showing."""
        if error.field == "compared" and self.compare.isVisible():
            self.compare.refuse(error)
        elif not (self.locked.isVisible() and self.form.show_error(error)):
            self._refuse(error)

    def _refuse(self, error: DeskError) -> None:
        """Said at the foot of the page; what cannot be looked at leaves room for another file."""
        self.show_error(error)
        if self._incoming is None and self._reply is None:
            self._envelope = None
            self._show()

    def _show_incoming(self, incoming: Incoming) -> None:
        self.bar.clear()
        self._incoming = incoming
        self.heading.setText(tr("“{office}” refers a matter to this office", office=incoming.office))
        self.facts.tell(sight.told_by_package(incoming, self.desk.today, self.desk.zone))
        if incoming.signer is Signer.KNOWN:
            self.compare.put_away()
        elif incoming.signer is Signer.CHANGED:
            self.compare.ask(tr("This office is known here, and signed with another key before. Somebody "
                                "may be writing in its name; its keys also change when it renews them."),
                             incoming.check, alarming=True)
        else:
            why = tr("Nobody here has compared this sender's number yet: the package says that it is from "
                     "“{office}”, and nothing proves it.", office=incoming.office)
            self.compare.ask(why, incoming.check)
        self._show()

    def _show_reply(self, reply: Reply) -> None:
        self.bar.clear()
        self._reply = reply
        self.heading.setText(sight.heading_of(reply))
        self.facts.tell(sight.told_by_reply(reply, self.desk.today))
        if reply.is_known:
            self.compare.put_away()
        else:
            self.compare.ask(tr("The package was made for a passphrase, so nobody knows yet which key its "
                                "receiver signs with."), reply.check)
        self._show()

    # -- what shows ----------------------------------------------------------------------

    def _show(self) -> None:
        looked, done = self._incoming is not None or self._reply is not None, self._case_id is not None
        locked = self._envelope is not None and self._envelope.asks_passphrase and not looked and not done
        self.nothing.setVisible(self._envelope is None)
        self.other_file.setVisible(self._envelope is not None)
        self.locked.setVisible(locked)
        self.sight.setVisible(looked and not done)
        self.done.setVisible(done)
        self._offer()

    def _offer(self) -> None:
        """The one press, once there is something to take in and nothing left to compare."""
        if self._case_id is not None or (self._incoming is None and self._reply is None):
            self.set_primary("", None)
            return
        if self._incoming is not None:
            self.set_primary(tr("Take it in as a case"), self.take, picture="tray")
        else:
            self.set_primary(tr("Read it into the case"), self.take, picture="tray")
        self.primary.setEnabled(self.compare.is_settled)

    # -- taking in -----------------------------------------------------------------------

    def take(self) -> None:
        """One press: a case is made of it, or it is read into its referral."""
        if not self.compare.is_settled:
            return
        self.primary.setEnabled(False)
        words = tr("Taking it in …")
        if self._incoming is not None:
            task = self.tasks.run(incoming.take_in_chosen, self.desk, self._incoming.path,
                                  self.passphrase.value(), self.compare.compared, receiver=self, label=words,
                                  done=self._taken, failed=self._not_taken)
        elif self._reply is not None:
            task = self.tasks.run(replies.take_chosen, self.desk, self._reply.path, self.compare.compared,
                                  receiver=self, label=words, done=self._read, failed=self._not_taken)
        else:
            return
        self.strip.follow(task, words)

    def _not_taken(self, error: DeskError) -> None:
        self._offer()
        self._refused(error)

    def _taken(self, made: TakenIn) -> None:
        path, self._case_id = self._incoming.path if self._incoming else Path(), made.case_id
        self.done_words.setText(tr("Taken in as {number}.", number=made.number))
        self.passphrase.set_value("")
        self.receipt.write_beside(path, made)
        self._over(made.changes)

    def _read(self, changes: Changes) -> None:
        reply = self._reply
        if reply is None:
            return
        self._case_id = reply.case_id
        self.done_words.setText(
            tr("The answer is in case {number}, its papers among the evidence.", number=reply.number)
            if reply.is_answer else tr("The receipt is noted in case {number}.", number=reply.number))
        self.receipt.hide()
        self._over(changes)

    def _over(self, changes: Changes) -> None:
        self._show()
        self.open_case.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(changes)

    # -- what a page can do --------------------------------------------------------------

    def stop_work(self) -> None:
        """The desk is about to close: what is half done is taken away again."""
        self.strip.halt()

    def focus_first(self) -> None:
        """Where work begins."""
        (self.nothing.action if self._envelope is None else self.primary).setFocus(
            Qt.FocusReason.OtherFocusReason)

    def help_text(self) -> str:
        """F1."""
        return tr("A sealed package holds a matter that another office refers to this one: its parties and "
                  "claims, the work order with its hours, papers and evidence. It opens with this office's "
                  "key or with the passphrase that the sender tells by telephone. Looking at it changes "
                  "nothing; taking it in makes a case with a number of this office and writes a receipt "
                  "for the sender. Receipts and answers that come back from other offices are read here "
                  "into the referral that they belong to. What is damaged, for another office, out of date "
                  "or taken in already is refused with the reason.")
