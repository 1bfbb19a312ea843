"""Work orders: noted as they came, and what is done to them step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.intake.order.steps import check_order, check_step, step_doubts
from mediation_desk.domain.intake.orders import CameBy, OrderStep, OrderStepKind, WorkOrder
from mediation_desk.domain.merging import Place, Seen
from mediation_desk.domain.text.storable import line, storable
from mediation_desk.domain.vocabulary import Source
from mediation_desk.services.desk import Desk
from mediation_desk.services.forms_in_force import forms_in_force
from mediation_desk.services.order_tables import rule_of, terms_of
from mediation_desk.services.removing import take_out
from mediation_desk.store.values import plain
from mediation_desk.store.work.work import Work

LISTS = ("agenda",)
WHOLE = ("content", "original")
"""Texts whose lines stay."""


@dataclass(frozen=True)
class OrderDraft:
    """An order as it is entered; hours are those of the office. ``rule``: the kind of order in the table of
    its source; empty: as the words of ``kind`` say."""

    arrived_at: datetime
    source: Source = Source.HOTLINE
    rule: str = ""
    number: str = ""
    given_until: datetime | None = None
    title: str = ""
    content: str = ""
    kind: str = ""
    urgency: str = ""
    caller: str = ""
    caller_phone: str = ""
    confidential: bool = False
    reply_wanted: bool = True
    supervised: bool = False
    former_number: str = ""
    came_by: CameBy = CameBy.TYPED
    original: str = ""
    row_sha256: str = ""


ENTERED = tuple(each.name for each in fields(OrderDraft) if each.name not in ("came_by", "original",
                                                                              "row_sha256"))
"""What a person enters and changes; how it came, and as what, stays as it was."""
DECIDING = ("source", "rule", "kind", "urgency")
"""What decides by which periods an order counts."""


def local_now(desk: Desk) -> datetime:
    """This moment by the office's clock, as orders keep their hours."""
    return desk.now.astimezone(desk.zone).replace(tzinfo=None, second=0, microsecond=0)


def made_order(work: Work, case_id: UUID, draft: OrderDraft, forms: Mapping[str, str] | None = None
               ) -> WorkOrder:
    """An order with the periods that count for it today; for whoever takes orders in by other ways too.
    ``forms``: the office's own, where they are read already."""
    told: dict[str, Any] = {each.name: _kept(each.name, getattr(draft, each.name)) for each in fields(draft)}
    order = WorkOrder(id=work.new_key(), case_id=case_id, **told)
    _count(work, order, forms)
    return order


def _count(work: Work, order: WorkOrder, known: Mapping[str, str] | None = None) -> None:
    forms = forms_in_force(work) if known is None else known
    order.rule = order.rule or rule_of(order.source, order.kind, forms)
    order.terms = terms_of(order.source, order.rule, order.urgency, forms)


def _kept(name: str, value: object) -> object:
    if type(value) is not str:
        return value
    return storable(value).strip() if name in WHOLE else line(value)


def note_order(desk: Desk, case_id: UUID, draft: OrderDraft, seen: Seen | None = None) -> Changes:
    """Note an order in a case that it belongs to. DeskError beside the field that cannot be."""
    with desk.case_work(case_id, "note_order", seen) as (work, case):
        order = made_order(work, case_id, draft)
        check_order(order, case.orders, local_now(desk))
        case.orders_all.append(order)
        return work.commit(lists=LISTS, result=order.id)


def change_order(desk: Desk, case_id: UUID, before: WorkOrder, draft: OrderDraft, seen: Seen | None = None
                 ) -> Changes:
    """Change what was noted of an order; what colleagues changed meanwhile in other fields stays.

    ``before``: the order as the person looked at it. Where its kind or urgency changes, the periods of
    today's table count from then on.
    """
    wanted = {name: _kept(name, getattr(draft, name)) for name in ENTERED}
    differing = [name for name in ENTERED if getattr(before, name) != wanted[name]]
    shown = {Place("work_orders", str(before.id), name): plain(getattr(before, name)) for name in differing}
    with desk.case_work(case_id, "change_order", (seen or desk.seen(case_id)).telling(shown)) as (work, case):
        order = case.order(before.id)
        for name in differing:
            setattr(order, name, wanted[name])
        if not set(DECIDING).isdisjoint(differing) or not order.terms:
            if "kind" in differing and "rule" not in differing:
                order.rule = ""
            _count(work, order)
        check_order(order, [one for one in case.orders if one.id != order.id], local_now(desk))
        return work.commit(lists=LISTS)


