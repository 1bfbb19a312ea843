"""What an order of a list says, as a matter to be registered, and what it adds to an order that is there."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.intake.lists import originals
from mediation_desk.domain.intake.lists.orders import ReadOrder
from mediation_desk.domain.intake.lists.originals import OriginalRow
from mediation_desk.domain.intake.order.steps import ONCE
from mediation_desk.domain.intake.orders import CameBy, OrderStep, WorkOrder
from mediation_desk.domain.text.storable import ideograph
from mediation_desk.domain.vocabulary import PartyKind, Role, Source
from mediation_desk.services.intake import orders
from mediation_desk.services.intake.matter import IntakeDraft, PartyDraft
from mediation_desk.store.work.work import Work

_NAME = range(2, 4)  # ideographs of a name that stands alone; whatever is longer is taken for a company's
FILLED = ("title", "content", "kind", "urgency", "caller", "caller_phone", "former_number")
"""What a later row of the same order fills in where it was empty; what somebody wrote stays."""


def draft_of(read: ReadOrder, source: Source, causes: Container[str] = ()) -> IntakeDraft:
    """The matter, with whoever calls and whom it is about. ``causes``: those that the office knows; the
    subject of an order is one where it is called so."""
    return IntakeDraft(
        read.arrived_at.date(), source, read.number, cause=read.matter if read.matter in causes else "",
        facts_in_brief=read.content or read.title, confidential=read.confidential,
        parties=tuple(_parties(read)), order=order_of(read))


def _parties(read: ReadOrder) -> Iterator[PartyDraft]:
    told = {"phone": read.phone, "sex": read.sex, "id_number": read.id_number, "address": read.address}
    yield PartyDraft(Role.APPLICANT, read.caller, PartyKind.PERSON,
                     {name: said for name, said in told.items() if said})
    for name in read.respondents:
        rung = {"phone": read.against_phone} if read.against_phone and name == (read.against or name) else {}
        is_person = name != read.company and len(name) in _NAME and all(map(ideograph, name))
        kind = PartyKind.PERSON if is_person else PartyKind.ORGANISATION
        yield PartyDraft(Role.RESPONDENT, name, kind, rung)


def order_of(read: ReadOrder) -> orders.OrderDraft:
    """The order as it came."""
    return orders.OrderDraft(
        arrived_at=read.arrived_at, number=read.number, given_until=read.given_until, title=read.title,
        content=read.content, kind=read.kind, urgency=read.urgency, caller=read.caller,
        caller_phone=read.phone, confidential=read.confidential, reply_wanted=read.reply_wanted,
        supervised=read.supervised, former_number=read.former_number, came_by=CameBy.LIST,
        original=originals.written([read.original]), row_sha256=read.sha256)


def noted(work: Work, case: Case, read: ReadOrder, source: Source) -> None:
    """Note a row in a case that is there: in its order of that number, else as a further order."""
    known = next((one for one in case.orders if read.number and one.number == read.number), None)
    if known is not None:
        _bring_up_to_date(known, read)
    else:
        known = orders.made_order(work, case.id, replace(order_of(read), source=source))
        case.orders_all.append(known)
    add_steps(work, case, known.id, read)


def _bring_up_to_date(order: WorkOrder, read: ReadOrder) -> None:
    """Fill in what was empty, take the later end, and keep the row beside those that came before it."""
    told = order_of(read)
    for name in FILLED:
        if not getattr(order, name):
            setattr(order, name, getattr(told, name))
    ends = [one for one in (order.given_until, read.given_until) if one is not None]
    order.given_until = max(ends, default=None)
    order.supervised = order.supervised or read.supervised
    order.confidential = order.confidential or read.confidential
    pasted = (OriginalRow(("",), (order.original,)),) if order.original else ()
    before = originals.read(order.original) or pasted
    order.original, order.row_sha256 = originals.written([*before, read.original]), read.sha256


def add_steps(work: Work, case: Case, order_id: UUID, read: ReadOrder) -> None:
    """What the row says was done to the order, as far as it is not there yet. What is done once stays as it
    was noted first, here or by an earlier row; the row itself is kept whatever it says."""
    known = {(one.kind, one.at) for one in case.order_steps if one.order_id == order_id}
    done = {kind for kind, _at in known if kind in ONCE}
    case.order_steps_all.extend(
        OrderStep(id=work.new_key(), case_id=case.id, order_id=order_id, kind=step.kind, at=step.at,
                  until=step.until, reason=step.reason)
        for step in read.steps if (step.kind, step.at) not in known and step.kind not in done)
