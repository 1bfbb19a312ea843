"""A colleague's name and roles, corrected by two administrators at once."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.merging import Conflicts
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import accounts
from tests.offices import Office
from tests.services.test_keys import colleague


def account_of(desk: Desk, account_id: UUID) -> Account:
    return next(one for one in accounts.everybody(desk) if one.id == account_id)


def test_a_name_and_roles_changed_apart_are_joined(office: Office) -> None:
    wang = colleague(office, "wang", Role.MEDIATOR)
    seen, hers = account_of(office.first, wang), office.desk()
    accounts.change(hers, wang, "王敏", seen.roles, seen)
    accounts.change(office.first, wang, seen.name, frozenset({Role.SUPERVISOR}), seen)
    now = account_of(office.first, wang)
    assert (now.name, now.roles) == ("王敏", frozenset({Role.SUPERVISOR}))


def test_a_name_that_both_changed_is_a_conflict(office: Office) -> None:
    wang = colleague(office, "wang", Role.MEDIATOR)
    seen = account_of(office.first, wang)
    accounts.change(office.desk(), wang, "王敏", seen.roles, seen)
    with pytest.raises(Conflicts) as told:
        accounts.change(office.first, wang, "王民", seen.roles, seen)
    (conflict,) = told.value.conflicts
    assert (conflict.mine, conflict.stands) == ("王民", "王敏")
    assert conflict.by and conflict.by.name == "陈守信"
    accounts.change(office.first, wang, "王民", seen.roles)
    assert account_of(office.first, wang).name == "王民"
