"""One mediation session in place: its particulars, how far it has come, who came, and its minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.sessions import MediationSession, wall_clock
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.places import OfficePlace
from mediation_desk.domain.vocabulary import SessionMode, SessionState
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.mediation.attendance import AttendancePart
from mediation_desk.gui.case.mediation.clash_line import ClashLine
from mediation_desk.gui.case.mediation.course import CoursePart
from mediation_desk.gui.case.mediation.minutes import MinutesPart
from mediation_desk.gui.case.mediation.session_form import SessionFields, values_of
from mediation_desk.gui.kit.clash import ask_beneath, ask_in_form
from mediation_desk.gui.kit.look.rows import row_of
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.mediation import holding, meeting
from mediation_desk.services.mediation.meeting import SessionDraft
from mediation_desk.services.reading import CaseView


class SessionEditor(QFrame):
    """The editor of one session, new or kept. Its particulars are saved as a whole, what is done in it at
    once. ``closed`` when it is done with."""

    closed = Signal()
    print_wanted = Signal(object)  # the session's key

    def __init__(self, bench: CaseBench, view: CaseView, session: MediationSession | None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.bench, self.session_id = bench, session.id if session else None
        self._seen = bench.seen  # as the session was opened
        self.has_record = session is not None and session.mode is SessionMode.JOINT
        self.place = f"session/{self.session_id or 'new'}"
        self.form = SessionFields(bench, view, session, self)
        self.how, self.mode, self.side = self.form.how, self.form.mode, self.form.side
        self.clash = ClashLine(bench, self.session_id, self._planned, self)
        self.keep_button = button(tr("Keep the session"), "primary")
        self.cancel = button(tr("Cancel"), "quiet")
        self.remove = button(tr("Remove"), "quiet", picture="trash")
        self.print = button(tr("Print the record"), "quiet", picture="printer")
        self.course = CoursePart(bench, session) if session else None
        self.attendance = AttendancePart(bench, session) if session else None
        self.minutes = MinutesPart(bench, session) if session and self.has_record else None
        self._lay(session)
        self._wire()
        bench.notes.bring_back(self.form, self.place)
        bench.notes.watch(self.form, self.place)
        self.form.follow()
        self.show_case(view)
        self.set_read_only(bench.read_only)

    def _lay(self, session: MediationSession | None) -> None:
        title = tr("Session of {when}", when=session.starts_at) if session else tr("New session")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(label(title, "group"))
        if self.course is not None:
            column.addWidget(self.course)
        column.addWidget(self.form)
        column.addWidget(self.clash)
        column.addLayout(row_of(self.keep_button, self.cancel, self.print, self.remove))
        for part in (self.attendance, self.minutes):
            if part is not None:
                column.addSpacing(look().px(8))
                column.addWidget(part)
        self.print.setVisible(self.has_record)

    def _wire(self) -> None:
        self.form.does(self.keep_button)
        self.form.committed.connect(lambda _name, _value: self.clash.follow())
        self.keep_button.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.close_editor)
        self.remove.clicked.connect(self._remove)
        self.print.clicked.connect(lambda: self.print_wanted.emit(self.session_id))
        if self.course is not None:
            self.course.end_wanted.connect(self.end)

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """How the session stands by now. Particulars that are being typed stay as they are."""
        session = self._of(view)
        if session is None or self.course is None or self.attendance is None:
            return
        read_only = self.bench.read_only
        now = wall_clock(self.bench.desk.now, self.bench.desk.zone)
        self.course.show_session(session, now, read_only=read_only)
        off = session.state is SessionState.CALLED_OFF
        self.attendance.setVisible(not off)
        self.attendance.show_session(view, session, read_only=read_only)
        if self.minutes is not None:
            self.minutes.setVisible(not off)
            self.minutes.show_session(view, session, read_only=read_only)
        if self.form.follow_session(session):
            self._seen = self.bench.seen

    def set_places(self, places: Sequence[OfficePlace]) -> None:
        """The office's list."""
        self.form.set_places(places)

    def _of(self, view: CaseView | None) -> MediationSession | None:
        rows = view.case.sessions if view else []
        return next((one for one in rows if one.id == self.session_id), None)

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting change."""
        self.form.set_read_only(read_only)
        for made in (self.keep_button, self.remove):
            made.setVisible(not read_only and (made is self.keep_button or self.session_id is not None))
        self.cancel.setText(tr("Close") if read_only else tr("Cancel"))
        if self.bench.view is not None:
            self.show_case(self.bench.view)

    # -- doing ---------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep the session as it stands in the form."""
        if not self.form.commit():
            return
        try:
            draft = self.form.draft()
        except DeskError as error:
            self.form.show_error(error)
            return
        if self.session_id is None:
            self.bench.run(meeting.hold_session, draft, form=self.form, near=self, done=self._kept,
                           notice=tr("The session is kept."))
        else:
            self.bench.run(meeting.change_session, self.session_id, draft, seen=self._seen, done=self._kept,
                           failed=self._refused, notice=tr("The session is kept."))

    def _planned(self) -> SessionDraft | None:
        """The session as its fields stand; None while that is none yet."""
        asked = ("starts_on", "starts_time", "form", "mode")
        if self.bench.read_only or not all(self.form.field(name).value() for name in asked):
            return None
        try:
            return self.form.draft()
        except DeskError:  # said beside its field when the session is kept
            return None

    def end(self) -> None:
        """The session was held: until the hour in its field, else until now where it is under way."""
        session = self._of(self.bench.view)
        if session is None or not self.form.commit():
            return
        ended = self.form.hour("ended_at")
        if ended is None and session.state is not SessionState.UNDER_WAY:
            field = self.form.field("ended_at")
            field.set_error(tr("Enter when the session ended."))
            field.setFocus()
            return
        now = wall_clock(self.bench.desk.now, self.bench.desk.zone).replace(second=0, microsecond=0)
        self.bench.run(holding.end_session, session.id, ended or session.ended_at or now, near=self,
                       failed=self._not_ended(), notice=tr("The session was held."))

    def _not_ended(self) -> Callable[[DeskError], object]:
        attendance = self.attendance
        assert attendance is not None

        def failed(error: DeskError) -> None:
            if isinstance(error, Conflicts):
                self.bench.ask(error, None, self)
            elif error.field == "presence":
                attendance.show_error(error)
            elif not self.form.show_error(error):
                self.bench.trouble.emit(error)

        return failed

    def _refused(self, error: DeskError) -> None:
        """Say it beside its field, and show a colleague's word beside one's own."""
        if isinstance(error, Conflicts):
            self._seen = error.seen
            self.bench.read_anew(lambda: self._ask(error))
        elif not shiboken6.isValid(self.form) or not self.form.show_error(error):
            self.bench.trouble.emit(error)

    def _ask(self, error: Conflicts) -> None:
        if not shiboken6.isValid(self):
            return
        fields = {name: self.form.field(name) for name in self.form.names()}
        fields["starts_at"] = fields["starts_on"]
        if not ask_in_form(fields, error, self.bench.clash_words(), self._take):
            ask_beneath(self, error, self.bench.clash_words(), lambda mine: self.keep() if mine else None)

    def _take(self, name: str, mine: bool) -> None:
        """Let a colleague's word stand in one field; one's own is kept with the rest."""
        session = None if mine else self._of(self.bench.view)
        if session is not None:
            values = values_of(session)
            taken = ("starts_on", "starts_time") if name == "starts_at" else (name,)
            self.form.set_values({one: values[one] for one in taken})
            self.form.follow()

    def _kept(self, _changes: object) -> None:
        self.bench.notes.drop(self.place)
        if shiboken6.isValid(self):  # meanwhile another session may be in the editor's place
            self.closed.emit()

    def _remove(self) -> None:
        self.bench.run(meeting.remove_session, self.session_id, seen=self._seen, near=self, done=self._kept,
                       notice=tr("The session was taken out."))

    def close_editor(self) -> None:
        """Forget what was typed and not kept, and close."""
        self.bench.notes.drop(self.place)
        self.closed.emit()
