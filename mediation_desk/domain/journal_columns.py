"""What a reader of the journal is told of a column: its label, and how its values are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_

ValueWords = type[Term] | Mapping[str, str]
"""What stored values are called: the terms of a vocabulary, or message ids by value."""


class Names(Enum):
    """What the values of a column name, where forms tell what that is called."""

    CLAIM = "claim"
    ELEMENT = "element"
    FACTOR = "factor"
    SITE = "site"


@dataclass(frozen=True)
class JournalColumn:
    """One column of a table that the journal watches.

    ``label``: what it is called on the pages, a message id; one without a label tells a reader nothing and
    is not shown. ``mask``: how a number is shown that nobody asked for. ``words``: what values are called.
    ``money``: its values are fen. ``party``: its values are keys of parties.
    ``names``: what its values name. ``answer``: its values answer the row's element.
    """

    label: str = ""
    mask: Callable[[str], str] | None = None
    words: tuple[ValueWords, ...] = ()
    money: bool = False
    party: bool = False
    names: Names | None = None
    answer: bool = False


SILENT = JournalColumn()
"""Keys, marks of time and the like."""
REMOVED_AT = JournalColumn(N_("Removed"))


def called(words: ValueWords, value: str) -> str:
    """What a stored value is called, a message id; nothing for one that these words do not know."""
    if isinstance(words, Mapping):
        return words.get(value, "")
    return next((term.label for term in words if str(term) == value), "")
