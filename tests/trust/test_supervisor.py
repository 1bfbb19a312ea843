"""H1. A supervisor puts themselves on a case, through the program's own connection or by their rank."""

from __future__ import annotations

from uuid import uuid4

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.domain.vocabulary import Side
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import looking, sharing
from mediation_desk.services.keys.holding import NotHeld
from mediation_desk.services.mediation import caucus
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.tables.cases import case_key_wraps
from mediation_desk.store.verify.findings import Damage
from tests import holders
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, accepted, colleague
from tests.trust.forgers import add, copy, put_back, rows, told


def supervisor(office: Office) -> Desk:
    """A supervisor who mediates as well, so that roles alone keep nothing from them."""
    colleague(office, "boss", Role.SUPERVISOR, Role.MEDIATOR)
    return office.desk("boss", LENT)


def test_a_row_put_in_for_oneself_never_receives_the_key(office: Office) -> None:
    """Prevented: no key is wrapped for it, whoever writes. Found: by verify at once, as a row that no journal
    knows; told to the case's mediators when they next open it."""
    case_id, boss = accepted(office.first), supervisor(office)
    add(boss, case_key_wraps, id=uuid4(), case_id=case_id, account_id=boss.who.account_id, wrapped=b"",
        for_key=b"", generation=1, removed_at=None, pinned=None)
    caucus.note(office.first, case_id, Side.APPLICANT, "新话")
    mine = [row for row in rows(boss, case_key_wraps, case_id) if row["account_id"] == boss.who.account_id]
    assert [row["wrapped"] for row in mine] == [b""]
    with pytest.raises(NotHeld):
        caucus.talk(boss, case_id)
    found = upkeep.prove(office.first)
    assert [(one.damage, one.table, one.row) for one in found] == [
        (Damage.ROW_UNKNOWN, "case_key_wraps", str(mine[0]["id"]))]
    assert "Boss" in told(office.first, case_id) and "outside the program" in told(office.first, case_id)


def test_a_row_that_was_kept_through_the_program_is_one_who_waits(office: Office) -> None:
    """Prevented: it is what a supervisor may do anyway. The card says who did it."""
    case_id, boss = accepted(office.first), supervisor(office)
    with boss.case_work(case_id, "add_mediator") as (work, _case):
        work.caucus.add(CaseKeyWrap(id=work.new_key(), case_id=case_id, account_id=boss.who.account_id))
        work.commit()
    caucus.note(office.first, case_id, Side.APPLICANT, "新话")
    assert not holders.holds_key(boss, case_id)
    (waiting,) = looking.watch(office.first, case_id).waiting
    assert (waiting.name, waiting.named_by) == ("Boss", "Boss") and told(office.first, case_id) == ""
    assert upkeep.prove(office.first) == []


def test_naming_oneself_and_taking_the_mediators_off_brings_no_key(office: Office) -> None:
    """Prevented: nobody is left who could let them in, and a rank is no key. The escrow sheet is the way."""
    case_id, boss = accepted(office.first), supervisor(office)
    reading.case(boss, case_id)
    sharing.add_mediator(boss, case_id, boss.who.account_id)
    sharing.hand_over(boss, case_id, boss.who.account_id)
    sharing.remove_mediator(boss, case_id, office.first.who.account_id)
    for reach in (lambda: caucus.talk(boss, case_id),
                  lambda: caucus.note(boss, case_id, Side.APPLICANT, "窥探")):
        with pytest.raises(NotHeld):
            reach()


def test_being_taken_off_is_undone_in_the_rows_and_found(office: Office) -> None:
    """Not prevented before a holder wrote, since a supervisor cannot write on the list: whoever puts the row
    back is on the case again with the key they had. Found: by verify at once. Prevented once a holder wrote:
    the key is another."""
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    boss = supervisor(office)
    sharing.add_mediator(office.first, case_id, wang)
    mark = looking.watch(office.first, case_id).waiting[0].fingerprint
    sharing.let_in(office.first, case_id, wang, mark)
    theirs, kept = office.desk("wang", LENT), copy(boss, case_id, [case_key_wraps])
    sharing.remove_mediator(boss, case_id, wang)
    put_back(boss, case_id, kept)
    assert holders.holds_key(theirs, case_id)
    assert {one.damage for one in upkeep.prove(office.first)} == {Damage.ROW_ALTERED}
    sharing.remove_mediator(boss, case_id, wang)
    caucus.note(office.first, case_id, Side.APPLICANT, "新话")
    put_back(boss, case_id, kept)
    assert not holders.holds_key(theirs, case_id)
