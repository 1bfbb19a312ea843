"""The shape of a statistical form's file: which tables and keys it may have."""

from __future__ import annotations

from typing import Literal

import msgspec

from mediation_desk.library.element_shapes import Shape

Values = str | bool | tuple[str, ...]


class RowShape(Shape, frozen=True, kw_only=True):
    """A row of its own, many by a dimension, a sum of others, or one that nobody can fill."""

    id: str
    zh: str = ""
    en: str = ""
    where: dict[str, Values] = {}
    by: str = ""
    top: int = 0
    least: int = 0
    rest_zh: str = ""
    rest_en: str = ""
    sum: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    unknown_zh: str = ""
    unknown_en: str = ""


class ColumnShape(Shape, frozen=True, kw_only=True):
    """A column: a count, a sum of others, a share, days, or one that nobody can fill."""

    id: str
    zh: str
    en: str
    about_zh: str = ""
    about_en: str = ""
    event: Literal["received", "decided", "closed", "signed", "last_due", "open_start", "open_end",
                   "contact_asked", "solution_asked", "satisfaction_asked"] | None = \
        None
    measure: Literal["cases", "people", "women", "men", "claimed", "computed", "agreed", "paid",
                     "outstanding"] = "cases"
    where: dict[str, Values] = {}
    sum: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    share: tuple[str, str] | None = None
    days: Literal["registration", "decision", "end"] | None = None
    percent: int = 50
    unknown_zh: str = ""
    unknown_en: str = ""


class BalanceShape(Shape, frozen=True, kw_only=True):
    """An identity in a table."""

    zh: str
    en: str
    of: Literal["rows", "columns"]
    left: tuple[str, ...]
    right: tuple[str, ...]


class TableShape(Shape, frozen=True, kw_only=True):
    """A table of the form."""

    id: str
    zh: str
    en: str
    head_zh: str = ""
    head_en: str = ""
    note_zh: str = ""
    note_en: str = ""
    days: int = 0
    chart: str = ""
    columns: tuple[ColumnShape, ...]
    rows: tuple[RowShape, ...]
    balances: tuple[BalanceShape, ...] = ()


class IdentityShape(Shape, frozen=True, kw_only=True):
    """An identity between cells, each written as ``table.row.column``."""

    zh: str
    en: str
    left: tuple[str, ...]
    right: tuple[str, ...]


class AheadShape(Shape, frozen=True, kw_only=True):
    """What falls due in the next days."""

    zh: str
    en: str
    days: int
    most: int = 50


class FormShape(Shape, frozen=True, kw_only=True):
    """The whole file."""

    id: str
    order: int = 100
    zh: str
    en: str
    note_zh: str = ""
    note_en: str = ""
    period: Literal["day", "month", "quarter", "year"]
    own: bool = False
    tables: tuple[TableShape, ...]
    identities: tuple[IdentityShape, ...] = ()
    ahead: AheadShape | None = None


class MatterShape(Shape, frozen=True, kw_only=True):
    """A matter of dispute."""

    id: str
    zh: str
    en: str
    claims: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    rest: bool = False


class MattersShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of matters."""

    matters: tuple[MatterShape, ...]
