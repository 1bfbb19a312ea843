"""The lists of holders: a verification names each that is not whole, and each key without a line."""

from __future__ import annotations

from uuid import uuid4

from mediation_desk.domain.accounts import Role
from mediation_desk.services.keys import sharing
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.tables.cases import case_holders, case_key_wraps
from mediation_desk.store.verify.findings import Damage
from tests.holders import let_in, share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, accepted, colleague
from tests.trust.forgers import add, list_of_own, put, rows, states, wrap

FORGED = b"\x66" * 32


def test_what_holders_do_is_no_damage_whoever_verifies(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    colleague(office, "boss", Role.SUPERVISOR)
    share(office.first, case_id, wang)
    sharing.remove_mediator(office.first, case_id, wang)
    sharing.add_mediator(office.first, case_id, wang)
    let_in(office.first, case_id, wang)
    for desk in (office.first, office.desk("wang", LENT), office.desk("boss", LENT)):
        assert upkeep.prove(desk) == []


def test_a_key_without_a_line_is_named_by_its_row_even_to_one_who_holds_nothing(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    colleague(office, "boss", Role.SUPERVISOR)
    boss = office.desk("boss", LENT)
    sharing.add_mediator(office.first, case_id, wang)
    wrap(boss, case_id, wang, FORGED, 1)
    theirs = next(row for row in rows(boss, case_key_wraps, case_id) if row["account_id"] == wang)
    found = [one for one in upkeep.prove(boss) if one.damage is Damage.KEY_WITHOUT_LINE]
    assert [(one.row, one.table, one.chain) for one in found] == [
        (str(theirs["id"]), "case_key_wraps", case_id)]
    assert "no mediator let in" in str(found[0].sentence(boss.zone))


def test_a_list_that_only_its_mac_betrays_is_named_to_whoever_holds_the_key(office: Office) -> None:
    """Chained as it should be, and written into the journal too by somebody with the store key: whoever does
    not hold the case's key sees nothing amiss with the list itself."""
    case_id = accepted(office.first)
    colleague(office, "boss", Role.SUPERVISOR)
    boss = office.desk("boss", LENT)
    me = office.first.who.account_id
    forged = list_of_own(boss, case_id, FORGED, [me], before=states(boss, case_id)[0])
    put(boss, case_holders, forged.id, generation=1)
    damages = {desk.who.name: {one.damage for one in upkeep.prove(desk)} for desk in (office.first, boss)}
    assert damages["陈守信"] == {Damage.ROW_UNKNOWN, Damage.HOLDERS}
    assert damages["Boss"] == {Damage.ROW_UNKNOWN}


def test_a_state_too_many_breaks_the_chain(office: Office) -> None:
    case_id = accepted(office.first)
    (state,) = rows(office.first, case_holders, case_id)
    add(office.first, case_holders, **{**state, "id": uuid4()})
    assert {one.damage for one in upkeep.prove(office.first)} == {Damage.ROW_UNKNOWN, Damage.HOLDERS}
