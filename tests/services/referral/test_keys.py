"""The office's keys for packages: made once, for good, at the office; and no store key's heir."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.domain.travel.branch import NeedsOffice
from mediation_desk.services.entry import sign_in
from mediation_desk.services.referral import keys, office_cards
from mediation_desk.services.referral.keys import PackageKeysAltered
from mediation_desk.services.travel import leaving, opening
from mediation_desk.services.upkeep import store_key, upkeep
from mediation_desk.store.referral import package_keys
from mediation_desk.store.referral.package_keys import PackageKeys
from mediation_desk.store.store import in_folder
from mediation_desk.store.vault.keys import WillNotOpen
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import accepted


def pairs(office: Office) -> list[PackageKeys]:
    with office.first.reading() as work:
        return keys.known(office.first, work)


def test_they_are_made_when_they_are_first_needed_and_stay(office: Office) -> None:
    assert pairs(office) == []
    check = office_cards.own(office.first).check
    assert office_cards.own(office.first).check == check and len(pairs(office)) == 1
    assert office_cards.own(office.desk()).check == check
    assert upkeep.prove(office.first) == []


def test_after_the_store_key_was_renewed_there_is_a_new_pair_and_the_former_still_opens(
        office: Office) -> None:
    office_cards.own(office.first)
    (former,) = pairs(office)
    store_key.renew(office.first, PASSWORD)
    assert pairs(office) == [former]
    office_cards.own(office.first)
    assert pairs(office)[1:] == [former] and pairs(office)[0] != former
    store_key.renew(office.first, PASSWORD)
    office_cards.own(office.first)
    assert len(pairs(office)) == 3 and pairs(office)[-1] == former


def test_no_store_key_of_former_days_opens_the_present_pair(office: Office) -> None:
    office_cards.own(office.first)
    kept = office.first.store.opened.store_key
    store_key.renew(office.first, PASSWORD)
    office_cards.own(office.first)
    with office.first.reading() as work:
        present = work.settings.value(package_keys.SETTING)[0]
    with pytest.raises(WillNotOpen):
        package_keys.unlocked(present, kept)


def test_a_laptop_signs_nothing_and_has_none_of_it(office: Office, tmp_path: Path) -> None:
    desk, case_id = office.first, accepted(office.first)
    office_cards.own(desk)
    leaving.pack(desk, leaving.Leaving((case_id,), laptop="小白"), tmp_path / "out.mdbag")
    laptop = opening.found(tmp_path / "laptop", tmp_path / "out.mdbag", PASSWORD, office.around)
    try:
        with laptop.reading() as work:
            assert package_keys.SETTING not in work.settings.read()
        with pytest.raises(NeedsOffice):
            office_cards.own(laptop)
    finally:
        laptop.store.close()


def test_they_come_back_with_a_backup(office: Office, tmp_path: Path) -> None:
    check = office_cards.own(office.first).check
    made = upkeep.back_up(office.first, tmp_path / "backups").path
    upkeep.restore(made, "chen", PASSWORD, in_folder(tmp_path / "restored"), office.around)
    again = sign_in.sign_in(in_folder(tmp_path / "restored"), "chen", PASSWORD, office.around)
    try:
        assert office_cards.own(again).check == check
    finally:
        again.store.close()


def test_what_somebody_wrote_into_the_setting_is_told(office: Office) -> None:
    office_cards.own(office.first)
    with office.first.work("change_settings") as work:
        (kept,) = work.settings.value(package_keys.SETTING)
        work.settings.write({package_keys.SETTING: [kept[:-2] + ("00" if kept[-2:] != "00" else "01")]})
        work.commit()
    with pytest.raises(PackageKeysAltered):
        pairs(office)
