"""Which escrow sheet a mediator agreed to: kept sealed for themselves, so that they are asked once."""

from __future__ import annotations

from mediation_desk.domain.mediation.holders import Holder
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.recipients import ESCROW, Recipients
from mediation_desk.store.work.work import Work

_PLACE = "escrow"


def agree(desk: Desk, work: Work, mark: bytes) -> None:
    """Keep that the person at the desk wants their cases' keys on the sheet with that fingerprint."""
    drafts.put(desk, work, _PLACE, mark.hex())


def agreed_line(desk: Desk, work: Work, recipients: Recipients) -> Holder | None:
    """The escrow's line, where there is a sheet and the person at the desk agreed to just this one."""
    mark, sealed = recipients.fingerprint(ESCROW), work.drafts.all().get(_PLACE)
    if mark is None or sealed is None:
        return None
    agreed = drafts.opened(desk, work, _PLACE, sealed)
    return Holder(ESCROW, mark, 0, desk.who.account_id, work.who.now) if agreed == mark.hex() else None
