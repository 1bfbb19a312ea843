"""What becomes of each claim, on the form of the terms: paid, waived, or something else done by a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain.agreeing.handling import asked_by_place, handled_of
from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.claim_terms import Handled, Place
from mediation_desk.domain.settlement.handling import FIELD, checked, filled, paid_for, shared_anew
from mediation_desk.domain.settlement.pasted import ClaimWords, read_handling
from mediation_desk.domain.settlement.terms import Plan
from mediation_desk.domain.sorting.sorting import Sorting
from mediation_desk.domain.vocabulary import ClaimHandling, InKind, TaxHandling
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.settlement.grids import in_short
from mediation_desk.gui.case.settlement.handling_grid import HandlingField, claim_words
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.tables.spreadsheet import read_cells
from mediation_desk.gui.kit.words import tr, tr_error


class HandlingGroup:
    """The grid, out of sight until somebody wants it, what fills it, and how the tax is handled."""

    def __init__(self, form: Form, today: Callable[[], date]) -> None:
        self.form = form
        self._case: Case | None = None
        self._kept: Agreement | None = None
        self._law: Mapping[Place, Money] = {}
        self._wanted = False
        self._today = today
        self.open = button(tr("Say what becomes of each claim"), "quiet", picture="rows")
        self.opening = form.add_widget(_row(self.open))
        self.field = form.add(HandlingField(today), wide=True)
        self.fill = button(tr("Fill in the rest"), "quiet", picture="equals")
        self.paste = button(tr("Paste claims from a spreadsheet"), "quiet", picture="clipboard-text")
        self.tools = form.add_widget(_row(self.fill, self.paste))
        self.tax = form.add(ChoiceField(tr("The amounts are"), [(one, tr(one.label)) for one in TaxHandling],
                                        name="tax", empty=tr("Nothing is said of the tax"), width=30))
        self.open.clicked.connect(self._open)
        self.fill.clicked.connect(self._fill)
        self.paste.clicked.connect(self._paste)

    # -- the case ------------------------------------------------------------------------

    def show(self, agreement: Agreement | None) -> None:
        """Fill the fields from the kept terms."""
        handled = handled_of(agreement) if agreement else Handled()
        self._kept, self._wanted = agreement, bool(handled.claims)
        self.field.put({})
        self.field.hold(handled)
        self.field.told = []
        self.field.shares = {one.worker_id: one.amount for one in agreement.shares} if agreement else {}
        self.tax.set_value(handled.tax)

    def look_up(self, sorting: Sorting | None) -> None:
        """What the law comes to on what is agreed or found, where it is known."""
        self._law = {(worker, claim): worth.found.amount for worker, row in sorting.worths.items()
                     for claim, worth in row.items() if worth.found.amount is not None} if sorting else {}

    def said(self, case: Case) -> Handled | None:
        """What is set now; None where nothing is and nothing was."""
        if self._case is not case:
            self.field.places = tuple(asked_by_place(case))
        tax = self.tax.value()
        said = Handled(self.field.said(), tax if isinstance(tax, TaxHandling) else None)
        before = handled_of(self._kept) if self._kept else Handled()
        return None if said == before == Handled() else said

    # -- what fills it -------------------------------------------------------------------

    def follow(self, worked: Plan | None) -> None:
        """Of other shares what is paid keeps its proportion, where it was just the share; that is told."""
        if worked is None:
            return
        shares = dict(zip(worked.workers, worked.shares, strict=True))
        before, self.field.shares = self.field.shares, shares
        try:
            said = Handled(self.field.said())
        except DeskError:
            return
        paid = {worker: paid_for(claims) for worker, claims in said.by_worker().items()}
        changed = {worker: share for worker, share in shares.items()
                   if worker in before and before[worker] != share and paid.get(worker) == before[worker]}
        if changed:
            self.field.take(shared_anew(said, changed), said)

    def _open(self) -> None:
        self._wanted = True
        self.form.committed.emit(FIELD, None)
        self.field.setFocus()

    def _fill(self) -> None:
        """Pay for the claims of which nothing is said what their workers' shares still lack."""
        if self._case is not None:
            try:
                said = Handled(self.field.said())
            except DeskError as error:
                self.field.set_error(tr_error(error))
                return
            self.field.hold(filled(said, self.field.shares, asked_by_place(self._case)))
            self._kept_texts()

    def _paste(self) -> None:
        """Take over claims that were copied from a spreadsheet; what is wrong names its row."""
        case = self._case
        if case is None:
            return
        try:
            found = read_handling(read_cells(QGuiApplication.clipboard().text()), _spreadsheet_words(case),
                                  self._today())
        except DeskError as error:
            self.field.set_error(tr_error(error))
            return
        self.field.hold(Handled(found))
        self._kept_texts()

    def _kept_texts(self) -> None:
        self.field.told = []
        self.field.edited.emit(self.field.typed())
        self.field.commit()

    # -- showing -------------------------------------------------------------------------

    def refresh(self, case: Case | None, *, read_only: bool) -> None:
        """Show the claims of today, what moved, and what is wrong."""
        self._case = case
        claimed = case is not None and bool(asked_by_place(case))
        shown = claimed and (self._wanted or bool(self.field.typed()))
        self.opening.setVisible(claimed and not shown and not read_only)
        self.field.setVisible(shown)
        self.tools.setVisible(shown and not read_only)
        if case is None or not claimed:
            return
        self.field.lay(case, self._law, read_only=read_only)
        self.field.set_help(self._help(case))
        self.field.set_error(self._trouble(case))

    def _help(self, case: Case) -> str:
        gone = self._gone(case)
        if gone:
            return tr("No longer claimed, so what was said of it is left out: {claims}", claims=gone)
        if self.field.told:
            return tr("The workers' shares hold. {moved}", moved=in_short(self.field.told))
        return tr("Leave empty what the agreement shall say nothing of.")

    def _gone(self, case: Case) -> list[str]:
        """Claims of the kept terms that nobody makes any more."""
        if self._kept is None:
            return []
        asked, names = asked_by_place(case), told_apart(case.parties_all)
        return [tr("{name}, {claim}", name=names.get(one.worker_id, "—"), claim=claim_words(
            (one.worker_id, one.claim))) for one in self._kept.claim_terms
            if (one.worker_id, one.claim) not in asked]

    def _trouble(self, case: Case) -> str | None:
        try:
            names = told_apart(case.applicants)
            checked(Handled(self.field.said()), self.field.shares, asked_by_place(case), names)
        except DeskError as error:
            return tr_error(error)
        return None


def _spreadsheet_words(case: Case) -> ClaimWords:
    """How a spreadsheet may call workers, claims and what becomes of them, in the language of the day."""
    places = {(name.name, claim_words(place)): place for place in asked_by_place(case)
              for name in case.applicants if name.id == place[0]}
    return ClaimWords(places, {tr(one.label): one for one in ClaimHandling},
                      {tr(one.label): one for one in InKind})


def _row(*made: QWidget) -> QWidget:
    """Buttons in a row, each as wide as its words."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    for one in made:
        line.addWidget(one)
    line.addStretch(1)
    return row
