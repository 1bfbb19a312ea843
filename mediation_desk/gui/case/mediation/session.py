"""One mediation session in place: when, how, with whom, and what was said with both sides present."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.holders import is_entitled
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.vocabulary import Attendance, SessionForm, SessionMode, Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.mediation.people import PeopleField, Present
from mediation_desk.gui.kit.clash import ask_beneath, ask_in_form
from mediation_desk.gui.kit.fields.kinds import (
    ChoiceField,
    DateField,
    Form,
    SegmentField,
    TextArea,
    TextField,
    YesNo,
)
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.mediation import meeting
from mediation_desk.services.mediation.meeting import SessionDraft
from mediation_desk.services.reading import CaseView

_CLOCK = re.compile(r"^(\d{1,2})[:：.时点]?(\d{2})?分?$")


def read_time(text: str) -> time:
    """``14:30``, ``14：30``, ``1430``, ``9``; anything else is a DeskError beside the field."""
    typed = plain(text).replace(" ", "")
    found = _CLOCK.match(f"{typed[:-2]}:{typed[-2:]}" if typed.isdecimal() and len(typed) > 2 else typed)
    hour, minute = (int(part or 0) for part in found.groups()) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise DeskError(N_("“{text}” is not a time of day, such as 14:30."), field="starts_time", text=text)
    return time(hour, minute)


def people_of(view: CaseView) -> dict[str, Sequence[Present]]:
    """Whom a press of a button names: the mediators, and each side with those who act for it."""
    case = view.case

    def party(role_ids: Sequence[UUID], names: Sequence[str]) -> list[Present]:
        acting = [agent.name for agent in case.agents + case.representatives if agent.acts_for in role_ids]
        return [(Attendance.PARTY, name) for name in (*names, *acting) if name.strip()]

    sides = {tr(side.label): party([p.id for p in parties], [p.name for p in parties])
             for side, parties in ((Side.APPLICANT, case.applicants), (Side.RESPONDENT, case.respondents))}
    everybody = [one for side in sides.values() for one in side]
    return {tr("Both sides"): everybody if all(sides.values()) else [], **sides,
            tr("Mediators"): [(Attendance.MEDIATOR, one.name) for one in view.mediators if is_entitled(one)]}


class SessionEditor(QFrame):
    """The editor of one session, new or kept; it is saved as a whole. ``closed`` when it is done with."""

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
        self.form = self._form(people_of(view))
        self.keep_button = button(tr("Keep the session"), "primary")
        self.cancel = button(tr("Cancel"), "quiet")
        self.remove = button(tr("Remove"), "quiet", picture="trash")
        self.print = button(tr("Print the record"), "quiet", picture="printer")
        self._lay(session)
        self._show(session)
        bench.notes.bring_back(self.form, self.place)
        bench.notes.watch(self.form, self.place)
        self._follow_mode()
        self.set_read_only(bench.read_only)

    def _form(self, people: Mapping[str, Sequence[Present]]) -> Form:
        form = Form(self)
        form.add(DateField(tr("Date"), name="starts_on", required=True, today=self.bench.today,
                           look="near"))
        form.add(TextField(tr("Time"), name="starts_time", required=True, width=8, placeholder="14:30",
                           check=read_time))
        ended = form.add(TextField(tr("Ended at"), name="ended_at", width=8, placeholder="16:00",
                                   check=read_time))
        self.how = form.add(ChoiceField(tr("How it is held"), [(f, tr(f.label)) for f in SessionForm],
                                        name="form"))
        form.add(TextField(tr("Place"), name="place", width=36))
        self.mode = form.add(SegmentField(tr("Who sits together"), [(m, tr(m.label)) for m in SessionMode],
                                          name="mode", required=True))
        self.side = form.add(SegmentField(tr("With which side"), [(s, tr(s.label)) for s in Side],
                                          name="side"))
        form.add(PeopleField(tr("Who attended"), people, name="attendees"), wide=True)
        form.add(TextArea(tr("Joint record"), name="record", lines=4, most=16, help=tr(
            "What both sides may read. What a side said alone belongs under “Said alone” below.")), wide=True)
        # What the paper says only where it is entered; else it leaves a blank to fill by hand.
        self._of_the_record = (
            ended,
            form.add(TextField(tr("Recorder"), name="recorder", width=16)),
            form.add(YesNo(tr("Rights and duties told"), name="rights_told")),
            form.add(YesNo(tr("Another mediator asked for"), name="change_asked")))
        form.edited.connect(lambda _name, _text: self._follow_mode())
        return form

    def _lay(self, session: MediationSession | None) -> None:
        title = tr("Session of {when}", when=session.starts_at) if session else tr("New session")
        row = QHBoxLayout()
        for made in (self.keep_button, self.cancel, self.print, self.remove):
            row.addWidget(made)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look().px(16)] * 4)
        column.setSpacing(look().px(12))
        column.addWidget(label(title, "group"))
        column.addWidget(self.form)
        column.addLayout(row)
        self.print.setVisible(self.has_record)
        self.form.does(self.keep_button)
        self.keep_button.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.close_editor)
        self.remove.clicked.connect(self._remove)
        self.print.clicked.connect(lambda: self.print_wanted.emit(self.session_id))

    def _show(self, session: MediationSession | None) -> None:
        if session is None:
            self.form.set_values({"starts_on": self.bench.desk.today, "form": SessionForm.OFFICE,
                                  "mode": SessionMode.JOINT,
                                  "attendees": ((Attendance.MEDIATOR, self.bench.desk.who.name),)})
            return
        self.form.set_values(_values(session))

    def _follow_mode(self) -> None:
        alone = self.mode.typed() == SessionMode.CAUCUS.value
        self.side.setVisible(alone)
        for made in self._of_the_record:
            made.setVisible(not alone)

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting change."""
        self.form.set_read_only(read_only)
        for made in (self.keep_button, self.remove):
            made.setVisible(not read_only and (made is self.keep_button or self.session_id is not None))
        self.cancel.setText(tr("Close") if read_only else tr("Cancel"))

    # -- doing ---------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep the session as it stands in the form."""
        if not self.form.commit():
            return
        draft = self._draft()
        if self.session_id is None:
            self.bench.run(meeting.hold_session, draft, form=self.form, near=self, done=self._kept,
                           notice=tr("The session is kept."))
        else:
            self.bench.run(meeting.change_session, self.session_id, draft, seen=self._seen, done=self._kept,
                           failed=self._refused, notice=tr("The session is kept."))

    def _draft(self) -> SessionDraft:
        values = self.form.values()
        day, clock = values["starts_on"], read_time(str(values["starts_time"]))
        how, mode, side, people = values["form"], values["mode"], values["side"], values["attendees"]
        assert isinstance(day, date) and isinstance(how, SessionForm) and isinstance(people, tuple)
        assert isinstance(mode, SessionMode)
        alone = mode is SessionMode.CAUCUS
        draft = SessionDraft(datetime.combine(day, clock), form=how, mode=mode,
                             side=side if alone and isinstance(side, Side) else None,
                             place=str(values["place"]), record=str(values["record"]), attendees=people)
        if alone:
            return draft
        ended, told, asked = values["ended_at"], values["rights_told"], values["change_asked"]
        return replace(draft, recorder=str(values["recorder"]) or None,
                       ended_at=datetime.combine(day, read_time(str(ended))) if ended else None,
                       rights_told=told if isinstance(told, bool) else None,
                       change_asked=asked if isinstance(asked, bool) else None)

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
        if mine:
            return
        case = self.bench.view.case if self.bench.view else None
        session = next((one for one in case.sessions if one.id == self.session_id), None) if case else None
        if session is not None:
            values = _values(session)
            taken = ("starts_on", "starts_time") if name == "starts_at" else (name,)
            self.form.set_values({one: values[one] for one in taken})
            self._follow_mode()

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


def _values(session: MediationSession) -> dict[str, object]:
    """A kept session as the form shows it."""
    return {"starts_on": session.starts_at.date(), "starts_time": f"{session.starts_at:%H:%M}",
            "form": session.form, "place": session.place, "mode": session.mode, "side": session.side,
            "attendees": tuple((one.attendance, one.name) for one in session.attendees),
            "record": session.record, "recorder": session.recorder or "",
            "ended_at": f"{session.ended_at:%H:%M}" if session.ended_at else "",
            "rights_told": session.rights_told, "change_asked": session.change_asked}
