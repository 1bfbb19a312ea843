"""How the joint view says facts, offers and the schedule, in the reader's language."""

from __future__ import annotations

from mediation_desk.domain.mediation.joint_view import JointFact, JointOffer, JointView
from mediation_desk.domain.sorting.elements import ElementType
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.mediation.side import paid_in
from mediation_desk.gui.kit.words import tr, tr_count, words

MOST_NAMED = 5  # people named one by one; of more, the first of them and how many there are


def named(names: tuple[str, ...]) -> str:
    """Who they are: each by name, or the first ones and how many in all."""
    if len(names) <= MOST_NAMED:
        return str(words().shown(names))
    return tr("{names} and others, {count} in all", names=names[:MOST_NAMED - 1], count=len(names))


def fact_words(fact: JointFact) -> tuple[str, str]:
    """What was asked and what is agreed on it; where a sentence says both, the question is left out."""
    element, chinese = fact.element, words().chinese
    said = element.sentences.get(fact.value, "") if chinese else ""
    value = said or element.show(fact.value, words().code)
    if not said and element.type in (ElementType.MONEY, ElementType.NUMBER):
        value += ("" if chinese else " ") + element.unit.text(words().code)
    asked = "" if said else element.label.text(words().code)
    if fact.workers:
        value += "\n" + named(fact.workers)
    return asked, value


def offer_words(offer: JointOffer) -> str:
    """How it would be paid: in how many parts, the first of them, the last day."""
    said = [paid_in(offer.instalments)]
    if offer.first_share is not None:
        said.append(tr("first {amount}", amount=offer.first_share))
    if offer.last_on is not None:
        said.append(tr("the last on {day}", day=offer.last_on))
    return ("，" if words().chinese else ", ").join(said)


def earlier_words(view: JointView, side: Side) -> str:
    """What the side offered in the rounds before, one after the other."""
    amounts = " → ".join(words().money(offer.amount) for offer in view.earlier(side))
    return tr("Before: {amounts}", amounts=amounts) if amounts else ""


def schedule_heading(view: JointView) -> str:
    """Whether it is the terms, or an offer that is talked about."""
    if view.terms is not None:
        return tr("Agreed payment") if view.terms.signed else tr("Payment being discussed")
    return tr("Payment being discussed")


def schedule_rows(view: JointView) -> tuple[tuple[str, str], ...]:
    """The payments, day and amount; of an offer as much as it says."""
    if view.terms is not None:
        return tuple((words().day(one.due_on), words().money(one.amount)) for one in view.terms.instalments)
    offer = view.discussed
    if offer is None:
        return ()
    rows = [(tr("Instalments"), tr_count("{count} payment", "{count} payments", offer.instalments))]
    if offer.first_share is not None:
        rows.append((tr("First payment"), words().money(offer.first_share)))
    if offer.last_on is not None:
        rows.append((tr("Last payment by"), words().day(offer.last_on)))
    return tuple(rows)


def schedule_total(view: JointView) -> str:
    """All of it together; nothing while nothing is discussed."""
    offer = view.discussed
    total = view.terms.total if view.terms is not None else offer.amount if offer is not None else None
    return words().money(total) if total is not None else ""
