"""The end of the mediation period: its clock, and what is said as it comes near."""

from __future__ import annotations

from mediation_desk.domain.deadlines import Clock, extension_days, warned_at
from mediation_desk.domain.vocabulary import ClockKind
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.reading import CaseView


def ending(view: CaseView) -> Clock | None:
    """The clock of the mediation period, once the case is accepted."""
    return next((one for one in view.clocks if one.kind is ClockKind.MEDIATION_END), None)


def warning(view: CaseView, clock: Clock, left: int) -> str:
    """What is said as the end comes near; nothing while there is time, or once it is met."""
    warned = warned_at(left) if clock.running else None
    if warned is None:
        return ""
    may_extend = clock.due_on < extension_days(view.case)[1]
    if warned == 0:
        return tr("The mediation period is over: each side may go to arbitration, and is told so in writing.")
    if may_extend:
        return tr("The mediation period ends soon. It goes on only with everybody's recorded consent.")
    return tr("The mediation period ends soon and cannot be extended any more.")
