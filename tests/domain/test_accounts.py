"""Who may sign in, and which hats count on a day."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Account, Role

SPRING = datetime(2024, 3, 1, tzinfo=UTC)
SUMMER = datetime(2024, 7, 1, tzinfo=UTC)


@pytest.fixture
def account() -> Account:
    return Account(id=UUID(int=1), login="luo", name="罗明",
                   roles=frozenset({Role.MEDIATOR, Role.SUPERVISOR}), public_key=b"k" * 32, created_at=SPRING)


def test_a_new_account_works_with_all_its_hats(account: Account) -> None:
    assert account.is_active
    assert account.working_roles == {Role.MEDIATOR, Role.SUPERVISOR}


def test_who_left_has_no_hat_and_gets_them_back_on_return(account: Account) -> None:
    account.disable(SUMMER)
    assert not account.is_active
    assert account.working_roles == frozenset()
    account.enable()
    assert account.working_roles == {Role.MEDIATOR, Role.SUPERVISOR}


def test_the_first_day_of_leaving_is_kept(account: Account) -> None:
    account.disable(SPRING)
    account.disable(SUMMER)
    assert account.disabled_at == SPRING


def test_letting_in_again_does_not_bring_back_who_was_removed(account: Account) -> None:
    account.removed_at = SUMMER
    account.enable()
    assert not account.is_active
    assert account.working_roles == frozenset()


def test_a_key_is_never_told_in_a_trace(account: Account) -> None:
    assert "kkkk" not in repr(account)
