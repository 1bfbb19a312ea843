"""The printed sheets: the recovery code that opens the store, the escrow code that restores seals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from mediation_desk.documents import context as views
from mediation_desk.domain.mediation.holders import readable
from mediation_desk.library.forms import document_template
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.recipients import ESCROW, Recipients
from mediation_desk.services.office import accounts

TEMPLATE = views.RecoverySheet.TEMPLATE
_SAMPLE = "-".join(["00000"] * 8)


@dataclass(frozen=True)
class PrintedSheet:
    """A sheet ready to print; the code stands on it and is kept nowhere."""

    title: str
    number: str
    pdf: bytes = field(repr=False)


def recovery(desk: Desk) -> PrintedSheet:
    """A fresh recovery sheet; the former one opens nothing any more."""
    return _made(desk, accounts.new_recovery_code, escrow=False)


def escrow(desk: Desk) -> PrintedSheet:
    """A fresh escrow sheet for the seals of cases that are written in from now on."""
    return _made(desk, accounts.new_escrow_code, escrow=True)


def _made(desk: Desk, new_code: Callable[[Desk], str], *, escrow: bool) -> PrintedSheet:
    """Set the sheet once with a code of noughts first: what cannot be printed renews nothing."""
    _set(desk, _SAMPLE, escrow=escrow)
    return _set(desk, new_code(desk), escrow=escrow)


def _fingerprint(desk: Desk) -> str:
    """What mediators compare before they leave a case's key with the sheet; none before the first one."""
    mark = Recipients(desk).fingerprint(ESCROW)
    return readable(mark) if mark is not None else ""


def _set(desk: Desk, code: str, *, escrow: bool) -> PrintedSheet:
    from mediation_desk.documents.render import pdf

    at, settings = desk.now.astimezone(desk.zone), desk.settings
    sheet = views.RecoverySheet(
        office=views.OfficeView(settings.name, settings.seal_name, settings.address, settings.phone),
        code_groups=tuple(code.split("-")), code=code, made_on=at.date(),
        sheet_number=f"{at:%Y%m%d-%H%M%S}", escrow=escrow, fingerprint=_fingerprint(desk) if escrow else "")
    form = document_template(TEMPLATE)
    return PrintedSheet("案件密钥恢复单" if escrow else "数据恢复单", sheet.sheet_number,
                        pdf(form, sheet, desk.library.fonts, created=desk.now))
