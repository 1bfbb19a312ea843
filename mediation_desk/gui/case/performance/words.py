"""What the ledger says in words: states, the clause agreed on, what the law allows after default."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.deadlines import confirmation_end, review_end
from mediation_desk.domain.performance.lateness import within_grace
from mediation_desk.domain.performance.ledger import InstalmentStanding, Ledger
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.vocabulary import InstalmentState
from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.unannounced import marked
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


def remedies(agreement: Agreement, today: date, calendar: WorkCalendar) -> list[str]:
    """What the law allows once the agreement is not performed, the quickest first."""
    found = []
    signed = agreement.signed_on or today
    review, confirmation = review_end(signed, calendar), confirmation_end(signed, calendar)
    if today <= review:
        found.append(tr("Both sides together, until {day}: arbitration review. The arbitration commission "
                        "issues a mediation statement, which can be enforced (Arbitration Case Rules, "
                        "art. 74).", day=marked(words().day(review), calendar.unannounced(review))))
    if today <= confirmation:
        found.append(tr("Both sides together, until {day}: judicial confirmation by the court, which can be "
                        "enforced (People's Mediation Law, art. 33; Civil Procedure Law, art. 205).",
                        day=marked(words().day(confirmation), calendar.unannounced(confirmation))))
    found.append(tr("The workers alone, for pay, injury medical costs, economic compensation or damages: a "
                    "payment order of the court on the strength of the agreement (Mediation and Arbitration "
                    "Law, art. 16; Civil Procedure Law, art. 225). An objection that stands ends it."))
    found.append(tr("The workers alone, where the agreement settles nothing but pay: a lawsuit at once, as "
                    "an ordinary civil case (Fa Shi [2020] No. 26, art. 51)."))
    found.append(tr("Otherwise: arbitration, in which the agreement binds as a contract (Mediation and "
                    "Arbitration Law, art. 15)."))
    return found
