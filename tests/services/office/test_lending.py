"""A password to lend can be read out, typed once and not guessed, and the store takes it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mediation_desk.domain.accounts import Role
from mediation_desk.services.office import accounts, lending
from tests.offices import Office


def test_a_lent_password_is_long_enough_and_holds_no_letter_that_is_mistaken_for_another() -> None:
    made = lending.lent_password()
    assert re.fullmatch(r"[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}", made)
    assert not set(made) & set("ilo01")
    assert len({lending.lent_password() for _ in range(200)}) == 200


def test_every_sign_is_drawn_from_all_letters_by_itself() -> None:
    """31 letters to the twelfth are more than 2 to the 59th."""
    drawn: list[Sequence[str]] = []

    def pick(letters: Sequence[str]) -> str:
        drawn.append(letters)
        return letters[len(drawn) - 1]

    assert lending.lent_password(pick) == "abcd-efgh-jkmn"
    assert len(drawn) == 12 and all(len(set(letters)) == 31 for letters in drawn)
    assert 31**12 > 2**59


def test_whoever_it_was_lent_to_comes_in_with_it_and_must_change_it(office: Office) -> None:
    lent = lending.lent_password()
    accounts.add(office.first, accounts.AccountDraft("wang", "王海燕", frozenset({Role.MEDIATOR}), lent))
    hers = office.desk("wang", lent)
    assert accounts.must_change_password(hers) and not accounts.must_change_password(office.first)
