"""The sessions of a case: a list of those planned and held, and the editor of the one in hand."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.mediation.sessions import MediationSession, wall_clock
from mediation_desk.domain.places import OfficePlace
from mediation_desk.domain.vocabulary import Presence, SessionMode, Status
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import drop, fit_height
from mediation_desk.gui.case.mediation.course import state_of
from mediation_desk.gui.case.mediation.session import SessionEditor
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.office import places
from mediation_desk.services.reading import CaseView


class SessionsPart(QWidget):
    """The list and, beneath it, the editor. ``editing(bool)`` tells whether the editor is open."""

    editing = Signal(bool)
    print_wanted = Signal(object)

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.editor: SessionEditor | None = None
        self._put_by = False  # what was typed of a new session waits until somebody adds one
        self._view: CaseView | None = None
        self._places: Sequence[OfficePlace] = ()
        self.model = RowsModel([
            Column("when", tr("When"), lambda s: s.starts_at, Kind.DATE, width=16),
            Column("state", tr("State"), self._state, Kind.STATE, width=11),
            Column("held", tr("How it is held"), self._held, width=18, yields=1),
            Column("mode", tr("Who sits together"), self._mode, width=28),
            Column("who", tr("Who attended"), self._names, width=18, stretch=True),
        ])
        self.table = Table(self.model, name=tr("Sessions"))
        self.table.opened.connect(self.edit)
        self.table.clicked.connect(lambda _index: self.edit(self.table.current_row()))
        self._say_empty(may_add=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))
        self._column.addWidget(label(tr("Sessions"), "group"))
        self._column.addWidget(self.table)

    def _say_empty(self, *, may_add: bool) -> None:
        """What is said while there is no session; one can be added once the case is accepted, until it
        is over."""
        over = self._view is not None and self._view.case.status is not Status.OPEN
        text = (tr("No session was held in this case.") if over else
                tr("Plan the first session, or write down one that was held."))
        self.table.set_empty(tr("No session") if over else tr("No session yet"), text,
                             picture="calendar-blank", action=tr("Add a session") if may_add else "",
                             on_action=self.add if may_add else None)

    # -- what a row says -----------------------------------------------------------------

    def _state(self, session: MediationSession) -> State:
        return state_of(session, wall_clock(self.bench.desk.now, self.bench.desk.zone))

    @staticmethod
    def _held(session: MediationSession) -> str:
        how = tr(session.form.label)
        return tr("{how}: {place}", how=how, place=session.place) if session.place else how

    @staticmethod
    def _mode(session: MediationSession) -> str:
        if session.mode is SessionMode.CAUCUS and session.side:
            return tr("{mode}: {side}", mode=tr(session.mode.label), side=tr(session.side.label))
        return tr(session.mode.label)

    def _names(self, session: MediationSession) -> str:
        """Those who are named, and the parties that came."""
        came = {one.party_id: one.by for one in session.presences if one.presence is not Presence.ABSENT}
        parties = sorted(self._view.case.parties_all, key=lambda one: one.position) if self._view else []
        there = [came[one.id] or one.name for one in parties if one.id in came]
        named = [one.name for one in session.attendees]
        return str(words().shown(list(dict.fromkeys([*named, *there]))))

    # -- showing and editing -------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show the sessions; an editor that is open stays as it is."""
        self._view = view
        self._say_empty(may_add=view.case.accepted_on is not None and not self.bench.read_only)
        self.model.set_rows(view.case.sessions)
        fit_height(self.table, len(view.case.sessions))
        self.bench.tasks.read(places.places, self.bench.desk, done=self._take_places, receiver=self,
                              failed=self.bench.trouble.emit)
        if self.editor is not None:
            self.editor.show_case(view)
        waits = self.bench.notes.text("session/new") and not self._put_by
        if self.editor is None and not self.bench.read_only and waits:
            self.add()

    def _take_places(self, found: Sequence[OfficePlace]) -> None:
        self._places = found
        if self.editor is not None:
            self.editor.set_places(found)

    def add(self) -> None:
        """Open the editor for a session that is not in the list yet."""
        if not self.bench.read_only:
            self._open(None)

    def edit(self, session: MediationSession | None) -> None:
        """Open the editor for a session of the list."""
        if session is not None:
            self._open(session)

    def _open(self, session: MediationSession | None) -> None:
        if self._view is None or (self.editor and self.editor.session_id == (session and session.id)):
            return
        self._put_away()
        self._put_by = False
        self.editor = SessionEditor(self.bench, self._view, session, self)
        self.editor.set_places(self._places)
        self.editor.closed.connect(self._closed)
        self.editor.print_wanted.connect(self.print_wanted)
        self._column.addWidget(self.editor)
        first = self.editor.form.field("starts_on" if session else "starts_time")
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editing.emit(True)

    def _put_away(self) -> None:
        if self.editor is not None:
            self.bench.notes.flush()
            drop(self.editor)
            self.editor = None

    def leave(self) -> None:
        """Put the editor by; what was typed in it stays for the next time."""
        self._put_by = True
        self._closed()

    def _closed(self) -> None:
        self._put_away()
        self.table.clearSelection()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editing.emit(False)

    def latest(self) -> UUID | None:
        """The session whose record is printed: the one in the editor, else the last held with both sides."""
        if self.editor and self.editor.session_id and self.editor.has_record:
            return self.editor.session_id
        sessions = self._view.case.sessions if self._view else []
        now = wall_clock(self.bench.desk.now, self.bench.desk.zone)
        held = [one for one in sessions if one.starts_at <= now and one.mode is SessionMode.JOINT
                and one.takes_place]
        return held[-1].id if held else None
