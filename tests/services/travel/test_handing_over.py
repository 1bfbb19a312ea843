"""Handing over: noted at the office, packed for one person of another office, without what was said alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.travel.branch import NeedsOffice
from mediation_desk.domain.travel.tables import STAYING_HERE
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.services.travel import cards, handing_over, leaving, opening, receiving, register
from mediation_desk.services.travel.handing_over import Handing
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.travel import bag, loads
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import accepted
from tests.services.travel.handovers import REASON, Handover, hand_over, other_office
from tests.services.travel.roads import Road
from tests.services.two_desks import LENT

CANARY = "只对调解员说的一句话"


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Office]:
    """The other office."""
    with other_office(tmp_path / "there") as made:
        yield made


def test_the_office_knows_who_has_it_where_and_why(office: Office, there: Office, tmp_path: Path) -> None:
    desk, case_id = office.first, accepted(office.first)
    made = handing_over.pack(desk, Handing((case_id,), cards.own(there.first).card, f" {REASON} "),
                             tmp_path / "a.mdbag")
    (line,) = register.bags(desk)
    assert (line.laptop, line.office, line.carrier, line.bag.reason) == (
        "白玉兰", "湟中区多巴镇人民调解委员会", "陈守信", REASON)
    assert line.bag.numbers == "" and line.bag.is_out and line.bag.id == made.bag_id
    (away,) = register.away(desk, [case_id])[case_id]
    assert (away.laptop, away.office) == ("白玉兰", "湟中区多巴镇人民调解委员会")
    assert register.laptops(desk) == [], "it is no laptop that one could take cases along on"
    assert upkeep.prove(desk) == []


def test_the_same_person_is_known_again_and_under_a_new_name(office: Office, there: Office, tmp_path: Path
                                                             ) -> None:
    case_id = accepted(office.first)
    hand_over(office.first, there.first, case_id, tmp_path / "a.mdbag")
    me = there.first.who
    accounts.change(there.first, me.account_id, "白玉兰（副主任）", me.account.roles)
    with there.first.reading():
        pass
    hand_over(office.first, there.first, case_id, tmp_path / "b.mdbag")
    one, other = register.bags(office.first)
    assert one.bag.laptop_id == other.bag.laptop_id
    assert one.laptop == "白玉兰（副主任）"


@pytest.mark.parametrize(("cases", "reason", "field"), [
    ((), REASON, "cases"), (("case",), "  ", "reason"), (("case",), "长" * 501, "reason")])
def test_what_is_missing_is_said_beside_it(office: Office, there: Office, tmp_path: Path,
                                           cases: tuple[str, ...], reason: str, field: str) -> None:
    wanted = Handing(cases, cards.own(there.first).card, reason)  # type: ignore[arg-type]
    with pytest.raises(DeskError) as refused:
        handing_over.pack(office.first, wanted, tmp_path / "a.mdbag")
    assert refused.value.field == field
    assert not list(tmp_path.glob("*.mdbag"))


def test_nobody_hands_over_to_the_own_office(office: Office, tmp_path: Path) -> None:
    case_id = accepted(office.first)
    with pytest.raises(DeskError, match="own office") as refused:
        hand_over(office.first, office.first, case_id, tmp_path / "a.mdbag")
    assert refused.value.field == "card"
    assert register.bags(office.first) == []


def test_where_the_stick_is_gone_nothing_is_handed_over(office: Office, there: Office, tmp_path: Path
                                                        ) -> None:
    case_id = accepted(office.first)
    with pytest.raises(DeskError) as refused:
        hand_over(office.first, there.first, case_id, tmp_path / "gone" / "a.mdbag")
    assert refused.value.field == "folder"
    assert (register.bags(office.first), register.is_any_out(office.first)) == ([], False)
    assert upkeep.prove(office.first) == []


def test_only_a_mediator_of_the_case_hands_it_over(office: Office, there: Office, tmp_path: Path) -> None:
    case_id = accepted(office.first)
    accounts.add(office.first, accounts.AccountDraft("li", "李", frozenset({AccountRole.MEDIATOR}), LENT))
    with pytest.raises(DeskError):
        hand_over(office.desk("li", LENT), there.first, case_id, tmp_path / "a.mdbag")
    assert not list(tmp_path.glob("*.mdbag"))


def test_a_laptop_hands_nothing_over(accepted_road: Road, there: Office) -> None:
    with pytest.raises(NeedsOffice):
        hand_over(accepted_road.laptop(), there.first, accepted_road.case_id,
                  accepted_road.folder / "x.mdbag")
    with pytest.raises(NeedsOffice):
        cards.own(accepted_road.laptop())


def chunks(path: Path, desk_key: bytes) -> bytes:
    """All that is in a bag, decrypted and unpacked, in one piece."""
    outside = bag.look_at(path)
    load = loads.read(path, bag.key_for_carrier(outside, desk_key))
    return repr((load.inside, load.rows)).encode()


def test_neither_what_was_said_alone_nor_any_key_or_password_leaves(office: Office, there: Office,
                                                                    tmp_path: Path) -> None:
    """The whole bag is searched as it lies there and decrypted; so is the store of whoever took it in."""
    desk, case_id = office.first, accepted(office.first)
    caucus.note(desk, case_id, Side.APPLICANT, CANARY)
    path = hand_over(desk, there.first, case_id, tmp_path / "a.mdbag")
    with desk.reading() as work:
        wraps = [bytes(one.wrapped) for one in work.caucus.wraps(case_id)]
        sealed = [bytes(one.sealed) for one in work.caucus.items(case_id)]
    vault = desk.store.place.vault.read().of(desk.who.account_id)
    secrets = [CANARY.encode(), vault.private_wrap, vault.salt, *wraps, *sealed,
               bytes(desk.store.opened.store_key), vault.login.encode()]
    inside = chunks(path, there.first.store.opened.private_key)
    for one in secrets[:-1]:
        assert one not in path.read_bytes()
        assert repr(one).encode()[2:-1] not in inside and one not in inside
    load = loads.read(path, bag.key_for_carrier(bag.look_at(path), there.first.store.opened.private_key))
    assert not STAYING_HERE & load.rows[case_id].keys()
    receiving.take_in(there.first, path)
    assert caucus.talk(there.first, case_id).words == ()
    with there.first.store.engine.connect() as connection:
        dump = "\n".join(repr(row) for table in metadata.sorted_tables
                         for row in connection.execute(table.select()))
    for one in secrets[:-1]:
        assert repr(one)[2:-1] not in dump
    assert CANARY not in dump


def test_a_laptop_or_another_person_does_not_open_it(office: Office, there: Office, tmp_path: Path) -> None:
    path = hand_over(office.first, there.first, accepted(office.first), tmp_path / "a.mdbag")
    with pytest.raises(DeskError, match="another office") as refused:
        opening.found(tmp_path / "laptop", path, PASSWORD, office.around)
    assert refused.value.field == "bag"
    accounts.add(there.first, accounts.AccountDraft("ma", "马", frozenset({AccountRole.MEDIATOR}), LENT))
    with pytest.raises(DeskError, match="another person"):
        receiving.look(there.desk("ma", LENT), path)
    with pytest.raises(DeskError, match="own office"):
        receiving.look(office.first, path)


def test_an_office_s_own_laptop_bag_is_not_taken_in(office: Office, there: Office, tmp_path: Path) -> None:
    leaving.pack(office.first, leaving.Leaving((accepted(office.first),), laptop="小白"),
                 tmp_path / "a.mdbag")
    with pytest.raises(DeskError, match="laptops"):
        receiving.look(there.first, tmp_path / "a.mdbag")


def test_with_or_without_the_evidence(handed: Handover) -> None:
    for with_evidence, files in ((True, 3), (False, 0)):
        path = hand_over(handed.desk, handed.laptop(), handed.case_id,
                         handed.folder / f"{with_evidence}.mdbag", with_evidence=with_evidence)
        assert receiving.look(handed.laptop(), path).files == files
