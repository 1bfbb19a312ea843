"""The printed sheets: the recovery code that opens the store, the escrow code that restores seals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from mediation_desk.documents.views import beside as views
from mediation_desk.domain.mediation.holders import readable
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.recipients import ESCROW, Recipients
from mediation_desk.services.office import accounts
from mediation_desk.services.papers.finishing import finished, heading

_Sheet = type[views.RecoverySheet] | type[views.EscrowSheet]
_SAMPLE = "-".join(["00000"] * 8)


@dataclass(frozen=True)
class PrintedSheet:
    """A sheet ready to print; the code stands on it and is kept nowhere."""

    title: str
    number: str
    pdf: bytes = field(repr=False)


def recovery(desk: Desk) -> PrintedSheet:
    """A fresh recovery sheet; the former one opens nothing any more."""
    return _made(desk, accounts.new_recovery_code, views.RecoverySheet)


def escrow(desk: Desk) -> PrintedSheet:
    """A fresh escrow sheet for the seals of cases that are written in from now on."""
    return _made(desk, accounts.new_escrow_code, views.EscrowSheet)


def _made(desk: Desk, new_code: Callable[[Desk], str], sheet: _Sheet) -> PrintedSheet:
    """Set the sheet once with a code of noughts first: what cannot be printed renews nothing."""
    _set(desk, _SAMPLE, sheet)
    return _set(desk, new_code(desk), sheet)


def _fingerprint(desk: Desk) -> str:
    """What mediators compare before they leave a case's key with the sheet; none before the first one."""
    mark = Recipients(desk).fingerprint(ESCROW)
    return readable(mark) if mark is not None else ""


def _set(desk: Desk, code: str, sheet: _Sheet) -> PrintedSheet:
    at = desk.now.astimezone(desk.zone)
    view = sheet(
        office=heading(desk),
        code_groups=tuple(code.split("-")), code=code, made_on=at.date(),
        sheet_number=f"{at:%Y%m%d-%H%M%S}")
    if isinstance(view, views.EscrowSheet):
        view = replace(view, fingerprint=_fingerprint(desk))
    made = finished(desk, view)
    return PrintedSheet(made.title, view.sheet_number, made.pdf)
