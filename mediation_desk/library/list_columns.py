"""What offices call the columns of their lists of orders: forms/intake/columns.toml."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from mediation_desk.domain.headings import heading_key
from mediation_desk.domain.intake.lists.columns import Meaning, Names
from mediation_desk.domain.words import N_
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import open_source, read


class ColumnShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column: what it means, and what it is called, the usual name first."""

    means: str
    names: list[str]


class ColumnsShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    columns: list[ColumnShape]


def read_columns(path: Path) -> Names:
    """FormError with file, line and reason where a meaning is unknown or stands twice, or a name means two
    things."""
    source = open_source(path)
    known = {one.value: one for one in Meaning}
    found: dict[Meaning, tuple[str, ...]] = {}
    taken: dict[str, str] = {}
    for at, one in enumerate(read(source, ColumnsShape).columns):
        if one.means not in known:
            raise source.refuse(f"$.columns[{at}].means", N_("there is no column “{name}”"), name=one.means)
        if known[one.means] in found:
            raise source.refuse(f"$.columns[{at}].means", N_("“{name}” is here twice"), name=one.means)
        for name in one.names:
            if taken.setdefault(heading_key(name), one.means) != one.means:
                raise source.refuse(f"$.columns[{at}].names", N_("“{name}” stands under “{other}” already"),
                                    name=name, other=taken[heading_key(name)])
        found[known[one.means]] = tuple(one.names)
    return MappingProxyType(found)


@lru_cache(maxsize=1)
def shipped_columns() -> Names:
    """The names that come with the program."""
    return read_columns(shipped("forms", "intake", "columns.toml"))
