"""The figures of an export as unknowns and the equations between them, for hiding and for attacking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mediation_desk.domain.reports.disclosure.cells import Cell, CellKey, Relation
from mediation_desk.domain.words import N_, DeskError

Terms = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Board:
    """Every figure once, however often it is printed.

    ``members``: by unknown, the cells that print it. ``place``: the unknown of each cell. ``values``:
    what each truly is. ``equations``: unknowns with their coefficients, which add up to nothing.
    ``stands_in``: by unknown, the equations it stands in with its coefficient there.
    """

    members: Sequence[Sequence[CellKey]]
    place: Mapping[CellKey, int]
    values: Sequence[int]
    equations: Sequence[Terms]
    stands_in: Sequence[Terms]

    def among(self, known: Collection[int]) -> Board:
        """The same without the figures that are known and stay as they are."""
        return replace(self, equations=[tuple(term for term in terms if term[0] not in known)
                                        for terms in self.equations])


def lay(cells: Mapping[CellKey, Cell], relations: Iterable[Relation]) -> Board:
    """The board of an export. DeskError where figures do not add up: nothing can be said of hiding then."""
    relations = tuple(relations)
    for relation in relations:
        _require_sum(cells, relation)
    members = _same_figures(cells, relations)
    place = {key: number for number, keys in enumerate(members) for key in keys}
    equations = tuple(dict.fromkeys(filter(None, (_equation(relation, place) for relation in relations))))
    stands_in: list[list[tuple[int, int]]] = [[] for _ in members]
    for number, terms in enumerate(equations):
        for unknown, coefficient in terms:
            stands_in[unknown].append((number, coefficient))
    return Board(members, place, [cells[keys[0]].value for keys in members], equations,
                 [tuple(terms) for terms in stands_in])


def _require_sum(cells: Mapping[CellKey, Cell], relation: Relation) -> None:
    due = sum(cells[key].value for key in relation.parts) - sum(cells[key].value for key in relation.less)
    if cells[relation.total].value != due:
        table, row, column = relation.total
        raise DeskError(N_("In the table “{table}”, row “{row}”, column “{column}” is not the sum of its "
                           "parts, so it cannot be published."), table=table, row=row, column=column)


def _same_figures(cells: Mapping[CellKey, Cell], relations: Iterable[Relation]) -> list[list[CellKey]]:
    """The cells, those that print the same figure together."""
    leader = {key: key for key in cells}

    def first(key: CellKey) -> CellKey:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for relation in relations:
        if relation.is_equality:
            leader[first(relation.total)] = first(relation.parts[0])
    groups: dict[CellKey, list[CellKey]] = defaultdict(list)
    for key in cells:
        groups[first(key)].append(key)
    return list(groups.values())


def _equation(relation: Relation, place: Mapping[CellKey, int]) -> Terms:
    """A relation over unknowns, one way to write it; empty when it says nothing."""
    terms: dict[int, int] = defaultdict(int)
    for coefficient, keys in ((-1, (relation.total, *relation.less)), (1, relation.parts)):
        for key in keys:
            terms[place[key]] += coefficient
    written = sorted((unknown, coefficient) for unknown, coefficient in terms.items() if coefficient)
    turn = 1 if written and written[0][1] > 0 else -1
    return tuple((unknown, turn * coefficient) for unknown, coefficient in written)
