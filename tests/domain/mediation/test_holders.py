"""The list of holders: chained state by state; and the table of what each event does, case by case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.mediation.holders import (
    DROPS,
    EFFECTS,
    Event,
    Holder,
    HolderState,
    ListBroken,
    Place,
    counts,
    fingerprint,
    next_state,
    place_of,
    readable,
    require_chain,
    require_possible,
    with_line,
)
from mediation_desk.domain.words import DeskError

CASE, ZHAO, QIAN = UUID(int=0xCA5E), UUID(int=0xA), UUID(int=0xB)
AT = datetime(2025, 1, 20, 1, 0, tzinfo=UTC)
MARK = fingerprint(b"z" * 32)
LINE = Holder(ZHAO, MARK, 0, ZHAO, AT)


def account(**otherwise: object) -> Account:
    made = Account(id=ZHAO, login="zhao", name="赵", roles=frozenset({Role.MEDIATOR}), public_key=b"z" * 32,
                   created_at=AT)
    for name, value in otherwise.items():
        setattr(made, name, value)
    return made


def chain(generations: Sequence[int]) -> list[HolderState]:
    states: list[HolderState] = []
    for number, generation in enumerate(generations, 1):
        before = states[-1] if states else None
        states.append(next_state(before, UUID(int=number), CASE, [LINE], by=ZHAO, at=AT,
                                 generation=generation))
    return states


# -- the list ------------------------------------------------------------------------------

def test_a_state_tells_its_lines_as_they_were_written() -> None:
    other = Holder(QIAN, b"\x01" * 16, 3, ZHAO, AT)
    state = next_state(None, UUID(int=1), CASE, [other, LINE], by=ZHAO, at=AT)
    assert state.lines == (LINE, other)
    assert state.line(QIAN) == other and state.line(CASE) is None


@pytest.mark.parametrize("text", ["", "{}x", "[1]", '[{"account": "zhao"}]', "[{}]", "null"])
def test_an_altered_text_is_a_broken_list_and_no_bug(text: str) -> None:
    (state,) = chain([1])
    state.holders = text
    with pytest.raises(ListBroken):
        _ = state.lines


@given(st.lists(st.booleans(), max_size=6))
def test_states_follow_each_other_and_the_last_one_counts(renewals: list[bool]) -> None:
    generations = [1]
    for renews in renewals:
        generations.append(generations[-1] + renews)
    states = chain(generations)
    assert require_chain(states) is states[-1]
    for at in range(len(states) - 1):  # none can be taken out, and none put elsewhere
        with pytest.raises(ListBroken):
            require_chain(states[:at] + states[at + 1:])
        with pytest.raises(ListBroken):
            require_chain([*states[:at], states[at + 1], states[at], *states[at + 2:]])


@pytest.mark.parametrize("generations", [[2], [0], [1, 3], [1, 2, 1]])
def test_a_generation_is_never_left_out_or_gone_back_to(generations: list[int]) -> None:
    with pytest.raises(ListBroken):
        require_chain(chain(generations))


def test_a_list_that_was_begun_is_never_empty() -> None:
    with pytest.raises(ListBroken):
        require_chain([])


def test_every_field_of_a_state_is_told_in_what_is_vouched_for() -> None:
    (state,) = chain([1])
    said = state.said()
    for name, value in (("id", QIAN), ("case_id", QIAN), ("number", 2), ("generation", 2), ("seals", 1),
                        ("holders", "[]"), ("former", b"x"), ("former_key", b"x"), ("written_by", QIAN),
                        ("written_at", AT.replace(microsecond=1))):
        kept = getattr(state, name)
        setattr(state, name, value)
        assert state.said() != said, name
        setattr(state, name, kept)
    state.written_at = AT.astimezone(ZoneInfo("Asia/Shanghai"))  # the same instant
    assert state.said() == said
    before = state.digest()
    state.mac = b"another"
    assert state.digest() != before  # what follows commits to the MAC as well


def test_a_fingerprint_is_read_out_in_groups_of_four() -> None:
    assert readable(bytes(range(16))) == "0001 0203 0405 0607 0809 0a0b 0c0d 0e0f"


def test_a_new_line_takes_the_place_of_the_accounts_former_one() -> None:
    again = replace(LINE, standing=1)
    assert with_line((LINE,), again) == (again,)


# -- who counts ----------------------------------------------------------------------------

def test_a_line_counts_while_the_account_is_as_it_was_let_in() -> None:
    assert counts(LINE, account(), MARK)
    for other in (account(standing=1), account(disabled_at=AT), account(removed_at=AT),
                  account(roles=frozenset({Role.SUPERVISOR}))):
        assert not counts(LINE, other, MARK)
    assert not counts(LINE, account(), fingerprint(b"y" * 32))
    assert not counts(LINE, account(), None) and not counts(None, account(), MARK)


def test_where_an_account_stands() -> None:
    assert place_of(LINE, account(), MARK, {ZHAO}) is Place.HOLDER
    assert place_of(None, account(), MARK, {ZHAO}) is Place.WAITING
    assert place_of(LINE, account(standing=2), MARK, {ZHAO}) is Place.WAITING
    assert place_of(LINE, account(), MARK, {QIAN}) is Place.STRANGER


# -- the table -----------------------------------------------------------------------------

def test_the_table_says_something_of_every_event_and_every_place() -> None:
    assert set(EFFECTS) == {(event, place) for event in Event for place in Place}


def test_only_a_holders_act_or_the_printed_sheet_makes_a_holder() -> None:
    """Nothing that an administrator or a supervisor does brings anybody to a sealed word."""
    makers = {event for (event, before), effect in EFFECTS.items()
              if before is not Place.HOLDER and Place.HOLDER in (effect.at_once, effect.later)}
    assert makers == {Event.LET_IN, Event.ESCROW_USED}


def test_the_key_is_renewed_just_where_a_holder_ceases_to_be_one() -> None:
    for (event, before), effect in EFFECTS.items():
        ceases = before is Place.HOLDER and effect.at_once not in (Place.HOLDER, None)
        assert effect.renews is ceases, (event, before)


def test_what_an_administrator_changes_about_an_account_drops_it_from_every_list() -> None:
    assert {Event.ROLE_GAINED, Event.ROLE_LOST, Event.PASSWORD_RESET, Event.DISABLED} == DROPS


def test_what_the_table_refuses_is_refused() -> None:
    with pytest.raises(DeskError, match="no"):
        require_possible(Event.LET_IN, Place.STRANGER, DeskError("no"))
    require_possible(Event.LET_IN, Place.WAITING, DeskError("no"))
