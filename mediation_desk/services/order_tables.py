"""The tables of sources in force: those that came with the program, and the office's own in their place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from mediation_desk.domain.intake.order.tables import OrderTable
from mediation_desk.domain.vocabulary import Source
from mediation_desk.library.sources import path_of, shipped_tables, typed_table
from mediation_desk.library.tomllines import FormError


def table_of(source: Source | str, forms: Mapping[str, str]) -> OrderTable | None:
    """What that source asks; ``forms``: the office's own. None of a source that sends no orders.

    An own text that only another version of the program can use gives way to the shipped one.
    """
    name = str(source)
    own = forms.get(path_of(name))
    if own is not None:
        try:
            return _typed(own, name)
        except FormError:
            pass
    return shipped_tables().get(name)


@lru_cache(maxsize=64)
def _typed(text: str, name: str) -> OrderTable:
    return typed_table(text, name)


def terms_of(source: Source, rule: str, urgency: str, forms: Mapping[str, str]) -> str:
    """What counts for an order of that kind today, as it is kept with the order; empty where nothing does."""
    table = table_of(source, forms)
    return table.terms_of(rule, urgency).kept() if table is not None else ""


def rule_of(source: Source, words: str, forms: Mapping[str, str]) -> str:
    """The kind of order that a sender's words mean; empty where they mean none."""
    table = table_of(source, forms)
    kind = table.kind_called(words) if table is not None else None
    return kind.id if kind else ""
