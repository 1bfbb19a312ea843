"""On the road: every bag that left, what came home, and what is done when a laptop is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.rights import Verb
from mediation_desk.gui.kit.fields.choice import Choice
from mediation_desk.gui.kit.fields.kinds import Form, TextArea
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.tables.seeking import choose_where
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.gui.pages.travel.homecoming.receipt_words import receipt_file, receipt_paper
from mediation_desk.gui.pages.travel.homecoming.words import minute
from mediation_desk.gui.pages.travel.part import TravelPart
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import leaving as papers
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.travel import lost, receipts, register
from mediation_desk.services.travel.lost import Renewed
from mediation_desk.services.travel.receipts import Receipt
from mediation_desk.services.travel.register import BagLine

TABLE_HEIGHT, PAPER_HEIGHT = 248, 520
MOST_NAMED = 12


def bag_state(line: BagLine, zone: tzinfo) -> State:
    """Whether a bag is out, home, or lost, and since when."""
    bag = line.bag
    if bag.lost_at is not None:
        return State(tr("lost, {day}", day=f"{bag.lost_at.astimezone(zone):%Y-%m-%d}"), "overdue",
                     "warning-circle")
    if bag.home_at is not None:
        return State(tr("home, {day}", day=f"{bag.home_at.astimezone(zone):%Y-%m-%d}"), "agreed",
                     "house-line")
    if line.office:
        return State(tr("handed over"), "accent", "handshake")
    return State(tr("on the road"), "accent", "suitcase-simple")


def where(line: BagLine) -> str:
    """The laptop, or the office and whom of it a bag was for."""
    return tr("{office}, {person}", office=line.office, person=line.laptop) if line.office else line.laptop


class BagsPart(TravelPart):
    """The register in a table, and beneath it the chosen bag."""

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, memory, parent)
        self.model = RowsModel(self._columns())
        self.table = Table(self.model, name=tr("Bags"))
        self.table.setFixedHeight(look().px(TABLE_HEIGHT))
        self.table.set_empty(tr("Nothing is on the road"),
                             tr("Bags stand here as soon as somebody has taken cases along."),
                             picture="suitcase-simple")
        self.cases = selectable(label("", wrap=True))
        self.print = button(tr("Print the list"), picture="printer")
        self.receipt = button(tr("Receipt"), picture="printer")
        self.which = Choice()
        self.which.setAccessibleName(tr("Which homecoming"))
        self.lose = button(tr("Declare it lost …"), picture="warning-circle")
        self.renew = button(tr("Renew the keys of these cases"), picture="key")
        self.said = selectable(label("", "strong", wrap=True))
        self.card = LostCard(self)
        self.paper = PdfView(tasks, self)
        self.away = button(tr("Back to the page"), "quiet", picture="arrow-left")
        self._list, self._sheet, self._chosen_box = QWidget(self), QWidget(self), QWidget(self)
        self._receipts: Sequence[Receipt] = ()
        self._shown: UUID | None = None  # the bag that stands beneath the table
        self._lay()
        self._listen()
        self._choose(None)

    def _columns(self) -> list[Column]:
        return [
            Column("left", tr("Left"), lambda line: line.bag.left_at.astimezone(self.desk.zone), width=16,
                   whole=True),
            Column("carrier", tr("With"), lambda line: line.carrier, width=12),
            Column("laptop", tr("Laptop or office"), where, width=18),
            Column("state", tr("Standing"), lambda line: bag_state(line, self.desk.zone), Kind.STATE,
                   width=18),
            Column("count", tr("Cases"), lambda line: len(line.cases) + line.hidden, Kind.NUMBER, width=6),
            Column("evidence", tr("Evidence"), lambda line: line.bag.with_evidence, width=8, yields=2),
            Column("numbers", tr("Numbers set aside"), lambda line: line.bag.numbers, width=18, stretch=True,
                   yields=1),
        ]

    def _lay(self) -> None:
        chosen = QVBoxLayout(self._chosen_box)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(look().px(8))
        chosen.addWidget(self.cases)
        chosen.addLayout(row_of(self.print, self.receipt, self.which, self.renew, self.lose))
        chosen.addWidget(self.card)
        chosen.addWidget(self.said)
        inside = QVBoxLayout(self._list)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look().px(12))
        inside.addWidget(label(tr("With whom the office's cases are, and what came home."), "muted",
                               wrap=True))
        inside.addWidget(self.table)
        inside.addWidget(self._chosen_box)
        inside.addStretch(1)
        sheet = QVBoxLayout(self._sheet)
        sheet.setContentsMargins(0, 0, 0, 0)
        sheet.addLayout(row_of(self.away))
        sheet.addWidget(self.paper, 1)
        self.paper.setMinimumHeight(look().px(PAPER_HEIGHT))
        self.column.addWidget(self._list, 1)
        self.column.addWidget(self._sheet, 1)
        self._sheet.hide()

    def _listen(self) -> None:
        self.table.chosen.connect(self._choose)
        self.print.clicked.connect(self.print_list)
        self.receipt.clicked.connect(self.print_receipt)
        self.lose.clicked.connect(self.card.begin)
        self.renew.clicked.connect(self._renew)
        self.away.clicked.connect(self.put_away)
        self.card.go.clicked.connect(self._declare)
        self.leaves(self.card, self.card.put_away)
        self.leaves(self._sheet, self.put_away)

    # -- showing -------------------------------------------------------------------------

    def shown(self) -> None:
        """The register as it is now."""
        self.read(register.bags, done=self._show)

    def _show(self, lines: Sequence[BagLine]) -> None:
        now = self.line
        self.model.set_rows(lines)
        if not (now and choose_where(self.table, lambda line: line.bag.id == now.bag.id)) and lines:
            self.table.choose_row(0)
        self._choose(self.line)

    @property
    def line(self) -> BagLine | None:
        """The chosen bag."""
        row = self.table.current_row()
        return row if isinstance(row, BagLine) else None

    def _choose(self, line: BagLine | None) -> None:
        self._chosen_box.setVisible(line is not None)
        if line is None or line.bag.id != self._shown:
            self.card.put_away()
            self.said.hide()
        self._shown = line.bag.id if line is not None else None
        if line is None:
            return
        self.cases.setText(self._told(line))
        self._show_receipts([])
        if self.desk.may(Verb.BRING_HOME) and (not line.bag.is_out or line.bag.receipts):
            self.read(receipts.of_bag, line.bag.id, done=partial(self._found_receipts, line.bag.id))
        self.lose.setVisible(line.bag.is_out and self.desk.may(Verb.DECLARE_LOST))
        may_renew = self.desk.may(Verb.WRITE_SEALED, own_case=True)
        self.renew.setVisible(bool(line.cases) and not line.office and may_renew)

    def _found_receipts(self, bag_id: UUID, found: Sequence[Receipt]) -> None:
        if bag_id == self._shown:
            self._show_receipts(found)

    def _show_receipts(self, found: Sequence[Receipt]) -> None:
        """One for each time that something of the bag came home; where there are several, one is chosen."""
        self._receipts = found
        self.which.clear()
        self.which.addItems([tr("{who}, {when}", who=one.brought_by, when=minute(
            one.brought_at.astimezone(self.desk.zone))) for one in found])
        self.receipt.setVisible(bool(found))
        self.which.setVisible(len(found) > 1)

    def _told(self, line: BagLine) -> str:
        named = [number for _id, number in line.cases]
        told = [", ".join(named[:MOST_NAMED])] if named else []
        if len(named) > MOST_NAMED:
            told.append(tr("and {count} more", count=len(named) - MOST_NAMED))
        if line.hidden:
            told.append(tr_count("{count} case of colleagues", "{count} cases of colleagues", line.hidden))
        words = [tr("In the bag: {cases}", cases="; ".join(told))]
        if line.bag.reason:
            words.append(tr("Handed over: {reason}", reason=line.bag.reason))
        if line.bag.lost_note:
            words.append(tr("Declared lost: {note}", note=line.bag.lost_note))
        return "\n".join(words)

    # -- doing ---------------------------------------------------------------------------

    def _declare(self) -> None:
        line = self.line
        if line is not None and self.card.form.commit():
            self.run(register.declare_lost, line.bag.id, self.card.note.value(), form=self.card.form,
                     done=self._declared, notice=tr("The bag is declared lost."))

    def _declared(self, _changes: object) -> None:
        self.card.put_away()
        self.shown()

    def _renew(self) -> None:
        line = self.line
        if line is not None:
            self.renew.setDisabled(True)
            self.tasks.run(lost.renew_keys, self.desk, line.bag.id, done=self._renewed, receiver=self,
                           failed=self._not_renewed, label=tr("Renewing the keys …"))

    def _renewed(self, made: Renewed) -> None:
        self.renew.setDisabled(False)
        words = [tr_count("{count} case has a fresh key; the laptop does not have it.",
                          "{count} cases have fresh keys; the laptop does not have them.", made.cases)]
        if made.not_held:
            words.append(tr("You do not hold the key of these; one of their mediators renews it: {numbers}",
                            numbers=", ".join(made.not_held)))
        self.said.setText("\n".join(words))
        self.said.show()
        self.changed.emit(made.changes if isinstance(made.changes, Changes) else Changes())

    def _not_renewed(self, error: object) -> None:
        self.renew.setDisabled(False)
        self.trouble.emit(error)

    # -- the list on paper ---------------------------------------------------------------

    def print_page(self) -> None:
        """Ctrl+P: the list of the chosen bag, or the sheet that shows already."""
        if self._sheet.isHidden():
            self.print_list()
        else:
            self.paper.print_page()

    def print_list(self) -> None:
        """Show the list of the chosen bag as it is printed."""
        line = self.line
        if line is not None:
            self.read(papers.bag_list, line.bag.id, done=self._arrived)

    def print_receipt(self) -> None:
        """Show the receipt of a homecoming, as it was when the bag had come home."""
        at = self.which.currentIndex()
        if 0 <= at < len(self._receipts):
            chosen = self._receipts[at]
            self.read(receipt_paper, chosen, done=lambda paper: self._show_sheet(
                paper, receipt_file(self.desk, chosen, paper)))

    def _arrived(self, paper: Paper) -> None:
        line = self.line
        day = line.bag.left_at.astimezone(self.desk.zone).date() if line is not None else self.desk.today
        self._show_sheet(paper, f"{paper.title}-{day:%Y%m%d}.pdf")

    def _show_sheet(self, paper: Paper, name: str) -> None:
        self._list.hide()
        self._sheet.show()
        self.paper.load(paper.pdf, name)
        self.away.setFocus()

    def put_away(self) -> None:
        """From the paper back to the register."""
        self._sheet.hide()
        self._list.show()
        self.print.setFocus()

    def help_text(self) -> str:
        """F1."""
        return tr("Every bag that left, with whom and on which laptop, and whether it is home. The cases in "
                  "it can be printed as a list. When a laptop or stick is lost, an administrator declares "
                  "it: what comes home after all needs a reason then. Bag and laptop are encrypted; whoever "
                  "holds the keys of the cases renews them here with one press, so that what is said from "
                  "then on is out of the finder's reach even with the password.")


class LostCard(QFrame):
    """Asks what happened before a bag is declared lost."""

    def __init__(self, part: BagsPart) -> None:
        super().__init__(part)
        self.setObjectName("card")
        self.form = Form(self)
        self.note = self.form.add(TextArea(
            tr("What happened"), name="lost_note", lines=2, most=4, required=True, limit=500,
            help=tr("Where and when the laptop or stick was lost, and who was told.")), wide=True)
        self.go = button(tr("Declare it lost"), "primary")
        leave = button(tr("Cancel"))
        leave.clicked.connect(self.put_away)
        self.form.does(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(label(tr("It is not expected home any more. If it comes after all, bringing it home "
                                  "needs a reason."), wrap=True))
        column.addWidget(self.form)
        column.addLayout(row_of(self.go, leave))
        self.hide()

    def begin(self) -> None:
        """An empty card with the cursor in it."""
        self.note.set_value("")
        self.form.clear_errors()
        self.show()
        self.note.setFocus()

    def put_away(self) -> None:
        """Leave it undeclared."""
        self.hide()
