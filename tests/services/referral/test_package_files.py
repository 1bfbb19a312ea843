"""What packages and cards are called, and where they may lie."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.services.referral import package_files

DAY = date(2025, 3, 3)


@pytest.mark.parametrize(("number", "office", "name"), [
    ("宁中劳调〔2025〕7号", "城中区社保中心", "宁中劳调〔2025〕7号-城中区社保中心-20250303.mdpackage"),
    ("a/b:c", " 某 局 ", "abc-某-局-20250303.mdpackage"), ("..", "", "20250303.mdpackage"),
    ("号" * 90, "局", "号" * 60 + "-局-20250303.mdpackage")])
def test_a_name_holds_what_every_system_takes(number: str, office: str, name: str) -> None:
    assert package_files.proposed("referral", number, office, DAY) == name


def test_a_card_is_called_by_its_office() -> None:
    assert package_files.card_name("某某 调解室") == "某某-调解室.mdoffice"
    assert package_files.card_name("??") == "office.mdoffice"


@pytest.mark.parametrize("typed", ["", "relative", "/none/there", "/" + "x" * 5000])
def test_a_file_that_is_not_there_is_told_beside_its_field(typed: str) -> None:
    with pytest.raises(DeskError) as refused:
        package_files.old_file(typed, "card")
    assert refused.value.field == "card"


def test_what_was_begun_goes_again_where_it_does_not_come_to_an_end(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with pytest.raises(KeyboardInterrupt), package_files.writing(path):
        path.write_bytes(b"half")
        raise KeyboardInterrupt
    assert not path.exists()
    path.write_bytes(b"somebody's")
    with pytest.raises(DeskError), package_files.writing(path):
        pass
    assert path.read_bytes() == b"somebody's"
