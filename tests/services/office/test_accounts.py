"""Accounts: what an administrator can do to a colleague's account, and never to their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services.office import accounts
from tests.offices import Office
from tests.services.keys.test_sharing import colleague


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
