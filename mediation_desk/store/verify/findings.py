"""What a verification can find, in words that name the row and the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from mediation_desk.domain.words import N_, Sentence, say
from mediation_desk.store.journal.chain import OFFICE


class Damage(StrEnum):
    """What is not as it should be."""

    FILE = "file"
    VAULT = "vault"
    VAULT_OLDER = "vault_older"
    VAULT_COPY = "vault_copy"
    ACCOUNT = "account"
    JOURNAL = "journal"
    JOURNAL_GAP = "journal_gap"
    JOURNAL_END = "journal_end"
    JOURNAL_GONE = "journal_gone"
    LEDGER = "ledger"
    LEDGER_END = "ledger_end"
    ROLLED_BACK = "rolled_back"
    MARK_UNKNOWN = "mark_unknown"
    ROW_ALTERED = "row_altered"
    ROW_MISSING = "row_missing"
    ROW_UNKNOWN = "row_unknown"
    ROW_DOUBTFUL = "row_doubtful"
    ROW_UNREADABLE = "row_unreadable"
    TABLE_UNREADABLE = "table_unreadable"
    LIST = "list"
    SEARCH = "search"
    FIGURES = "figures"
    TOTALS = "totals"
    PAPER = "paper"
    REPORT = "report"
    EVIDENCE = "evidence"
    HOLDERS = "holders"
    KEY_WITHOUT_LINE = "key_without_line"


_WORDS: Mapping[Damage, str] = MappingProxyType({
    Damage.FILE: N_("The store's file is damaged. Restore the last good backup beside it and compare."),
    Damage.VAULT: N_("The key file is damaged or was altered by somebody who could not open the store. Put "
                     "back the copy from the last backup."),
    Damage.VAULT_OLDER: N_("The key file is an older one that was put back: the journal knows a later one. "
                           "Passwords, accounts and the recovery sheet of that day stand in it. Put the "
                           "newest one back (the last backup has it), or keep this one for good."),
    Damage.VAULT_COPY: N_("One of the two copies of the key file is damaged; the other one serves. Change "
                          "any password, and both are written anew."),
    Damage.ACCOUNT: N_("The keys of account {row} were altered outside the program. Reset its password."),
    Damage.JOURNAL: N_("The journal of {whose} is broken at entry {row}, written on {day}: this entry was "
                       "altered, or one before it was put in its place."),
    Damage.JOURNAL_GAP: N_("In the journal of {whose} entry {row} is missing: it was taken out."),
    Damage.JOURNAL_END: N_("The journal of {whose} ends too early: its entries from {row} on were taken out. "
                           "They were there on {day}."),
    Damage.JOURNAL_GONE: N_("The whole journal of {whose} was taken out. It was there on {day}."),
    Damage.LEDGER: N_("The ledger of all journals is broken at entry {row}, written on {day}: it was altered "
                      "or taken out."),
    Damage.LEDGER_END: N_("The ledger of all journals ends too early: its last entries were taken out."),
    Damage.ROLLED_BACK: N_("The journal no longer holds row {row}, which a backup of {day} has: an older "
                           "store was put in this one's place."),
    Damage.MARK_UNKNOWN: N_("The journal does not know the mark that was noted down at its entry {row}: an "
                            "older store was put in this one's place, or the mark is another store's."),
    Damage.ROW_ALTERED: N_("Row {row} of “{table}” was altered outside the program; its last entry in the "
                           "journal is of {day}. Altered: {fields}."),
    Damage.ROW_MISSING: N_("Row {row} of “{table}” was taken out outside the program; its last entry in the "
                           "journal is of {day}."),
    Damage.ROW_UNKNOWN: N_("Row {row} of “{table}” was put in outside the program: the journal does not "
                           "know it."),
    Damage.ROW_DOUBTFUL: N_("Row {row} of “{table}” is not as the journal says, and that journal itself was "
                            "altered. Compare it with a backup. Different: {fields}."),
    Damage.ROW_UNREADABLE: N_("Row {row} of “{table}”, last changed on {day}, cannot be read any more. "
                              "Restore it from a backup."),
    Damage.TABLE_UNREADABLE: N_("“{table}” cannot be read to its end. Restore the last good backup beside "
                                "this store and compare."),
    Damage.LIST: N_("The case lists show something else than case {row}, last changed on {day}; the case "
                    "itself is what counts."),
    Damage.SEARCH: N_("The search no longer finds case {row}, last changed on {day}, by all its words. Save "
                      "the case again, or restore a backup."),
    Damage.FIGURES: N_("The figures count case {row}, last changed on {day}, otherwise than it is. Save the "
                       "case again, or restore a backup."),
    Damage.TOTALS: N_("What the figures add up of {row} is not what a recount gives. Restore the last good "
                      "backup beside this store and compare."),
    Damage.PAPER: N_("The frozen paper {row} of {day} is missing or was altered. Restore it from a backup."),
    Damage.REPORT: N_("The numbers {row} of a period closed on {day} are missing or were altered. Restore "
                      "them from a backup."),
    Damage.EVIDENCE: N_("The evidence {row} is missing or was altered. Restore it from a backup."),
    Damage.HOLDERS: N_("The list of those who hold the key of {whose} is not as its holders left it. Nothing "
                       "that was said alone opens there; compare with a backup."),
    Damage.KEY_WITHOUT_LINE: N_("The key of {whose} was wrapped in row {row} of “{table}” for somebody whom "
                                "no mediator let in. That key is never served; ask who made it."),
})


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it should be.

    ``chain``: whose journal, where it is about one. ``at``: the last instant when all was well, if known.
    """

    damage: Damage
    row: str = ""
    table: str = ""
    fields: tuple[str, ...] = ()
    at: datetime | None = None
    chain: UUID | None = None

    @property
    def what(self) -> tuple[Damage, str, str, UUID | None]:
        """What tells it from other findings: the same thing is told once, by whichever check met it."""
        return self.damage, self.row, self.table, self.chain

    def sentence(self, zone: tzinfo) -> Sentence:
        """The finding in words, with the day in the office's zone."""
        return say(_WORDS[self.damage], row=self.row, table=self.table, day=self._day(zone),
                   fields=", ".join(self.fields) or "?", whose=self._whose())

    def _day(self, zone: tzinfo) -> object:
        try:
            return self.at.astimezone(zone).date() if self.at else "?"
        except (ValueError, OverflowError):  # a day at the end of time, out of an altered row
            return "?"

    def _whose(self) -> Sentence | str:
        if self.chain is None:
            return ""
        return say(N_("the office")) if self.chain == OFFICE else say(N_("case {case}"), case=self.chain)


@dataclass(frozen=True)
class Step:
    """So much was looked at by now, of so much."""

    done: int
    total: int
