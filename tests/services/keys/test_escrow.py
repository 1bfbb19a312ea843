"""The escrow sheet: let in like anybody else, and a restored key leaves its trace on the list."""

from __future__ import annotations

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.keys import escrow, sharing
from mediation_desk.services.keys.recipients import ESCROW
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.store.vault.recovery import WrongCode
from tests.holders import let_in, share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, SECRET, accepted, colleague, notes


def test_the_escrow_sheet_restores_a_seal_and_leaves_a_trace_in_the_journal(office: Office) -> None:
    code = accounts.new_escrow_code(office.first)
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    colleague(office, "boss", Role.SUPERVISOR)
    sharing.add_mediator(office.desk("boss", LENT), case_id, wang)
    newcomer = office.desk("wang", LENT)
    other = accounts.new_escrow_code(office.first)
    with pytest.raises(WrongCode):
        escrow.restore_from_escrow(newcomer, case_id, other)
    escrow.restore_from_escrow(newcomer, case_id, code)
    assert notes(newcomer, case_id) == [SECRET]
    with office.first.reading() as work:
        line = work.caucus.states(case_id)[-1].line(wang)
    assert line and line.let_in_by == ESCROW
    assert "recover_seal" in {line.entry.verb for line in history.timeline(office.first, case_id)}


def test_a_sheet_that_no_mediator_agreed_to_receives_no_key(office: Office) -> None:
    """An administrator, or whoever holds the store key, may put any key into the vault as the escrow's."""
    case_id = accepted(office.first)
    colleague(office, "admin", Role.ADMINISTRATOR)
    code = accounts.new_escrow_code(office.desk("admin", LENT))
    caucus.note(office.first, case_id, Side.APPLICANT, "再谈")
    wang = colleague(office, "wang", Role.MEDIATOR)
    sharing.add_mediator(office.first, case_id, wang)
    newcomer = office.desk("wang", LENT)
    with pytest.raises(DeskError, match="never left with an escrow sheet"):
        escrow.restore_from_escrow(newcomer, case_id, code)
    let_in(office.first, case_id, ESCROW)
    escrow.restore_from_escrow(newcomer, case_id, code)
    assert notes(newcomer, case_id) == [SECRET, "再谈"]


def test_a_former_sheet_opens_nothing_once_a_holder_wrote_after_another_was_printed(office: Office) -> None:
    former = accounts.new_escrow_code(office.first)
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    present = accounts.new_escrow_code(office.first)
    caucus.note(office.first, case_id, Side.APPLICANT, "再谈")
    sharing.add_mediator(office.first, case_id, wang)
    newcomer = office.desk("wang", LENT)
    with pytest.raises(WrongCode):
        escrow.restore_from_escrow(newcomer, case_id, former)
    escrow.restore_from_escrow(newcomer, case_id, present)
    assert notes(newcomer, case_id) == [SECRET, "再谈"]


def test_one_who_holds_the_key_may_use_the_sheet_all_the_same(office: Office) -> None:
    code = accounts.new_escrow_code(office.first)
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    escrow.restore_from_escrow(office.desk("wang", LENT), case_id, code)
    assert notes(office.first, case_id) == [SECRET]
