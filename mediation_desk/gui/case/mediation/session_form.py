"""The particulars of a session as they are typed: when, where, how, who leads it and who helps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import cast
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.mediation.holders import is_entitled
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.places import OfficePlace, places_for
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.vocabulary import Attendance, SessionForm, SessionMode, SessionState, Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.mediation.people import PeopleField, Present
from mediation_desk.gui.case.mediation.place import PlaceField
from mediation_desk.gui.kit.fields.kinds import (
    ChoiceField,
    DateField,
    Form,
    SegmentField,
    TextArea,
    TextField,
    YesNo,
)
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.mediation.meeting import SessionDraft
from mediation_desk.services.reading import CaseView

_CLOCK = re.compile(r"^(\d{1,2})[:：.时点]?(\d{2})?分?$")
IN_TURN = "both"
"""The mediator walks between the two sides in one session."""
OLD = ("record", "rights_told", "change_asked")
"""What sessions of earlier programs hold in a few words, and minutes and rights told hold now."""


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
            tr("Mediators"): mediators_of(view)}


def mediators_of(view: CaseView) -> list[Present]:
    """The mediators of the case who may mediate today."""
    return [(Attendance.MEDIATOR, one.name) for one in view.mediators if is_entitled(one)]


class SessionFields(Form):
    """The form of one session, new or kept."""

    def __init__(self, bench: CaseBench, view: CaseView, session: MediationSession | None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.is_old = session is not None and session.state is None
        self._places: Sequence[OfficePlace] = ()
        self._site_id = view.case.site_id
        self._when()
        self._where(view)
        self._who(view)
        self._written(session)
        self._show(session)
        self.edited.connect(lambda _name, _text: self.follow())
        self.follow()

    def _when(self) -> None:
        self.add(DateField(tr("Date"), name="starts_on", required=True, today=self.bench.today, look="near"))
        self.add(TextField(tr("Time"), name="starts_time", required=True, width=8, placeholder="14:30",
                           check=read_time))
        self.add(TextField(tr("Planned until"), name="until", width=8, placeholder="15:30", check=read_time))
        self.add(TextField(tr("Ended at"), name="ended_at", width=8, placeholder="16:00", check=read_time))

    def _where(self, view: CaseView) -> None:
        self.how = self.add(ChoiceField(tr("How it is held"), [(f, tr(f.label)) for f in SessionForm],
                                        name="form"))
        self.place = self.add(PlaceField(tr("Place"), name="place", width=36))
        self.add(ChoiceField(tr("Led by"), [(one.id, one.name) for one in view.mediators], width=22,
                             name="mediator_id", empty=tr("The mediator in charge")))
        self.mode = self.add(SegmentField(tr("Who sits together"), [(m, tr(m.label)) for m in SessionMode],
                                          name="mode", required=True))
        sides: list[tuple[object, str]] = [(s, tr(s.label)) for s in Side]
        sides += [] if self.is_old else [(IN_TURN, tr("Both in turn"))]
        self.side = self.add(SegmentField(tr("With which side"), sides, name="side"))

    def _who(self, view: CaseView) -> None:
        """Of a new session the parties are asked for one by one, under attendance."""
        people = people_of(view) if self.is_old else {tr("Mediators"): mediators_of(view)}
        said = tr("Who attended") if self.is_old else tr("Who else is there")
        self.people = self.add(PeopleField(said, people, name="attendees"), wide=True)
        self.recorder = self.add(TextField(tr("Recorder"), name="recorder", width=16))
        self.language = self.add(TextField(tr("Language of the interpreter"), name="language", width=16))

    def _written(self, session: MediationSession | None) -> None:
        """What an earlier program asked in a few words: shown where it holds something."""
        holds = session is not None and any(getattr(session, name) not in (None, "") for name in OLD)
        self._shows_old = self.is_old or holds
        self.add(TextArea(tr("Joint record"), name="record", lines=4, most=16, help=tr(
            "What both sides may read. What a side said alone belongs under “Said alone” below.")), wide=True)
        self.told = self.add(YesNo(tr("Rights and duties told"), name="rights_told"))
        self.asked = self.add(YesNo(tr("Another mediator asked for"), name="change_asked"))

    def _show(self, session: MediationSession | None) -> None:
        if session is not None:
            self.follow_values(values_of(session))
            return
        self.set_values({"starts_on": self.bench.desk.today, "form": SessionForm.OFFICE,
                         "mode": SessionMode.JOINT,
                         "attendees": ((Attendance.MEDIATOR, self.bench.desk.who.name),)})

    def follow_session(self, session: MediationSession) -> bool:
        """Show the session as it is kept by now, but for what a person has entered since; False where there
        is any of that."""
        followed = self.follow_values(values_of(session))
        self.follow()
        return followed

    # -- following what is typed -------------------------------------------------------------

    def set_places(self, places: Sequence[OfficePlace]) -> None:
        """The office's list, of which those are offered that suit how the session is held."""
        self._places = places
        self.follow()

    def follow(self) -> None:
        """Ask only what the rest makes sense of."""
        alone = self.mode.typed() == SessionMode.CAUCUS.value
        self.side.setVisible(alone)
        for name in OLD:
            self.field(name).setVisible(self._shows_old and (not alone or name == "record"))
        self.field("ended_at").setVisible(not (alone and self.is_old))
        self.recorder.setVisible(not alone)
        here = f"{Attendance.INTERPRETER.value}\t" in self.people.typed()
        self.language.setVisible(here or bool(self.language.typed()))
        how = self.how.typed()
        form = next((one for one in SessionForm if one.value == how), SessionForm.OFFICE)
        self.place.offer([one.name for one in places_for(self._places, form, self._site_id)])

    # -- what is kept --------------------------------------------------------------------------

    def draft(self) -> SessionDraft:
        """The session as it stands in the form; DeskError beside its field where something lacks."""
        values = self.values()
        day, mode, side = cast(date, values["starts_on"]), values["mode"], values["side"]
        assert isinstance(mode, SessionMode)
        alone = mode is SessionMode.CAUCUS
        if alone and side is None:
            raise DeskError(N_("Say which side the mediator talked to."), field="side")
        return SessionDraft(
            datetime.combine(day, read_time(str(values["starts_time"]))),
            form=cast(SessionForm, values["form"]), mode=mode,
            side=side if alone and isinstance(side, Side) else None,
            place=str(values["place"]), record=str(values["record"]),
            attendees=cast("tuple[Present, ...]", values["attendees"]),
            until=self.hour("until"), mediator_id=cast("UUID | None", values["mediator_id"]),
            language=str(values["language"]) or None, state=SessionState.PLANNED,
            ended_at=None if alone and self.is_old else self.hour("ended_at"),
            recorder=None if alone else str(values["recorder"]) or None,
            rights_told=None if alone else self.told.value(),
            change_asked=None if alone else self.asked.value())

    def hour(self, name: str) -> datetime | None:
        """The hour in that field, on the day of the session; None where it is empty."""
        day, typed = self.field("starts_on").value(), self.field(name).value()
        return datetime.combine(day, read_time(str(typed))) if isinstance(day, date) and typed else None


def values_of(session: MediationSession) -> dict[str, object]:
    """A kept session as the form shows it."""
    alone = session.mode is SessionMode.CAUCUS and session.state is not None
    return {"starts_on": session.starts_at.date(), "starts_time": f"{session.starts_at:%H:%M}",
            "form": session.form, "place": session.place, "mode": session.mode,
            "side": session.side or (IN_TURN if alone else None),
            "attendees": tuple((one.attendance, one.name) for one in session.attendees),
            "language": next((one.language for one in session.attendees if one.language), ""),
            "record": session.record, "recorder": session.recorder or "",
            "until": _hour(session.until), "ended_at": _hour(session.ended_at),
            "mediator_id": session.mediator_id,
            "rights_told": session.rights_told, "change_asked": session.change_asked}


def _hour(moment: datetime | None) -> str:
    return f"{moment:%H:%M}" if moment else ""