def count_anew(desk: Desk, case_id: UUID, order_id: UUID, seen: Seen | None = None) -> Changes:
    """Let an order count by the table of its source as it is today."""
    with desk.case_work(case_id, "change_order", seen) as (work, case):
        _count(work, case.order(order_id))
        return work.commit(lists=LISTS)


def remove_order(desk: Desk, case_id: UUID, order_id: UUID, seen: Seen | None = None) -> Changes:
    """Take an order out with its steps and its reply; it can be restored."""
    with desk.case_work(case_id, "remove_order", seen) as (work, case):
        take_out(work, case, "work_orders", order_id)
        return work.commit(lists=LISTS)


# -- steps -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class StepDraft:
    """What was done to an order. ``at`` None: just now; ``until``: the new end, of an extension; ``reason``:
    why, or how and at which number the citizen was contacted."""

    kind: OrderStepKind
    at: datetime | None = None
    until: datetime | None = None
    reason: str = ""


def step_order(desk: Desk, case_id: UUID, order_id: UUID, draft: StepDraft, seen: Seen | None = None, *,
               sure: bool = False) -> Changes:
    """Note a step. DeskError beside the field that cannot be; Doubted where something speaks against it,
    unless somebody is ``sure``."""
    with desk.case_work(case_id, "step_order", seen) as (work, case):
        order, now = case.order(order_id), local_now(desk)
        step = OrderStep(id=work.new_key(), case_id=case_id, order_id=order_id, kind=draft.kind,
                         at=draft.at or now, until=draft.until, reason=storable(draft.reason).strip(),
                         by=desk.who.name)
        before = case.steps_of(order)
        check_step(order, before, step, now, desk.calendar)
        doubts = list(step_doubts(order, before, case.reply_to(order), step, desk.calendar))
        if doubts and not sure:
            raise Doubted(doubts, "at")
        case.order_steps_all.append(step)
        return work.commit(lists=LISTS, result=step.id)


def sign_in(desk: Desk, case_id: UUID, order_id: UUID, at: datetime | None = None, seen: Seen | None = None
            ) -> Changes:
    """The office took the order on."""
    return step_order(desk, case_id, order_id, StepDraft(OrderStepKind.SIGNED_IN, at), seen)


def contact(desk: Desk, case_id: UUID, order_id: UUID, how: str, at: datetime | None = None,
            seen: Seen | None = None) -> Changes:
    """The citizen was contacted. ``how``: in which way, and at which number."""
    return step_order(desk, case_id, order_id, StepDraft(OrderStepKind.CONTACTED, at, reason=how), seen)


def extend(desk: Desk, case_id: UUID, order_id: UUID, until: datetime, reason: str,
           at: datetime | None = None, seen: Seen | None = None) -> Changes:
    """The time to finish was extended. ``at``: when it was asked for."""
    return step_order(desk, case_id, order_id, StepDraft(OrderStepKind.EXTENDED, at, until, reason), seen)


def give_back(desk: Desk, case_id: UUID, order_id: UUID, reason: str, at: datetime | None = None,
              seen: Seen | None = None, *, sure: bool = False) -> Changes:
    """The order was returned as another office's. Doubted after its days, unless somebody is ``sure``."""
    return step_order(desk, case_id, order_id, StepDraft(OrderStepKind.RETURNED, at, reason=reason), seen,
                      sure=sure)


def finish(desk: Desk, case_id: UUID, order_id: UUID, at: datetime | None = None, seen: Seen | None = None, *,
           sure: bool = False) -> Changes:
    """The order is finished. Doubted where nobody noted a contact, or a reply is lacking."""
    return step_order(desk, case_id, order_id, StepDraft(OrderStepKind.FINISHED, at), seen, sure=sure)


def remove_step(desk: Desk, case_id: UUID, step_id: UUID, seen: Seen | None = None) -> Changes:
    """Take a step out; it can be restored."""
    with desk.case_work(case_id, "remove_order_step", seen) as (work, case):
        take_out(work, case, "order_steps", step_id)
        return work.commit(lists=LISTS)


def known_orders(case: Case) -> Sequence[WorkOrder]:
    """The orders of a case, the latest first."""
    return list(reversed(case.orders))
