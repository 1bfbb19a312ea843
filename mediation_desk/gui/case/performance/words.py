"""What the ledger says in words: states, and grace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mediation_desk.domain.performance.lateness import within_grace
from mediation_desk.domain.performance.ledger import InstalmentStanding, Ledger, Payment
from mediation_desk.domain.performance.penalty import penalty_owed
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import InstalmentState
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.words import tr, tr_sentence, words

_MEANINGS = {
    InstalmentState.PAID: ("agreed", ""), InstalmentState.UPCOMING: ("muted", "calendar-blank"),
    InstalmentState.DUE: ("accent", "clock"), InstalmentState.GRACE: ("disputed", "hourglass"),
    InstalmentState.OVERDUE: ("overdue", ""), InstalmentState.ACCELERATED: ("overdue", "fast-forward"),
}
IN_DEFAULT = (InstalmentState.OVERDUE, InstalmentState.ACCELERATED)


def state_chip(standing: InstalmentStanding) -> State:
    """The instalment's state: word, icon and colour together."""
    meaning, picture = _MEANINGS[standing.state]
    return State(tr(standing.state.label), meaning, picture)


def in_default(ledger: Ledger) -> bool:
    """Whether anything is unpaid beyond its grace."""
    return any(standing.state in IN_DEFAULT for standing in ledger.instalments)


def grace_words(agreement: Agreement, ledger: Ledger) -> str:
    """Until when a late instalment may still be paid without consequence; empty when none is late."""
    late = next((one for one in ledger.instalments if one.state is InstalmentState.GRACE), None)
    said = within_grace(late.number, late.due_on, agreement.grace_days, ledger.on) if late else None
    return tr_sentence(said) if said else ""


def penalty_words(agreement: Agreement, payments: Sequence[Payment], on: date) -> str:
    """That the agreed penalty is owed besides what is outstanding; empty while it is not."""
    owed = penalty_owed(agreement, payments, on)
    return tr("besides the agreed penalty of {amount}, for an instalment was not paid within its days of "
              "grace", amount=words().money(owed)) if owed else ""
