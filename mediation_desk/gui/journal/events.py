"""The journal as it is read: one line for each changed field, and for each row that was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.changes import JournalEntry
from mediation_desk.domain.journal_tables import column, tells
from mediation_desk.domain.words import N_
from mediation_desk.gui.journal.words import CaseWords, field_words, verb_words
from mediation_desk.services import history
from mediation_desk.services.desk import Desk
from mediation_desk.services.history import TimelineLine


@dataclass(frozen=True)
class Event:
    """One line: a changed field, or a row that was made with all it held."""

    at: datetime
    who: str
    done: str
    row: str
    change: str
    names: frozenset[str]  # the journal's names of the fields it speaks of
    line: TimelineLine

    def labels(self) -> set[str]:
        """What those fields are called, as message ids."""
        return {column(self.line.entry.table, name).label for name in self.names}


Listed = tuple[list[Event], list[Event]]  # all events, and what was removed


def told(desk: Desk, case_id: UUID, words: CaseWords) -> Listed:
    """All events of the case and what was removed, each the latest first. Thousands in a mass claim, so
    they are put in words off the UI thread."""
    lines = history.timeline(desk, case_id)
    gone = [_event(line, words, "", frozenset(line.entry.fields)) for line in history.gone(lines)]
    return events(lines, words), gone


def events(lines: Sequence[TimelineLine], words: CaseWords) -> list[Event]:
    """The journal as it is read, the latest first."""
    made: list[Event] = []
    for line in reversed(lines):
        table = line.entry.table
        shown = {name: change for name, change in line.entry.fields.items() if tells(table, name)}
        if line.entry.action == "insert":
            made.append(_new_row(line, words, shown))
        else:
            made += [_event(line, words, _change(words, line.entry, name, change), frozenset({name}))
                     for name, change in shown.items()]
    return made


def _new_row(line: TimelineLine, words: CaseWords,
             shown: Mapping[str, tuple[object, object]]) -> Event:
    held = {name: after for name, (_, after) in shown.items() if after not in (None, "", False)}
    text = words.listed(line.entry.table, held, line.entry.row_id)
    return _event(line, words, text, frozenset(held))


def _change(words: CaseWords, entry: JournalEntry, name: str, change: tuple[object, object]) -> str:
    before, after = change
    if name == "removed_at":
        gone = N_("Reversed") if "reversed_why" in entry.fields else N_("Removed")
        return words.say(gone if after else N_("Put back"))
    return words.say(N_("{field}: {before} → {after}"), field=field_words(entry.table, name, words.language),
                     before=words.value(entry.table, name, before, entry.row_id),
                     after=words.value(entry.table, name, after, entry.row_id))


def _event(line: TimelineLine, words: CaseWords, change: str, names: frozenset[str]) -> Event:
    entry: JournalEntry = line.entry
    done = (words.say(N_("Undone or done again")) if entry.undoes
            else verb_words(entry.verb, words.language))
    if line.office:
        done = words.say(N_("At {office}: {done}"), office=line.office, done=done)
    elif line.laptop:
        done = words.say(N_("On “{laptop}”: {done}"), laptop=line.laptop, done=done)
    return Event(entry.at.astimezone(words.zone), line.who, done, words.row(entry.table, entry.row_id),
                 change, names, line)
