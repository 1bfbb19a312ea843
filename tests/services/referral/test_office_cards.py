"""Cards of offices: handed out, compared by telephone, and never silently taken in another's place."""

from __future__ import annotations

from dataclasses import replace as changed
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from mediation_desk.domain.referral.offices import ReceivingOffice
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import receiving_offices
from mediation_desk.services.referral import office_cards
from mediation_desk.services.referral.office_cards import Looked, NotCompared, Standing
from mediation_desk.services.upkeep import store_key
from mediation_desk.store.referral import office_card
from mediation_desk.store.referral.package_keys import new
from tests.offices import PASSWORD
from tests.services.referral.exchange import THERE, Exchange, listed


def of(between: Exchange, name: str = "x") -> Looked:
    """The card of the office there, as it is looked at here."""
    path = office_cards.write_own(between.other, str(between.folder), name)
    return office_cards.look(between.desk, str(path))


def office(desk: Desk, name: str = THERE.name) -> ReceivingOffice:
    with desk.reading() as work:
        return changed(next(one for one in office_cards.standing(work) if one.name == name))


def test_both_see_the_same_number(between: Exchange) -> None:
    seen = of(between)
    assert (seen.check, seen.office) == (office_cards.own(between.other).check, THERE.name)
    assert office_cards.own(between.other).check == office_cards.own(between.other).check


def test_a_card_that_is_known_is_told_so(between: Exchange) -> None:
    seen = of(between)
    assert seen.standing is Standing.KNOWN and seen.called == THERE.name
    assert office(between.desk).signing_key == seen.card.signing_key.hex()


def test_nothing_is_taken_before_the_number_was_compared(between: Exchange) -> None:
    other = listed(between.desk, "城中区公安分局")
    seen = changed(of(between), standing=Standing.NEW, office_id=None)
    with pytest.raises(NotCompared) as refused:
        office_cards.take(between.desk, seen, compared=False, office_id=other.id)
    assert refused.value.field == "compared" and office(between.desk, "城中区公安分局").public_key == ""


def test_a_new_card_needs_an_office_of_the_list(between: Exchange) -> None:
    stranger = written(between, "城中区人民法院")
    seen = office_cards.look(between.desk, str(stranger))
    assert seen.standing is Standing.NEW
    with pytest.raises(DeskError) as refused:
        office_cards.take(between.desk, seen, compared=True)
    assert refused.value.field == "office"
    with pytest.raises(NotThere):
        office_cards.take(between.desk, seen, compared=True, office_id=between.case_id)
    court = listed(between.desk, "城中区人民法院")
    office_cards.take(between.desk, seen, compared=True, office_id=court.id)
    assert office(between.desk, "城中区人民法院").store_id == seen.card.store_id
    with pytest.raises(DeskError, match="has the keys of another card") as refused:
        office_cards.take(between.desk, seen_again(between, "别的"), compared=True, office_id=court.id)
    assert refused.value.field == "office"


def written(between: Exchange, name: str) -> Path:
    """A card of some office that nobody here knows."""
    pairs, path = new(), between.folder / f"{name}.mdoffice"
    card = office_card.OfficeCard(store_id=between.case_id, office=name, public_key=pairs.public,
                                  signing_key=pairs.signing)
    path.write_bytes(office_card.written(replace(card, store_id=pairs_id(name)), pairs))
    return path


def pairs_id(name: str) -> UUID:
    return UUID(bytes=name.encode().ljust(16, b"\0")[:16])


def seen_again(between: Exchange, name: str) -> Looked:
    return office_cards.look(between.desk, str(written(between, name)))


def test_other_keys_of_a_known_office_are_told_and_taken_only_when_both_numbers_were_shown(
        between: Exchange) -> None:
    before, former = office(between.desk), office_cards.own(between.other).check
    store_key.renew(between.other, PASSWORD)
    seen = of(between, "new")
    assert seen.standing is Standing.CHANGED and seen.former == former != seen.check
    assert office(between.desk).public_key == before.public_key
    with pytest.raises(NotCompared):
        office_cards.take(between.desk, seen, compared=False)
    with pytest.raises(DeskError, match="changed meanwhile"):
        office_cards.take(between.desk, changed(seen, standing=Standing.KNOWN, former=""), compared=True)
    office_cards.take(between.desk, seen, compared=True)
    assert office(between.desk).public_key == seen.card.public_key.hex() != before.public_key


def test_ones_own_card_is_refused(between: Exchange) -> None:
    path = office_cards.write_own(between.desk, str(between.folder), "own")
    with pytest.raises(DeskError) as refused:
        office_cards.look(between.desk, str(path))
    assert refused.value.field == "card"


def test_a_card_that_cannot_be_written_says_so(between: Exchange) -> None:
    with pytest.raises(DeskError) as refused:
        office_cards.write_own(between.desk, str(between.folder / "none"), "x")
    assert refused.value.field == "folder"
    office_cards.write_own(between.desk, str(between.folder), "twice")
    with pytest.raises(DeskError) as refused:
        office_cards.write_own(between.desk, str(between.folder), "twice")
    assert refused.value.field == "file"


def test_a_list_that_somebody_wrote_into_outside_the_program_is_no_bug(between: Exchange) -> None:
    assert office_cards.noted_check(changed(office(between.desk), public_key="zz"), "x") == ""


def test_an_office_that_is_put_back_has_no_key_beside_the_one_that_took_its_place(between: Exchange) -> None:
    former = office(between.desk)
    receiving_offices.remove_office(between.desk, former.id)
    store_key.renew(between.other, PASSWORD)
    anew = listed(between.desk, "社保经办中心（新）")
    office_cards.take(between.desk, of(between, "new"), compared=True, office_id=anew.id)
    receiving_offices.put_back_office(between.desk, former.id)
    stands = {one.id: one.signing_key for one in receiving_offices.receiving_offices(between.desk)}
    assert stands[former.id] == "" and stands[anew.id] not in ("", former.signing_key)


def test_an_office_that_was_taken_out_by_mistake_has_its_key_again(between: Exchange) -> None:
    former = office(between.desk)
    receiving_offices.remove_office(between.desk, former.id)
    receiving_offices.put_back_office(between.desk, former.id)
    assert office(between.desk).signing_key == former.signing_key != ""
