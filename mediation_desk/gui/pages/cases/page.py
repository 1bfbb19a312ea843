"""Cases: the list of all matters, found, narrowed and sorted; a new one is registered here."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.agenda import Due
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.listing import MOST_FOUND
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.summary import CaseRow
from mediation_desk.domain.travel.register import Away
from mediation_desk.domain.vocabulary import Station, Status
from mediation_desk.gui.intake.doors import IMPORTED, DoorButtons
from mediation_desk.gui.intake.imported.dropping import take_list
from mediation_desk.gui.intake.new_case.sheet import NewCaseSheet
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.tables.table import PagedModel, Table
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.cases.filters import CaseFilters
from mediation_desk.gui.pages.cases.out import CasesOut
from mediation_desk.gui.pages.cases.rows import AWAY, SITE, Fetch, columns
from mediation_desk.gui.pages.today.owed import waiting_words
from mediation_desk.gui.pages.today.page import no_cases_words
from mediation_desk.gui.site_field import site_words
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import waiting
from mediation_desk.services.intake.waiting import Waiting
from mediation_desk.services.office import sites
from mediation_desk.services.office.sites import Choice
from mediation_desk.services.travel import register


class CasesPage(Page):
    """``case_wanted(case_id, station)`` opens a case (the station may be None); ``changed(Changes)``
    tells that one was registered; ``paper_wanted(case_id, form)`` asks for a paper of it at once;
    ``door_wanted(Door, path)``: something is to be taken in by another door; None: its file is asked for."""

    case_wanted = Signal(object, object)
    paper_wanted = Signal(object, str)
    door_wanted = Signal(object, object)
    changed = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(tr("Cases"), scroll=False, parent=parent)
        self._desk, self._tasks = desk, tasks
        self._mediators: dict[UUID, str] = {}
        self._sites: dict[UUID, str] = {}
        self._away: dict[UUID, Sequence[Away]] = {}
        self._stale = False
        self.filters = CaseFilters(lambda: desk.today, memory=memory, parent=self)
        self.sheet = NewCaseSheet(desk, tasks, self)
        self._fetch = Fetch(desk, self.filters.wanted(), self._away)
        self.model = PagedModel(tasks, columns(desk, self._mediators, self._away, self._sites),
                                self._fetch, self)
        self.table = Table(self.model, name=tr("Cases"), parent=self)
        self.count, self.whole = label("", "muted", parent=self), button(tr("Clear filters"), "quiet")
        self.doors = DoorButtons(desk, self)
        self.head.addWidget(self.doors)
        self.setAcceptDrops(desk.may(Verb.REGISTER_CASE))
        self.sending = CasesOut(desk, tasks, memory, self)
        self._lay()
        self._listen()
        self.table.remember(memory, "cases")
        self.table.show_column(AWAY, False)
        self.table.show_column(SITE, False)
        self.model.reload()
        tasks.read(reading.in_charge, desk, done=self._show_mediators, receiver=self)
        if desk.may(Verb.REGISTER_CASE):
            self.set_primary(tr("New case"), self.open_sheet, picture="plus")
        tip(self.primary, "Ctrl+N")

    def _lay(self) -> None:
        self.listed = QWidget(self)
        policy = self.whole.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the table does not jump
        self.whole.setSizePolicy(policy)
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addWidget(self.whole)
        row.addStretch(1)
        for made in self.sending.buttons:
            row.addWidget(made)
        self.sheet.hide()
        self.sending.hide()
        self.whole.hide()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        listed = QVBoxLayout(self.listed)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.addWidget(self.filters)
        listed.addLayout(row)
        listed.addWidget(self.table, 1)
        self.body.addWidget(self.listed, 1)
        self.body.addWidget(self.sheet, 1)
        self.body.addWidget(self.sending, 1)

    def set_short(self, short: bool) -> None:
        """The rows go before the filters and the count."""
        super().set_short(short)
        self.filters.set_short(short)
        self.count.setVisible(not short)
        policy = self.whole.sizePolicy()
        policy.setRetainSizeWhenHidden(not short)
        self.whole.setSizePolicy(policy)
        self._show_sending()

    def _show_sending(self) -> None:
        """What sends the list out; where the rows need the room, once more than the search is asked for."""
        self.sending.offer(not self.filters.short or self.filters.more.isChecked())

    def _listen(self) -> None:
        self.doors.wanted.connect(self.door_wanted)
        self.filters.more.toggled.connect(lambda _on: self._show_sending())
        self.filters.changed.connect(self._narrow)
        self.filters.text.line.returnPressed.connect(self._into_table)
        self.whole.clicked.connect(self.filters.clear)
        self.table.opened.connect(self._open)
        self.model.loaded.connect(self._say_count)
        self.sheet.left.connect(self.close_sheet)
        self.sheet.trouble.connect(self.show_error)
        self.leaves(self.sheet, self.close_sheet)
        self.leaves(self.sending, self.sending.leave)
        self.sending.asks.connect(lambda: self.sending.take(self.filters.wanted(), self._chosen(),
                                                            self.model.rowCount()))
        self.sending.opened.connect(self._turn)
        self.sending.trouble.connect(self.show_error)
        self.sending.told.connect(lambda text: self.bar.notice(text, meaning="agreed"))
        self.sending.changed.connect(self.changed)
        self.sheet.registered.connect(self._registered)
        self.sheet.paper_wanted.connect(self.paper_wanted)
        self.sheet.aside.connect(self._put_aside)
        self.sheet.dropped.connect(self._dropped)
        self.sheet.load()

    # -- the list ------------------------------------------------------------------------

    def _narrow(self) -> None:
        self._fetch.drop()
        self._fetch = Fetch(self._desk, self.filters.wanted(), self._away)
        self._say_empty()
        self.model.reload(self._fetch)

    def narrow(self, *, station: Station | None = None, status: Status | None = None,
               due: Due | None = None, text: str = "", mediator: UUID | None = None,
               site: UUID | None = None) -> None:
        """Show only the cases at a station, of a status, in which something presses, that answer a text, of
        one mediator or one site."""
        self.filters.narrow(station=station, status=status, due=due, text=text, mediator=mediator, site=site)

    def _say_empty(self) -> None:
        if self.filters.narrows():
            self.table.set_empty(tr("No case answers that"), tr("Try fewer words or fewer filters."),
                                 picture="magnifying-glass", action=tr("Clear filters"),
                                 on_action=self.filters.clear)
        elif self._desk.may(Verb.REGISTER_CASE):
            self.table.set_empty(tr("No cases yet"), tr("Register the first matter: it gets its number and "
                                                        "its periods at once."), action=tr("New case"),
                                 on_action=self.open_sheet)
        elif self._desk.may(Verb.READ_CASE, own_case=True):
            self.table.set_empty(tr("No cases yet"),
                                 tr("Cases stand here as soon as a mediator registers one."))
        else:
            self.table.set_empty(tr("Your account looks into no case"), no_cases_words())

    def _say_count(self) -> None:
        self.count.setText(self._counted(self.model.rowCount()))
        self.whole.setVisible(bool(self.model.rowCount()) and self.filters.narrows())

    def _counted(self, total: int) -> str:
        if total == MOST_FOUND and self.filters.text.typed().strip():
            return tr("the newest {count} cases; type more to see others", count=f"{total:,}")
        if total == 1:
            return tr("{count} case", count=total)
        return tr("{count} cases", count=f"{total:,}") if total else ""

    def _show_mediators(self, known: Sequence[tuple[UUID, str, bool]]) -> None:
        self._mediators.update({account: name for account, name, _mediates in known})
        self.filters.set_mediators([
            (account, name if mediates else tr("{name} (no longer mediates)", name=name))
            for account, name, mediates in known])
        self.table.viewport().update()

    def _chosen(self) -> list[UUID]:
        """The cases whose lines are chosen, from two on: one is always chosen."""
        rows = [self.model.row(index.row()) for index in self.table.selectionModel().selectedRows()]
        return [row.case_id for row in rows if row is not None] if len(rows) > 1 else []

    def _turn(self, out: bool) -> None:
        """What is sent takes the place of the list."""
        self.listed.setVisible(not out)
        self.doors.setVisible(not out)
        self.primary.setVisible(not out and self._desk.may(Verb.REGISTER_CASE))
        if not out:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_work(self) -> None:
        """The desk is about to close: what is half written is taken away again."""
        self.sending.stop_work()

    def keep(self) -> None:
        """Keep the field in focus and the draft of a new case, before locking or closing."""
        super().keep()
        self.sheet.typed.flush()

    def _into_table(self) -> None:
        """Enter in the search goes to what was found."""
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, row: CaseRow) -> None:
        self.case_wanted.emit(row.case_id, None)

    def on_changed(self, changes: object) -> None:
        """A case changed or came; behind other pages the list waits until it is looked at again."""
        if isinstance(changes, Changes) and (changes.cases or {"cases", "bags"} & changes.lists):
            self._stale = True
            if self.isVisible():
                self._reload()

    def _reload(self) -> None:
        self._stale = False
        self._fetch.forget()
        self.model.reload()

    def shown(self) -> None:
        """The list as it is now; the empty state speaks of the filters as they are."""
        self._say_empty()
        self._tasks.read(register.is_any_out, self._desk, done=self._show_road, receiver=self)
        self._tasks.read(sites.choices, self._desk, done=self._show_sites, receiver=self)
        if self._stale:
            self._reload()

    def _show_sites(self, known: Sequence[Choice]) -> None:
        """The filter and the column of sites, where the office has any."""
        self.filters.set_sites(known)
        self._sites.clear()
        self._sites.update({one.id: site_words(one) for one in known})
        self.table.show_column(SITE, bool(known))

    def _show_road(self, out: bool) -> None:
        """The column of what is on the road stands there as long as anything is; it comes and goes as the
        page comes to the front, never under the pointer."""
        self.table.show_column(AWAY, out)

    # -- a list dropped ------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A list over the page is imported where it is dropped; any other file is the window's."""
        take_list(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read it on the page for that."""
        if (path := take_list(event)) is not None:
            self.door_wanted.emit(IMPORTED, path)

    # -- a new case ----------------------------------------------------------------------

    def open_sheet(self) -> None:
        """Ask for what registers a matter, in the place of the list."""
        self._show_sheet(True)
        self.sheet.begin()

    def open_waiting(self, matter: Waiting) -> None:
        """Go on with a matter that was put aside."""
        self._show_sheet(True)
        self.sheet.open_waiting(matter)
        self.set_title(tr("Register a new case"), waiting_words(matter))

    def close_sheet(self) -> None:
        """Put the sheet away; what is typed stays in it."""
        self._show_sheet(False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sheet(self, on: bool) -> None:
        self.sending.leave()
        self.sheet.setVisible(on)
        self.listed.setVisible(not on)
        self.doors.setVisible(not on)
        self.primary.setVisible(not on and self._desk.may(Verb.REGISTER_CASE))
        self.set_title(tr("Register a new case") if on else tr("Cases"))

    def _registered(self, changes: Changes) -> None:
        self._show_sheet(False)
        self.changed.emit(changes)
        self.case_wanted.emit(changes.result, Station.INTAKE)

    def _put_aside(self, changes: Changes) -> None:
        self.close_sheet()
        self.changed.emit(changes)
        self.bar.notice(tr("Put aside: it stands on Today until it is registered."), meaning="agreed")

    def _dropped(self, changes: Changes, matter: Waiting) -> None:
        self.close_sheet()
        self.changed.emit(changes)
        self.bar.notice(tr("Not registered: {title}", title=matter.title or tr("(no name yet)")),
                        action=tr("Undo"), on_action=lambda: self._take_back(matter))

    def _take_back(self, matter: Waiting) -> None:
        self._tasks.run(waiting.take_back, self._desk, matter.id, receiver=self,
                        done=lambda changes: self.changed.emit(changes))

    # -- what a page can do --------------------------------------------------------------

    def new(self) -> bool:
        """Ctrl+N."""
        if self._desk.may(Verb.REGISTER_CASE):
            self.open_sheet()
        return True

    def find_here(self) -> None:
        """Ctrl+F goes to the search."""
        self.filters.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.line.selectAll()

    def help_text(self) -> str:
        """What this page is for."""
        return tr("Type part of a name, a company, a case number or a phone number to find a case; pinyin "
                  "and its initials serve too. The fields beside it narrow the list further, a press on a "
                  "column's title sorts it. Enter or a double click opens a case, Ctrl+N registers a new "
                  "one.")
