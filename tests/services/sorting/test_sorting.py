"""Two mediators sort one case: neither writes over the other's words unseen."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.domain.case import Case
from mediation_desk.domain.merging import Conflicts, Kind, Seen
from mediation_desk.domain.money import Money
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying, SayingsRefused, Voice
from tests.offices import Office

FACTOR = "pay"


@pytest.fixture
def his(office: Office) -> Desk:
    return office.first


@pytest.fixture
def hers(office: Office) -> Desk:
    """A second desk at the same store."""
    return office.desk()


@pytest.fixture
def case_id(his: Desk) -> UUID:
    return next(streamers.walk(his)).case_id


@pytest.fixture
def worker(his: Desk, case_id: UUID) -> UUID:
    return case_of(his, case_id).applicants[0].id


def case_of(desk: Desk, case_id: UUID) -> Case:
    return reading.case(desk, case_id).case


def wage(desk: Desk, case_id: UUID, voice: Voice = "applicant") -> str | None:
    entries = case_of(desk, case_id).entries
    return next((getattr(entry, voice) for entry in entries if entry.element == "monthly_wage"), None)


def say(desk: Desk, case_id: UUID, worker: UUID, text: str, voice: Voice = "applicant",
        seen: Seen | None = None) -> None:
    """What somebody says of the wage, who has just looked at the case or has ``seen`` it before."""
    known = seen or reading.case(desk, case_id).seen
    sorting.say(desk, case_id, [Saying("monthly_wage", worker, voice, text)], known)


# Statements


def test_no_word_is_overwritten_unseen(his: Desk, hers: Desk, case_id: UUID, worker: UUID) -> None:
    seen = reading.case(his, case_id).seen
    say(hers, case_id, worker, "4300")
    with pytest.raises(Conflicts) as told:
        sorting.say(his, case_id, [
            Saying("monthly_wage", worker, "applicant", "4200"),
            Saying("employed_from", worker, "applicant", "2024-9-1")], seen)
    (conflict,) = told.value.conflicts
    assert (conflict.kind, conflict.place.field) == (Kind.FIELD, "applicant")
    assert (conflict.seen, conflict.mine, conflict.stands) == (None, "4200.00", "4300.00")
    assert conflict.by and conflict.by.name == "陈守信"
    assert wage(his, case_id) == "4300.00"
    assert len(case_of(his, case_id).entries) == 1, "all of it, or none"


def test_who_was_told_may_write_over_it(his: Desk, hers: Desk, case_id: UUID, worker: UUID) -> None:
    seen = reading.case(his, case_id).seen
    say(hers, case_id, worker, "4300")
    with pytest.raises(Conflicts) as told:
        say(his, case_id, worker, "4200", seen=seen)
    say(his, case_id, worker, "4200", seen=told.value.seen)
    assert wage(his, case_id) == "4200.00"


def test_what_changed_yet_again_is_told_again(his: Desk, hers: Desk, case_id: UUID, worker: UUID) -> None:
    seen = reading.case(his, case_id).seen
    for text in ("4300", "4400"):
        say(hers, case_id, worker, text)
        with pytest.raises(Conflicts) as told:
            say(his, case_id, worker, "4200", seen=seen)
        seen = told.value.seen
    assert told.value.conflicts[0].stands == "4400.00"


def test_ones_own_words_are_known(his: Desk, case_id: UUID, worker: UUID) -> None:
    """Typed thrice, before the window has read the case anew."""
    seen = reading.case(his, case_id).seen
    for text in ("4300", "4200", ""):
        say(his, case_id, worker, text, seen=seen)
    assert wage(his, case_id) is None


def test_the_same_word_twice_is_no_quarrel(his: Desk, hers: Desk, case_id: UUID, worker: UUID) -> None:
    seen = reading.case(his, case_id).seen
    say(hers, case_id, worker, "4300")
    say(his, case_id, worker, " 4,300.00 ", seen=seen)
    assert wage(his, case_id) == "4300.00"


def test_two_voices_of_one_place_are_two_words(his: Desk, hers: Desk, case_id: UUID, worker: UUID) -> None:
    seen = reading.case(his, case_id).seen
    say(hers, case_id, worker, "4300", "respondent")
    say(his, case_id, worker, "4200", seen=seen)
    assert (wage(hers, case_id), wage(hers, case_id, "respondent")) == ("4200.00", "4300.00")
    assert len(case_of(hers, case_id).entries) == 1


def test_nothing_is_said_for_a_worker_who_is_out(his: Desk, hers: Desk, case_id: UUID, worker: UUID) -> None:
    say(his, case_id, worker, "4300")
    seen = reading.case(his, case_id).seen
    case_of(hers, case_id)
    registering.remove_party(hers, case_id, worker)
    with pytest.raises(Conflicts, match="took this out") as told:
        say(his, case_id, worker, "4200", seen=seen)
    assert (told.value.conflicts[0].kind, told.value.conflicts[0].place.table) == (Kind.GONE, "parties")


def test_what_cannot_be_read_is_no_conflict(his: Desk, hers: Desk, case_id: UUID, worker: UUID) -> None:
    seen = reading.case(his, case_id).seen
    say(hers, case_id, worker, "4300")
    with pytest.raises(SayingsRefused) as refused:
        say(his, case_id, worker, "much", seen=seen)
    assert [one.saying.text for one in refused.value.refused] == ["much"]


# Admitting and denying


def test_only_the_word_that_was_seen_is_admitted(his: Desk, hers: Desk, case_id: UUID, worker: UUID) -> None:
    """4,200 on the screen became 5,000 meanwhile: the company has not admitted 5,000."""
    say(his, case_id, worker, "4200")
    seen = reading.case(his, case_id).seen
    say(hers, case_id, worker, "5000")
    for verb in (sorting.admit, sorting.deny):
        with pytest.raises(Conflicts) as told:
            verb(his, case_id, "monthly_wage", worker, "respondent", seen)
        (conflict,) = told.value.conflicts
        assert (conflict.kind, conflict.seen, conflict.stands) == (Kind.GROUND, "4200.00", "5000.00")
        assert wage(his, case_id, "respondent") is None
    sorting.admit(his, case_id, "monthly_wage", worker, "respondent", told.value.seen)
    assert wage(his, case_id, "respondent") == "✓5000.00"


def test_the_word_for_all_was_seen_too(his: Desk, hers: Desk, case_id: UUID, worker: UUID) -> None:
    sorting.say(his, case_id, [Saying("monthly_wage", None, "applicant", "4200")])
    seen = reading.case(his, case_id).seen
    case_of(hers, case_id)
    sorting.say(hers, case_id, [Saying("monthly_wage", None, "applicant", "5000")])
    with pytest.raises(Conflicts):
        sorting.admit(his, case_id, "monthly_wage", worker, "respondent", seen)


def test_an_answer_given_meanwhile_stays(his: Desk, hers: Desk, case_id: UUID, worker: UUID) -> None:
    say(his, case_id, worker, "4200")
    seen = reading.case(his, case_id).seen
    say(hers, case_id, worker, "4000", "respondent")
    with pytest.raises(Conflicts) as told:
        sorting.admit(his, case_id, "monthly_wage", worker, "respondent", seen)
    assert (told.value.conflicts[0].mine, told.value.conflicts[0].stands) == ("✓4200.00", "4000.00")


# Claims in figures


def test_claims_are_put_in_figures_only_as_they_were_seen_computed(his: Desk, hers: Desk) -> None:
    steps = streamers.walk(his)
    case_id = [next(steps).case_id, next(steps).case_id][-1]
    first = case_of(his, case_id).applicants[0].id
    seen = reading.case(his, case_id).seen
    say(hers, case_id, first, "9000")
    with pytest.raises(Conflicts) as told:
        sorting.ask_computed(his, case_id, seen)
    (conflict,) = told.value.conflicts
    assert (conflict.kind, conflict.stands) == (Kind.GROUND, "9000.00")
    sorting.ask_computed(his, case_id, told.value.seen)


def test_an_amount_that_a_colleague_typed_is_not_computed_away(his: Desk, hers: Desk,
                                                               case_id: UUID) -> None:
    claim = case_of(his, case_id).claims[0]
    seen = reading.case(his, case_id).seen
    case_of(hers, case_id)
    registering.ask_amounts(hers, case_id, {(claim.worker_id, claim.claim): Money(430000)})
    with pytest.raises(Conflicts):
        registering.ask_amounts(his, case_id, {(claim.worker_id, claim.claim): Money(500000)}, seen)


# Factors of the relationship


def test_two_who_weigh_one_factor_are_told_of_each_other(his: Desk, hers: Desk, case_id: UUID) -> None:
    seen = reading.case(his, case_id).seen
    case_of(hers, case_id)
    sorting.weigh_factor(hers, case_id, FACTOR, {"applicant": "由公司定", "leaning": "employment"})
    sorting.weigh_factor(his, case_id, FACTOR, {"respondent": "自己定 "}, seen)
    with pytest.raises(Conflicts) as told:
        sorting.weigh_factor(his, case_id, FACTOR, {"leaning": "civil"}, seen)
    (conflict,) = told.value.conflicts
    assert (conflict.place.field, conflict.mine, conflict.stands) == ("leaning", "civil", "employment")
    (entry,) = case_of(his, case_id).factors
    assert (entry.applicant, entry.respondent, entry.leaning) == ("由公司定", "自己定", "employment")


def test_a_leaning_is_one_of_the_three(his: Desk, case_id: UUID) -> None:
    with pytest.raises(DeskError, match="none of the three"):
        sorting.weigh_factor(his, case_id, FACTOR, {"leaning": "sideways"})
