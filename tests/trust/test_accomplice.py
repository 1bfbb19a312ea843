"""H1. An accomplice: the store key out of an account of their own, and the right to write any row."""

from __future__ import annotations

from uuid import UUID

import pytest
from msgspec.structs import replace

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.mediation.holders import ListBroken
from mediation_desk.domain.vocabulary import Side
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import holding, looking, sharing
from mediation_desk.services.keys.holding import NotHeld
from mediation_desk.services.mediation import caucus
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.tables.cases import case_holders, case_key_wraps
from mediation_desk.store.vault.document import Vault, VaultDamaged, sealed, stamped
from mediation_desk.store.vault.keys import public_half
from mediation_desk.store.vault.noted import noted_of
from mediation_desk.store.verify.findings import Damage
from tests import holders
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, SECRET, accepted, colleague, notes
from tests.trust.forgers import (
    copy,
    found_by,
    list_of_own,
    put,
    put_back,
    remove,
    rows,
    states,
    told,
    wrap,
)

FORGED = b"\x66" * 32


@pytest.fixture
def accomplice(office: Office) -> Desk:
    colleague(office, "lu", Role.MEDIATOR)
    return office.desk("lu", LENT)


@pytest.fixture
def case_id(office: Office) -> UUID:
    return accepted(office.first)


def refused(desk: Desk, case_id: UUID) -> None:
    """Neither read nor written, in words, and the window says so beside the case."""
    with pytest.raises(ListBroken):
        caucus.talk(desk, case_id)
    with pytest.raises(ListBroken):
        caucus.note(desk, case_id, Side.APPLICANT, "新话")
    assert "Nothing that was said alone is opened or written" in told(desk, case_id)


def test_a_wrap_of_their_own_making_is_not_served_and_told(office: Office, accomplice: Desk,
                                                          case_id: UUID) -> None:
    """A key of their own wrapped for a mediator who is on the case without the key. Prevented: no line, no
    service. Found: by verify; told to the mediators at their next opening."""
    wang = colleague(office, "wang", Role.MEDIATOR)
    sharing.add_mediator(office.first, case_id, wang)
    wrap(accomplice, case_id, wang, FORGED, 1)
    with pytest.raises(NotHeld):
        caucus.note(office.desk("wang", LENT), case_id, Side.APPLICANT, "给外人听的话")
    assert Damage.KEY_WITHOUT_LINE in {one.damage for one in upkeep.prove(accomplice)}
    assert "Wang" in told(office.first, case_id)
    caucus.note(office.first, case_id, Side.APPLICANT, "新话")
    assert notes(office.first, case_id) == [SECRET, "新话"]


def test_a_holders_wrap_replaced_by_a_key_of_their_own_opens_nothing(office: Office, accomplice: Desk,
                                                                    case_id: UUID) -> None:
    """Prevented: the list is not vouched for under that key. Found by the holder at once, and by verify."""
    wrap(accomplice, case_id, office.first.who.account_id, FORGED, 1)
    refused(office.first, case_id)
    found = {(one.damage, one.table) for one in upkeep.prove(office.first)}
    assert found == {(Damage.ROW_ALTERED, "case_key_wraps"), (Damage.HOLDERS, "case_holders")}


def test_a_line_for_themselves_is_not_vouched_for(office: Office, accomplice: Desk, case_id: UUID) -> None:
    """Prevented: whoever cannot read the case cannot write its list."""
    (state,) = states(accomplice, case_id)
    list_of_own(accomplice, case_id, FORGED, [accomplice.who.account_id], before=None)
    refused(office.first, case_id)
    remove(accomplice, case_holders, case_id)
    list_of_own(accomplice, case_id, FORGED, [office.first.who.account_id, accomplice.who.account_id])
    refused(office.first, case_id)
    assert state.number == 1 and "case_holders" in found_by(accomplice)


def test_a_new_key_behind_the_genuine_list_is_betrayed_by_the_key_before(office: Office, accomplice: Desk,
                                                                        case_id: UUID) -> None:
    """They make a key, wrap it for everybody, themselves included, and chain a list of theirs to the genuine
    one. Prevented: the key of the generation before must lie under the new one, and nobody who never held it
    can put it there."""
    (genuine,) = states(accomplice, case_id)
    everybody = [office.first.who.account_id, accomplice.who.account_id]
    list_of_own(accomplice, case_id, FORGED, everybody, before=genuine)
    for one in everybody:
        wrap(accomplice, case_id, one, FORGED, genuine.generation + 1)
    refused(office.first, case_id)


def test_another_list_from_its_beginning_is_betrayed_by_what_the_holder_pinned(
        office: Office, accomplice: Desk, case_id: UUID) -> None:
    """The same with the genuine list taken out. Prevented: the holder wrote at a state that is gone."""
    everybody = [office.first.who.account_id, accomplice.who.account_id]
    remove(accomplice, case_holders, case_id)
    list_of_own(accomplice, case_id, FORGED, everybody)
    for one in everybody:
        wrap(accomplice, case_id, one, FORGED, 1)
    refused(office.first, case_id)


