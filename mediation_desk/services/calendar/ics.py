"""Sessions as a calendar file (RFC 5545) that Outlook, Thunderbird and telephones take."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from mediation_desk.domain.planning.entries import CalendarEntry, in_order
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.library import titles
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import placing
from mediation_desk.store.reading.planned import Revision

if TYPE_CHECKING:
    from icalendar import Calendar, Event

ENDING = ".ics"
PRODUCT = "-//Mediation Desk//Calendar//EN"
DOMAIN = "mediation-desk"


@dataclass(frozen=True)
class Chosen:
    """Which sessions go into the file, and what it says of them.

    ``parties``: whether the sides are named, which the person must choose: a telephone's calendar is read
    over shoulders and kept by others. ``language``: in which the words stand.
    """

    sessions: Collection[UUID]
    parties: bool = False
    language: str = CHINESE


def ics(desk: Desk, chosen: Chosen) -> bytes:
    """The sessions as a calendar, each under a key that stays, so that a later file moves what an earlier
    one brought. It says the case's number, the place and the hours, and what the parties are called only
    where that was chosen; never what was said.

    Sessions that the person may not read are left out; none at all is said.
    """
    if not chosen.sessions:
        raise DeskError(N_("There is no session to put into a calendar file."))
    with desk.reading() as work:
        found = work.planned.chosen(chosen.sessions)
        if not found:
            desk.require(Verb.READ_CASE)
            raise NotThere
        revisions = work.planned.revisions(found)
    return _written(desk, sorted(found, key=in_order), revisions, chosen)


def save(desk: Desk, chosen: Chosen, path: str) -> Path:
    """The same in a new file; DeskError beside ``path``."""
    file, data = placing.typed(path, ENDING), ics(desk, chosen)
    with placing.new_file(file) as target:
        target.write(data)
    return file


def _written(desk: Desk, entries: Sequence[CalendarEntry], revisions: dict[UUID, Revision],
             chosen: Chosen) -> bytes:
    made = _calendar()
    words = Words.of(chosen.language)
    for entry in entries:
        made.add_component(_event(desk, entry, revisions, words, parties=chosen.parties))
    data: bytes = made.to_ical()
    return data


def _calendar() -> Calendar:
    from icalendar import Calendar

    made = Calendar()
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"),
                        ("method", "PUBLISH")):
        made.add(name, value)
    return made


def _event(desk: Desk, entry: CalendarEntry, revisions: dict[UUID, Revision], words: Words, *,
           parties: bool) -> Event:
    """Hours in UTC: every program knows them, whatever it knows of zones."""
    from icalendar import Event

    assert entry.case and entry.row_id and entry.starts_at and entry.until
    revision = revisions.get(entry.row_id, Revision(0, desk.now))
    made = Event()
    made.add("uid", f"{entry.row_id}@{DOMAIN}")
    made.add("dtstamp", _utc(desk.now))
    made.add("last-modified", _utc(revision.at))
    made.add("sequence", revision.count)
    made.add("dtstart", _at_office(desk, entry.starts_at))
    made.add("dtend", _at_office(desk, entry.until))
    made.add("summary", words.fill(N_("Mediation {number}"), {"number": entry.case.number}))
    if entry.place:
        made.add("location", entry.place)
    if parties:
        made.add("description", titles.of_row(words, entry.case))
    made.add("status", "CANCELLED" if entry.called_off else "CONFIRMED")
    made.add("class", "PRIVATE")
    return made


def _at_office(desk: Desk, hour: datetime) -> datetime:
    return _utc(hour.replace(tzinfo=desk.zone))


def _utc(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(microsecond=0)
