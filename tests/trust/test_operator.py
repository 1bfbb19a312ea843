"""H1, H7. Whoever may write every row of the tables, with full rights on PostgreSQL or at an opened file,
inserts, swaps, turns, redates, rolls back and deletes rows of the wraps, the lists and the seals."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.mediation.holders import BOUND_SEALS, PLAIN_SEALS, ListBroken
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services.keys import sharing
from mediation_desk.services.keys.holding import NotHeld
from mediation_desk.services.mediation import caucus
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.tables.cases import case_holders, case_key_wraps, sealed_items
from mediation_desk.store.verify.findings import Damage
from tests import holders
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, SECRET, accepted, colleague, notes
from tests.store.tampering import behind_the_back
from tests.trust.forgers import add, copy, found_by, put, put_back, remove, rows

SAID = ["甲方最低两万九", "可以分两期"]


@pytest.fixture
def case_id(office: Office) -> UUID:
    made = accepted(office.first)
    for side, text in zip(Side, SAID, strict=True):
        caucus.note(office.first, made, side, text)
    return made


def closed(office: Office, case_id: UUID) -> int:
    return len(caucus.talk(office.first, case_id).closed)


# -- seals -------------------------------------------------------------------------------

@pytest.mark.parametrize("change", [
    {"side": Side.RESPONDENT}, {"kind": SealedKind.OFFER}, {"kind": SealedKind.BOTTOM_LINE},
    {"written_by": UUID(int=7)}, {"written_at": "earlier"}], ids=str)
def test_an_entry_turned_or_redated_does_not_open(office: Office, case_id: UUID,
                                                  change: dict[str, object]) -> None:
    """Prevented: side, kind, author and time are bound into the seal. Named to the mediator in its place,
    the others are read; found by verify."""
    row = next(one for one in rows(office.first, sealed_items, case_id) if one["side"] is Side.APPLICANT)
    given = {**change, **({"written_at": row["written_at"] - timedelta(days=1)}
                          if change.get("written_at") else {})}
    put(office.first, sealed_items, row["id"], **given)
    assert closed(office, case_id) == 1 and len(notes(office.first, case_id)) == len(SAID)
    assert found_by(office.first) == {"sealed_items"}


def test_an_entry_put_in_copied_moved_or_swapped_does_not_open(office: Office, case_id: UUID) -> None:
    """Prevented: row and case are bound into the seal. Named in its place; found by verify."""
    kept = copy(office.first, case_id)
    one, other, *_rest = rows(office.first, sealed_items, case_id)
    add(office.first, sealed_items, **{**one, "id": uuid4()})
    assert closed(office, case_id) == 1 and found_by(office.first) == {"sealed_items"}
    put_back(office.first, case_id, kept)
    for row, sealed in ((one, other["sealed"]), (other, one["sealed"])):
        put(office.first, sealed_items, row["id"], sealed=sealed)
    assert closed(office, case_id) == 2
    put_back(office.first, case_id, kept)
    elsewhere = accepted(office.first)
    put(office.first, sealed_items, one["id"], case_id=elsewhere)
    assert closed(office, elsewhere) == 1 and closed(office, case_id) == 0
    assert "sealed_items" in found_by(office.first)


def test_an_entry_of_an_older_generation_put_back_does_not_open(office: Office, case_id: UUID) -> None:
    """Prevented: it was sealed under another key, of another generation. Named in its place."""
    old = rows(office.first, sealed_items, case_id)[0]
    wang = colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    sharing.remove_mediator(office.first, case_id, wang)
    put(office.first, sealed_items, old["id"], sealed=old["sealed"])
    assert closed(office, case_id) == 1
    caucus.note(office.first, case_id, Side.APPLICANT, "还写得进去")  # it keeps nobody from writing
    assert "还写得进去" in notes(office.first, case_id) and closed(office, case_id) == 1


def test_an_entry_taken_out_is_missed_by_verify_alone(office: Office, case_id: UUID) -> None:
    """Not prevented: what is gone does not speak. Found by verify, as a row that is missing."""
    old = rows(office.first, sealed_items, case_id)[0]
    with behind_the_back(office.first) as connection:
        connection.execute(delete(sealed_items).where(sealed_items.c.id == old["id"]))
    assert closed(office, case_id) == 0
    assert {one.damage for one in upkeep.prove(office.first)} == {Damage.ROW_MISSING}


# -- wraps -------------------------------------------------------------------------------

def test_wraps_swapped_between_two_holders_or_cases_open_nothing(office: Office, case_id: UUID) -> None:
    """Prevented: a wrap is bound to case, account and key pair. Both are told; found by verify."""
    wang = colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    one, other = rows(office.first, case_key_wraps, case_id)
    for row, taken in ((one, other), (other, one)):
        put(office.first, case_key_wraps, row["id"], wrapped=taken["wrapped"], for_key=taken["for_key"])
    for desk in (office.first, office.desk("wang", LENT)):
        with pytest.raises(DeskError):
            caucus.talk(desk, case_id)
    assert "case_key_wraps" in found_by(office.first)


def test_a_wrap_taken_out_shuts_out_its_owner_alone(office: Office, case_id: UUID) -> None:
    """Not prevented; nothing opens that did not before. Found by verify; the other holder goes on."""
    wang = colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    theirs = office.desk("wang", LENT)
    mine = next(row for row in rows(theirs, case_key_wraps, case_id)
                if row["account_id"] == office.first.who.account_id)
    with behind_the_back(theirs) as connection:
        connection.execute(delete(case_key_wraps).where(case_key_wraps.c.id == mine["id"]))
    assert not holding_or_refused(office, case_id)
    assert notes(theirs, case_id) == [SECRET, *SAID]
    assert {one.damage for one in upkeep.prove(theirs)} == {Damage.ROW_MISSING}


def holding_or_refused(office: Office, case_id: UUID) -> bool:
    try:
        return holders.holds_key(office.first, case_id)
    except DeskError:
        return False


def test_somebody_elses_wrap_does_not_become_ones_own_by_its_account(office: Office, case_id: UUID) -> None:
    """Prevented: no line for that account, and a private key that does not fit."""
    lu = colleague(office, "lu", Role.MEDIATOR)
    (mine,) = rows(office.first, case_key_wraps, case_id)
    add(office.first, case_key_wraps, **{**mine, "id": uuid4(), "account_id": lu})
    with pytest.raises(NotHeld):
        caucus.talk(office.desk("lu", LENT), case_id)
    damages = {one.damage for one in upkeep.prove(office.first)}
    assert damages == {Damage.ROW_UNKNOWN, Damage.KEY_WITHOUT_LINE}


# -- the list ----------------------------------------------------------------------------

def broken(office: Office, case_id: UUID) -> bool:
    try:
        caucus.talk(office.first, case_id)
    except ListBroken:
        return True
    return False


@pytest.mark.parametrize("change", [
    {"number": 9}, {"generation": 2}, {"seals": PLAIN_SEALS}, {"holders": "[]"}, {"holders": "nonsense"},
    {"former": b"x" * 32}, {"former_key": b"x"}, {"written_by": UUID(int=7)}, {"mac": b"x" * 32}], ids=str)
def test_no_field_of_the_list_can_be_written_without_the_key(office: Office, case_id: UUID,
                                                            change: dict[str, object]) -> None:
    """Prevented: the MAC is checked by every opening of the key, and the chain commits to former states.
    Found by verify."""
    wang = colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    for row in rows(office.first, case_holders, case_id):
        kept = {name: row[name] for name in change}
        put(office.first, case_holders, row["id"], **change)
        if kept != change:
            assert holding_or_refused(office, case_id) is False, row["number"]
        put(office.first, case_holders, row["id"], **kept)
    assert not broken(office, case_id)
    assert all(row["seals"] == BOUND_SEALS for row in rows(office.first, case_holders, case_id))


def test_an_older_list_put_back_is_noticed_by_whoever_wrote_since(office: Office, case_id: UUID) -> None:
    """Prevented for everybody who wrote at a later state; found by verify."""
    kept = copy(office.first, case_id, [case_holders])
    wang = colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    put_back(office.first, case_id, kept)
    assert broken(office, case_id)
    assert {one.damage for one in upkeep.prove(office.first)} >= {Damage.ROW_MISSING, Damage.HOLDERS}


def test_without_its_list_a_case_does_not_pass_for_one_of_an_older_program(office: Office,
                                                                          case_id: UUID) -> None:
    """Prevented: a case whose entries are sealed in the second way had a list. Found by verify."""
    remove(office.first, case_holders, case_id)
    assert broken(office, case_id)
    assert Damage.HOLDERS in {one.damage for one in upkeep.prove(office.first)}


def test_all_rows_of_a_cases_secrets_put_back_together_are_only_found(office: Office, case_id: UUID) -> None:
    """Not prevented: an older day of the case is whole in itself. Found by verify, by the journal; and where
    that was put back with it, by the ledger, a backup or a noted mark (`tests/store/verify/`)."""
    kept = copy(office.first, case_id)
    caucus.note(office.first, case_id, Side.APPLICANT, "后来说的话")
    put_back(office.first, case_id, kept)
    assert notes(office.first, case_id) == [SECRET, *SAID]
    assert "sealed_items" in found_by(office.first)
