"""Whether a filled form reconciles: each of its identities, with both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.reports.forms.filled import Cell, FilledTable, Outcome
from mediation_desk.domain.reports.forms.filling import of_row
from mediation_desk.domain.reports.forms.form import Balance, Form, Identity, Ref
from mediation_desk.domain.sorting.answer_types import Label

ADD_UP = frozenset({Unit.CASES, Unit.PEOPLE, Unit.MONEY})
Sides = tuple[Sequence[Cell], Sequence[Cell]]


def outcomes(form: Form, tables: Sequence[FilledTable]) -> tuple[Outcome, ...]:
    """Every identity of the form: once where it holds throughout, else once for each place where it does
    not. Tables that are left out of what is published are left out here."""
    by_id = {one.id: one for one in tables}
    found: list[Outcome] = []
    for table in form.tables:
        if table.id in by_id:
            for balance in table.balances:
                found += _told(balance.label, list(_balanced(balance, by_id[table.id])))
    for identity in form.identities:
        if all(table in by_id for table, _row, _column in (*identity.left, *identity.right)):
            found += _told(identity.label, [(None, _identity(identity, by_id))])
    return tuple(found)


def _balanced(balance: Balance, table: FilledTable) -> Iterator[tuple[Label | None, Sides]]:
    """Both sides in each row, or in each column, with its name."""
    if not balance.rows:
        at = {one.id: place for place, one in enumerate(table.columns)}
        for row in table.rows:
            yield row.label, ([row.cells[at[one]] for one in balance.left],
                              [row.cells[at[one]] for one in balance.right])
        return
    for place, column in enumerate(table.columns):
        if column.unit in ADD_UP:
            sides = [[row.cells[place] for one in side for row in of_row(table.rows, one)]
                     for side in (balance.left, balance.right)]
            yield column.label, (sides[0], sides[1])


def _identity(identity: Identity, tables: Mapping[str, FilledTable]) -> Sides:
    return ([cell for ref in identity.left for cell in cells_of(ref, tables)],
            [cell for ref in identity.right for cell in cells_of(ref, tables)])


def cells_of(ref: Ref, tables: Mapping[str, FilledTable]) -> list[Cell]:
    """The cell that an identity names, or those of all rows of a dimension."""
    table, row, column = ref
    place = [one.id for one in tables[table].columns].index(column)
    return [one.cells[place] for one in of_row(tables[table].rows, row)]


def _told(label: Label, found: Sequence[tuple[Label | None, Sides]]) -> list[Outcome]:
    told = [(where, Outcome(label, _sum(left), _sum(right))) for where, (left, right) in found]
    broken = [Outcome(_in(label, where), one.left, one.right) for where, one in told if one.holds is False]
    if broken:
        return broken
    held = [one for _where, one in told if one.holds]
    most = max(held, key=lambda one: one.left or 0, default=None)
    return [most] if most else [one for _where, one in told[:1]]


def _sum(cells: Sequence[Cell]) -> int | None:
    return None if any(one.value is None for one in cells) else sum(one.value or 0 for one in cells)


def _in(label: Label, where: Label | None) -> Label:
    return label if where is None else Label(f"{label.zh}（{where.zh}）", f"{label.en} ({where.en})")
