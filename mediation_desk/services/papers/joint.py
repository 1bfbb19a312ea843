"""Papers so that a signed agreement binds: the two joint applications, and that the office mediated."""

from __future__ import annotations

from typing import Any

from mediation_desk.documents.template.filters import cndate
from mediation_desk.documents.views import enforcing as views
from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.periods import confirmation_end, review_end
from mediation_desk.domain.vocabulary import SessionState
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.papers import parties
from mediation_desk.services.papers.default import shown
from mediation_desk.services.papers.maker import Maker
from mediation_desk.services.papers.told import Told


def review(told: Told) -> views.ReviewApplication:
    """Both sides to the arbitration commission, with the last day (Arbitration Case Rules, art. 74)."""
    made = told.case.signed_agreement
    assert made.signed_on is not None
    last = review_end(made.signed_on, told.desk.calendar)
    return views.ReviewApplication(**_alike(told, made), last_day=told.unannounced(
        cndate(last), told.desk.calendar.unannounced(last)))


def confirmation(told: Told) -> views.ConfirmationApplication:
    """Both sides to the court; refused where the office's agreements are not confirmed."""
    made = told.case.signed_agreement
    assert made.signed_on is not None
    if not told.desk.settings.people_mediation:
        raise DeskError(N_("This office's agreements are not confirmed by a court: it is not set up as "
                           "people's mediation."))
    last = confirmation_end(made.signed_on, told.desk.calendar)
    return views.ConfirmationApplication(**_alike(told, made), last_day=told.unannounced(
        cndate(last), told.desk.calendar.unannounced(last)))


def certificate(told: Told) -> views.MediationCertificate:
    """That this office held the mediation (Interpretation of the Civil Procedure Law, art. 354)."""
    made = told.case.signed_agreement
    held = sorted({one.starts_at.date() for one in told.case.sessions
                   if _was_held(one) and one.starts_at.date() <= told.today})
    return views.MediationCertificate(**_alike(told, made), sessions=tuple(held), issued_on=told.today)


def _was_held(session: MediationSession) -> bool:
    """Somebody said so, or when it ended: one that is merely planned still is not certified, however long ago
    it was to be. A session that an earlier program entered says nothing of it and counts."""
    planned = session.state is SessionState.PLANNED and session.ended_at is None
    return session.takes_place and not planned


def _alike(told: Told, made: Agreement) -> dict[str, Any]:
    """What all three say of the agreement and its parties."""
    parties.require_both_sides(told)
    return {"office": told.office(), "case": told.view(), **told.signing(), "total": made.total,
            **{name: tuple(shown(told, one) for one in of(told)) for name, of in (
                ("applicants", parties.applicants), ("respondents", parties.respondents),
                ("third_parties", parties.third_parties))}}


def _signed(case: Case) -> bool:
    return case.is_signed


PAPERS = (
    Maker(views.ReviewApplication, review, _signed),
    Maker(views.ConfirmationApplication, confirmation, _signed),
    Maker(views.MediationCertificate, certificate, _signed),
)
