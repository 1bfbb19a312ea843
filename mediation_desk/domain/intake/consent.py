"""Who consents to mediation: each side has its day, and of several respondents each has its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mediation_desk.domain.people import Party
from mediation_desk.domain.words import N_, DeskError


def consent_of(respondent: Party, side: date | None) -> date | None:
    """The day on which a respondent consented: its own, else that of the whole side."""
    if respondent.declined_on is not None:
        return None
    return respondent.agreed_on or side


def each_has_said(respondents: Sequence[Party]) -> bool:
    """Whether respondents are recorded one by one, rather than as a side."""
    return any(one.agreed_on or one.declined_on for one in respondents)


def side_agreed_on(respondents: Sequence[Party]) -> date | None:
    """The day on which the last respondent consented; None while one of them has not said, or none does."""
    if not all(one.agreed_on or one.declined_on for one in respondents):
        return None
    return max((one.agreed_on for one in respondents if one.agreed_on), default=None)


def spread(respondents: Sequence[Party], side: date | None) -> None:
    """Write the side's day to each respondent, so that one who joins does not share in it."""
    for one in respondents:
        if one.declined_on is None:
            one.agreed_on = one.agreed_on or side


def field_of(respondent: Party, respondents: Sequence[Party]) -> str:
    """The field that asks for a respondent's consent: its own, or that of the side where it is alone."""
    return f"agreed_on/{respondent.id}" if len(respondents) > 1 else "respondents_agree_on"


def check(respondents: Sequence[Party], side: date | None, on: date) -> None:
    """Refuse acceptance while a respondent has not said whether it consents, or none of them does.

    Mediation needs both sides (Consultation and Mediation Provisions, art. 22): a respondent who does
    not consent stays out, and the case goes on with those who do.
    """
    for one in respondents:
        day = consent_of(one, side)
        if day is None and one.declined_on is None:
            raise _not_said(one, respondents)
        if day is not None and day > on:
            raise DeskError(N_("A consent is dated after the acceptance."), field="accepted_on")
    if all(one.declined_on for one in respondents):
        raise DeskError(N_("No respondent consents to mediation. Refuse the application with that reason."),
                        field=field_of(respondents[0], respondents))


def _not_said(one: Party, respondents: Sequence[Party]) -> DeskError:
    if len(respondents) == 1:
        return DeskError(N_("Acceptance needs the consent of both sides; record the day of each."),
                         field="respondents_agree_on")
    return DeskError(N_("{name} has not said yet whether it consents to mediation; record the day of either "
                        "answer."), field=field_of(one, respondents), name=one.name)
