"""Who may do what: one table, read like a page of prose; every service asks it, no widget does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, StrEnum
from types import MappingProxyType

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.words import N_, DeskError


class NotAllowed(DeskError):
    """This person's roles do not give the right to do that."""


class Verb(StrEnum):
    """Something a person can do at the desk."""

    REGISTER_CASE = "register_case"
    READ_CASE = "read_case"
    EDIT_CASE = "edit_case"
    READ_SEALED = "read_sealed"
    WRITE_SEALED = "write_sealed"
    RECOVER_SEAL = "recover_seal"
    SIGN_AGREEMENT = "sign_agreement"
    BOOK_PAYMENT = "book_payment"
    CLOSE_CASE = "close_case"
    REOPEN_CASE = "reopen_case"
    REFER_CASE = "refer_case"
    CHECK_OUT_CASE = "check_out_case"
    BRING_HOME = "bring_home"
    DECLARE_LOST = "declare_lost"
    ADD_MEDIATOR = "add_mediator"
    REMOVE_MEDIATOR = "remove_mediator"
    RESTORE_REMOVED = "restore_removed"
    EMPTY_RECYCLE_BIN = "empty_recycle_bin"
    UNMASK_NUMBERS = "unmask_numbers"
    READ_TIMELINE = "read_timeline"
    LIST_ALL_CASES = "list_all_cases"
    READ_FIGURES = "read_figures"
    EXPORT_SUMMARY = "export_summary"
    RELEASE_SUMMARY = "release_summary"
    MANAGE_ACCOUNTS = "manage_accounts"
    READ_ACCOUNT_EVENTS = "read_account_events"
    CHANGE_OFFICE_SETTINGS = "change_office_settings"
    EDIT_FIGURES = "edit_figures"
    EDIT_FORMS = "edit_forms"
    EDIT_PLACES = "edit_places"
    EDIT_SITES = "edit_sites"
    EDIT_RECEIVING_OFFICES = "edit_receiving_offices"
    EDIT_COMPANIES = "edit_companies"
    MOVE_CASE = "move_case"
    BACK_UP = "back_up"
    RESTORE_BACKUP = "restore_backup"
    VERIFY = "verify"
    PRINT_RECOVERY_SHEET = "print_recovery_sheet"
    PRINT_ESCROW_SHEET = "print_escrow_sheet"
    RENEW_STORE_KEY = "renew_store_key"


class Right(Enum):
    """How far a role's right to a verb reaches."""

    ALWAYS = "always"
    OWN_CASES = "own cases"
    NEVER = "never"


_YES, _OWN, _NO = Right.ALWAYS, Right.OWN_CASES, Right.NEVER

