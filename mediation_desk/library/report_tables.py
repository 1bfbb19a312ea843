"""A table of a statistical form, read from its file: columns, rows, conditions, identities."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from mediation_desk.domain.reports.figures import Unit
from mediation_desk.domain.reports.forms.dimensions import (
    COLLECTIVE,
    COLUMNS,
    FREE,
    KEYS,
    TERMS,
    is_known_at,
)
from mediation_desk.domain.reports.forms.form import (
    ASKED,
    FLAGS,
    MOMENT_OF,
    Balance,
    By,
    Column,
    Count,
    Days,
    Measure,
    Moment,
    Row,
    Share,
    Span,
    Sum,
    Table,
    Told,
    Unknown,
    Where,
)
from mediation_desk.domain.reports.matters import Matters
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.words import N_
from mediation_desk.library.report_checks import check_id, check_words, limit, once
from mediation_desk.library.report_shapes import BalanceShape, ColumnShape, RowShape, TableShape, Values
from mediation_desk.library.tomllines import TomlText

MOST_COLUMNS, MOST_ROWS, MOST_TOP = 40, 200, 200
LONGEST_WINDOW = 366  # days
HEADS_ONLY = frozenset({Moment.RECEIVED, Moment.DECIDED})


@dataclass(frozen=True)
class Known:
    """What a form may name: the claims, and the matters that they are grouped into."""

    claims: Collection[str]
    matters: Matters


class TableReader:
    """One table being read."""

    def __init__(self, source: TomlText, known: Known, place: str, shape: TableShape) -> None:
        self.source, self.known, self.place, self.shape = source, known, place, shape
        self.units: dict[str, str] = {}

    def table(self) -> Table:
        """The table, or FormError."""
        shape, place = self.shape, self.place
        check_id(self.source, f"{place}.id", shape.id)
        check_words(self.source, f"{place}.zh", shape.zh, shape.en)
        limit(self.source, f"{place}.columns", shape.columns, MOST_COLUMNS)
        limit(self.source, f"{place}.rows", shape.rows, MOST_ROWS)
        once(self.source, place + ".columns[{}].id", [one.id for one in shape.columns])
        once(self.source, place + ".rows[{}].id", [one.id for one in shape.rows])
        if not 0 <= shape.days <= LONGEST_WINDOW:
            raise self.source.refuse(f"{place}.days", N_("a number from 0 to {most}"), most=LONGEST_WINDOW)
        columns = tuple(self._column(f"{place}.columns[{i}]", one) for i, one in enumerate(shape.columns))
        rows = self._rows(columns)
        balances = tuple(self._balance(f"{place}.balances[{i}]", one, columns, rows)
                         for i, one in enumerate(shape.balances))
        self._check_chart(columns)
        return Table(shape.id, Label(shape.zh, shape.en), Label(shape.head_zh, shape.head_en), columns, rows,
                     balances, shape.days, shape.chart, Label(shape.note_zh, shape.note_en))

    # -- columns ---------------------------------------------------------------------------

    def _column(self, place: str, shape: ColumnShape) -> Column:
        check_id(self.source, f"{place}.id", shape.id)
        check_words(self.source, f"{place}.zh", shape.zh, shape.en)
        told = self._told(place, shape)
        self.units[shape.id] = self._unit(told)
        return Column(shape.id, Label(shape.zh, shape.en), told, Label(shape.about_zh, shape.about_en))

    def _told(self, place: str, shape: ColumnShape) -> Told:
        ways = [shape.event is not None, bool(shape.sum or shape.less), shape.share is not None,
                shape.days is not None, bool(shape.unknown_zh or shape.unknown_en)]
        if sum(ways) != 1:
            raise self.source.refuse(place, N_("a column has one of event, sum, share, days, unknown_zh"))
        if shape.where and not (shape.event or shape.days):
            raise self.source.refuse(f"{place}.where", N_("only what is counted has a where"))
        if shape.event is not None:
            moment = Moment(shape.event)
            where = self._where(f"{place}.where", shape.where)
            self._known_at(f"{place}.where", where, moment)
            if moment in HEADS_ONLY and Measure(shape.measure).unit is Unit.MONEY:
                raise self.source.refuse(f"{place}.measure", N_(
                    "money is told of cases closed, signed, fallen due or open, for of others it still "
                    "moves"))
            if moment in ASKED and Measure(shape.measure) is not Measure.CASES:
                raise self.source.refuse(f"{place}.measure", N_("of work orders only how many is told"))
            return Count(moment, Measure(shape.measure), where)
        if shape.days is not None:
            return self._days(place, shape)
        if shape.share is not None:
            part, whole = shape.share
            self._alike(f"{place}.share", (part, whole))
            return Share(part, whole)
        if shape.sum or shape.less:
            self._alike(f"{place}.sum", (*shape.sum, *shape.less))
            return Sum(shape.sum, shape.less)
        check_words(self.source, f"{place}.unknown_zh", shape.unknown_zh, shape.unknown_en)
        return Unknown(Label(shape.unknown_zh, shape.unknown_en))

    def _days(self, place: str, shape: ColumnShape) -> Days:
        if not 1 <= shape.percent <= 99:
            raise self.source.refuse(f"{place}.percent", N_("a number from 1 to {most}"), most=99)
        span = Span(str(shape.days))
        where = self._where(f"{place}.where", shape.where)
        self._known_at(f"{place}.where", where, MOMENT_OF[span])
        return Days(span, shape.percent, where)

    def _unit(self, told: Told) -> str:
        match told:
            case Count():
                return told.measure.unit.value
            case Sum():
                return self.units[(*told.parts, *told.less)[0]]
            case Unknown():
                return ""
            case _:
                return "apart"  # neither shares nor days add up

    def _alike(self, place: str, names: Sequence[str]) -> None:
        """Columns that add up or are parts of each other stand further left, and are told in one unit."""
        for name in names:
            if name not in self.units:
                raise self.source.refuse(place, N_("no column “{id}” stands before this one"), id=name)
        units = {self.units[name] for name in names} - {""}
        if len(units) > 1 or "apart" in units:
            raise self.source.refuse(place, N_("columns that are reckoned together count the same: cases, "
                                               "people or money"))

    # -- rows ------------------------------------------------------------------------------

    def _rows(self, columns: Sequence[Column]) -> tuple[Row, ...]:
        rows: list[Row] = []
        for i, shape in enumerate(self.shape.rows):
            rows.append(self._row(f"{self.place}.rows[{i}]", shape, [one.id for one in rows]))
            self._check_columns(f"{self.place}.rows[{i}]", rows[-1], columns)
        return tuple(rows)

    def _row(self, place: str, shape: RowShape, above: Collection[str]) -> Row:
        check_id(self.source, f"{place}.id", shape.id)
        label = Label(shape.zh, shape.en)
        if not shape.by:
            check_words(self.source, f"{place}.zh", shape.zh, shape.en)
        ways = [bool(shape.by or shape.where), bool(shape.sum or shape.less),
                bool(shape.unknown_zh or shape.unknown_en)]
        if sum(ways) > 1:
            raise self.source.refuse(place, N_("a row is counted, by or with a where; or it is a sum; or it "
                                               "is unknown"))
        if shape.sum or shape.less:
            for name in (*shape.sum, *shape.less):
                if name not in above:
                    raise self.source.refuse(f"{place}.sum", N_("no row “{id}” stands above this one"),
                                             id=name)
            return Row(shape.id, label, told=Sum(shape.sum, shape.less))
        if shape.unknown_zh or shape.unknown_en:
            check_words(self.source, f"{place}.unknown_zh", shape.unknown_zh, shape.unknown_en)
            return Row(shape.id, label, told=Unknown(Label(shape.unknown_zh, shape.unknown_en)))
        return Row(shape.id, label, self._where(f"{place}.where", shape.where), self._by(place, shape))

    def _by(self, place: str, shape: RowShape) -> By | None:
        if not shape.by:
            if shape.top or shape.least or shape.rest_zh or shape.rest_en:
                raise self.source.refuse(place, N_("top, least and rest go with by"))
            return None
        if shape.by not in COLUMNS:
            raise self.source.refuse(f"{place}.by", N_("rows are told apart by one of {names}"),
                                     names=sorted(COLUMNS))
        if not (0 <= shape.top <= MOST_TOP and shape.least >= 0):
            raise self.source.refuse(f"{place}.top", N_("a number from 0 to {most}"), most=MOST_TOP)
        if shape.by in FREE and not shape.top:
            raise self.source.refuse(f"{place}.by", N_("rows by {name} need top, for there can be very many"),
                                     name=shape.by)
        if shape.rest_zh or shape.rest_en:
            check_words(self.source, f"{place}.rest_zh", shape.rest_zh, shape.rest_en)
        rest = Label(shape.rest_zh, shape.rest_en) if shape.rest_zh else None
        return By(shape.by, shape.top, shape.least, rest)

    def _check_columns(self, place: str, row: Row, columns: Sequence[Column]) -> None:
        """What a row tells cases apart by is known of everything that its columns count."""
        names = [name for name, _ in row.where] + ([row.by.dimension] if row.by else [])
        for column in columns:
            told = column.told
            if isinstance(told, Count | Days):
                moment = told.moment if isinstance(told, Count) else MOMENT_OF[told.span]
                for name in names:
                    if not is_known_at(name, moment):
                        raise self.source.refuse(
                            place, N_("“{name}” is not known of what column “{id}” counts"), name=name,
                            id=column.id)

    # -- conditions ------------------------------------------------------------------------

    def _where(self, place: str, given: Mapping[str, Values]) -> Where:
        return tuple(sorted((name, self._values(place, name, values)) for name, values in given.items()))

    def _values(self, place: str, name: str, given: Values) -> tuple[str, ...]:
        if name == COLLECTIVE or name in FLAGS:
            if not isinstance(given, bool):
                raise self.source.refuse(place, N_("“{name}” is true or false"), name=name)
            return ("true" if given else "false",)
        if name not in COLUMNS or name in KEYS:
            raise self.source.refuse(place, N_("a where may name {names}"), names=sorted(
                {*COLUMNS, *FLAGS, COLLECTIVE} - KEYS))
        if isinstance(given, bool):
            raise self.source.refuse(place, N_("“{name}” takes a word, or several in [ ]"), name=name)
        values = (given,) if isinstance(given, str) else given
        allowed = self._allowed(name)
        for value in values:
            if allowed is not None and value not in allowed:
                raise self.source.refuse(place, N_("“{value}” is no {name}; there are {known}"), value=value,
                                         name=name, known=list(allowed))
        return tuple(sorted(set(values)))

    def _allowed(self, name: str) -> Collection[str] | None:
        if name in TERMS:
            return [one.value for one in TERMS[name]]
        if name == "matter":
            return [one.id for one in self.known.matters.all]
        return sorted(self.known.claims) if name == "claim" else None

    def _known_at(self, place: str, where: Where, moment: Moment) -> None:
        for name, _values in where:
            if not is_known_at(name, moment):
                raise self.source.refuse(place, N_("“{name}” is not known of cases that are counted as "
                                                   "{event}"), name=name, event=moment.value)

    # -- identities ------------------------------------------------------------------------

    def _balance(self, place: str, shape: BalanceShape, columns: Sequence[Column], rows: Sequence[Row]
                 ) -> Balance:
        check_words(self.source, f"{place}.zh", shape.zh, shape.en)
        names = (*shape.left, *shape.right)
        if not (shape.left and shape.right):
            raise self.source.refuse(place, N_("an identity has two sides"))
        if shape.of == "columns":
            for name in names:
                if name not in [one.id for one in columns]:
                    raise self.source.refuse(place, N_("there is no column “{id}”"), id=name)
            self._alike(place, names)
        else:
            self._check_rows(place, names, rows)
        return Balance(Label(shape.zh, shape.en), shape.of == "rows", shape.left, shape.right)

    def _check_rows(self, place: str, names: Sequence[str], rows: Sequence[Row]) -> None:
        known = {one.id: one for one in rows}
        for name in names:
            if name not in known:
                raise self.source.refuse(place, N_("there is no row “{id}”"), id=name)
            by = known[name].by
            if by and not by.is_whole:
                raise self.source.refuse(place, N_("the rows of “{id}” are cut short, so they add up to "
                                                   "nothing; give them a rest"), id=name)

    def _check_chart(self, columns: Sequence[Column]) -> None:
        if self.shape.chart and self.shape.chart not in [one.id for one in columns]:
            raise self.source.refuse(f"{self.place}.chart", N_("there is no column “{id}”"),
                                     id=self.shape.chart)
