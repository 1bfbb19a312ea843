"""What must be known before a case is decided, so that its papers can be made; and what may still be
entered for them afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mediation_desk.domain.case import Case
from mediation_desk.domain.particulars import particulars
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Role, Status
from mediation_desk.domain.words import N_, DeskError, say

COMPLETABLE: Mapping[str, frozenset[str]] = MappingProxyType({
    "case": frozenset({"cause", "facts_in_brief", "source_reference"}),
    "party": frozenset(name for name, told in particulars(Party).items() if told.printed),
    "exhibit": frozenset({"returned_on"}),  # originals go back when all is over
})
"""Fields that papers print: one that stood empty as the case was decided can still be filled in."""


def lacking(case: Case) -> list[DeskError]:
    """What the notice of a refusal, of a termination and the closing form need and the case lacks."""
    found = []
    for parties, role, field in ((case.applicants, Role.APPLICANT, "applicants"),
                                 (case.respondents, Role.RESPONDENT, "respondents")):
        if not parties:
            found.append(DeskError(N_("Enter at least one {role}: the notice is addressed to both sides."),
                                   field=field, role=say(role.label)))
        elif any(not one.name.strip() for one in parties):
            found.append(DeskError(N_("Every party needs a name."), field=field))
    if not case.cause.strip() and not case.claims:
        found.append(DeskError(N_("Enter the cause of the dispute, or the claims: the notice names it."),
                               field="cause"))
    return found


def require_papers(case: Case) -> None:
    """Refuse to decide a case whose notice could not be made."""
    if wanting := lacking(case):
        raise wanting[0]


def is_completable(case: Case, entity: str, field: str) -> bool:
    """Whether a field of a decided case may be filled in for its papers."""
    decided = case.status not in (Status.OPEN, Status.VOIDED)
    return decided and field in COMPLETABLE.get(entity, frozenset())


def lacks_side(case: Case, role: Role) -> bool:
    """Whether a decided case has nobody on that side: then somebody may still be entered for its papers."""
    side = {Role.APPLICANT: case.applicants, Role.RESPONDENT: case.respondents}.get(role)
    return side == [] and case.status not in (Status.OPEN, Status.VOIDED)
