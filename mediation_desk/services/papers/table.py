"""Who sat at the table of a session as its record tells it: who came, who signs, who was told the rights."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mediation_desk.documents.views import mediation as views
from mediation_desk.domain.mediation.presence import SessionPresence
from mediation_desk.domain.mediation.sessions import Attendee, MediationSession
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Attendance, PartyKind, Presence, Role
from mediation_desk.domain.words import N_
from mediation_desk.services.papers.told import Told


def attendees(told: Told, session: MediationSession) -> Iterator[views.AttendeeRow]:
    """The mediators and helpers, then each party as it was answered; the names alone where nobody asked."""
    known = _came(session)
    if not known:
        yield from (attendee(told, one) for one in session.attendees)
        return
    yield from (attendee(told, one) for one in _others(told, session))
    for party, one in _answered(told, session):
        yield views.AttendeeRow(told.label(party.role), party.name, party.workplace, _how(told, party, one))


def signers(told: Told, session: MediationSession) -> Iterator[views.AttendeeRow]:
    """Who signs: a party that came, whoever came for it, and the others at the table."""
    if not _came(session):
        yield from (attendee(told, one) for one in session.attendees)
        return
    for party, one in _answered(told, session):
        if one.presence is Presence.CAME:
            yield _itself(told, party)
        elif one.presence is Presence.REPRESENTED:
            yield views.AttendeeRow(told.say(N_("For {name}"), name=party.name), one.by)
    yield from (attendee(told, one) for one in _others(told, session))


def _others(told: Told, session: MediationSession) -> Iterator[Attendee]:
    """Whoever is named besides the parties and those who came for them."""
    known = {name for party, one in _answered(told, session)
             for name in (party.name, one.by, party.legal_representative)}
    return (one for one in session.attendees
            if one.attendance is not Attendance.PARTY or one.name not in known)


def _came(session: MediationSession) -> dict[object, SessionPresence]:
    return {one.party_id: one for one in session.presences}


def _answered(told: Told, session: MediationSession) -> Iterator[tuple[Party, SessionPresence]]:
    """In the order of the parties, those too who take part no more."""
    known = _came(session)
    for party in sorted(told.case.parties_all, key=lambda one: one.position):
        if party.id in known:
            yield party, known[party.id]


def _itself(told: Told, party: Party) -> views.AttendeeRow:
    """A party that came itself signs for itself, an organisation through its legal representative."""
    if party.kind is PartyKind.ORGANISATION and party.legal_representative:
        return views.AttendeeRow(told.say(N_("Legal representative")), party.legal_representative)
    return views.AttendeeRow(told.label(party.role), party.name)


def _how(told: Told, party: Party, one: SessionPresence) -> str:
    if one.presence is Presence.CAME and party.kind is PartyKind.ORGANISATION:
        return told.say(N_("its legal representative {name} came"), name=party.legal_representative)
    if one.presence is not Presence.REPRESENTED:
        return told.label(one.presence)
    authority = told.label(one.authority) if one.authority else ""
    seen = told.words.translate(N_("paper seen") if one.authority_seen else N_("paper not seen"))
    kind = "，".join(filter(None, (authority, seen if one.authority_seen is not None else "")))
    return told.say(N_("represented by {by} ({authority})"), by=one.by, authority=kind)


def attendee(told: Told, one: Attendee) -> views.AttendeeRow:
    """A party is told by its role in the case, when the name is one of the case's."""
    party = next((known for known in told.case.parties if known.name == one.name), None)
    if one.attendance is Attendance.PARTY and party:
        acting = party.role in (Role.AGENT, Role.REPRESENTATIVE)
        return views.AttendeeRow(told.label(party.role), one.name, party.workplace if acting else "")
    firm = next((known for known in told.case.parties if one.name == known.legal_representative), None)
    if one.attendance is Attendance.PARTY and firm:
        return views.AttendeeRow(told.say(N_("Legal representative")), one.name, firm.name)
    own = one.attendance is Attendance.MEDIATOR and one.name in told.mediators
    spoken = told.say(N_("interprets {language}"), language=one.language) if one.language else ""
    return views.AttendeeRow(told.label(one.attendance), one.name,
                             told.desk.settings.name if own else spoken)


def told_rights(told: Told, until: date) -> Iterator[views.ToldView]:
    """Who was told the rights until that day: those together who were told alike and answered alike."""
    names = {party.id: party.name for party in told.case.parties_all}
    groups: dict[tuple[date, str, str, str], list[str]] = {}
    places = {party.id: party.position for party in told.case.parties_all}
    for one in sorted(told.case.rights_told, key=lambda act: (act.told_on, places[act.party_id])):
        if one.told_on <= until:
            key = one.told_on, one.told_by, told.label(one.answer), one.note
            groups.setdefault(key, []).append(names[one.party_id])
    for (day, by, answer, note), those in groups.items():
        yield views.ToldView(day, by, "、".join(those), answer, note)


def requests(told: Told, until: date) -> Iterator[views.RequestView]:
    """The requests for another mediator that were made until that day, with how each ended."""
    names = {party.id: party.name for party in told.case.parties_all}
    for one in told.case.recusals:
        if one.asked_on <= until:
            yield views.RequestView(one.asked_on, names[one.party_id], one.of_whom, one.reason, one.granted,
                                    one.decided_on, one.decided_by, one.decision)
