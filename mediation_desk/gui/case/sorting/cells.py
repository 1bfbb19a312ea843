"""From the sorting to the cells of its two grids, and from typed cells back to sayings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple
from uuid import UUID

from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.people import Party
from mediation_desk.domain.sorting.elements import Element, ElementType, Scope
from mediation_desk.domain.sorting.statements import SETTLED, State
from mediation_desk.domain.words import N_
from mediation_desk.gui.case.sorting.sayings import Sayings
from mediation_desk.gui.case.sorting.sight import INKS, VOICES, Key, Sight, chip, said, titled
from mediation_desk.gui.kit.look import chips
from mediation_desk.gui.kit.look.theme import BODY_PT, SMALL_PT
from mediation_desk.gui.kit.tables.grid import GridCell, GridColumn, GridRow
from mediation_desk.gui.kit.tables.grid_model import MARK_LETTERS, broken
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.sorting.sorting import SPOKEN, Saying, Voice

Shown = Voice | Literal["both"]  # both: the two statements beside each other
At = tuple[str, str]  # row id and column id of a grid
STATE, ALONE = "state", "alone:"  # of the columns: where it stands; one respondent's own words
CASE_COLUMNS: tuple[Voice, ...] = ("applicant", "respondent", "finding", "evidence", "note")
_WIDTHS = {ElementType.TEXT: 16, ElementType.CHOICE: 14, ElementType.DATE: 13, ElementType.MONEY: 12}
LEAST, WIDEST = 10, 24
SHORT: Mapping[Voice, str] = MappingProxyType({"applicant": N_("Applicants"), "respondent": N_("Respondent")})


class Speaker(NamedTuple):
    """Whose words the workers' grid shows; ``party``: one respondent's."""

    shown: Shown
    party: UUID | None = None


def scoped(sight: Sight, scope: Scope) -> list[Element]:
    """The sheet's elements that are asked once, or of each worker."""
    return [element for element in sight.outcome.sheet.elements() if element.scope is scope]


def rows_of_workers(sight: Sight) -> list[GridRow]:
    """A numbered row for each worker."""
    return [GridRow(str(worker.id), f"{number}  {worker.name}")
            for number, worker in enumerate(sight.case.applicants, start=1)]


def columns_of_elements(sight: Sight, shown: Shown) -> list[GridColumn]:
    """A column for each element; what it is about and who proves it stand in its tip."""
    return [GridColumn(element.id, titled(element, sight.language),
                       right=element.type is ElementType.MONEY and shown != "both",
                       width=_width(element, sight.language, shown), help=_tip(element, sight.language),
                       choices=choices(element, sight.language) if shown in SPOKEN else (),
                       meaning=INKS.get(shown, "") if shown != "both" else "")
            for element in scoped(sight, Scope.WORKER)]


def rows_of_elements(sight: Sight) -> list[GridRow]:
    """A row for each element that is asked once."""
    return [GridRow(element.id, titled(element, sight.language)) for element in scoped(sight, Scope.CASE)]


def columns_of_voices(sight: Sight) -> list[GridColumn]:
    """What is said, where that leaves it, and what was found of it; a column for each respondent where
    one of them says something of its own."""
    columns = [_voice_column(voice) for voice in CASE_COLUMNS]
    alone = [GridColumn(f"{ALONE}{party}", name, width=14, meaning=INKS["respondent"],
                        help=tr("{name}: statement of its own", name=name))
             for party, name in told_apart(differing(sight)).items()]
    return [*columns[:2], *alone, GridColumn(STATE, tr("State"), width=11, read_only=True), *columns[2:]]


def _voice_column(voice: Voice) -> GridColumn:
    title = tr(SHORT.get(voice, VOICES[voice]))
    mark = MARK_LETTERS if voice in INKS else 0
    return GridColumn(voice, title, width=max(LEAST, _letters(title) + mark + 1), help=tr(VOICES[voice]),
                      meaning=INKS.get(voice, ""))


def differing(sight: Sight) -> Sequence[Party]:
    """The respondents, where one of them says something of its own on an element of the whole case."""
    apart = any(sight.apart(element.id, None) for element in scoped(sight, Scope.CASE))
    return sight.respondents if apart else ()


