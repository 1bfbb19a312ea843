"""The Sorting station: what each side says, what is agreed, what is disputed and what it is worth."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from mediation_desk.domain.merging import Conflicts, Seen
from mediation_desk.domain.sorting.statements import Place
from mediation_desk.domain.vocabulary import Side, Station, Status
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.button import PapersButton
from mediation_desk.gui.case.sorting.amounts import Amounts
from mediation_desk.gui.case.sorting.elements import Elements
from mediation_desk.gui.case.sorting.inquiries import InquiriesPane
from mediation_desk.gui.case.sorting.issues import Issues
from mediation_desk.gui.case.sorting.outlook import AheadPane
from mediation_desk.gui.case.sorting.relationship import Relationship
from mediation_desk.gui.case.sorting.sayings import Sayings
from mediation_desk.gui.case.sorting.sight import Sight, Sitting
from mediation_desk.gui.case.sorting.strip import Strip
from mediation_desk.gui.kit.clash import ask_beneath
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.words import tr, tr_count, tr_error
from mediation_desk.library import private_files
from mediation_desk.library.spreadsheets.workbook import BIGGEST_BYTES
from mediation_desk.services.reading import CaseView
from mediation_desk.services.sorting import sorting, workbooks
from mediation_desk.services.sorting.filling import WorkbookRefused
from mediation_desk.services.sorting.sorting import Saying, Voice
from mediation_desk.services.sorting.workbooks import TakenIn

OUTLOOK = "arbitration-outlook"
MOST_TOLD = 8  # errors of a workbook that the message names one by one


class SortingPage(StationPage):
    """Figures above; beneath them elements, issues, calculations, the relationship, and the outlook.

    The sorting comes with each reading of the case; ``sight`` is what is shown of it.
    """

    station = Station.SORTING
    width_needed = 1280

    def __init__(self, bench: CaseBench) -> None:
        super().__init__(bench)  # scrolls only where large type on a low screen leaves the grids no room
        self.sight: Sight | None = None
        self._sitting = Sitting(bench.desk, bench.language)
        self._unmended = False  # whether the bar speaks of cells that could not be kept
        self.sayings = Sayings(bench, self._ask_to_mend, self)
        self.strip, self.tabs, self.front = Strip(), QTabWidget(), QStackedWidget()
        self.elements, self.issues, self.amounts = Elements(self.sayings), Issues(), Amounts()
        self.relationship, self.ahead = Relationship(bench), AheadPane(bench)
        self.inquiries = InquiriesPane(bench)
        self._lay()
        self._listen()
        self.set_primary(self._action_words(), self._ask_computed, picture="calculator")

    def _lay(self) -> None:
        for pane, title in ((self.elements, tr("Elements")), (self.issues, tr("Issues")),
                            (self.amounts, tr("Calculations")), (self.relationship, tr("Relationship")),
                            (self.inquiries, tr("Inquiries")),
                            (self.ahead, tr("If it goes to arbitration"))):
            self.tabs.addTab(pane, title)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.strip)
        column.addWidget(self.tabs, 1)
        self.main = main
        self.not_accepted = self._empty(tr("The case is not accepted yet"), tr(
            "Sorting begins once both sides have consented and the case is accepted."), "hourglass")
        self.no_claims = self._empty(tr("No claims are chosen yet"), tr(
            "The claims decide which elements are asked. Choose for each worker what is claimed."),
            "list-numbers")
        self.not_sorted = EmptyState(tr("Nothing was sorted"), tr(
            "The case ended before any claim was chosen."), picture="list-dashes")
        for made in (self.not_accepted, self.no_claims, self.not_sorted, main):
            self.front.addWidget(made)
        self.add(self.front, 1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.papers = PapersButton(self.bench, self, self, at_hand=self._worker)
        self.tabs.setCornerWidget(self._corner())
        self.title.hide()  # the stepper above says it, and the grids need the room
        self._tighten()

    def _corner(self) -> QWidget:
        """The papers and the page's primary action, at the right of the sub-pages' names."""
        corner = self.corner = QWidget()
        row = self._corner_row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 0, look().px(4))
        row.setSpacing(look().px(8))
        row.addWidget(self.papers)
        row.addWidget(self.primary)
        return corner

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Papers and primary action at the right of the sub-pages' names, or above where it is narrow."""
        super().resizeEvent(event)
        needed = self.tabs.tabBar().sizeHint().width() + self.papers.sizeHint().width()
        beside = event.size().width() >= needed + self.primary.sizeHint().width() + look().px(72)
        self._place_actions(self._short or beside)

    def _place_actions(self, beside: bool) -> None:
        if beside != (self.primary.parentWidget() is self.corner):
            for made in (self.papers, self.primary):
                (self._corner_row if beside else self.head).addWidget(made)

    def set_short(self, short: bool) -> None:
        """The grids go before the figures, which stand under the calculations too."""
        super().set_short(short)
        self.strip.setVisible(not short)
        for press, text in ((self.papers, self.papers.words()), (self.primary, self._action_words())):
            press.setText("" if short else text)
            tip(press, text if short else "")
        self._tighten()

    def _tighten(self) -> None:
        """The grids need the room at the edges."""
        if (whole := self.layout()) is not None:
            side = look().px(12 if self._short else 24)
            whole.setContentsMargins(side, look().px(4), side, look().px(4 if self._short else 8))
            whole.setSpacing(look().px(4))

    @staticmethod
    def _action_words() -> str:
        return tr("Use computed amounts as claims")

    def _empty(self, title: str, text: str, picture: str) -> EmptyState:
        return EmptyState(title, text, picture=picture, action=tr("Go to Intake"), on_action=self.to_intake)

    def _worker(self) -> tuple[UUID, str] | None:
        """The worker whom the cursor is on."""
        place = self.elements.details.place
        worker = place[1] if place else None
        return (worker, self.sight.name(worker)) if worker and self.sight else None

    def _listen(self) -> None:
        self.sayings.sent.connect(self._foresee)
        self.sayings.settled.connect(self._sort)
        self.sayings.clashed.connect(lambda error: ask_beneath(self.main, error, self.bench.clash_words(),
                                                               self.sayings.decide))
        self.sayings.mended.connect(self._mended)
        self.strip.issue_wanted.connect(self.go_to)
        self.strip.all_wanted.connect(lambda: self.tabs.setCurrentWidget(self.issues))
        self.issues.issue_wanted.connect(self.go_to)
        self.elements.admitted.connect(self._admit)
        self.elements.denied.connect(self._deny)
        self.elements.unanswered.connect(lambda: self.bar.notice(tr(
            "The other side has not said anything on this yet.")))
        self.elements.export_wanted.connect(self._choose_export)
        self.elements.import_wanted.connect(self._choose_import)
        self.ahead.paper_wanted.connect(lambda side: self.papers.open(OUTLOOK, side=side))
        self.papers.opening.connect(self.elements.details.commit)
        self.inquiries.opened.connect(lambda form: self.leaves(form, self.inquiries.leave))
        self.edits(self.elements.bring_in)
        tools = self.elements.tools
        self.stays_open(tools.voice, tools.whose, tools.in_sight)

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show the case: sort it, or say what must come first."""
        missing = self._missing(view)
        self.front.setCurrentWidget(missing or self.main)
        self.papers.show_case(view)
        if missing is None:
            self.relationship.show_case(view)
            self.inquiries.show_case(view)
            self._sort()
            if view.unsorted:
                self.show_error(view.unsorted)

    def _missing(self, view: CaseView) -> QWidget | None:
        """What is said instead of the page, when the case is not ready for it."""
        case = view.case
        if case.is_claimed or case.dispute_sheets:
            return self.not_accepted if case.accepted_on is None and case.status is Status.OPEN else None
        if case.status is not Status.OPEN:
            return self.not_sorted
        return self.not_accepted if case.accepted_on is None else self.no_claims

    def _sort(self) -> None:
        """Show the sorting of the last reading, unless another reading follows: what was just typed is
        in sight already."""
        view = self.bench.view
        if view is not None and view.sorting is not None and not self.sayings.under_way:
            self._show(self._sitting.sight(view.case, view.sorting))

    def _show(self, sight: Sight) -> None:
        self.sight = sight
        self.strip.show_sight(sight)
        for pane in (self.elements, self.issues, self.amounts, self.ahead):
            pane.show_sight(sight)
        self.elements.set_read_only(not self.bench.can("say"))

    def _foresee(self, sayings: list[Saying]) -> None:
        """Something is on its way to the store: show at once where that leaves its workers."""
        sight = self._sitting.foreseen(self.sight, sayings) if self.sight else None
        if sight is not None:
            self._show(sight)

    def set_read_only(self, read_only: bool) -> None:
        """A case that is over is shown, its grids too; and so is one whose agreement is signed."""
        shut = read_only or not self.bench.can("say")
        super().set_read_only(shut)
        self.elements.set_read_only(shut)
        self.relationship.set_read_only(shut)

    def go_to(self, element: str) -> None:
        """Show an element in its grid."""
        self.tabs.setCurrentWidget(self.elements)
        self.elements.go_to(element)

    def focus_first(self) -> None:
        """Work begins in the first grid."""
        grid = self.elements.case_grid if self.elements.case_grid.isVisible() else self.elements.grid
        grid.setFocus(Qt.FocusReason.TabFocusReason)

    # -- doing ---------------------------------------------------------------------------

    def _ask_computed(self) -> None:
        self.bench.run(sorting.ask_computed, near=self.main,
                       notice=tr("The claims are put in figures as computed."))

    def _admit(self, places: list[Place], voice: Voice, party: UUID | None) -> None:
        self.bench.run(sorting.admit_all, places, voice, party, near=self.main)

    def _deny(self, places: list[Place], voice: Voice, party: UUID | None) -> None:
        self.bench.run(sorting.deny_all, places, voice, party, near=self.main)

    def _ask_to_mend(self, text: DeskError | str, action: str, act: Callable[[], object]) -> None:
        self._unmended = True
        self.bar.trouble(text, action=action, on_action=act)

    def _mended(self) -> None:
        """What the bar spoke of is no more."""
        if self._unmended:
            self._unmended = False
            self.bar.clear()

    def _choose_export(self) -> None:
        name = self.bench.paper_file(tr("Elements"), ".xlsx")
        path, _ = QFileDialog.getSaveFileName(self, tr("Export the elements"), name,
                                              tr("Workbooks (*.xlsx)"))
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Write the grid to a workbook."""
        def arrived(data: bytes) -> None:
            try:
                private_files.write(path, data)
            except OSError:
                self.bar.trouble(tr("It could not be saved there. Choose another folder."))
            else:
                self.bar.notice(tr("Saved."), meaning="agreed")

        self.bench.read(workbooks.exported, self.bench.language, done=arrived)

    def _choose_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Import the elements"), "", tr("Workbooks (*.xlsx)"))
        if path:
            self.import_from(Path(path))

    def import_from(self, path: Path) -> None:
        """Take a workbook in, all of it or nothing."""
        try:
            with path.open("rb") as file:
                data = file.read(BIGGEST_BYTES + 1)  # more is refused, and need not be held
        except OSError:
            self.bar.trouble(tr("This file cannot be read."))
            return
        self._import(data, None)

    def _taken_in(self, taken: TakenIn) -> None:
        told = tr("The workbook was taken in.")
        if taken.others:
            told += " " + tr("These tables of it belong to no grid and were not read: {tables}",
                             tables=taken.others)
        self.bench.told.emit(told, True)

    def _import(self, data: bytes, seen: Seen | None) -> None:
        self.bench.run(workbooks.imported, data, seen=seen, done=self._taken_in,
                       failed=lambda error: self._import_refused(data, error))

    def _import_refused(self, data: bytes, error: DeskError) -> None:
        if isinstance(error, Conflicts):
            self.bench.ask(error, lambda seen: self._import(data, seen), self.main)
            return
        if not isinstance(error, WorkbookRefused):
            self.show_error(error)
            return
        told = tr_count("Nothing was imported; {count} error:", "Nothing was imported; {count} errors:",
                        len(error.troubles))
        self.bar.trouble("\n".join([told, *_error_lines(error)]))

    # -- papers and finding --------------------------------------------------------------

    def print_pdf(self) -> None:
        """The paper of the sub-page in front."""
        if self.papers.pane_open:
            self.papers.pane.paper.print_page()
            return
        if self.front.currentWidget() is not self.main:
            super().print_pdf()
            return
        templates: dict[QWidget, tuple[str, Side | None]] = {
            self.elements: ("element-sheet", None), self.issues: ("sorting-record", None),
            self.amounts: ("calculation-sheet", None), self.relationship: ("relationship-assessment", None),
            self.ahead: (OUTLOOK, self.ahead.side_shown), self.inquiries: ("inquiry-record", None)}
        view = self.bench.view
        if self.tabs.currentWidget() is self.inquiries and not (view and view.case.inquiries):
            self.bar.notice(tr("Nobody was asked yet, so there is no record to print."))
            return
        template, side = templates[self.tabs.currentWidget()]
        self.papers.open(template, side=side)

    def find_text(self, text: str) -> bool:
        """Ctrl+F: cells, workers and elements; on the other sub-pages fields."""
        if self.tabs.currentWidget() is self.elements:
            return self.elements.find_text(text)
        return super().find_text(text)

    def help_text(self) -> str:
        """What this page is for."""
        return tr(
            "Enter what each side says about every element. The page shows at once what is agreed, "
            "disputed, told by one side only, or missing, and what the law would give on either version.\n\n"
            "In the grid, type, or paste cells from a spreadsheet. Ctrl+D fills down. F8: the side admits "
            "what the other says. F9: it denies it. Workbooks (.xlsx) can be exported, filled in and "
            "imported; nothing is kept if any row is wrong.\n\n"
            "The stake of an issue is what the claims lose when that one element moves from the applicants' "
            "version to the respondent's. Press an issue to go to its element.\n\n"
            "Whether there is an employment relationship is yours to conclude: the page only lays the "
            "factors out. Ctrl+P prints the paper of the sub-page in front.")


def _error_lines(error: WorkbookRefused) -> list[str]:
    lines = [tr("{table}, row {row}, {column}: {reason}", table=trouble.table, row=trouble.row,
                column=trouble.column, reason=tr_error(trouble.error))
             for trouble in error.troubles[:MOST_TOLD]]
    rest = len(error.troubles) - len(lines)
    return [*lines, tr("… and {count} more", count=rest)] if rest else lines
