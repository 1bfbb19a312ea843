"""From the sorting to the cells of its two grids, and from typed cells back to sayings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal
from uuid import UUID

from mediation_desk.domain.sorting.elements import Element, ElementType, Scope
from mediation_desk.domain.sorting.statements import SETTLED, State
from mediation_desk.domain.words import N_
from mediation_desk.gui.case.sorting.sayings import Sayings
from mediation_desk.gui.case.sorting.sight import INKS, VOICES, Key, Sight, chip, of_voice, said, titled
from mediation_desk.gui.kit.look import chips
from mediation_desk.gui.kit.tables.grid import GridCell, GridColumn, GridRow
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.sorting.sorting import SPOKEN, Saying, Voice

Shown = Voice | Literal["both"]  # both: the two statements beside each other
At = tuple[str, str]  # row id and column id of a grid
STATE = "state"
CASE_COLUMNS: tuple[Voice, ...] = ("applicant", "respondent", "finding", "evidence", "note")
_WIDTHS = {ElementType.TEXT: 18, ElementType.CHOICE: 16, ElementType.DATE: 13, ElementType.MONEY: 13}
WIDEST = 26
SHORT: Mapping[Voice, str] = MappingProxyType({"applicant": N_("Applicants"), "respondent": N_("Respondent")})


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


def columns_of_voices() -> list[GridColumn]:
    """What is said, where that leaves it, and what was found of it."""
    columns = [GridColumn(voice, tr(SHORT.get(voice, VOICES[voice])), width=12 if voice in SPOKEN else 20,
                          help=tr(VOICES[voice]), meaning=INKS.get(voice, "")) for voice in CASE_COLUMNS]
    columns.insert(2, GridColumn(STATE, tr("State"), width=15, read_only=True))
    return columns


def _width(element: Element, language: str, shown: Shown) -> int:
    title = titled(element, language)
    letters = sum(2 if ord(sign) > 0x2E7F else 1 for sign in title) + (3 if shown in INKS else 0)
    kind = _WIDTHS.get(element.type, 11)
    return min(WIDEST, max(letters, kind + (kind - 2 if shown == "both" else 2)))


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


def worker_cells(sight: Sight, shown: Shown, sayings: Sayings, workers: Iterable[UUID]) -> dict[At, GridCell]:
    """The cells of some workers in the workers' grid."""
    return {(str(worker), cell.element.id): worker_cell(sight, cell.element.id, worker, shown, sayings)
            for worker in workers for cell in sight.outcome.parts[worker].cells
            if cell.element.scope is Scope.WORKER}


def worker_cell(sight: Sight, name: str, worker: UUID, shown: Shown, sayings: Sayings) -> GridCell:
    """One worker's cell: one side's word, or both beside each other."""
    if shown == "both":
        return _both(sight, name, worker)
    return _cell(sight, (name, worker, shown), sayings, state=sight.outcome.cell(name, worker).state)


def case_cells(sight: Sight, sayings: Sayings) -> dict[At, GridCell]:
    """The cells of the elements that are asked once."""
    cells: dict[At, GridCell] = {}
    for element in scoped(sight, Scope.CASE):
        state = chip(sight.outcome.cells[element.id, None].state)
        cells[element.id, STATE] = GridCell(state.text, state, read_only=True, meaning=state.meaning)
        for voice in CASE_COLUMNS:
            cells[element.id, voice] = _cell(sight, (element.id, None, voice), sayings)
    return cells


def _cell(sight: Sight, key: Key, sayings: Sayings, state: State | None = None) -> GridCell:
    element, voice = sight.outcome.cell(key[0], key[1]).element, key[2]
    offered = choices(element, sight.language) if voice in SPOKEN else ()
    if key in sayings.unsaved:
        waiting = chips.State(tr("Not saved yet"), "muted", "hourglass")
        return GridCell(sayings.unsaved[key], waiting, trouble=sayings.troubles.get(key, ""), choices=offered)
    kept = sight.kept(key)
    text = said(element, kept, sight.language) if voice in SPOKEN else kept or ""
    locked = element.type is ElementType.LIST and voice in SPOKEN
    return GridCell(text, chip(state) if state else None, read_only=locked, meaning=INKS.get(voice, ""),
                choices=offered)


def _both(sight: Sight, name: str, worker: UUID) -> GridCell:
    cell = sight.outcome.cell(name, worker)
    ours, theirs = (said(cell.element, of_voice(cell.word, voice), sight.language)
                    for voice in ("applicant", "respondent"))
    apart = f"{ours or '—'}  /  {theirs or '—'}" if ours or theirs else ""
    alike = cell.state in SETTLED or ours == theirs
    return GridCell(ours if alike else apart, chip(cell.state), read_only=True, meaning="ink")


# -- back --------------------------------------------------------------------------------


def from_workers(edits: Iterable[tuple[str, str, str]], voice: Voice) -> list[Saying]:
    """What was typed in the workers' grid."""
    return [Saying(element, UUID(worker), voice, text) for worker, element, text in edits]


def from_case(edits: Iterable[tuple[str, str, str]]) -> list[Saying]:
    """What was typed in the grid of the elements asked once."""
    voices: Mapping[str, Voice] = {voice: voice for voice in CASE_COLUMNS}
    return [Saying(element, None, voices[column], text) for element, column, text in edits]
