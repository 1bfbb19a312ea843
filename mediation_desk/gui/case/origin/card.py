"""From which office a case came in a package, what is owed to it, and its receipt and answer."""

from __future__ import annotations

from datetime import tzinfo
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.referral.referrals import CaseOrigin
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.verbs import may_now
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.origin.answering import AnswerCard
from mediation_desk.gui.kit.facts import Facts
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.desk import Desk
from mediation_desk.services.reading import CaseView
from mediation_desk.services.referral import going_back


def write_receipt(desk: Desk, case_id: UUID, origin_id: UUID, folder: str, seen: Seen | None = None
                  ) -> Changes:
    """Into that folder, under its usual name."""
    name = going_back.proposed_name(desk, case_id, origin_id, "receipt")
    return going_back.write_receipt_into(desk, case_id, origin_id, folder, name, seen).changes


class OriginCard(QFrame):
    """Shown for a case that came in a package, out of sight for every other."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.bench = bench
        self.origin: CaseOrigin | None = None
        self.title, self.state = label("", "group", wrap=True), Chip(State("", "muted"), self)
        self.facts = Facts(self)
        self.receipt = button(tr("Write the receipt …"), picture="receipt")
        self.answer = button(tr("Answer …"), picture="paper-plane-tilt")
        self.answering = AnswerCard(bench, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(8))
        column.addWidget(self.title)
        column.addLayout(row_of(self.state))
        column.addWidget(self.facts)
        column.addLayout(row_of(self.answer, self.receipt))
        column.addWidget(self.answering)
        self.answering.hide()
        self.hide()
        self.receipt.clicked.connect(self.write_receipt)
        self.answer.clicked.connect(self.open_answer)
        self.answering.closed.connect(self.close_answer)

    def show_case(self, view: CaseView) -> None:
        """Show from where it came, the latest package counting."""
        self.origin = view.case.origins[-1] if view.case.origins else None
        self.setVisible(self.origin is not None)
        if self.origin is None:
            return
        origin, desk = self.origin, self.bench.desk
        self.title.setText(tr("Came from “{office}” as {number}", office=origin.office, number=origin.number))
        self.state.set_state(state_of(origin, self.bench))
        self.facts.tell(_facts(origin, desk.zone))
        may = (desk.branch is None and desk.may(Verb.REFER_CASE, own_case=view.own)
               and may_now(view.case, "answer_package"))
        for made in (self.receipt, self.answer):
            made.setVisible(may)
        self.answer.setText(tr("Write the answer again …") if origin.answered_at else tr("Answer …"))
        if not may:
            self.answering.hide()

    def write_receipt(self) -> None:
        """Ask for a folder, and write it there; it can be written as often as it is lost."""
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a folder …"), str(Path.home()))
        if chosen and self.origin is not None:
            self.bench.run(write_receipt, self.origin.id, chosen, undo=False,
                           notice=tr("The receipt is written. Have it brought to “{office}”.",
                                     office=self.origin.office))

    def open_answer(self) -> None:
        """What came of it, in a form beneath."""
        if self.origin is not None:
            self.answer.hide()
            self.answering.begin(self.origin)

    def close_answer(self) -> None:
        """The form is put by, or the answer is written."""
        self.answering.hide()
        self.answer.show()


def state_of(origin: CaseOrigin, bench: CaseBench) -> State:
    """How far it is: answered, returned, overdue, or until when it is owed."""
    if origin.returned_why:
        return State(tr("Returned"), "missing")
    if origin.answered_at is not None:
        return State(tr("Answer given"), "agreed")
    if origin.due_on is None:
        return State(tr("Answer still owed"), "disputed")
    day = words().day(origin.due_on)
    if origin.due_on < bench.desk.today:
        return State(tr("Answer was due {day}", day=day), "overdue", "warning-circle")
    return State(tr("Answer due {day}", day=day), "disputed")


def _facts(origin: CaseOrigin, zone: tzinfo) -> list[tuple[str, str]]:
    def at(told: object) -> str:
        return words().day(told.astimezone(zone)) if told is not None else ""  # type: ignore[attr-defined]

    return [(tr("Sent by"), origin.sender), (tr("Which part"), origin.part or tr("the whole matter")),
            (tr("Reason"), origin.reason), (tr("Who is asked to answer"), origin.asked),
            (tr("Taken in at"), at(origin.taken_at)),
            (tr("Receipt written at"), at(origin.receipt_at) or tr("not written yet")),
            (tr("Answered at"), at(origin.answered_at)), (tr("Result"), origin.result),
            (tr("Why it was returned"), origin.returned_why)]
