"""Sealed rows, places on a case and the list of holders as they stand, whatever somebody put between them."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.mediation.holders import ListBroken
from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.domain.vocabulary import Side
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import sharing
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.store.tables.cases import sealed_items
from mediation_desk.store.vault.seals import ESCROW_ACCOUNT
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import accepted, colleague
from tests.store.tampering import behind_the_back
from tests.trust.forgers import put, rows


def items(desk: Desk, case_id: UUID, *, removed_too: bool = False) -> list[UUID]:
    with desk.reading() as work:
        return [item.id for item in work.caucus.items(case_id, removed_too=removed_too)]


def noted(desk: Desk, case_id: UUID, text: str) -> UUID:
    made = caucus.note(desk, case_id, Side.RESPONDENT, text).result
    assert made
    return made


def told_first(desk: Desk, case_id: UUID) -> UUID:
    (first,) = items(desk, case_id)
    return first


def test_what_was_said_comes_oldest_first_and_of_its_own_case_alone(office: Office) -> None:
    desk = office.first
    case_id, other = accepted(desk), accepted(desk)
    first = told_first(desk, case_id)
    second, third = noted(desk, case_id, "可以分两期"), noted(desk, case_id, "再谈")
    assert items(desk, case_id) == [first, second, third] and len(items(desk, other)) == 1
    row = next(one for one in rows(desk, sealed_items, case_id) if one["id"] == first)
    late = max(one["written_at"] for one in rows(desk, sealed_items, case_id))
    put(desk, sealed_items, second, written_at=row["written_at"])
    put(desk, sealed_items, first, written_at=late)
    assert items(desk, case_id)[0] == second, "by when it was said, whatever its number"


def test_what_was_taken_back_is_found_only_where_it_is_asked_for(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    first, second = told_first(desk, case_id), noted(desk, case_id, "再谈")
    caucus.forget(desk, case_id, first)
    assert items(desk, case_id) == [second]
    assert items(desk, case_id, removed_too=True) == [first, second]


@pytest.mark.parametrize(("column", "nonsense"), [("side", "both"), ("kind", "rumour")])
def test_a_row_that_no_program_writes_is_named_and_the_others_are_read(office: Office, column: str,
                                                                       nonsense: str) -> None:
    desk, case_id = office.first, accepted(office.first)
    first, second = told_first(desk, case_id), noted(desk, case_id, "再谈")
    with desk.reading() as work:
        assert work.caucus.unreadable(case_id) == []
    spoil(desk, first, column, nonsense)
    with desk.reading() as work:
        assert work.caucus.unreadable(case_id) == [first]
    assert items(desk, case_id) == [second]


def spoil(desk: Desk, row_id: UUID, column: str, nonsense: str) -> None:
    """Past the kinds of the columns, which let no such word in."""
    value = row_id if desk.store.engine.dialect.name != "sqlite" else row_id.hex
    with behind_the_back(desk) as connection:
        mark = "?" if desk.store.engine.dialect.name == "sqlite" else "%s"
        done = connection.exec_driver_sql(
            f"UPDATE sealed_items SET {column} = '{nonsense}' WHERE id = {mark}", (value,))
        assert done.rowcount == 1


def test_a_place_counts_before_it_is_kept_and_no_more_once_it_was_left(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    wang = colleague(office, "wang", Role.MEDIATOR)
    with desk.reading() as work:
        work.caucus.add(CaseKeyWrap(id=uuid4(), case_id=case_id, account_id=wang))
        assert {one.account_id for one in work.caucus.wraps(case_id)} == {desk.who.account_id, wang}
        assert work.caucus.wraps(uuid4()) == []
    share(desk, case_id, wang)
    sharing.remove_mediator(desk, case_id, wang)
    with desk.reading() as work:
        assert [one.account_id for one in work.caucus.wraps(case_id)] == [desk.who.account_id]


def test_what_was_pinned_stays_pinned_whoever_left_the_case_meanwhile(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    wang = colleague(office, "wang", Role.MEDIATOR)
    sharing.add_mediator(desk, case_id, wang)
    with desk.reading() as work:
        assert len(work.caucus.pins(case_id, desk.who.account_id)) == 1
        assert work.caucus.pins(case_id, wang) == []
        (mine,) = (one for one in work.caucus.wraps(case_id) if one.account_id == desk.who.account_id)
        mine.removed_at = desk.now
        assert work.caucus.pins(case_id, desk.who.account_id) == [mine.pinned]
        work.caucus.add(CaseKeyWrap(id=uuid4(), case_id=case_id, account_id=wang, pinned=b"placed"))
        assert work.caucus.pins(case_id, wang) == [b"placed"]


def test_the_list_comes_state_by_state_and_is_broken_where_one_cannot_be_read(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    share(desk, case_id, colleague(office, "wang", Role.MEDIATOR))
    share(desk, case_id, colleague(office, "zhou", Role.MEDIATOR))
    with desk.reading() as work:
        assert [state.number for state in work.caucus.states(case_id)] == [1, 2, 3]
        assert work.caucus.states(uuid4()) == []
    if desk.store.engine.dialect.name != "sqlite":
        return  # PostgreSQL lets no such word into a column of instants
    with behind_the_back(desk) as connection:
        connection.exec_driver_sql("UPDATE case_holders SET written_at = 'yesterday' WHERE number = 2")
    with desk.reading() as work, pytest.raises(ListBroken):
        work.caucus.states(case_id)


def test_the_members_are_who_is_on_the_case_with_the_key_or_without(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    wang, zhou = colleague(office, "wang", Role.MEDIATOR), colleague(office, "zhou", Role.MEDIATOR)
    sharing.add_mediator(desk, case_id, wang)
    with desk.reading() as work:
        assert work.members.of(case_id) == {desk.who.account_id, wang}
        assert work.members.includes(case_id, wang) and not work.members.includes(case_id, zhou)
    sharing.remove_mediator(desk, case_id, wang)
    with desk.reading() as work:
        assert not work.members.includes(case_id, wang)


def test_who_may_sign_in_no_more_has_left_and_the_escrow_never_does(office: Office) -> None:
    desk, wang = office.first, colleague(office, "wang", Role.MEDIATOR)
    with desk.reading() as work:
        assert not work.members.has_left(wang)
    accounts.disable(desk, wang)
    with desk.reading() as work:
        assert work.members.has_left(wang) and not work.members.has_left(ESCROW_ACCOUNT)
