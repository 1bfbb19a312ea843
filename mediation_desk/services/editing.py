"""Field edits: a detail is saved as its field is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from mediation_desk.domain import verbs
from mediation_desk.domain.case import Case
from mediation_desk.domain.changes import Changes, JournalEntry
from mediation_desk.domain.deciding import is_completable
from mediation_desk.domain.merging import Place, Seen
from mediation_desk.domain.money import ZERO
from mediation_desk.domain.particulars import FOR_THEMSELVES, particulars
from mediation_desk.domain.people import Claim, Party, kept
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.verbs import DECISIONS
from mediation_desk.domain.vocabulary import Status
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.registering import fill_from_id
from mediation_desk.store.journal import entries
from mediation_desk.store.values import plain
from mediation_desk.store.work.work import Work


@dataclass(frozen=True)
class Edit:
    """One field of one row, as the person saw it (``before``) and as they want it (``after``).

    ``entity`` is "case", "party", "claim" or "payment"; values are the domain's own types.
    """

    entity: str
    row_id: UUID
    field: str
    before: Any
    after: Any


_EMPTY = (None, "")
_OPPOSITES: Mapping[str, str] = {"agreed_on": "declined_on", "declined_on": "agreed_on"}
_CONSENTS = frozenset({*_OPPOSITES, "role"})
SIGNED_AS = frozenset({"role", "kind", "name", "id_kind", "id_number", "credit_code"})
"""Who somebody is, as a signed agreement says it. Where they live and are paid may change afterwards; what
stood empty may still be filled in."""


@dataclass(frozen=True)
class _Entity:
    """What is edited field by field; ``as_by``: the verb in whose stages it may be."""

    kind: type
    table: str
    fields: frozenset[str]
    as_by: str = "edit"


_CASE = ("source source_reference kind_of_work cause facts_in_brief confidential received_on dispute_sheets "
         "applicants_agree_on respondents_agree_on relationship_conclusion relationship_reasons")
ENTITIES: Mapping[str, _Entity] = {
    "case": _Entity(Case, "cases", frozenset(_CASE.split())),
    "party": _Entity(Party, "parties", frozenset(particulars(Party))),
    "claim": _Entity(Claim, "claims", frozenset({"asked", "note"}), "ask_amounts"),
    "payment": _Entity(Payment, "payments", frozenset({"voucher", "note", "method"}), "book_payment"),
}


def save(desk: Desk, case_id: UUID, edits: Sequence[Edit], seen: Seen | None = None) -> Changes:
    """Keep the edits: all of them, or none when one is refused or in conflict.

    What was seen of each field is the edit's ``before``, unless ``seen`` was told of another word there.
    """
    known = told(seen or desk.seen(case_id), {edit: ENTITIES[edit.entity].table for edit in edits})
    with desk.case_work(case_id, "edit", known) as (work, case):
        _require_editable(work, case, edits)
        for edit in edits:
            _write(desk, case, _row(work, case, edit), edit)
        if any(edit.field in _CONSENTS for edit in edits):
            case.note_consents()
        return work.commit(lists=("cases",))


def told(seen: Seen, edits: Mapping[Edit, str]) -> Seen:
    """What is known of a case, with what each edit says that its field showed; ``edits``: their tables."""
    shown = {Place(table, str(edit.row_id), edit.field): plain(edit.before) for edit, table in edits.items()}
    return seen.telling({place: word for place, word in shown.items() if place not in seen.told})


def _require_editable(work: Work, case: Case, edits: Sequence[Edit]) -> None:
    """What the stage of the case allows; of a decided one only what its papers need and what stood empty
    when it was decided."""
    if case.status is Status.OPEN:
        for edit in edits:
            verbs.require(case, ENTITIES[edit.entity].as_by)
            _require_as_signed(case, edit)
        return
    since = entries.since(work.connection, case.id, DECISIONS)
    for edit in edits:
        filled = any(_fills(entry, edit) for entry in since)
        if not is_completable(case, edit.entity, edit.field) or (edit.before not in _EMPTY and not filled):
            case.require_open()


def _require_as_signed(case: Case, edit: Edit) -> None:
    """Refuse to make another of somebody whom a signed agreement names: that is a new agreement."""
    if edit.entity != "party" or edit.field not in SIGNED_AS or not case.is_signed:
        return
    named = next((one for one in case.parties if one.id == edit.row_id and one.role in FOR_THEMSELVES), None)
    if named is not None and getattr(named, edit.field) not in (*_EMPTY, edit.after):
        raise DeskError(N_("The agreement is signed; its parties stay."), field=edit.field)


def _fills(entry: JournalEntry, edit: Edit) -> bool:
    """Whether an entry filled in that field, or made the row."""
    mine = entry.row_id == str(edit.row_id)
    return mine and (entry.action == "insert" or entry.fields.get(edit.field, ("?",))[0] in _EMPTY)


def _row(work: Work, case: Case, edit: Edit) -> Any:
    entity = ENTITIES[edit.entity]
    if edit.field not in entity.fields:
        raise ValueError(f"{edit.entity}.{edit.field} is not edited as a field")
    row: Any = case if entity.kind is Case else work.row(entity.kind, edit.row_id)
    if row is not case and row.case_id != case.id:
        raise ValueError("the row belongs to another case")
    if row.removed_at:
        raise NotThere(edit.row_id)
    return row


def _write(desk: Desk, case: Case, row: Any, edit: Edit) -> None:
    value = storable(edit.after).strip() if type(edit.after) is str else edit.after
    if isinstance(row, Party):
        value = kept(edit.field, edit.after, row.kind)
    check = _CHECKS.get((edit.entity, edit.field))
    if check is not None:
        value = check(desk, case, value)
    if edit.field in _OPPOSITES:
        _answer(case, row, edit.field, value)
    if value is None and type(getattr(row, edit.field)) is str:
        value = ""  # nothing, where text is kept
    setattr(row, edit.field, value)
    if edit.entity == "party" and edit.field in ("id_number", "id_kind"):
        fill_from_id(row)


def _received(desk: Desk, case: Case, value: Any) -> Any:
    if value is None:
        raise DeskError(N_("Enter the date received."), field="received_on")
    if value > desk.today:
        raise DeskError(N_("The date received lies in the future."), field="received_on")
    if case.accepted_on and value > case.accepted_on:
        raise DeskError(N_("The case cannot be accepted before it was received."), field="received_on")
    return value


def _consent(field_name: str) -> Callable[[Desk, Case, Any], Any]:
    def check(desk: Desk, case: Case, value: Any) -> Any:
        if value is None and case.accepted_on:
            raise DeskError(N_("The case is accepted; the consent stays on record."), field=field_name)
        if value is not None and value > desk.today:
            raise DeskError(N_("That day lies in the future."), field=field_name)
        if value is not None and case.accepted_on and value > case.accepted_on:
            raise DeskError(N_("A consent is dated after the acceptance."), field=field_name)
        return value

    return check


def _answered(desk: Desk, case: Case, value: Any) -> Any:
    if value is not None and value > desk.today:
        raise DeskError(N_("That day lies in the future."), field="agreed_on")
    if case.is_signed:
        raise DeskError(N_("The agreement is signed; its parties stay."), field="agreed_on")
    return value


def _answer(case: Case, respondent: Party, field_name: str, value: Any) -> None:
    """A respondent's answer takes its other one back; a consent that the case was accepted on stays."""
    withdrawn = (value is None) == (field_name == "agreed_on")
    if case.accepted_on and respondent.agreed_on and withdrawn:
        raise DeskError(N_("The case is accepted; the consent stays on record."), field=field_name)
    if value is not None:
        setattr(respondent, _OPPOSITES[field_name], None)


def _asked(_desk: Desk, _case: Case, value: Any) -> Any:
    if value is not None and value < ZERO:
        raise DeskError(N_("No amount may be below zero."), field="asked")
    return value


def _party(_desk: Desk, case: Case, value: Any) -> Any:
    return value if value is None else case.party(value).id


_CHECKS: Mapping[tuple[str, str], Callable[[Desk, Case, Any], Any]] = {
    ("case", "received_on"): _received,
    ("case", "applicants_agree_on"): _consent("applicants_agree_on"),
    ("case", "respondents_agree_on"): _consent("respondents_agree_on"),
    ("claim", "asked"): _asked,
    ("party", "acts_for"): _party,
    ("party", "agreed_on"): _answered,
    ("party", "declined_on"): _answered,
}