def test_with_the_pins_taken_out_as_well_it_is_only_found(office: Office, accomplice: Desk,
                                                         case_id: UUID) -> None:
    """Not prevented: all that the holder knew is gone, so that the new key looks like a first one. Nothing
    said before opens for anybody; each entry of it is named to the mediator as one that does not open, and
    verify names every row that was changed, unless they forge the journal too: then a backup does."""
    everybody = [office.first.who.account_id, accomplice.who.account_id]
    remove(accomplice, case_holders, case_id)
    list_of_own(accomplice, case_id, FORGED, everybody)
    for one in everybody:
        wrap(accomplice, case_id, one, FORGED, 1)
    for row in rows(accomplice, case_key_wraps, case_id):
        put(accomplice, case_key_wraps, row["id"], pinned=None)
    talk = caucus.talk(office.first, case_id)
    assert talk.words == () and len(talk.closed) == 1
    assert {"case_holders", "case_key_wraps"} <= found_by(office.first)


def test_who_once_held_the_key_cannot_bring_it_back(office: Office, case_id: UUID) -> None:
    """A former mediator with the former key, its wraps and its list. Prevented: the list that the holder
    pinned is later than what was put back."""
    wang = colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    former = office.desk("wang", LENT)
    kept = copy(former, case_id, [case_holders])
    with former.reading() as work:
        old = holding.opened(former, work, case_id).key
    sharing.remove_mediator(office.first, case_id, wang)
    put_back(former, case_id, kept)
    for one in (office.first.who.account_id, wang):
        wrap(former, case_id, one, old, 1)
    refused(office.first, case_id)


def their_key_under(name: UUID, accomplice: Desk) -> None:
    """With the store key they write the key file anew, their own public key in a colleague's entry."""
    store_key = accomplice.store.opened.store_key
    mine = public_half(accomplice.store.opened.private_key)
    place = accomplice.store.place.vault

    def swapped(vault: Vault) -> Vault:
        entry = stamped(replace(vault.of(name), public_key=mine), vault.store_id, store_key)
        return sealed(vault.with_entry(entry), store_key)

    place.change(swapped)


def test_their_own_public_key_in_a_waiting_colleagues_entry_does_not_pass_for_theirs(
        office: Office, accomplice: Desk, case_id: UUID) -> None:
    """Not prevented by keys: the entry has every stamp. Prevented by whoever compares fingerprints, for the
    colleague's desk never reads out another key's than its own. Seen by the colleague beside the case; found
    by the verification at anybody's desk, and where the accounts were altered too at the colleague's."""
    wang = colleague(office, "wang", Role.MEDIATOR)
    sharing.add_mediator(office.first, case_id, wang)
    theirs = office.desk("wang", LENT)
    genuine = looking.fingerprint_of(theirs)
    their_key_under(wang, accomplice)
    assert looking.watch(office.first, case_id).waiting[0].fingerprint != genuine
    with pytest.raises(VaultDamaged):
        looking.fingerprint_of(theirs)
    assert "key file is damaged or was altered" in told(theirs, case_id)
    assert Damage.ACCOUNT in {one.damage for one in upkeep.prove(office.first)}
    with office.first.work("reset_password") as work:  # the accounts and the journal made to fit
        work.accounts.get(wang).public_key = public_half(accomplice.store.opened.private_key)
        work.settings.vault.keep(noted_of(accomplice.store.place.vault.read()))
        work.commit()
    assert upkeep.prove(office.first) == []
    assert {(one.damage, one.row) for one in upkeep.prove(office.desk("wang", LENT))} == {
        (Damage.ACCOUNT, str(wang))}


def test_their_own_public_key_in_a_holders_entry_drops_the_holder_and_takes_nothing_in(
        office: Office, accomplice: Desk, case_id: UUID) -> None:
    """Prevented: the line is for the key that the holder had. Seen by the holder at once, who makes no new
    case either whose key would be wrapped for somebody else."""
    their_key_under(office.first.who.account_id, accomplice)
    with pytest.raises(VaultDamaged):
        caucus.talk(office.first, case_id)
    with pytest.raises(VaultDamaged):
        accepted(office.first)


def test_a_seal_they_made_themselves_is_no_word_of_the_case(office: Office, accomplice: Desk,
                                                           case_id: UUID) -> None:
    """Prevented: without the case's key no seal opens; the entry is named in its place."""
    wrap(accomplice, case_id, accomplice.who.account_id, FORGED, 1)
    with pytest.raises((NotHeld, ListBroken)):
        sharing.let_in(accomplice, case_id, accomplice.who.account_id, b"")
    assert not holders.holds_key(accomplice, case_id)
    assert notes(office.first, case_id) == [SECRET]
