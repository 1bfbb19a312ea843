"""Who owes the agreement, on paper: the clauses, each one's part of each instalment, what each signs as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from mediation_desk.documents.template.fill import fill_text
from mediation_desk.documents.template.filters import both, cnnumber
from mediation_desk.documents.views.settlement import ClauseView, DebtorRow, DebtorTable
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.performance.laying import Book
from mediation_desk.domain.settlement.agreement import Agreement
from mediation_desk.domain.settlement.debtors import Debtor
from mediation_desk.domain.vocabulary import Duty, OwedHow, Role, SplitKind
from mediation_desk.domain.words import N_
from mediation_desk.library.forms import clauses
from mediation_desk.services.papers.told import Told

CLAUSES: Mapping[OwedHow, str] = {
    OwedHow.ALONE: "owed-alone", OwedHow.JOINTLY: "owed-jointly", OwedHow.IN_SHARES: "owed-in-shares",
    OwedHow.IN_ORDER: "owed-in-order"}
GUARANTEES: Mapping[Duty, str] = {Duty.GUARANTEES: "guarantee-general",
                                  Duty.GUARANTEES_JOINTLY: "guarantee-joint"}
SIGNS_AS: Mapping[OwedHow, str] = {
    OwedHow.ALONE: N_("payer"), OwedHow.JOINTLY: N_("joint and several debtor"),
    OwedHow.IN_SHARES: N_("debtor of its own share"), OwedHow.IN_ORDER: N_("payer in place {place}")}
GUARANTOR: Mapping[Duty, str] = {Duty.GUARANTEES: N_("general guarantor"),
                                 Duty.GUARANTEES_JOINTLY: N_("guarantor with joint liability")}


def payer(told: Told, made: Agreement) -> str:
    """Who pays, as every sentence of the agreement calls them: the respondent, unless somebody else does."""
    owers = {one.party_id for one in _owers(made)}
    if not owers or owers == {party.id for party in told.case.respondents}:
        return told.label(Role.RESPONDENT)
    return _names(told, _owers(made))


def as_payer(told: Told, text: str, name: str) -> str:
    """A clause with whoever pays in the respondent's place: clauses are written for the respondent."""
    return text.replace(told.label(Role.RESPONDENT), name)


def owing_clauses(told: Told, made: Agreement) -> Iterator[ClauseView]:
    """Who owes it and how, who joins the debt, who guarantees it; nothing where one owes alone by itself."""
    owers = _owers(made)
    if made.owed_how is not None and not _goes_without_saying(told, made):
        yield _clause(CLAUSES[made.owed_how], _places(told, made, owers))
    joined = [one for one in owers if told.case.party(one.party_id).role is Role.THIRD_PARTY]
    if joined:
        yield _clause("joined-debt", {"payer": _names(told, joined)})
    for one in made.debtors:
        if one.duty is not Duty.OWES:
            yield _clause(GUARANTEES[one.duty], _guaranteed(told, made, one))


def _goes_without_saying(told: Told, made: Agreement) -> bool:
    """A single respondent who owes it itself, though somebody guarantees it."""
    return len(told.case.respondents) == 1 and _owers(made)[0].party_id == told.case.respondents[0].id and (
        made.owed_how is OwedHow.ALONE)


def _clause(name: str, places: Mapping[str, object]) -> ClauseView:
    clause = clauses()[name]
    return ClauseView(clause.title, fill_text(clause.text, dict(places), clause.id))


def _places(told: Told, made: Agreement, owers: list[Debtor]) -> Mapping[str, object]:
    """What the clause of this way of owing is filled with."""
    if made.owed_how is OwedHow.IN_SHARES:
        return {"parts": "；".join(f"{_name(told, one.party_id)}{both(one.amount or ZERO)}" for one in owers)}
    if made.owed_how is OwedHow.IN_ORDER:
        return {"places": "，".join(told.say(N_("place {place}: {name}"), place=cnnumber(at),
                                            name=_name(told, one.party_id))
                                   for at, one in enumerate(owers, start=1)),
                "first": _name(told, owers[0].party_id), "days": _days(made), "further": len(owers) > 2}
    paying = {one.party_id for one in owers}
    others = [party.name for party in told.case.respondents if party.id not in paying]
    places = {"payer": _names(told, owers)}
    return places if made.owed_how is OwedHow.JOINTLY else places | {"others": "、".join(others) or False}


def _guaranteed(told: Told, made: Agreement, one: Debtor) -> Mapping[str, object]:
    return {"guarantor": _name(told, one.party_id), "payer": _names(told, _owers(made)), "days": _days(made),
            "most": both(one.amount) if one.amount is not None else False}


def _days(made: Agreement) -> str:
    return cnnumber(made.grace_days) if made.grace_days else "零"


def debtor_table(told: Told, made: Agreement) -> DebtorTable | None:
    """Each debtor's part of each instalment, as the ledger counts it; None where nobody owes a share."""
    if made.owed_how is not OwedHow.IN_SHARES:
        return None
    lines = Book(made).lines
    rows = tuple(DebtorRow(one.number, one.due_on, one.amount,
                           tuple(Money(line.left[at]) for line in lines.values()),
                           made.split_kind is SplitKind.ON_SIGNING and at == 0)
                 for at, one in enumerate(made.instalments))
    totals = tuple(Money(sum(line.left)) for line in lines.values())
    return DebtorTable(tuple(_name(told, key) for key in lines if key), rows, totals, made.total)


def signs_as(told: Told, made: Agreement) -> Mapping[UUID, str]:
    """What each party that takes on to pay signs as; nothing where the respondent owes alone by itself."""
    if made.owed_how is None:
        return {}
    places = {one.party_id: cnnumber(at) for at, one in enumerate(_owers(made), start=1)}
    return {one.party_id: told.say(SIGNS_AS[made.owed_how], place=places[one.party_id])
            if one.duty is Duty.OWES else told.words.translate(GUARANTOR[one.duty]) for one in made.debtors}


def _owers(made: Agreement) -> list[Debtor]:
    return [one for one in made.debtors if one.duty is Duty.OWES]


def _names(told: Told, debtors: Iterable[Debtor]) -> str:
    return "、".join(_name(told, one.party_id) for one in debtors)


def _name(told: Told, party_id: UUID) -> str:
    return told.case.party(party_id).name
