"""Accounts: what an administrator can do to a colleague's account, and never to their own."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import accounts
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague


def standing(office: Office, login: str) -> int:
    return next(one.stands for one in accounts.everybody(office.first) if one.login == login)


def test_every_change_by_an_administrator_raises_the_standing(office: Office) -> None:
    """Roles, a password, disabling: each once; a name, enabling and the same roles again: not at all."""
    wang = colleague(office, "wang", Role.MEDIATOR)
    both = frozenset({Role.MEDIATOR, Role.SUPERVISOR})
    rises: list[Callable[[], object]] = [
        lambda: accounts.change(office.first, wang, "王", both),
        lambda: accounts.reset_password(office.first, wang, "新借来的口令 4471"),
        lambda: accounts.disable(office.first, wang)]
    stays: list[Callable[[], object]] = [
        lambda: accounts.disable(office.first, wang), lambda: accounts.enable(office.first, wang),
        lambda: accounts.change(office.first, wang, "王秀英", both)]
    told = [standing(office, "wang")]
    for act in (*rises, *stays):
        act()
        told.append(standing(office, "wang"))
    assert told == [0, 1, 2, 3, 3, 3, 3]


def test_nobody_gives_or_takes_their_own_roles(office: Office) -> None:
    """So that whoever sits here is an administrator afterwards too; the own name can be mended."""
    me = office.first.who.account_id
    with pytest.raises(DeskError, match="Nobody changes their own roles"):
        accounts.change(office.first, me, "陈守信", frozenset(Role))
    with pytest.raises(DeskError, match="Nobody changes their own roles"):
        accounts.change(office.first, office.first.who.account_id, "陈守信", frozenset({Role.MEDIATOR}))
    accounts.change(office.first, me, "陈守仁", frozenset({Role.MEDIATOR, Role.ADMINISTRATOR}))
    assert office.desk().who.name == "陈守仁"


def test_the_recovery_drill_tells_a_good_sheet_from_an_old_one(office: Office) -> None:
    old = accounts.new_recovery_code(office.first)
    assert accounts.drill(office.first, old)
    new = accounts.new_recovery_code(office.first)
    assert not accounts.drill(office.first, old)
    assert accounts.drill(office.first, new)


# -- two administrators at once ------------------------------------------------------------

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


def test_own_roles_that_a_colleague_changed_meanwhile_stay_as_the_own_name_is_mended(office: Office) -> None:
    """The page still shows the former roles; leaving them alone is no wish to have them back."""
    me = office.first.who.account_id
    seen = account_of(office.first, me)
    colleague(office, "boss", Role.ADMINISTRATOR)
    accounts.change(office.desk("boss", LENT), me, seen.name, frozenset({Role.ADMINISTRATOR}), seen)
    accounts.change(office.first, me, "陈守仁", seen.roles, seen)
    now = account_of(office.first, me)
    assert (now.name, now.roles) == ("陈守仁", frozenset({Role.ADMINISTRATOR}))
