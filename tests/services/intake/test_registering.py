"""Intake: what a matter takes in, what it refuses, and who goes out of it with whom."""

from __future__ import annotations

from datetime import date
from threading import Barrier, Thread
from uuid import UUID

import pytest

from mediation_desk.domain.merging import Conflicts, Kind
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.intake import registering
from mediation_desk.services.sorting import sorting
from tests.offices import Office
from tests.services.papers_desk import COMPANY, RECEIVED, accepted, case_of, registered


def test_nobody_claims_less_than_nothing(office: Office) -> None:
    case_id = accepted(office.first)
    claim = case_of(office.first, case_id).claims[0]
    with pytest.raises(DeskError) as told:
        registering.ask_amounts(office.first, case_id, {(claim.worker_id, claim.claim): Money(-1)})
    assert told.value.field == "asked_fen"
    with pytest.raises(DeskError) as told:
        editing.save(office.first, case_id, [Edit("claim", claim.id, "asked_fen", None, -100)])
    assert told.value.field == "asked_fen"


def test_a_claim_that_does_not_exist_is_refused(office: Office) -> None:
    case_id = accepted(office.first)
    worker = case_of(office.first, case_id).applicants[0]
    with pytest.raises(DeskError, match="There is no claim"):
        registering.set_claims(office.first, case_id, {worker.id: ["sorcery"]})


