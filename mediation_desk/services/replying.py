"""The reply to a work order: written, proposed from the case's open course, checked, released."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake.order.replies import check_reply, fingerprint
from mediation_desk.domain.intake.orders import FoundTrue, OrderReply, OrderStepKind, WorkOrder
from mediation_desk.domain.merging import Place, Seen
from mediation_desk.domain.reports.publishing.answers import still_told
from mediation_desk.domain.reports.publishing.published import Trace
from mediation_desk.domain.reports.publishing.subjects import Named, subjects
from mediation_desk.domain.text import phones
from mediation_desk.domain.text.storable import line, storable
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.library.pinyin import readings
from mediation_desk.services.desk import Desk
from mediation_desk.services.order_tables import table_of
from mediation_desk.services.papers.told import Told
from mediation_desk.services.papers.whole_case import whole_case
from mediation_desk.store.values import plain
from mediation_desk.store.work.work import Work

LISTS = ("agenda",)
LINES = frozenset({"handling", "public_answer", "unsolved_why"})
"""Texts whose lines stay."""


@dataclass(frozen=True)
class ReplyDraft:
    """A reply as it is entered; None where nobody said. ``contacted_at``: by the office's clock."""

    found_true: FoundTrue | None = None
    beyond_duty: bool | None = None
    beyond_kind: str = ""
    contacted: bool | None = None
    contacted_number: str = ""
    contacted_at: datetime | None = None
    solved: bool | None = None
    unsolved_why: str = ""
    handling: str = ""
    public_answer: str = ""
    proofs_of_identity: str = ""
    proofs_of_contact: str = ""
    proofs_of_result: str = ""


WRITTEN = tuple(each.name for each in fields(ReplyDraft))


def draft_of(reply: OrderReply | None) -> ReplyDraft:
    """What stands in a reply; an empty one before somebody began."""
    return ReplyDraft(**{name: getattr(reply, name) for name in WRITTEN}) if reply else ReplyDraft()


def write(desk: Desk, case_id: UUID, order_id: UUID, before: OrderReply | None, after: ReplyDraft,
          seen: Seen | None = None) -> Changes:
    """Keep a reply as it is written; what colleagues wrote meanwhile in other fields stays.

    ``before``: the reply as the person looked at it, None where there was none. Another public answer than
    the released one has to be released anew. DeskError beside the field that cannot be.
    """
    wanted = {name: _kept(name, getattr(after, name)) for name in WRITTEN}
    stood = draft_of(before)
    differing = [name for name in WRITTEN if getattr(stood, name) != wanted[name]]
    known = _telling(seen or desk.seen(case_id), before, differing)
    with desk.case_work(case_id, "reply_to_order", known) as (work, case):
        order = case.order(order_id)
        reply = case.reply_to(order)
        if reply is None:
            reply = OrderReply(id=work.new_key(), case_id=case_id, order_id=order_id)
            case.replies_all.append(reply)
        for name in differing:
            setattr(reply, name, wanted[name])
        check_reply(reply)
        return work.commit(lists=LISTS, result=reply.id)


def _telling(seen: Seen, before: OrderReply | None, names: Sequence[str]) -> Seen:
    """What a person knows who looked at the reply as it stood."""
    if before is None:
        return seen
    return seen.telling({Place("order_replies", str(before.id), name): plain(getattr(before, name))
                         for name in names})


def _kept(name: str, value: object) -> object:
    if type(value) is not str:
        return value
    return storable(value).strip() if name in LINES else line(value)


# -- what is proposed --------------------------------------------------------------------------


@dataclass(frozen=True)
class Proposal:
    """Words that a person may take over and change; nothing of them is kept by itself. ``contacted_*``: as
    the last noted contact has them."""

    handling: str = ""
    public_answer: str = ""
    contacted: bool | None = None
    contacted_number: str = ""
    contacted_at: datetime | None = None


def propose(desk: Desk, case_id: UUID, order_id: UUID) -> Proposal:
    """A reply as the case's open course would have it; nothing said alone is part of it."""
    from mediation_desk.documents.template.fill import fill_field

    with desk.case_reading(case_id) as (work, case):
        order = case.order(order_id)
        told = Told.of(desk, work, case)
        table, view = table_of(order.source, desk.forms), whole_case("", told)
        handling, public = (fill_field(text, view) for text in (
            (table.handling, table.public) if table else ("", "")))
        return Proposal(handling, public, *_contact(case, order))


def _contact(case: Case, order: WorkOrder) -> tuple[bool | None, str, datetime | None]:
    """Whether the citizen was contacted, at which number and when, as the last such step has it."""
    last = [one for one in case.steps_of(order) if one.kind is OrderStepKind.CONTACTED][-1:]
    if not last:
        return None, "", None
    words = re.split(r"[\s，,；;：:]+", last[0].reason)
    number = next((word for word in words if word and phones.known(word)), order.caller_phone)
    return True, number, last[0].at


# -- the public answer -------------------------------------------------------------------------


def check(desk: Desk, case_id: UUID, answer: str) -> tuple[Trace, ...]:
    """What of the case an answer still tells: names, numbers, addresses and companies in whatever writing,
    and what looks like a name. Empty: it tells nothing that is known."""
    with desk.case_reading(case_id) as (work, case):
        return found_in(desk, work, case, answer)


def found_in(desk: Desk, work: Work, case: Case, answer: str) -> tuple[Trace, ...]:
    """The same of a case that was read in this unit of work."""
    settings = desk.settings
    callers = tuple(one.caller for one in case.orders_all)
    numbers = tuple(number for one in case.orders_all for number in (one.caller_phone, one.number))
    numbers += tuple(one.contacted_number for one in case.replies_all)
    named = Named(persons=(*work.accounts.names().values(), *callers), numbers=numbers)
    public = (settings.name, settings.seal_name, settings.arbitration_commission, settings.court,
              settings.address, settings.phone)
    return still_told(answer, subjects(case, named, readings), public)


def release(desk: Desk, case_id: UUID, order_id: UUID, answer: str, looked: Collection[str] = (),
            seen: Seen | None = None) -> Changes:
    """Release the public answer as it stands. ``answer``: the words that the person looked at; ``looked``:
    marks that a person looked at and lets stay, by their words.

    DeskError where it is not the answer that stands, where it still tells who is meant, or where the citizen
    wishes confidentiality.
    """
    with desk.case_work(case_id, "release_reply", seen) as (work, case):
        order = case.order(order_id)
        reply = case.reply_to(order)
        if reply is None or not reply.public_answer.strip():
            raise DeskError(N_("Write the public answer first."), field="public_answer")
        if reply.public_answer != answer:
            raise DeskError(N_("The answer was changed meanwhile. Look at it again."), field="public_answer")
        if order.confidential or case.confidential:
            raise DeskError(N_("The citizen wishes confidentiality, so nothing of this order is published."),
                            field="public_answer")
        left = [one for one in found_in(desk, work, case, answer) if one.sure or one.found not in looked]
        if left:
            raise DeskError(N_("The public answer still tells who is meant: {words}."), field="public_answer",
                            words=list(dict.fromkeys(one.found for one in left)))
        reply.released_at, reply.released_by = work.who.now, desk.who.account_id
        reply.public_sha256 = fingerprint(reply.public_answer)
        return work.commit(lists=LISTS, result=reply.id)
