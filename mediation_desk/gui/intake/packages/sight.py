"""What a package, a receipt or an answer says, in words for whoever decides about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from mediation_desk.domain.money import Money
from mediation_desk.gui.kit.sizes import size_words
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.referral.incoming import Incoming
from mediation_desk.services.referral.replies import Reply

MOST_LINES = 12
"""Of parties, claims or files that are listed one by one; of more it is said how many there are."""

Fact = tuple[str, str]


def told_by_package(incoming: Incoming, today: date, zone: tzinfo) -> list[Fact]:
    """Who refers what, until when, and all that comes along."""
    return [
        (tr("Case there"), incoming.number),
        (tr("Sent by"), _sent(incoming, zone)),
        (tr("Which part"), incoming.part or tr("the whole matter")),
        (tr("Reason"), incoming.reason),
        (tr("Who is asked to answer"), incoming.asked),
        (tr("Answer asked for by"), _until(incoming.due_on, today)),
        (tr("Can be taken in until"), _day(incoming.valid_until)),
        (tr("Confidentiality"), tr("Wishes confidentiality") if incoming.confidential else ""),
        (tr("Cause"), incoming.cause),
        (tr("Parties"), _lines([tr("{role}: {name}", role=tr(role), name=name)
                                for role, name in incoming.parties])),
        (tr("Claims"), _lines([_claim(*one) for one in incoming.claims])),
        (tr("Work order"), _lines([_order(*one) for one in incoming.orders])),
        (tr("Facts in brief"), incoming.facts),
        (tr("Papers"), _files(incoming.papers)),
        (tr("Evidence"), _files(incoming.exhibits)),
    ]


def told_by_reply(reply: Reply, today: date) -> list[Fact]:
    """What came back, to which case."""
    return [
        (tr("Case here"), reply.number),
        (tr("Number there"), reply.number_there),
        (tr("Day"), _until(reply.day, today)),
        (tr("By"), reply.by),
        (tr("Result"), reply.result),
        (tr("Why it was returned"), reply.returned),
        (tr("Papers"), _files(reply.papers)),
    ]


def heading_of(reply: Reply) -> str:
    """What came back from whom."""
    if not reply.is_answer:
        return tr("Receipt of “{office}”", office=reply.office)
    if reply.returned:
        return tr("“{office}” returns the matter", office=reply.office)
    return tr("Answer of “{office}”", office=reply.office)


def _sent(incoming: Incoming, zone: tzinfo) -> str:
    at = _hour(incoming.sent_at.astimezone(zone))
    return tr("{name}, {day}", name=incoming.sent_by, day=at) if incoming.sent_by else at


def _claim(worker: str, asked_for: str, asked: int | None) -> str:
    if asked is None:
        return tr("{name}: {claim}", name=worker, claim=asked_for)
    return tr("{name}: {claim}, {amount}", name=worker, claim=asked_for, amount=Money(asked))


def _order(number: str, arrived: datetime, until: datetime | None) -> str:
    if until is None:
        return tr("{number}, arrived {day}", number=number, day=_hour(arrived))
    return tr("{number}, arrived {day}, to be finished by {until}", number=number, day=_hour(arrived),
              until=_hour(until))


def _until(day: date | None, today: date) -> str:
    if day is None:
        return ""
    return tr("{day} (overdue)", day=_day(day)) if day < today else _day(day)


def _day(day: date) -> str:
    return words().day(day)


def _hour(at: datetime) -> str:
    return words().day(at)


def _files(told: Sequence[tuple[str, int]]) -> str:
    return _lines([tr("{title} ({size})", title=title, size=size_words(size)) for title, size in told])


def _lines(lines: Sequence[str]) -> str:
    shown = list(lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        shown.append(tr("and {count} more", count=len(lines) - MOST_LINES))
    return "\n".join(shown)
