"""The overview as tables: a section each, its figures down, its three periods across."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mediation_desk.domain.reports.disclosure.cells import Thresholds
from mediation_desk.domain.reports.figures import Section, Unit
from mediation_desk.domain.reports.forms.filled import (
    Cell,
    FilledColumn,
    FilledForm,
    FilledRow,
    FilledTable,
)
from mediation_desk.domain.reports.forms.form import Form, Ref
from mediation_desk.domain.reports.forms.gathering import Gathering
from mediation_desk.domain.reports.forms.publishing import gathered
from mediation_desk.domain.reports.period import DAY
from mediation_desk.domain.sorting.answer_types import Label

Say = Callable[[str], Label]
"""What a message id says in both languages."""
NOW, BEFORE, YEAR_BEFORE = Label("本期", "Now"), Label("上期", "Before"), Label("上年同期", "A year before")
COLUMNS = (("now", NOW), ("before", BEFORE), ("year_before", YEAR_BEFORE))


def tables(periods: Sequence[Sequence[Section]], say: Say) -> tuple[FilledTable, ...]:
    """The sections of the three periods side by side. Of medians and shares the row says which they are."""
    return tuple(_table(at, sections, say) for at, sections in enumerate(zip(*periods, strict=True)))


def _table(at: int, sections: Sequence[Section], say: Say) -> FilledTable:
    rows = tuple(FilledRow(figures[0].key, _called(figures[0].label, figures[0].of, figures[0].unit, say),
                           tuple(Cell(one.unit, one.value, of=one.of, left_out=one.left_out)
                                 for one in figures))
                 for figures in zip(*(one.figures for one in sections), strict=True))
    units = {row.cells[0].unit for row in rows}
    unit = units.pop() if len(units) == 1 else Unit.CASES
    columns = tuple(FilledColumn(key, label, unit) for key, label in COLUMNS)
    return FilledTable(f"section{at}", say(sections[0].title), Label("指标", "Figure"), columns, rows,
                       "now" if unit is Unit.CASES and at == 0 else "")


def _called(label: str, of: tuple[int, int] | None, unit: Unit, say: Say) -> Label:
    said = say(label)
    if unit is Unit.DAYS and of:
        zh, en = ("中位数", "median") if of[0] == 50 else ("九成案件", "nine in ten")
        return Label(f"{said.zh}，{zh}（日）", f"{said.en}, {en} (days)")
    return said


def definitions(periods: Sequence[Sequence[Section]], say: Say) -> Iterator[str]:
    """What each figure counts, in Chinese."""
    for section in periods[0]:
        for figure in section.figures:
            yield f"{say(figure.label).zh}：{say(figure.definition).zh}"


# -- to be published -------------------------------------------------------------------------


def together(forms: Sequence[FilledForm], names: Sequence[Label], thresholds: Thresholds) -> Gathering:
    """The same form of several periods as one export: what a reader of all of them knows. Where one period
    follows on another, the stock at its start is that at the other's end."""
    parts = [_apart(form, f"@{at}", name) for at, (form, name) in enumerate(zip(forms, names, strict=True))]
    whole = Gathering(tuple(table for _form, tables in parts for table in tables), thresholds)
    for one, (form, tables) in zip(forms, parts, strict=True):
        part = gathered(form, one.period, tables, thresholds)
        whole.keys |= part.keys
        whole.cells |= part.cells
        whole.relations += part.relations
    _following(whole, forms)
    return whole


def _apart(form: FilledForm, ending: str, name: Label) -> tuple[Form, tuple[FilledTable, ...]]:
    def named(label: Label) -> Label:
        return Label(f"{label.zh}（{name.zh}）", f"{label.en} ({name.en})")

    def moved(refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
        return tuple((f"{table}{ending}", row, column) for table, row, column in refs)

    tables = tuple(replace(one, id=one.id + ending, label=named(one.label)) for one in form.form.tables)
    identities = tuple(replace(one, left=moved(one.left), right=moved(one.right))
                       for one in form.form.identities)
    return (replace(form.form, tables=tables, identities=identities),
            tuple(replace(one, id=one.id + ending, label=named(one.label)) for one in form.tables))


def _following(whole: Gathering, forms: Sequence[FilledForm]) -> None:
    for at, one in enumerate(forms):
        for before, other in enumerate(forms):
            if other.period.until + DAY == one.period.since:
                whole.adds_up(whole.key(f"cases@{at}", "all", "start"),
                              [whole.key(f"cases@{before}", "all", "end")])
