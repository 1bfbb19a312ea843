"""A laptop of an office knows what it is, and what it leaves to the office."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from mediation_desk.domain.rights import Verb
from mediation_desk.domain.travel.branch import NEEDS_OFFICE, SETTING, Branch, NeedsOffice

BRANCH = Branch(UUID(int=7), "小白", "城中区调解工作室", datetime(2025, 1, 20, 1, tzinfo=UTC),
                {"office_key": "aa"})


def test_what_a_laptop_knows_of_itself_is_read_as_it_was_kept() -> None:
    assert Branch.read(BRANCH.stored()) == BRANCH
    assert set(BRANCH.stored()) == {SETTING}


def test_an_office_is_no_branch() -> None:
    assert Branch.read({}) is None


def test_the_sentence_names_the_office() -> None:
    assert "城中区调解工作室" in str(NeedsOffice(BRANCH))


def test_whom_a_case_is_shared_with_is_said_at_the_office_alone() -> None:
    assert {Verb.ADD_MEDIATOR, Verb.REMOVE_MEDIATOR, Verb.RECOVER_SEAL, Verb.MANAGE_ACCOUNTS} <= NEEDS_OFFICE
    assert {Verb.EDIT_CASE, Verb.SIGN_AGREEMENT, Verb.WRITE_SEALED, Verb.REGISTER_CASE,
            Verb.BOOK_PAYMENT, Verb.VERIFY, Verb.BACK_UP}.isdisjoint(NEEDS_OFFICE)
