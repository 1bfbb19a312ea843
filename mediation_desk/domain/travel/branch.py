"""A travel desk: a laptop of an office, what it knows of the way home, and what it leaves to the office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from mediation_desk.domain.rights import NotAllowed, Verb
from mediation_desk.domain.words import N_

SETTING = "travel.branch"
LEFT_BEHIND = "travel.left_behind"
"""The fingerprints of evidence that stayed at the office."""

NEEDS_OFFICE = frozenset({
    Verb.ADD_MEDIATOR, Verb.REMOVE_MEDIATOR, Verb.RECOVER_SEAL, Verb.CHECK_OUT_CASE, Verb.BRING_HOME,
    Verb.MANAGE_ACCOUNTS, Verb.READ_ACCOUNT_EVENTS, Verb.CHANGE_OFFICE_SETTINGS, Verb.EDIT_FORMS,
    Verb.EDIT_FIGURES, Verb.EDIT_PLACES, Verb.EDIT_COMPANIES, Verb.PRINT_RECOVERY_SHEET,
    Verb.PRINT_ESCROW_SHEET})
"""What nobody does on a laptop: whom a case is shared with, accounts, the office's own forms and figures."""


@dataclass(frozen=True)
class Branch:
    """This store is a laptop's. ``since``: when the last bag was packed, and so how old the office's
    figures, forms and people are here. ``way_home``: keys, in hexadecimal, for the bag that goes home."""

    laptop_id: UUID
    laptop: str
    office: str
    since: datetime
    way_home: Mapping[str, str]

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Branch | None:
        """From what the store keeps; None at an office."""
        kept = stored.get(SETTING)
        if kept is None:
            return None
        return cls(UUID(kept["laptop_id"]), kept["laptop"], kept["office"],
                   datetime.fromisoformat(kept["since"]), kept["way_home"])

    def stored(self) -> dict[str, Any]:
        """As the store keeps it."""
        return {SETTING: {"laptop_id": str(self.laptop_id), "laptop": self.laptop, "office": self.office,
                          "since": self.since.isoformat(), "way_home": dict(self.way_home)}}


class NeedsOffice(NotAllowed):
    """This is done at the office."""

    def __init__(self, branch: Branch) -> None:
        super().__init__(N_("This is done at the office. This computer is a travel desk of {office}; take "
                            "the bag home first."), office=branch.office)
