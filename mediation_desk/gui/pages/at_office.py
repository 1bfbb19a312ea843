"""What a travel desk says of its office: whose it is, and what it leaves to it, never hidden."""

from __future__ import annotations

from datetime import date, tzinfo

from PySide6.QtWidgets import QAbstractButton

from mediation_desk.domain.travel.branch import Branch, NeedsOffice
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.words import tr, tr_count, tr_error
from mediation_desk.services.desk import Desk


def reason(desk: Desk) -> str:
    """Why something is not done on this laptop; nothing at an office."""
    return "" if desk.branch is None else tr_error(NeedsOffice(desk.branch))


def leave_to_office(desk: Desk, *buttons: QAbstractButton) -> None:
    """On a laptop these buttons could only be refused: they cannot be pressed, and say why."""
    why = reason(desk)
    if not why:
        return
    for made in buttons:
        made.setEnabled(False)
        tip(made, why)
        made.setAccessibleDescription(why)


def travel_line(branch: Branch, today: date, zone: tzinfo) -> str:
    """Whose travel desk this is, since when, and how old the office's figures are here."""
    left = branch.since.astimezone(zone)
    days = max(0, (today - left.date()).days)
    age = tr_count("{count} day old", "{count} days old", days) if days else tr("of today")
    return tr("Travel desk of {office} · left {since} · figures {age}", office=branch.office,
              since=f"{left:%Y-%m-%d %H:%M}", age=age)