# "Own" cases are those on which the person is a mediator, alone or shared with others.
# fmt: off
_TABLE: dict[Verb, tuple[Right, Right, Right]] = {
    #                              mediator  supervisor  administrator
    # The road of a case belongs to its mediators.
    Verb.REGISTER_CASE:            (_YES,     _NO,        _NO),
    Verb.READ_CASE:                (_OWN,     _YES,       _NO),
    Verb.EDIT_CASE:                (_OWN,     _NO,        _NO),
    Verb.SIGN_AGREEMENT:           (_OWN,     _NO,        _NO),
    Verb.BOOK_PAYMENT:             (_OWN,     _NO,        _NO),
    Verb.CLOSE_CASE:               (_OWN,     _NO,        _NO),
    Verb.REFER_CASE:               (_OWN,     _NO,        _NO),
    Verb.CHECK_OUT_CASE:           (_OWN,     _NO,        _NO),
    Verb.RESTORE_REMOVED:          (_OWN,     _NO,        _NO),
    # What a side said alone is for the case's mediators, and for nobody else whatever the rank.
    Verb.READ_SEALED:              (_OWN,     _NO,        _NO),
    Verb.WRITE_SEALED:             (_OWN,     _NO,        _NO),
    Verb.RECOVER_SEAL:             (_OWN,     _NO,        _NO),
    # A supervisor sees how every case stands, puts another mediator on it, and reopens it.
    Verb.ADD_MEDIATOR:             (_OWN,     _YES,       _NO),
    Verb.REMOVE_MEDIATOR:          (_OWN,     _YES,       _NO),
    Verb.REOPEN_CASE:              (_OWN,     _YES,       _NO),
    Verb.UNMASK_NUMBERS:           (_OWN,     _YES,       _NO),
    Verb.READ_TIMELINE:            (_OWN,     _YES,       _NO),
    Verb.LIST_ALL_CASES:           (_NO,      _YES,       _NO),
    Verb.READ_FIGURES:             (_OWN,     _YES,       _NO),
    Verb.EXPORT_SUMMARY:           (_OWN,     _YES,       _NO),
    # What leaves for readers outside is a supervisor's to answer for.
    Verb.RELEASE_SUMMARY:          (_NO,      _YES,       _NO),
    Verb.EMPTY_RECYCLE_BIN:        (_NO,      _YES,       _NO),
    # An administrator keeps the house, and looks into no case.
    Verb.MANAGE_ACCOUNTS:          (_NO,      _NO,        _YES),
    Verb.READ_ACCOUNT_EVENTS:      (_NO,      _NO,        _YES),
    Verb.CHANGE_OFFICE_SETTINGS:   (_NO,      _NO,        _YES),
    Verb.EDIT_FORMS:               (_NO,      _NO,        _YES),
    Verb.RESTORE_BACKUP:           (_NO,      _NO,        _YES),
    Verb.PRINT_RECOVERY_SHEET:     (_NO,      _NO,        _YES),
    Verb.PRINT_ESCROW_SHEET:       (_NO,      _NO,        _YES),
    Verb.RENEW_STORE_KEY:          (_NO,      _NO,        _YES),
    # Statutory figures are law and housekeeping alike.
    Verb.EDIT_FIGURES:             (_NO,      _YES,       _YES),
    # Whoever plans a session knows the rooms, and the places out there.
    Verb.EDIT_PLACES:              (_YES,     _NO,        _YES),
    # Which sites the centre has is the administrator's to say; who takes what over is known by those who
    # refer, and a company's particulars by those who meet it.
    Verb.EDIT_SITES:               (_NO,      _NO,        _YES),
    Verb.EDIT_RECEIVING_OFFICES:   (_YES,     _NO,        _YES),
    Verb.EDIT_COMPANIES:           (_YES,     _YES,       _NO),
    Verb.MOVE_CASE:                (_OWN,     _YES,       _NO),
    # A bag comes home with whoever carries it in, and shows nothing of what a side said alone; that a
    # laptop is gone for good is the administrator's to say.
    Verb.BRING_HOME:               (_YES,     _YES,       _YES),
    Verb.DECLARE_LOST:             (_NO,      _NO,        _YES),
    # Keeping the store safe and proving it whole is everybody's: it shows no case.
    Verb.BACK_UP:                  (_YES,     _YES,       _YES),
    Verb.VERIFY:                   (_YES,     _YES,       _YES),
}
# fmt: on

_COLUMNS = (Role.MEDIATOR, Role.SUPERVISOR, Role.ADMINISTRATOR)

RIGHTS: Mapping[tuple[Role, Verb], Right] = MappingProxyType(
    {(role, verb): right for verb, row in _TABLE.items() for role, right in zip(_COLUMNS, row, strict=True)}
)
"""The table as a grid: the right of every role to every verb."""


def may(account_roles: Iterable[Role], verb: Verb, *, own_case: bool) -> bool:
    """Whether somebody with these roles may do it; ``own_case``: is the person a mediator of the case.

    Several roles add up: what one of them allows is allowed. Verbs that concern no case pass
    ``own_case=False``. Give :attr:`Account.working_roles`, so that who has left may do nothing.
    """
    rights = {RIGHTS[role, verb] for role in account_roles}
    return Right.ALWAYS in rights or (own_case and Right.OWN_CASES in rights)


def may_for_some_case(account_roles: Iterable[Role], verb: Verb) -> bool:
    """Whether it is worth offering the verb at all: allowed always, or on cases of one's own."""
    return may(account_roles, verb, own_case=True)


def require(account_roles: Iterable[Role], verb: Verb, *, own_case: bool) -> None:
    """Do nothing when :func:`may` agrees; otherwise NotAllowed, saying who to turn to."""
    roles = frozenset(account_roles)
    if may(roles, verb, own_case=own_case):
        return
    if may_for_some_case(roles, verb):
        raise NotAllowed(N_("This is a colleague's case. Ask one of its mediators to share it with you."))
    raise NotAllowed(N_("Your account may not do this. Ask somebody whose role allows it."))
