"""What the ledger says in words: states, and grace."""

from __future__ import annotations

from mediation_desk.domain.performance.lateness import within_grace
from mediation_desk.domain.performance.ledger import InstalmentStanding, Ledger
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import InstalmentState
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.words import tr, tr_sentence

_MEANINGS = {
    InstalmentState.PAID: ("agreed", ""), InstalmentState.UPCOMING: ("muted", "calendar-blank"),
    InstalmentState.DUE: ("accent", "clock"), InstalmentState.GRACE: ("disputed", "hourglass"),
    InstalmentState.OVERDUE: ("overdue", ""), InstalmentState.ACCELERATED: ("overdue", "fast-forward"),
}


def state_chip(standing: InstalmentStanding) -> State:
    """The instalment's state: word, icon and colour together."""
    meaning, picture = _MEANINGS[standing.state]
    return State(tr(standing.state.label), meaning, picture)


def grace_words(agreement: Agreement, ledger: Ledger) -> str:
    """Until when a late instalment may still be paid without consequence; empty when none is late."""
    late = next((one for one in ledger.instalments if one.state is InstalmentState.GRACE), None)
    said = within_grace(late.number, late.due_on, agreement.grace_days, ledger.on) if late else None
    return tr_sentence(said) if said else ""


