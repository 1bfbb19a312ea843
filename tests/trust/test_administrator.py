"""H2. An administrator gives themselves roles, resets a colleague's password and signs in as them."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import sharing
from mediation_desk.services.keys.holding import NotHeld
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, accepted, colleague

NEW = "管理员知道的口令 31"
ALL = frozenset(Role)


@pytest.fixture
def admin(office: Office) -> Desk:
    colleague(office, "admin", Role.ADMINISTRATOR)
    return office.desk("admin", LENT)


@pytest.fixture
def case_id(office: Office) -> UUID:
    return accepted(office.first)


def refused(desk: Desk, case_id: UUID) -> None:
    for reach in (lambda: caucus.talk(desk, case_id),
                  lambda: caucus.note(desk, case_id, Side.APPLICANT, "窥探")):
        with pytest.raises((NotHeld, NotAllowed)):
            reach()


def test_nobody_gives_themselves_a_role(admin: Desk, case_id: UUID) -> None:
    """Prevented."""
    with pytest.raises(DeskError, match="Nobody changes their own roles"):
        accounts.change(admin, admin.who.account_id, "管理员", ALL)
    refused(admin, case_id)


def test_roles_from_another_administrator_open_no_sealed_word(office: Office, admin: Desk,
                                                             case_id: UUID) -> None:
    """Two administrators together: prevented for what is sealed. Not prevented: the open matter of cases,
    which a supervisor reads; the journal of the office keeps who gave the role."""
    accounts.change(office.first, admin.who.account_id, "管理员", ALL)
    assert reading.case(admin, case_id).case.number
    refused(admin, case_id)
    sharing.add_mediator(admin, case_id, admin.who.account_id)
    refused(admin, case_id)


def test_a_colleagues_password_reset_opens_no_sealed_word(office: Office, admin: Desk, case_id: UUID) -> None:
    """Prevented for what is sealed: the account has other keys and stands on no list. Not prevented: the
    open matter of that colleague's cases; the colleague cannot sign in any more and learns of it so."""
    accounts.reset_password(admin, office.first.who.account_id, NEW)
    as_them = office.desk("chen", NEW)
    assert reading.case(as_them, case_id).own
    refused(as_them, case_id)


def test_a_new_account_on_the_case_opens_no_sealed_word(office: Office, admin: Desk, case_id: UUID) -> None:
    """Prevented for what is sealed: an account made up for the purpose waits like any other."""
    made = accounts.add(admin, accounts.AccountDraft("double", "替身", ALL, LENT)).result
    assert made
    double = office.desk("double", LENT)
    sharing.add_mediator(double, case_id, made)
    refused(double, case_id)
