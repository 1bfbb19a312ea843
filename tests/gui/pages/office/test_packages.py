"""Cards of offices at the office page: the own one written, another's compared and taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.gui.pages.office.packages import PackagesPart
from mediation_desk.services.office import receiving_offices
from mediation_desk.services.office.receiving_offices import OfficeDraft
from mediation_desk.services.referral import office_cards
from mediation_desk.services.referral.office_cards import Looked, Standing
from mediation_desk.store.referral import office_card
from tests.gui.pages.office.hands import House
from tests.store.referral.packages import RECEIVING, THEIRS


@pytest.fixture
def part(house: House) -> PackagesPart:
    receiving_offices.add_office(house.desk, OfficeDraft(OfficeKind.SOCIAL_INSURANCE, THEIRS.office))
    made = house.part("packages")
    assert isinstance(made, PackagesPart)
    house.settle()
    return made


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """That of another office."""
    path = tmp_path / "a.mdoffice"
    path.write_bytes(office_card.written(THEIRS, RECEIVING))
    return path


def test_the_own_card_is_written_under_its_office_s_name(house: House, part: PackagesPart, tmp_path: Path,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    assert part.own_number.text() == office_cards.own(house.desk).check
    assert part.own_office.text() == house.desk.settings.name
    monkeypatch.setattr(QFileDialog, "getSaveFileName",
                        lambda *_args, **_named: (str(tmp_path / "own.mdoffice"), ""))
    part.write.click()
    house.settle()
    assert office_card.read(tmp_path / "own.mdoffice").office == house.desk.settings.name


def test_another_s_card_is_taken_once_its_number_was_compared(house: House, part: PackagesPart, card: Path,
                                                             monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(card), ""))
    part.read_card.click()
    house.settle()
    assert part.other.isVisible() and part.number.text() == office_card.check_number(THEIRS)
    assert part.office.isVisible() and part.office.value() is not None  # the one that is called so
    part.take_card.click()
    house.settle()
    assert part.compared.error() and part.other.isVisible()
    part.compared.tick.click()
    part.take_card.click()
    house.settle()
    assert not part.other.isVisible()
    (office,) = office_cards.offices(house.desk)
    assert office.public_key == THEIRS.public_key.hex()
    part.look_at(card)
    house.settle()
    assert "known already" in part.standing.text() and not part.take_card.isVisible()


def test_changed_keys_are_told_with_both_numbers(house: House, part: PackagesPart) -> None:
    part.show_card(Looked(THEIRS, "1111 2222", Standing.CHANGED, None, "社保中心", "9999 8888"))
    assert "other keys before" in part.standing.text() and part.former.text() == "Before: 9999 8888"
    assert part.take_card.isVisible() and not part.office.isVisible()
    part.put_away()
    assert not part.other.isVisible()
    house.settle()


def test_a_card_that_is_none_is_told(house: House, part: PackagesPart, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"nonsense")
    part.look_at(tmp_path / "x")
    house.settle()
    assert "not an office's card" in house.page.bar.words.text()
    assert "check number" in part.help_text()
