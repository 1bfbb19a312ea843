"""What speaks against accepting a case as it stands: it is asked about, and kept once somebody is sure."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_desk.domain.case import Case
from mediation_desk.domain.words import N_, Sentence, say


def doubts(case: Case) -> list[tuple[str, Sentence]]:
    """Each doubt in words, with the field it concerns. What is refused outright
    (:meth:`Case.accept`) is none of them."""
    return [*_of_claims(case), *_of_consents(case)]


def _of_claims(case: Case) -> Iterator[tuple[str, Sentence]]:
    if not case.claims and not case.dispute_sheets:
        yield "claims", say(N_("No claim is entered yet: nothing says what the case is about."))


def _of_consents(case: Case) -> Iterator[tuple[str, Sentence]]:
    """A consent is to this application: it cannot well be older than that."""
    for name, day, text in (
            ("applicants_agree_on", case.applicants_agree_on,
             N_("The applicants' consent of {day} is older than the application of {received}.")),
            ("respondents_agree_on", case.respondents_agree_on,
             N_("The respondents' consent of {day} is older than the application of {received}."))):
        if day is not None and day < case.received_on:
            yield name, say(text, day=day, received=case.received_on)
