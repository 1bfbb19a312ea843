"""The lines of the timeline as its paper words them: in Chinese, with before and after apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from mediation_desk.domain.case import Case
from mediation_desk.domain.journal_tables import tells
from mediation_desk.domain.sorting.elements import SheetShelf
from mediation_desk.domain.words import N_
from mediation_desk.gui.journal.words import NO_SITES, CaseWords, field_words
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.history import TimelineLine
from mediation_desk.services.papers.timeline import ChangedLine
from mediation_desk.services.sorting import sorting


def paper_lines(shown: Sequence[tuple[TimelineLine, frozenset[str]]], case: Case,
                zone: tzinfo, sheets: SheetShelf, sites: Mapping[str, str] = NO_SITES) -> list[ChangedLine]:
    """``shown``: the journal's rows with the names of the fields that stand in one line on screen."""
    chinese = Words.of(CHINESE)
    claims = {name: chinese.sentence(sentence) for name, sentence in sorting.claim_names().items()}
    words = CaseWords(case, zone, claims, sheets, chinese, sites)
    return [_line(line, names, words, chinese) for line, names in shown]


def _line(line: TimelineLine, names: frozenset[str], words: CaseWords, chinese: Words) -> ChangedLine:
    entry = line.entry
    row = words.row(entry.table, entry.row_id)
    if line.office:
        row = chinese.fill(N_("At {office}: {done}"), {"office": line.office, "done": row})
    elif line.laptop:
        row = chinese.fill(N_("On “{laptop}”: {done}"), {"laptop": line.laptop, "done": row})
    if entry.action == "insert":
        held = {name: after for name, (_, after) in entry.fields.items()
                if name in names and tells(entry.table, name)}
        return ChangedLine(entry.at, line.who, row, "", words.listed(entry.table, held, entry.row_id))
    name = next(iter(names))
    before, after = entry.fields[name]
    if name == "removed_at":
        done = chinese.translate(N_("Removed") if after else N_("Put back"))
        return ChangedLine(entry.at, line.who, row, "", done)
    what = f"{row}　{field_words(entry.table, name, chinese)}"
    return ChangedLine(entry.at, line.who, what, words.value(entry.table, name, before, entry.row_id),
                       words.value(entry.table, name, after, entry.row_id))