def test_two_desks_register_the_first_cases_of_a_year_at_once(office: Office) -> None:
    made: list[UUID | None] = []
    barrier, second = Barrier(2), office.desk()

    def register(desk: Desk) -> None:
        barrier.wait()
        made.append(registering.register(desk, registering.IntakeDraft(date(2023, 5, 4))).result)

    threads = [Thread(target=register, args=(desk,)) for desk in (office.first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = sorted(case_of(office.first, case_id).number for case_id in made if case_id)
    assert numbers == ["宁中劳调〔2023〕0001号", "宁中劳调〔2023〕0002号"]


# Meanwhile


@pytest.fixture
def case_id(office: Office) -> UUID:
    return accepted(office.first)


@pytest.fixture
def hers(office: Office, case_id: UUID) -> Desk:
    """A second desk, at which the case was just read."""
    desk = office.desk()
    case_of(desk, case_id)
    return desk


def asked_of(desk: Desk, case_id: UUID) -> dict[str, int | None]:
    case = case_of(desk, case_id)
    return {one.claim: one.asked_fen for one in case.claims if one.worker_id == case.applicants[0].id}


def test_claims_ticked_at_two_desks_are_both_ticked(office: Office, hers: Desk, case_id: UUID) -> None:
    """Each sends the worker's whole list along, as it was seen, with one tick more or less."""
    seen = reading.case(office.first, case_id).seen
    worker = case_of(office.first, case_id).applicants[0].id
    registering.set_claims(hers, case_id, {worker: ["unpaid_wages", "double_wage", "overtime"]})
    registering.set_claims(office.first, case_id, {worker: ["unpaid_wages", "annual_leave"]}, seen)
    assert set(asked_of(office.first, case_id)) == {"unpaid_wages", "overtime", "annual_leave"}


def test_a_claim_that_a_colleague_put_in_figures_is_not_unticked_unseen(office: Office, hers: Desk,
                                                                        case_id: UUID) -> None:
    seen = reading.case(office.first, case_id).seen
    worker = case_of(office.first, case_id).applicants[0].id
    registering.ask_amounts(hers, case_id, {(worker, "double_wage"): yuan("4200")})
    with pytest.raises(Conflicts) as told:
        registering.set_claims(office.first, case_id, {worker: ["unpaid_wages"]}, seen)
    assert told.value.conflicts[0].kind is Kind.REMOVED
    assert asked_of(office.first, case_id)["double_wage"] == 420000
    registering.set_claims(office.first, case_id, {worker: ["unpaid_wages"]}, told.value.seen)
    assert set(asked_of(office.first, case_id)) == {"unpaid_wages"}


def test_no_amount_vanishes_with_a_claim_that_was_unticked(office: Office, hers: Desk, case_id: UUID) -> None:
    seen = reading.case(office.first, case_id).seen
    worker = case_of(office.first, case_id).applicants[0].id
    registering.set_claims(hers, case_id, {worker: ["unpaid_wages"]})
    with pytest.raises(Conflicts, match="took this out") as told:
        registering.ask_amounts(office.first, case_id, {(worker, "double_wage"): yuan("4200")}, seen)
    assert told.value.conflicts[0].place.table == "claims"


def test_nobody_asks_under_a_claim_that_never_was(office: Office, case_id: UUID) -> None:
    worker = case_of(office.first, case_id).applicants[0].id
    with pytest.raises(DeskError, match="no longer there"):
        registering.ask_amounts(office.first, case_id, {(worker, "overtime"): yuan("1")})


def test_a_party_whose_phone_a_colleague_entered_is_not_removed_unseen(office: Office, hers: Desk,
                                                                       case_id: UUID) -> None:
    seen = reading.case(office.first, case_id).seen
    worker = case_of(hers, case_id).applicants[1]
    editing.save(hers, case_id, [Edit("party", worker.id, "phone", "", "13900000000")])
    with pytest.raises(Conflicts) as told:
        registering.remove_party(office.first, case_id, worker.id, seen)
    (conflict,) = told.value.conflicts
    assert (conflict.kind, conflict.mine) == (Kind.REMOVED, None)
    registering.remove_party(office.first, case_id, worker.id, told.value.seen)
    assert len(case_of(office.first, case_id).applicants) == 1


def test_a_party_for_whom_a_colleague_said_something_is_not_removed_unseen(office: Office, hers: Desk,
                                                                           case_id: UUID) -> None:
    seen = reading.case(office.first, case_id).seen
    worker = case_of(hers, case_id).applicants[1].id
    sorting.say(hers, case_id, [sorting.Saying("monthly_wage", worker, "applicant", "4300")])
    with pytest.raises(Conflicts, match="does not stand without the other") as told:
        registering.remove_party(office.first, case_id, worker, seen)
    assert len(case_of(office.first, case_id).applicants) == 2
    registering.remove_party(office.first, case_id, worker, told.value.seen)
    assert case_of(office.first, case_id).entries == []


def test_a_word_typed_for_a_party_who_was_taken_out_is_not_kept_in_the_bin(office: Office, hers: Desk,
                                                                           case_id: UUID) -> None:
    seen = reading.case(office.first, case_id).seen
    worker = case_of(hers, case_id).applicants[1].id
    registering.remove_party(hers, case_id, worker)
    with pytest.raises(Conflicts, match="took this out"):
        editing.save(office.first, case_id, [Edit("party", worker, "phone", "", "139")], seen)


def test_an_application_is_accepted_on_what_was_seen(office: Office) -> None:
    case_id = registered(office.first)
    editing.save(office.first, case_id, [Edit("case", case_id, name, None, RECEIVED)
                                         for name in ("applicants_agree_on", "respondents_agree_on")])
    seen, hers = reading.case(office.first, case_id).seen, office.desk()
    company = case_of(hers, case_id).respondents[0]
    editing.save(hers, case_id, [Edit("party", company.id, "name", company.name, "另一家公司")])
    with pytest.raises(Conflicts):
        registering.accept(office.first, case_id, RECEIVED, seen)
    editing.save(hers, case_id, [Edit("party", company.id, "phone", "", "0971-8230155")])
    registering.accept(office.first, case_id, RECEIVED, reading.case(office.first, case_id).seen)


# What leans on a party


def test_an_agent_goes_out_with_the_party_and_comes_back_with_it(office: Office, case_id: UUID) -> None:
    desk = office.first
    worker = case_of(desk, case_id).applicants[1]
    registering.add_party(desk, case_id, registering.PartyDraft(
        Role.AGENT, "郑代理", particulars={"acts_for": worker.id}))
    registering.remove_party(desk, case_id, worker.id)
    assert [one.name for one in case_of(desk, case_id).parties] == ["温若晴", COMPANY]
    history.restore(desk, case_id, "parties", str(worker.id))
    assert case_of(desk, case_id).agents[0].acts_for == worker.id
    assert len(case_of(desk, case_id).claims) == 4


def test_what_goes_out_with_a_party_is_put_back_after_it_only(office: Office, case_id: UUID) -> None:
    desk = office.first
    worker = case_of(desk, case_id).applicants[1].id
    registering.set_claims(desk, case_id, {worker: ["unpaid_wages"]})
    registering.remove_party(desk, case_id, worker)
    claim = next(one for one in case_of(desk, case_id).claims_all
                 if one.worker_id == worker and one.claim == "double_wage")
    with pytest.raises(Conflicts, match="not put back"):
        history.restore(desk, case_id, "claims", str(claim.id))


def test_nobody_acts_for_somebody_who_is_out(office: Office, case_id: UUID) -> None:
    desk = office.first
    worker = case_of(desk, case_id).applicants[1].id
    agent = registering.add_party(desk, case_id, registering.PartyDraft(Role.AGENT, "郑代理")).result
    assert agent
    registering.remove_party(desk, case_id, worker)
    with pytest.raises(DeskError, match="no longer there"):
        editing.save(desk, case_id, [Edit("party", agent, "acts_for", None, worker)])
    with pytest.raises(DeskError, match="no longer there"):
        registering.add_party(desk, case_id, registering.PartyDraft(
            Role.AGENT, "孙代理", particulars={"acts_for": worker}))


def test_an_accepted_case_keeps_somebody_on_either_side(office: Office, case_id: UUID) -> None:
    company = case_of(office.first, case_id).respondents[0].id
    with pytest.raises(DeskError, match="one respondent"):
        registering.remove_party(office.first, case_id, company)
