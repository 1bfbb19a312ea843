"""What a verification can find, in words that name the row and the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from types import MappingProxyType

from mediation_desk.domain.words import N_, Sentence, say


class Damage(StrEnum):
    """What is not as it should be."""

    FILE = "file"
    JOURNAL = "journal"
    JOURNAL_END = "journal_end"
    ROLLED_BACK = "rolled_back"
    ROW_ALTERED = "row_altered"
    ROW_MISSING = "row_missing"
    ROW_UNKNOWN = "row_unknown"
    LIST = "list"
    PAPER = "paper"
    ACCOUNT = "account"
    EVIDENCE = "evidence"


_WORDS: Mapping[Damage, str] = MappingProxyType({
    Damage.FILE: N_("The store's file is damaged. Restore the last good backup beside it and compare."),
    Damage.JOURNAL: N_("The journal is broken at row {row}, written on {day}: this row was altered, or one "
                       "before it was taken out."),
    Damage.JOURNAL_END: N_("The journal ends too early: rows from {row} on were taken out."),
    Damage.ROLLED_BACK: N_("The journal no longer holds row {row}, which a backup of {day} has: an older "
                           "store was put in this one's place."),
    Damage.ROW_ALTERED: N_("Row {row} of “{table}” was altered outside the program; its last entry in the "
                           "journal is of {day}. Altered: {fields}."),
    Damage.ROW_MISSING: N_("Row {row} of “{table}” was taken out outside the program; its last entry in the "
                           "journal is of {day}."),
    Damage.ROW_UNKNOWN: N_("Row {row} of “{table}” was put in outside the program: the journal does not "
                           "know it."),
    Damage.LIST: N_("The case lists show something else than case {row}, last changed on {day}; the case "
                    "itself is what counts."),
    Damage.PAPER: N_("The frozen paper {row} of {day} is missing or was altered. Restore it from a backup."),
    Damage.ACCOUNT: N_("The keys of account {row} were altered by somebody who could not open the store. "
                       "Reset its password."),
    Damage.EVIDENCE: N_("The evidence {row} is missing or was altered. Restore it from a backup."),
})


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be; ``at``: the last instant when it still was, if known."""

    damage: Damage
    row: str = ""
    table: str = ""
    fields: tuple[str, ...] = ()
    at: datetime | None = None

    def sentence(self, zone: tzinfo) -> Sentence:
        """The finding in words, with the day in the office's zone."""
        day = self.at.astimezone(zone).date() if self.at else "?"
        fields = ", ".join(self.fields)
        return say(_WORDS[self.damage], row=self.row, table=self.table, fields=fields, day=day)


@dataclass(frozen=True)
class Step:
    """So much was looked at by now, of so much."""

    done: int
    total: int
