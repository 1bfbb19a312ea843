"""What the open record has for the joint minutes of a session, entry by entry, in the words of papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from mediation_desk.documents.template.filters import cnnumber, counted
from mediation_desk.domain.case import Case
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.vocabulary import SessionMode
from mediation_desk.domain.words import N_
from mediation_desk.services.papers import statements as sayings
from mediation_desk.services.papers.told import SIDES, Told

Drawn = tuple[str, str, UUID | None]
"""What it was taken from (``table:key``), its words, and whose they are where they are one party's."""


def statements(told: Told) -> Iterator[Drawn]:
    """What each side says where they differ, and the facts that a side allowed to be told."""
    issues = told.sorting.issues if told.case.is_claimed else ()
    for issue, text in zip(issues, sayings.disputes(told) if issues else (), strict=True):
        yield f"element_entries:{issue.element.id}", text, None
    for fact in told.case.told_facts:
        yield f"told_facts:{fact.id}", told.say(N_("{who}: {said}"), who=told.label(SIDES[fact.side]),
                                                 said=fact.text), None


def facts(told: Told) -> Iterator[Drawn]:
    """The facts that both sides agree on."""
    if not told.case.is_claimed:
        return
    for (element, _values), text in zip(sayings.agreed_by_element(told), sayings.agreed(told), strict=True):
        yield f"element_entries:{element.id}", text, None


def evidence(told: Told) -> Iterator[Drawn]:
    """The exhibits, with what each proves; what was said of it, somebody writes."""
    for exhibit in told.exhibits:
        name = told.say(N_("{number}, {name}"), number=exhibit.label, name=exhibit.name)
        said = told.say(N_("{evidence}, to prove: {proves}"), evidence=name,
                        proves=exhibit.proves) if exhibit.proves else name
        yield f"exhibits:{exhibit.id}", said, None


def offers(told: Told, session: MediationSession) -> Iterator[Drawn]:
    """The offers that both sides know, from this session until the next joint one."""
    for offer in offers_of(told, session):
        yield f"offers:{offer.id}", offer_words(told, offer), None


def joint_sessions(case: Case) -> list[MediationSession]:
    """Sessions face to face that were or will be held, earliest first."""
    return [session for session in case.sessions
            if session.mode is SessionMode.JOINT and session.takes_place]


def offers_of(told: Told, session: MediationSession) -> list[Offer]:
    """The offers told to both sides from this session until the next joint one.

    They may be entered a day later, so the day of the session alone would lose some; offers told
    before the first joint session belong to it.
    """
    joint = joint_sessions(told.case)
    if session not in joint:
        return []
    days, at = [one.starts_at.date() for one in joint], joint.index(session)
    begins = date.min if at == 0 else days[at]
    ends = next((day for day in days[at + 1:] if day > days[at]), date.max)
    return [offer for offer in told.case.offers if offer.released_at
            and begins <= offer.released_at.astimezone(told.desk.zone).date() < ends]


def offer_words(told: Told, offer: Offer) -> str:
    """An offer as papers tell it."""
    said = told.say(N_("Round {round}: the {side} offer {amount}, {instalments}"),
                    round=cnnumber(offer.round), side=told.label(SIDES[offer.side]), amount=offer.amount,
                    instalments=parts(told, offer.instalments))
    return "；".join(filter(None, (said, offer.terms)))


SIGNED = N_("On {day} the sides signed the agreement: {amount}, {instalments}.")
CHANGED = N_("Changed on {day} by a supplementary agreement: {amount} in all, of which what was left is "
             "paid: {instalments}.")


def parts(told: Told, count: int) -> str:
    """In how many parts a sum is paid."""
    if count == 1:
        return told.say(N_("paid at once"))
    return told.say(N_("in {count} instalments"), count=counted(count))