def _width(element: Element, language: str, shown: Shown) -> int:
    """As wide as its answers; its title is broken into two lines before it asks for more."""
    title, mark = titled(element, language), MARK_LETTERS if shown in INKS else 0
    kind = _WIDTHS.get(element.type, LEAST)
    wanted = max(-(-_letters(title) // 2) + 1 + mark, kind + (kind - 2 if shown == "both" else 0))
    lines = broken(title, wanted - mark).split("\n")
    return min(WIDEST, max(wanted, *(_letters(line) + mark for line in lines)))


def _letters(text: str) -> int:
    """How many Latin letters of a cell a title's words take up, which are set smaller."""
    return round(sum(2 if ord(sign) > 0x2E7F else 1 for sign in text) * SMALL_PT / BODY_PT)


def _tip(element: Element, language: str) -> str:
    parts = [titled(element, language), element.help.text(language), element.law,
             tr("To be proved by: {side}", side=tr(element.burden.label))]
    return "\n".join(part for part in parts if part)


def choices(element: Element, language: str) -> tuple[str, ...]:
    """The words that may stand in a cell of this element; none where anything may."""
    if element.type is ElementType.YES_NO:
        return (element.show("yes", language), element.show("no", language), element.show("✗", language))
    if element.type is ElementType.CHOICE:
        return (*(choice.label.text(language) for choice in element.choices), element.show("✗", language))
    return ()


# -- cells -------------------------------------------------------------------------------


def changed_workers(sight: Sight, old: Sight) -> list[UUID]:
    """Whose cells may differ from those of the sight before."""
    known = old.outcome.parts
    return [worker for worker, part in sight.outcome.parts.items() if known.get(worker) is not part]


def worker_cells(sight: Sight, speaker: Speaker, sayings: Sayings,
                 workers: Iterable[UUID]) -> dict[At, GridCell]:
    """The cells of some workers in the workers' grid."""
    return {(str(worker), cell.element.id): worker_cell(sight, cell.element.id, worker, speaker, sayings)
            for worker in workers for cell in sight.outcome.parts[worker].cells
            if cell.element.scope is Scope.WORKER}


def worker_cell(sight: Sight, name: str, worker: UUID, speaker: Speaker, sayings: Sayings) -> GridCell:
    """One worker's cell: one side's word, or both beside each other."""
    if speaker.shown == "both":
        return _both(sight, name, worker)
    return _cell(sight, (name, worker, speaker.shown, speaker.party), sayings,
                 state=sight.outcome.cell(name, worker).state)


def case_cells(sight: Sight, sayings: Sayings) -> dict[At, GridCell]:
    """The cells of the elements that are asked once."""
    cells: dict[At, GridCell] = {}
    alone = differing(sight)
    for element in scoped(sight, Scope.CASE):
        state = chip(sight.outcome.cells[element.id, None].state)
        cells[element.id, STATE] = GridCell(state.text, state, read_only=True, meaning=state.meaning)
        for voice in CASE_COLUMNS:
            cells[element.id, voice] = _cell(sight, (element.id, None, voice, None), sayings)
        for party in alone:
            key: Key = (element.id, None, "respondent", party.id)
            cells[element.id, f"{ALONE}{party.id}"] = _cell(sight, key, sayings)
    return cells


def _cell(sight: Sight, key: Key, sayings: Sayings, state: State | None = None) -> GridCell:
    name, worker, voice, party = key
    element = sight.outcome.cell(name, worker).element
    offered = choices(element, sight.language) if voice in SPOKEN else ()
    a_list = element.type is ElementType.LIST and voice in SPOKEN
    if key in sayings.unsaved:
        waiting = chips.State(tr("Not saved yet"), "muted", "hourglass")
        return GridCell(sayings.unsaved[key], waiting, trouble=sayings.troubles.get(key, ""),
                        whole=a_list, choices=offered)
    together = voice == "respondent" and party is None and sight.apart(name, worker)
    text = respondents_say(sight, name, worker) if together else _text(sight, key, element)
    return GridCell(text, chip(state) if state else None, read_only=together, whole=a_list,
                    meaning=INKS.get(voice, ""), choices=offered)


def _text(sight: Sight, key: Key, element: Element) -> str:
    kept = sight.kept(key)
    return said(element, kept, sight.language) if key[2] in SPOKEN else kept or ""


def respondents_say(sight: Sight, name: str, worker: UUID | None) -> str:
    """What the respondents answer, where they may differ: each answer once."""
    cell = sight.outcome.cell(name, worker)
    apart = "；" if sight.language.startswith("zh") else "; "
    return apart.join(said(cell.element, answer, sight.language) or "—" for answer in cell.word.theirs)


def _both(sight: Sight, name: str, worker: UUID) -> GridCell:
    cell = sight.outcome.cell(name, worker)
    ours = said(cell.element, cell.word.applicant, sight.language)
    theirs = respondents_say(sight, name, worker) if any(cell.word.theirs) else ""
    apart = f"{ours or '—'}  /  {theirs or '—'}" if ours or theirs else ""
    alike = cell.state in SETTLED or ours == theirs
    return GridCell(ours if alike else apart, chip(cell.state), read_only=True, meaning="ink")


# -- back --------------------------------------------------------------------------------


def from_workers(edits: Iterable[tuple[str, str, str]], voice: Voice, party: UUID | None) -> list[Saying]:
    """What was typed in the workers' grid."""
    return [Saying(element, UUID(worker), voice, text, party_id=party) for worker, element, text in edits]


def from_case(edits: Iterable[tuple[str, str, str]]) -> list[Saying]:
    """What was typed in the grid of the elements asked once."""
    sayings = []
    for element, column, text in edits:
        voice, party = speaker_of(column)
        sayings.append(Saying(element, None, voice, text, party_id=party))
    return sayings


def speaker_of(column: str) -> tuple[Voice, UUID | None]:
    """Whose words stand in a column of that grid."""
    if column.startswith(ALONE):
        return "respondent", UUID(column.removeprefix(ALONE))
    return next((voice for voice in CASE_COLUMNS if voice == column), "respondent"), None
