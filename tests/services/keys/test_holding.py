"""A case's key opens for whoever stands on its list as they are today, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.mediation.holders import ListBroken
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import holding, sharing
from mediation_desk.services.keys.holding import Held, NotHeld
from mediation_desk.services.keys.recipients import ESCROW
from mediation_desk.services.office import accounts
from mediation_desk.store.tables.cases import case_holders
from mediation_desk.store.vault.seals import SealBroken
from tests import holders
from tests.holders import let_in, share
from tests.offices import PASSWORD, Office
from tests.services.keys.test_sharing import LENT, SECRET, accepted, colleague, notes
from tests.trust.forgers import remove


def test_the_own_password_changes_and_the_seals_stay(office: Office) -> None:
    case_id = accepted(office.first)
    accounts.change_password(office.first, PASSWORD, "换一个口令 5512", "换一个口令 5512")
    assert notes(office.desk("chen", "换一个口令 5512"), case_id) == [SECRET]


def opened(desk: Desk, case_id: UUID) -> Held:
    with desk.reading() as work:
        return holding.opened(desk, work, case_id)


def test_all_holders_hold_the_same_key_and_each_stands_on_the_list(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    mine, theirs = opened(office.first, case_id), opened(office.desk("wang", LENT), case_id)
    assert mine.key == theirs.key
    assert {line.account_id for line in mine.lines} == {office.first.who.account_id, wang}
    assert opened(office.first, accepted(office.first)).key != mine.key


def test_a_seal_opens_in_its_own_row_alone(office: Office) -> None:
    case_id = accepted(office.first)
    with office.first.reading() as work:
        held = holding.opened(office.first, work, case_id)
        (item,) = work.caucus.items(case_id)
        assert SECRET in held.unseal(item)
        held.seal(item, "另一句话")
        assert held.unseal(item) == "另一句话"
        with pytest.raises(SealBroken):
            held.unseal(replace(item, id=uuid4()))
        with pytest.raises(SealBroken):
            replace(held, key=bytes(32)).unseal(item)
    assert notes(office.first, case_id) == [SECRET]  # nothing of it was kept


def test_who_waits_is_told_how_to_come_in_and_a_stranger_is_not_allowed_to_ask(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    theirs = office.desk("wang", LENT)
    with pytest.raises(NotAllowed):
        holding.require_held(theirs, case_id)
    sharing.add_mediator(office.first, case_id, wang)
    with pytest.raises(NotHeld, match="can let you in"):
        holding.require_held(theirs, case_id)
    assert not holders.holds_key(theirs, case_id)
    let_in(office.first, case_id, wang)
    holding.require_held(theirs, case_id)
    assert holders.holds_key(theirs, case_id)


def test_a_supervisor_sees_the_case_and_holds_nothing(office: Office) -> None:
    case_id = accepted(office.first)
    colleague(office, "boss", Role.SUPERVISOR)
    boss = office.desk("boss", LENT)
    assert not holders.holds_key(boss, case_id)
    with pytest.raises(NotAllowed):
        holding.require_held(boss, case_id)
    with boss.reading() as work:
        assert holding.wrap_of(work, case_id, boss.who.account_id) is None


def test_where_the_list_was_taken_away_nobody_holds_the_key(office: Office) -> None:
    case_id = accepted(office.first)
    remove(office.first, case_holders, case_id)
    with pytest.raises(ListBroken):
        opened(office.first, case_id)
    with office.first.reading() as work:
        assert holding.held_or_none(office.first, work, case_id) is None
    assert not holders.holds_key(office.first, case_id)


Act = Callable[[Office, UUID], object]
ACTS: dict[str, Act] = {
    "disabled": lambda office, wang: accounts.disable(office.first, wang),
    "reset": lambda office, wang: accounts.reset_password(office.first, wang, "新借来的口令 4471"),
    "demoted": lambda office, wang: accounts.change(office.first, wang, "Wang", frozenset({Role.SUPERVISOR}))}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_the_line_of_whoever_changed_since_counts_no_more(office: Office, act: Act) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    assert lapsed(office.first, case_id) == set()
    act(office, wang)
    assert lapsed(office.first, case_id) == {wang}


def lapsed(desk: Desk, case_id: UUID) -> set[UUID]:
    with desk.reading() as work:
        held = holding.opened(desk, work, case_id)
        return {line.account_id for line in holding.lapsed(work, held)}


def test_the_line_of_a_former_sheet_counts_no_more(office: Office) -> None:
    accounts.new_escrow_code(office.first)
    case_id = accepted(office.first)
    let_in_already = {line.account_id for line in opened(office.first, case_id).lines}
    assert ESCROW in let_in_already and lapsed(office.first, case_id) == set()
    accounts.new_escrow_code(office.first)
    assert lapsed(office.first, case_id) == {ESCROW}
