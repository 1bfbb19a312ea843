"""The receipts of service as they are printed: what one person was given at one time, on one receipt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mediation_desk.documents.views.whole_case import ReceiptView, ServedPaper
from mediation_desk.domain.serving import ServiceReceipt
from mediation_desk.services.papers.told import Told

ON_ITS_OWN = ("party_id", "recipient", "manner", "place", "sent_by", "sent_on", "served_at", "signed_by",
              "relation", "refused_why", "witness", "note")
"""What has to be the same of papers that stand on one receipt."""


def receipts(told: Told) -> tuple[ReceiptView, ...]:
    """One for each recipient and way, in the order in which they were given out."""
    groups: dict[tuple[object, ...], list[ServiceReceipt]] = {}
    for one in told.case.receipts:
        groups.setdefault(tuple(getattr(one, name) for name in ON_ITS_OWN), []).append(one)
    return tuple(_view(told, those) for those in groups.values())


def _view(told: Told, those: Sequence[ServiceReceipt]) -> ReceiptView:
    one = those[0]
    by_another = f"{one.signed_by}（{one.relation}）" if one.relation else ""
    return ReceiptView(
        recipient=one.recipient, papers=tuple(ServedPaper(it.title, it.number, it.copies) for it in those),
        manner=told.label(one.manner), place=one.place, sent_by=one.sent_by, sent_on=one.sent_on,
        served_at=_hour(one.served_at), signed_by="" if by_another else one.signed_by, taken_by=by_another,
        refused_why=one.refused_why, witness=one.witness, note=one.note)


def _hour(at: datetime | None) -> str:
    """Day, hour and minute, as a receipt asks for them."""
    return f"{at.year}年{at.month}月{at.day}日{at.hour}时{at.minute:02}分" if at else ""
