"""Companies as the office knows them: particulars kept once, and copied into cases as they were.

What changes here changes no case, and a case's change is kept here only when somebody says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake.companies import (
    PARTICULARS,
    Company,
    as_kept,
    check_company,
    find,
    lacking,
    particulars_of,
)
from mediation_desk.domain.people import Party
from mediation_desk.domain.rights import Verb, require
from mediation_desk.domain.vocabulary import PartyKind
from mediation_desk.domain.words import N_, DeskError, NotThere
from mediation_desk.library.companies import shipped_companies
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.office.merging import merged_row
from mediation_desk.store.reading import companies as stored
from mediation_desk.store.work.work import Work

MOST = 500  # of the list at once
OFFERED = 8  # while a name is typed


@dataclass(frozen=True)
class Listed:
    """Companies of the list by name, and how many there are in all."""

    companies: tuple[Company, ...]
    total: int


def companies(desk: Desk, typed: str = "", most: int = MOST) -> Listed:
    """Those whose name or credit code answers what is typed, for whoever may meet them in a case; on a laptop
    too, where none is changed."""
    with desk.reading() as work:
        require(desk.who.account.working_roles, Verb.EDIT_COMPANIES, own_case=False)
        found, total = stored.found(work.connection, typed, most)
        return Listed(tuple(found), total)


def offered(desk: Desk, typed: str) -> Sequence[Company]:
    """The same while a name is typed: a few, and none before anything is."""
    return companies(desk, typed, OFFERED).companies if typed.strip() else ()


def add_company(desk: Desk, told: Mapping[str, Any]) -> Changes:
    """Let the list have a further company, by its particulars."""
    with desk.work("add_company", Verb.EDIT_COMPANIES) as work:
        made = _made(work, as_kept(told))
        return work.commit(lists=("companies",), result=made.id)


def change_company(desk: Desk, company_id: UUID, told: Mapping[str, Any], seen: Company | None = None
                   ) -> Changes:
    """Keep other particulars of a company; the cases keep those they were given. ``seen``: the company as the
    person looked at it."""
    with desk.work("change_company", Verb.EDIT_COMPANIES) as work:
        company = _company(work, company_id)
        stands = particulars_of(company)
        merged = merged_row(desk, work, ("companies", str(company_id)),
                            particulars_of(seen) if seen else stands, as_kept(told), stands)
        _write(work, company, merged)
        return work.commit(lists=("companies",))


def remove_company(desk: Desk, company_id: UUID) -> Changes:
    """Take a company out of the list; no case loses anything by it."""
    with desk.work("remove_company", Verb.EDIT_COMPANIES) as work:
        _company(work, company_id).removed_at = work.who.now
        return work.commit(lists=("companies",))


def put_back_company(desk: Desk, company_id: UUID) -> Changes:
    """Let a company that was taken out stand in the list again."""
    with desk.work("put_back_company", Verb.EDIT_COMPANIES) as work:
        company = work.row(Company, company_id)
        check_company(company, _others(work, company_id), shipped_companies())
        company.removed_at = None
        return work.commit(lists=("companies",))


def of_party(desk: Desk, case_id: UUID, party_id: UUID) -> Company | None:
    """The company of the list that a party of a case is, as its entry in the case says by now."""
    with desk.case_reading(case_id, whole=False) as (work, case):
        if not desk.may(Verb.EDIT_COMPANIES):
            return None
        return find(case.party(party_id), stored.standing(work.connection), shipped_companies())


def keep_as_company(desk: Desk, party_id: UUID, case_id: UUID, seen: Company | None) -> Changes:
    """Keep what a case says of its company as the office's particulars of it. ``seen``: what the list said of
    it when the person decided so; None: that it is not there. What a colleague changed meanwhile is shown."""
    with desk.work("keep_company", Verb.EDIT_COMPANIES) as work:
        case = work.cases.get(case_id)
        desk.require(Verb.EDIT_CASE, own_case=desk.is_member(work, case))
        party = case.party(party_id)
        told = as_kept({name: value for name, value in particulars_of(party).items() if value})
        stands = find(party, stored.standing(work.connection), shipped_companies())
        if stands is None:
            if seen is not None:
                raise NotThere(seen.id)
            made = _made(work, told)
            return work.commit(lists=("companies",), result=made.id)
        merged = merged_row(desk, work, ("companies", str(stands.id)),
                            particulars_of(seen or Company(id=stands.id, name="")), told,
                            particulars_of(stands))
        _write(work, _company(work, stands.id), merged)
        return work.commit(lists=("companies",), result=stands.id)


def filling(party: Party, company: Company) -> list[Edit]:
    """What fills a case's entry where it says nothing, with what the list says of the company; nothing that
    the case says is written over. It is kept as any edit of the party."""
    if party.kind is not PartyKind.ORGANISATION:
        raise DeskError(N_("Only an organisation has the particulars of a company."), field="kind")
    return [Edit("party", party.id, name, getattr(party, name), value)
            for name, value in lacking(party, company).items()]


def _made(work: Work, told: Mapping[str, Any]) -> Company:
    made = Company(id=work.new_key(), **{"name": "", **told})
    check_company(made, stored.standing(work.connection), shipped_companies())
    work.put(made)
    return made


def _write(work: Work, company: Company, merged: Mapping[str, Any]) -> None:
    for name in PARTICULARS:
        setattr(company, name, merged[name])
    check_company(company, _others(work, company.id), shipped_companies())


def _others(work: Work, company_id: UUID) -> list[Company]:
    return [one for one in stored.standing(work.connection) if one.id != company_id]


def _company(work: Work, company_id: UUID) -> Company:
    found: Company = work.row(Company, company_id)
    if found.removed_at:
        raise NotThere(company_id)
    return found
