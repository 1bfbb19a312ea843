"""The numbers of a closed period as bytes, and back."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import msgspec

from mediation_desk.domain.reports.facts import CaseFacts
from mediation_desk.domain.reports.forms.filled import Due, FilledTable, Outcome
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.words import N_, DeskError


@dataclass(frozen=True)
class FrozenNumbers:
    """A filled form as it was frozen. ``text``: the form as it was written then; ``facts``: what was counted
    of each case, so that a later correction can be traced to the cases that made it; ``public``: the tables
    as hiding needs them, without rows that name somebody."""

    text: str
    label: Label
    note: Label
    own: bool
    ahead: Label | None
    made_on: str
    tables: tuple[FilledTable, ...]
    outcomes: tuple[Outcome, ...]
    due: tuple[Due, ...]
    public: tuple[FilledTable, ...]
    facts: tuple[CaseFacts, ...]


def packed(numbers: FrozenNumbers) -> bytes:
    """Always the same bytes for the same numbers."""
    return zlib.compress(msgspec.json.encode(numbers), 6)


def unpacked(content: bytes) -> FrozenNumbers:
    """The numbers; DeskError where an office's newer program wrote them in a way not known here."""
    try:
        return msgspec.json.decode(zlib.decompress(content), type=FrozenNumbers)
    except (msgspec.MsgspecError, zlib.error) as trouble:
        raise DeskError(N_("The numbers of this closed period cannot be read by this version of the "
                           "program.")) from trouble


