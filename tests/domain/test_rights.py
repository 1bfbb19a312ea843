"""The whole grid of rights, role by verb, and the promises that no change of the grid may break."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import chain, combinations
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.domain.rights import RIGHTS, NotAllowed, Right, Verb, may, may_for_some_case, require

MEDIATOR, SUPERVISOR, ADMINISTRATOR = Role.MEDIATOR, Role.SUPERVISOR, Role.ADMINISTRATOR
ALL_ROLE_SETS = [frozenset(some) for n in range(4) for some in combinations(Role, n)]

# One line a verb: mediator, supervisor, administrator; A always, o on own cases, - never.
GRID = """
register_case           A - -
read_case               o A -
edit_case               o - -
read_sealed             o - -
write_sealed            o - -
recover_seal            o - -
sign_agreement          o - -
book_payment            o - -
close_case              o - -
reopen_case             o A -
refer_case              o - -
check_out_case          o - -
bring_home              A A A
declare_lost            - - A
add_mediator            o A -
remove_mediator         o A -
restore_removed         o - -
empty_recycle_bin       - A -
unmask_numbers          o A -
read_timeline           o A -
list_all_cases          - A -
read_figures            o A -
export_summary          o A -
release_summary         - A -
manage_accounts         - - A
read_account_events     - - A
change_office_settings  - - A
edit_figures            - A A
edit_forms              - - A
edit_places             A - A
edit_sites              - - A
edit_receiving_offices  A - A
edit_companies          A A -
move_case               o A -
back_up                 A A A
restore_backup          - - A
verify                  A A A
print_recovery_sheet    - - A
print_escrow_sheet      - - A
renew_store_key         - - A
"""
LETTERS = {"A": Right.ALWAYS, "o": Right.OWN_CASES, "-": Right.NEVER}
CELLS = [
    (role, Verb(verb), LETTERS[letter])
    for verb, *letters in (line.split() for line in GRID.strip().splitlines())
    for role, letter in zip((MEDIATOR, SUPERVISOR, ADMINISTRATOR), letters, strict=True)
]
CASE_CONTENT = {
    Verb.REGISTER_CASE, Verb.READ_CASE, Verb.EDIT_CASE, Verb.SIGN_AGREEMENT, Verb.BOOK_PAYMENT,
    Verb.CLOSE_CASE, Verb.REOPEN_CASE, Verb.REFER_CASE, Verb.CHECK_OUT_CASE, Verb.ADD_MEDIATOR,
    Verb.REMOVE_MEDIATOR, Verb.RESTORE_REMOVED, Verb.EMPTY_RECYCLE_BIN, Verb.UNMASK_NUMBERS,
    Verb.READ_TIMELINE, Verb.LIST_ALL_CASES, Verb.READ_FIGURES, Verb.EXPORT_SUMMARY,
    Verb.RELEASE_SUMMARY, Verb.EDIT_COMPANIES, Verb.MOVE_CASE,
}  # fmt: skip
SEALED = {Verb.READ_SEALED, Verb.WRITE_SEALED, Verb.RECOVER_SEAL}


def test_the_grid_names_every_role_and_every_verb_once() -> None:
    assert sorted((role, verb) for role, verb, _ in CELLS) == sorted(
        (role, verb) for role in Role for verb in Verb
    )


@pytest.mark.parametrize(("role", "verb", "right"), CELLS)
@pytest.mark.parametrize("own_case", [True, False])
def test_each_role_may_do_what_the_grid_says(role: Role, verb: Verb, right: Right, own_case: bool) -> None:
    assert RIGHTS[role, verb] is right
    allowed = right is Right.ALWAYS or (right is Right.OWN_CASES and own_case)
    assert may({role}, verb, own_case=own_case) is allowed


@pytest.mark.parametrize("roles", ALL_ROLE_SETS, ids=lambda roles: "+".join(sorted(roles)) or "nobody")
@pytest.mark.parametrize("own_case", [True, False])
def test_several_roles_add_up_and_take_nothing_away(roles: frozenset[Role], own_case: bool) -> None:
    for verb in Verb:
        one_by_one = any(may({role}, verb, own_case=own_case) for role in roles)
        assert may(roles, verb, own_case=own_case) is one_by_one


@pytest.mark.parametrize("roles", ALL_ROLE_SETS, ids=lambda roles: "+".join(sorted(roles)) or "nobody")
def test_what_is_sealed_is_for_the_mediators_of_the_case_only(roles: frozenset[Role]) -> None:
    for verb in SEALED:
        assert not may(roles, verb, own_case=False)
        assert may(roles, verb, own_case=True) is (MEDIATOR in roles)


def test_an_administrator_looks_into_no_case() -> None:
    assert not [verb for verb in CASE_CONTENT | SEALED if may_for_some_case({ADMINISTRATOR}, verb)]


def test_a_supervisor_reads_every_case_and_changes_none_of_its_content() -> None:
    assert may({SUPERVISOR}, Verb.READ_CASE, own_case=False)
    changing = (Verb.EDIT_CASE, Verb.SIGN_AGREEMENT, Verb.BOOK_PAYMENT, Verb.CLOSE_CASE, Verb.RESTORE_REMOVED)
    assert not [verb for verb in changing if may({SUPERVISOR}, verb, own_case=True)]


def test_a_mediator_sees_shared_cases_and_not_a_colleagues() -> None:
    assert may({MEDIATOR}, Verb.READ_CASE, own_case=True)
    with pytest.raises(NotAllowed, match="colleague's case"):
        require({MEDIATOR}, Verb.READ_CASE, own_case=False)


def test_who_has_no_such_right_at_all_is_told_to_ask_somebody_else() -> None:
    with pytest.raises(NotAllowed, match="Your account may not do this"):
        require({MEDIATOR}, Verb.MANAGE_ACCOUNTS, own_case=False)
    require({MEDIATOR, ADMINISTRATOR}, Verb.MANAGE_ACCOUNTS, own_case=False)


def test_require_takes_roles_that_can_be_read_only_once() -> None:
    with pytest.raises(NotAllowed, match="colleague's case"):
        require(chain([MEDIATOR]), Verb.READ_CASE, own_case=False)


def test_who_left_may_do_nothing_until_let_in_again() -> None:
    left, later = datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 3, 9, tzinfo=UTC)
    account = Account(
        id=UUID(int=7),
        login="zhao",
        name="赵一",
        roles=frozenset({MEDIATOR}),
        public_key=b"\1" * 32,
        created_at=left,
    )
    assert may(account.working_roles, Verb.REGISTER_CASE, own_case=False)

    account.disable(left)
    account.disable(later)
    assert account.disabled_at == left and not account.is_active
    assert not [verb for verb in Verb if may_for_some_case(account.working_roles, verb)]

    account.enable()
    assert account.working_roles == {MEDIATOR}
    account.removed_at = later
    assert account.working_roles == frozenset()
