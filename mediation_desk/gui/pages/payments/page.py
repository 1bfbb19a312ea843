"""Payments: what is still to be paid over all cases, and calls and reminders beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.payments.dues import Due, DueTotals, Section
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import ReminderManner, Station
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.tables.table import PagedModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.payments.beside import Beside
from mediation_desk.gui.pages.payments.detail import DuePane
from mediation_desk.gui.pages.payments.filters import DueFilters
from mediation_desk.gui.pages.payments.kept import KeptPane
from mediation_desk.gui.pages.payments.letter import LetterPane
from mediation_desk.gui.pages.payments.out import PaymentsOut
from mediation_desk.gui.pages.payments.rows import Fetch, columns
from mediation_desk.gui.pages.payments.sections import SectionList, summed_words
from mediation_desk.gui.pages.payments.words import help_words, nothing_words, section_name
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import sites
from mediation_desk.services.office.sites import Choice

SECTION = "payments-section"  # what the memory keeps


class PaymentsPage(Page):
    """``case_wanted(case_id, station)`` opens a case; ``changed(Changes)`` tells what was noted;
    ``statement_wanted`` asks for the page on which a bank's statement is imported."""

    case_wanted = Signal(object, object)
    changed = Signal(object)
    statement_wanted = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(tr("Payments"), scroll=False, parent=parent)
        self._desk, self._tasks, self._memory = desk, tasks, memory
        self._mediators, self._stale, self._follows = dict[UUID, str](), False, False
        self.sections = SectionList(tr("What is to be paid"), self)
        self.filters = DueFilters(all_cases=desk.may(Verb.LIST_ALL_CASES), memory=memory, parent=self)
        self._fetch = Fetch(desk, self.filters.wanted(None))
        self.model = PagedModel(tasks, columns(desk, self._mediators), self._fetch, self)
        self.table = Table(self.model, name=tr("Payments"), parent=self)
        self.count, self.whole = label("", "muted", parent=self), button(tr("Clear filters"), "quiet")
        self.out = PaymentsOut(desk, tasks, memory, self)
        self.to_kept = button(tr("Kept or not"), "quiet", picture="scales")
        self.to_statement = button(tr("Import a bank statement"), "quiet", picture="receipt")
        self.pane, self.kept = DuePane(desk, tasks, self), KeptPane(desk, tasks, self)
        self.letter = LetterPane(desk, tasks, self)
        self._lay()
        self._listen()
        self.table.remember(memory, "payments")
        if kept := memory.recall(SECTION):
            self.sections.choose(next((one for one in Section if one == kept), None))
        self.narrow_now()
        tasks.read(reading.in_charge, desk, done=self._show_mediators, receiver=self)

    # -- laying out ----------------------------------------------------------------------

    def _lay(self) -> None:
        self.work = QWidget(self)
        beside = QHBoxLayout(self.work)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(look().px(12))
        left = QVBoxLayout()
        left.setSpacing(look().px(4))
        left.addWidget(self.sections, 1)
        left.addLayout(row_of(self.to_kept))
        left.addLayout(row_of(self.to_statement))
        beside.addLayout(left)
        self.split = Beside(self)
        self.split.addWidget(self._listed())
        self.split.addWidget(self.pane)
        beside.addWidget(self.split, 1)
        for part in (self.work, self.kept, self.letter):
            self.body.addWidget(part, 1)
        self.whole.hide()
        self.to_statement.setVisible(self._desk.may(Verb.BOOK_PAYMENT, own_case=True))
        self.out.setVisible(self._desk.may(Verb.EXPORT_SUMMARY, own_case=True))

    def _listed(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        row = row_of(self.count, self.whole)
        row.addWidget(self.out)
        column.addWidget(self.filters)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        return made

    def set_short(self, short: bool) -> None:
        """The rows go before the filters."""
        super().set_short(short)
        self.filters.setVisible(not short or self.filters.narrows())
        self.to_kept.setVisible(not short)
        self.to_statement.setVisible(not short and self._desk.may(Verb.BOOK_PAYMENT, own_case=True))

    def _listen(self) -> None:
        self.sections.chosen.connect(self._section_chosen)
        self.filters.changed.connect(self.narrow_now)
        self.filters.company.line.returnPressed.connect(
            lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.whole.clicked.connect(self.filters.clear)
        self.table.opened.connect(lambda due: self._open(due.case.case_id))
        self.table.chosen.connect(self._chosen)
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda *_two: self._offer_list())
        self.model.loaded.connect(self._loaded)
        self.pane.open_wanted.connect(self._open)
        self.pane.letter_wanted.connect(self.letter.open)
        for part in (self.pane, self.out, self.letter):
            part.trouble.connect(self.show_error)
        for changing in (self.pane.acts, self.letter):
            changing.changed.connect(self.changed)
        self.pane.acts.told.connect(self._tell)
        self.out.told.connect(lambda text: self.bar.notice(text, meaning="agreed"))
        self.to_kept.clicked.connect(self.open_kept)
        self.to_statement.clicked.connect(self.statement_wanted)
        self.kept.closed.connect(lambda: self._turn(out=False))
        self.letter.opened.connect(lambda: self._turn(out=True))
        self.letter.closed.connect(lambda: self._turn(out=False))
        self.letter.taken.connect(lambda case_id, number, to: self.pane.acts.send(
            case_id, number, ReminderManner.LETTER, to))
        self.leaves(self.pane.note, self.pane.note.put_by)
        self.leaves(self.pane.reminder, self.pane.reminder.put_by)
        self.leaves(self.kept, self.kept.leave)
        self.leaves(self.letter, self.letter.close_paper)

    # -- the list ------------------------------------------------------------------------

    def _section_chosen(self, section: Section | None) -> None:
        self._memory.keep(SECTION, section.value if section else "")
        self._narrow(Fetch(self._desk, self.filters.wanted(section), self._fetch.totals))

    def narrow_now(self) -> None:
        """Fetch what the filters leave, with its totals."""
        self._narrow(Fetch(self._desk, self.filters.wanted(self.sections.section)))

    def _narrow(self, fetch: Fetch) -> None:
        self._fetch.drop()
        self._fetch = fetch
        self._say_empty()
        self.whole.setVisible(self.filters.narrows())
        if fetch.totals is None:
            self.count.setText("")
        else:
            self._say_sums(fetch.totals)
        self.model.reload(fetch)
        if fetch.totals is None:
            self._add_up()

    def _add_up(self) -> None:
        """The counts and sums come after the rows: over a hundred thousand agreements they take a second."""
        fetch = self._fetch
        self._tasks.read(fetch.add_up, done=lambda totals: self._summed(fetch, totals), receiver=self)

    def _summed(self, fetch: Fetch, totals: DueTotals | None) -> None:
        if totals is None or fetch is not self._fetch:
            return
        fetch.totals = totals
        self._say_sums(totals)
        if totals.of(self.sections.section).count != self.model.rowCount():
            self._follows = True
            self.model.reload()

    def _say_sums(self, totals: DueTotals) -> None:
        self.sections.show_totals(totals)
        section = self.sections.section
        self.count.setText(summed_words(section_name(section), totals.of(section)))
        self._offer_list()

    def _loaded(self) -> None:
        """The rows are there; the cursor is where it was."""
        self._offer_list()
        if self._follows and self.pane.due is not None:
            self._follow()
        elif self.pane.due is None and self.model.rowCount():  # also where the sums came before the rows
            self._follows = False
            self.table.choose_row(0)

    def _offer_list(self) -> None:
        header = self.table.horizontalHeader()
        at = header.sortIndicatorSection()
        sort = self.model.columns[at].key if 0 <= at < len(self.model.columns) else ""
        down = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        self.out.offer(self._fetch.sorted(sort, down), self.model.rowCount())

    def _follow(self) -> None:
        """After something was noted the cursor stays on its instalment; where that is listed here no more,
        on none, and the part beside the list stays with it."""
        due = self.pane.due
        at = next((at for at, row in self.model.known() if due is not None and row.number == due.number
                   and row.case.case_id == due.case.case_id), None)
        self.table.choose_row(at) if at is not None else self.table.setCurrentIndex(QModelIndex())
        self._follows = False
        if at is not None:
            self.pane.show_due(self.model.row(at))

    def _chosen(self, due: Due | None) -> None:
        if not self._follows and due is not None:
            self.pane.show_due(due)

    def _say_empty(self) -> None:
        if self.filters.narrows():
            self.table.set_empty(tr("No instalment answers that"), tr("Try fewer words or fewer filters."),
                                 picture="magnifying-glass", action=tr("Clear filters"),
                                 on_action=self.filters.clear)
            return
        section = self.sections.section
        title, text = nothing_words(section)
        if section is None:
            self.table.set_empty(title, text, picture="money")
        else:
            self.table.set_empty(title, text, picture="check-circle", action=tr("All instalments"),
                                 on_action=lambda: self.sections.choose(None))

    def _show_mediators(self, known: Sequence[tuple[UUID, str, bool]]) -> None:
        names = [(account, name) for account, name, _mediates in known]
        self._mediators.update(names)
        self.filters.set_mediators(names)
        self.kept.set_mediators(names)
        self.table.viewport().update()

    def _show_sites(self, known: Sequence[Choice]) -> None:
        self.filters.set_sites(known)
        self.kept.set_sites(known)

    # -- what changes --------------------------------------------------------------------

    def shown(self) -> None:
        """The list as it is now."""
        self._tasks.read(sites.choices, self._desk, done=self._show_sites, receiver=self)
        if self._stale:
            self._reload()

    def on_changed(self, changes: object) -> None:
        """A case changed: the rows in sight and the sums are read anew, and the case beside the list if it is
        that one. Behind other pages they wait until they are looked at again."""
        if not isinstance(changes, Changes) or not (changes.cases or {"cases", "payments"} & changes.lists):
            return
        if self.pane.due is not None and self.pane.due.case.case_id in changes.cases:
            self.pane.read()
        self._stale = True
        if self.isVisible():
            self._reload()

    def _reload(self) -> None:
        self._stale, self._follows = False, True
        self.model.reload()
        self._add_up()

    def _tell(self, text: str, undo: Callable[[], object] | None) -> None:
        self.bar.notice(text, action=tr("Undo") if undo else "", on_action=undo, meaning="agreed")

    # -- going on ------------------------------------------------------------------------

    def _open(self, case_id: UUID) -> None:
        self.case_wanted.emit(case_id, Station.PERFORMANCE)

    def _turn(self, *, out: bool) -> None:
        """A paper or the table of what was kept takes the place of the list."""
        self.work.setVisible(not out)
        if not out:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_kept(self) -> None:
        """What became of the agreements, in the place of the list."""
        self._turn(out=True)
        self.kept.open()

    def stop_work(self) -> None:
        """The desk is about to close."""
        self.out.stop_work()

    def keep(self) -> None:
        """What is typed of a call is kept as it stands."""
        super().keep()
        self.pane.typed.flush()

    # -- what a page can do --------------------------------------------------------------

    def find_here(self) -> None:
        """Ctrl+F goes to the company."""
        self.filters.show()
        self.filters.company.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.company.line.selectAll()

    def undo(self) -> None:
        """Ctrl+Z takes back the last call that was noted or taken out here."""
        self.pane.acts.take_back()

    def print_page(self) -> None:
        """Ctrl+P: the letter that shows."""
        if not self.letter.isHidden():
            self.letter.paper.print_page()
        else:
            self.bar.notice(tr("Choose an instalment, press “Remind” and then “Letter”: that is what is "
                               "printed here."))

    def help_text(self) -> str:
        """F1."""
        return help_words()
