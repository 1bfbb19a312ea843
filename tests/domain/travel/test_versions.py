"""The three versions made ready: one row for one thing, one number each, whoever was joined one person."""

from __future__ import annotations

from mediation_desk.domain.travel.versions import made_ready
from tests.domain.travel.made import (
    changed,
    entry,
    exhibit,
    offer,
    party,
    row,
    rows,
    versions,
    with_rows,
    without,
)

HERE, THERE = ("parties", "here"), ("parties", "there")


def test_a_person_declared_the_same_is_one_with_all_that_names_them() -> None:
    claim = row(("claims", "c"), worker_id="here", claim="unpaid_wages")
    mine, stands = rows(party("here"), claim), rows(party("there"))
    ready = made_ready(versions(rows(), mine, stands), {HERE: THERE})
    assert HERE not in ready.mine
    assert ready.mine[THERE]["id"] == "there"
    assert ready.mine["claims", "c"]["worker_id"] == "there"
    assert ready.known_as == {HERE: THERE}


def test_a_joined_persons_claim_on_the_same_thing_is_the_same_claim() -> None:
    """The claims are of one place only once their workers are one."""
    mine = rows(party("here"), row(("claims", "m"), worker_id="here", claim="unpaid_wages"))
    stands = rows(party("there"), row(("claims", "s"), worker_id="there", claim="unpaid_wages"))
    ready = made_ready(versions(rows(), mine, stands), {HERE: THERE})
    assert ("claims", "m") not in ready.mine
    assert ready.known_as == {HERE: THERE, ("claims", "m"): ("claims", "s")}


def test_a_row_made_anew_in_its_place_on_the_laptop_is_the_offices_row() -> None:
    seen = rows(entry("old", "hours"))
    mine = with_rows(without(seen, ("element_entries", "old")), entry("new", "hours", applicant="9"))
    ready = made_ready(versions(seen, mine, seen))
    assert ready.mine["element_entries", "old"]["applicant"] == "9"


def test_numbers_that_were_given_on_one_side_stay() -> None:
    seen = rows(exhibit("a", 1))
    mine = with_rows(seen, exhibit("b", 2), offer("o", "applicant", 1, 5))
    ready = made_ready(versions(seen, mine, seen))
    assert (ready.mine, ready.moved) == (mine, ())


def test_several_numbers_given_twice_go_on_in_their_order() -> None:
    mine = rows(*(exhibit(f"m{number}", number) for number in (1, 2)))
    stands = rows(*(exhibit(f"s{number}", number) for number in (1, 2, 3)))
    ready = made_ready(versions(rows(), mine, stands))
    assert [ready.mine["exhibits", f"m{number}"]["position"] for number in (1, 2)] == [4, 5]
    assert [dict(one.particulars) for one in ready.moved] == [{"old": 1, "new": 4}, {"old": 2, "new": 5}]


def test_a_text_that_names_an_exhibit_which_the_office_renumbered_names_it_still() -> None:
    seen = rows(exhibit("a", 1), exhibit("b", 2), entry("e", "hours", evidence="证据1"))
    mine = changed(seen, ("element_entries", "e"), evidence="证据1、证据2")
    stands = changed(changed(changed(seen, ("exhibits", "a"), position=2), ("exhibits", "b"), position=1),
                     ("element_entries", "e"), evidence="证据2")
    ready = made_ready(versions(seen, mine, stands))
    assert ready.mine["element_entries", "e"]["evidence"] == "证据2、证据1"
    assert ready.seen["element_entries", "e"]["evidence"] == "证据2", "so that the office's is no other word"
