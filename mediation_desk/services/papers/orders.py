"""The work orders of a case as papers and copy sheets tell them, each with the reply to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from mediation_desk.documents.views.whole_case import OrderView
from mediation_desk.domain.evidence import mentions
from mediation_desk.domain.intake.order.clocks import extensions, order_clocks
from mediation_desk.domain.intake.order.replies import PROOFS, Release, release_of
from mediation_desk.domain.intake.order.terms import OrderClockKind
from mediation_desk.domain.intake.orders import FoundTrue, OrderReply, OrderStep, OrderStepKind, WorkOrder
from mediation_desk.domain.vocabulary import Source
from mediation_desk.services.order_tables import table_of
from mediation_desk.services.papers.told import Told

FOUND: Mapping[FoundTrue, str] = MappingProxyType({
    FoundTrue.YES: "是", FoundTrue.PARTLY: "部分属实", FoundTrue.NO: "否"})
SECRET = "诉求人要求保密，不公开"
WITHHELD: Mapping[Release, str] = MappingProxyType({
    Release.NONE: "未填写", Release.NOT_YET: "未经审核，不得公开",
    Release.CHANGED: "审核后有改动，须重新审核", Release.RELEASED: ""})
"""Why a public answer is not told, by how far it is."""


def views(told: Told) -> tuple[OrderView, ...]:
    """Every order of the case, earliest first; of a hotline's case of which nobody noted the order, the
    number under which it was registered."""
    found = tuple(_view(told, one) for one in told.case.orders)
    case = told.case
    if not found and case.source is Source.HOTLINE and case.source_reference:
        return (OrderView(case.source_reference, told.label(case.source), told.words.day(case.received_on)),)
    return found


def _view(told: Told, order: WorkOrder) -> OrderView:
    steps = told.case.steps_of(order)
    clocks = {one.kind: one for one in order_clocks(order, steps, told.desk.calendar)}
    finish, back = clocks.get(OrderClockKind.FINISH), _step(steps, OrderStepKind.RETURNED)
    longer = extensions(steps)
    return OrderView(
        number=order.number, source=told.label(order.source), arrived_at=_hour(order.arrived_at),
        kind=order.kind or _kind(told, order), urgency=order.urgency, title=order.title,
        content=order.content,
        caller=order.caller, caller_phone=order.caller_phone, former_number=order.former_number,
        due_at=_hour(finish.due_at) if finish else "",
        extended_to=_hour(longer[-1].until) if longer else "",
        signed_in_at=_at(_step(steps, OrderStepKind.SIGNED_IN)),
        finished_at=_at(_step(steps, OrderStepKind.FINISHED)), returned_at=_at(back),
        returned_why=back.reason if back else "", **_reply(told, order))


def _kind(told: Told, order: WorkOrder) -> str:
    table = table_of(order.source, told.desk.forms)
    kind = table.kind(order.rule) if table else None
    return kind.label.zh if kind else ""


def _reply(told: Told, order: WorkOrder) -> dict[str, Any]:
    reply = told.case.reply_to(order)
    if reply is None:
        return {}
    released = release_of(reply)
    secret = order.confidential or told.case.confidential
    open_ = released is Release.RELEASED and not secret
    return {
        "replied": True, "found_true": FOUND[reply.found_true] if reply.found_true else "",
        "beyond_duty": yes_no(reply.beyond_duty), "beyond_kind": reply.beyond_kind,
        "contacted": yes_no(reply.contacted), "contacted_number": reply.contacted_number,
        "contacted_at": _hour(reply.contacted_at), "solved": yes_no(reply.solved),
        "unsolved_why": reply.unsolved_why, "handling": reply.handling,
        "public_answer": reply.public_answer if open_ else "",
        "public_why": SECRET if secret else WITHHELD[released],
        **{name: _proofs(told, reply, name) for name in PROOFS}}


def _proofs(told: Told, reply: OrderReply, name: str) -> str:
    """The exhibits by number, with their names where they are at hand."""
    said: str = getattr(reply, name)
    names = {one.position: one.name for one in told.exhibits}
    listed = [f"证据{number}（{names[number]}）" for number in mentions(said) if number in names]
    return "；".join(filter(None, (said, "、".join(listed)))) if listed else said


def yes_no(answer: bool | None) -> str:
    """是 or 否; nothing where nobody said."""
    return "" if answer is None else "是" if answer else "否"


def _step(steps: Sequence[OrderStep], kind: OrderStepKind) -> OrderStep | None:
    return next((one for one in steps if one.kind is kind), None)


def _at(step: OrderStep | None) -> str:
    return _hour(step.at) if step else ""


def _hour(at: datetime | None) -> str:
    """Day, hour and minute."""
    return f"{at.year}年{at.month}月{at.day}日{at.hour}时{at.minute:02}分" if at else ""
