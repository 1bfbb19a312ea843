"""When a paper that is told the whole case is offered: what its form's header may ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from mediation_desk.domain.case import Case
from mediation_desk.domain.people import MASS_CLAIM
from mediation_desk.domain.vocabulary import Outcome, PartyKind, Source
from mediation_desk.library.forms import Ready
from mediation_desk.services.papers.maker import has_both_sides

SENT = frozenset({Source.HOTLINE, Source.INSPECTION, Source.ARBITRATION, Source.COURT, Source.UNION})
"""Where another body sent the matter here."""
READY: Mapping[Ready, Callable[[Case], bool]] = MappingProxyType({
    "applied": lambda case: bool(case.applicants),
    "few": lambda case: 0 < len(case.applicants) < MASS_CLAIM,
    "many": lambda case: len(case.applicants) >= MASS_CLAIM,
    "delegated": lambda case: bool(case.applicants) and case.source in SENT,
    "answered": lambda case: case.source in SENT and case.closed_on is not None,
    "both_sides": has_both_sides,
    "accepted": lambda case: case.accepted_on is not None,
    "represented": lambda case: bool(case.agents),
    "organisation": lambda case: any(one.kind is PartyKind.ORGANISATION for one in case.respondents),
    "elected": lambda case: bool(case.representatives),
    "oral": lambda case: bool(case.applicants and case.facts_in_brief),
    "extended": lambda case: case.extended_to is not None,
    "exhibits": lambda case: bool(case.applicants),
    "originals": lambda case: bool(case.applicants),
    "inquired": lambda case: bool(case.inquiries),
    "drafted": lambda case: case.agreement is not None,
    "signed": lambda case: case.is_signed,
    "paid": lambda case: bool(case.payments),
    "served": lambda case: bool(case.receipts),
    "replied": lambda case: bool(case.replies),
    "referred": lambda case: bool(case.referred_to),
    "closed": lambda case: case.closed_on is not None,
    "withdrawn": lambda case: case.outcome is Outcome.WITHDRAWN,
})
"""By the word in the header; exhibits are no part of a case, so that papers of them ask the maker besides."""
OF_EXHIBITS = frozenset({"exhibits", "originals"})
"""Those that are offered only where there are exhibits."""
