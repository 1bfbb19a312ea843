"""What the columns of each bank's statements mean, as the office remembers it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.payments.layouts import BankLayout
from mediation_desk.domain.payments.statements.columns import Layout
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.store.work.work import Work

MOST_LETTERS = 40


@dataclass(frozen=True)
class Known:
    """The statements of one bank."""

    id: UUID
    bank: str
    layout: Layout


def layouts(desk: Desk) -> list[Known]:
    """Those that are remembered, by bank."""
    with desk.reading() as work:
        desk.require(Verb.BOOK_PAYMENT, own_case=True)
        return [Known(one.id, one.bank, Layout.read(one.columns)) for one in _standing(work)]


def keep_layout(desk: Desk, bank: str, layout: Layout) -> Changes:
    """Remember what a bank's columns mean, instead of what was known of it. They name no case and nobody.
    NeedsOffice on a laptop, from which they would not come home."""
    name = storable(bank).strip()
    if not name:
        raise DeskError(N_("Say which bank it is."), field="bank")
    if len(name) > MOST_LETTERS:
        raise DeskError(N_("The name of a bank has at most {most} characters."), field="bank",
                        most=MOST_LETTERS)
    with desk.work("keep_bank_layout") as work:
        desk.require(Verb.BOOK_PAYMENT, own_case=True)
        desk.require_office()
        known = next((one for one in _standing(work) if one.bank == name), None)
        if known is None:
            known = BankLayout(id=work.new_key(), bank=name, columns=layout.text())
            work.put(known)
        known.columns = layout.text()
        return work.commit(lists=("bank_layouts",), result=known.id)


def _standing(work: Work) -> list[BankLayout]:
    found = [one for one in work.all_of(BankLayout) if not one.removed_at]
    return sorted(found, key=lambda one: (one.bank, one.id))
