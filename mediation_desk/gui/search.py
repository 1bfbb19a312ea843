"""What Ctrl+K finds: cases, people, pages and actions, by words, pinyin or initials."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from mediation_desk.domain.listing import MOST_FOUND, CaseFilter
from mediation_desk.domain.summary import PersonRow
from mediation_desk.domain.text.masks import ENDING
from mediation_desk.domain.vocabulary import PartyKind
from mediation_desk.gui.kit.palette import Hit
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.pages.states import station_state
from mediation_desk.gui.pages.titles import case_title
from mediation_desk.services import finding, reading
from mediation_desk.services.desk import Desk

MOST_CASES, MOST_PEOPLE = 6, 4
OpenCase = Callable[[UUID], object]


@dataclass(frozen=True)
class Command:
    """A page or an action by its words in the reader's language; ``keys`` is its shortcut."""

    text: str
    picture: str
    act: Callable[[], object]
    keys: str = ""


def cases(desk: Desk, open_case: OpenCase, show_all: Callable[[str], object], typed: str) -> Sequence[Hit]:
    """The cases that answer, best first: by their number, by a name, by anything else; and the way to all
    of them where there are more."""
    if not typed:
        return ()
    rows = reading.find(desk, typed, MOST_CASES + 1)
    hits = [Hit(case_title(row), f"{row.number} · {station_state(row).text}", "folder",
                partial(open_case, row.case_id)) for row in rows[:MOST_CASES]]
    if len(rows) > MOST_CASES:
        count = reading.count(desk, CaseFilter(text=typed))
        said = f"{count:,}+" if count >= MOST_FOUND else f"{count:,}"
        hits.append(Hit(tr("All {count} cases that answer “{words}”", count=said, words=typed), "",
                        "magnifying-glass", partial(show_all, typed)))
    return hits


def people(desk: Desk, open_case: OpenCase, typed: str) -> Sequence[Hit]:
    """Everybody whose name or numbers answer, in whatever part; each opens their case."""
    if not typed:
        return ()
    found = reading.people(desk, typed, MOST_PEOPLE)
    return [Hit(one.name, _about(one, found), "user" if one.kind is PartyKind.PERSON else "buildings",
                partial(open_case, one.case_id)) for one in found]


def _about(one: PersonRow, found: Sequence[PersonRow]) -> str:
    """Part and case of a person; of namesakes in one case also the end of a number."""
    alike = [other for other in found if (other.name, other.case_id) == (one.name, one.case_id)]
    mine = _end(one) if len({_end(other) for other in alike}) > 1 else ""
    return " · ".join(filter(None, (tr(one.role.label), mine, one.number)))


def _end(one: PersonRow) -> str:
    """The end of the longest number that is known of somebody: mostly of a document."""
    longest = max(one.numbers, key=len, default="")
    return f"…{longest[-ENDING:]}" if longest else ""


def commands(known: Callable[[], Sequence[Command]], typed: str) -> Sequence[Hit]:
    """Pages and actions whose words answer; all of them while nothing is typed."""
    return [Hit(one.text, one.keys, one.picture, one.act) for one in known()
            if finding.matches(one.text, typed)]
