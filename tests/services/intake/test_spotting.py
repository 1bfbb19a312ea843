"""A pasted text is read by the words in force; files of text in their encodings."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.domain.intake.spotting.spots import About
from mediation_desk.domain.intake.spotting.spotting import LONGEST
from mediation_desk.domain.words import DeskError
from mediation_desk.library.spotting import shipped_text
from mediation_desk.services.intake.spotting import LARGEST, read_file, read_text
from mediation_desk.services.office import order_words
from tests.offices import Office


def test_a_text_is_kept_as_it_can_be_stored_and_its_places_count_there(office: Office) -> None:
    spotted = read_text(office.first, "来电人:\u200b马国栋\r\n电话:13897120456")
    assert spotted.text == "来电人:马国栋\n电话:13897120456" and spotted.trouble is None
    (name,) = [one for one in spotted.spots if one.about is About.NAME]
    assert spotted.text[name.start:name.end] == "马国栋"


def test_the_offices_own_words_count_once_they_are_kept(office: Office) -> None:
    desk = office.first
    own = shipped_text("words").replace('"高温津贴", ', '"高温津贴", "防暑钱", ', 1)
    order_words.keep(desk, "words", own)
    claims = [one.value for one in read_text(desk, "防暑钱没发").spots if one.about is About.CLAIM]
    assert claims == ["heat_allowance"]


def test_words_that_another_program_wrote_give_way_to_the_shipped_ones(office: Office) -> None:
    desk = office.first
    desk.forms = {"intake/words.toml": "later = 1\n"}
    spotted = read_text(desk, "高温津贴没发")
    assert spotted.trouble is not None and spotted.trouble.file == "words.toml"
    assert [one.value for one in spotted.spots if one.about is About.CLAIM] == ["heat_allowance"]


def test_a_text_of_a_whole_book_is_refused(office: Office) -> None:
    with pytest.raises(DeskError, match="longer than 100,000 characters"):
        read_text(office.first, "工" * (LONGEST + 1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_file_is_read_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "工单.txt"
    path.write_bytes("来电人:马国栋".encode(encoding))
    assert read_file(path) == "来电人:马国栋"


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "工单.txt"
    with pytest.raises(DeskError, match="cannot be read"):
        read_file(path)
    path.write_bytes(b"\x00\x01PNG\xff\xff\xff")
    with pytest.raises(DeskError, match="not a text file"):
        read_file(path)
    path.write_bytes(b"a" * (LARGEST + 1))
    with pytest.raises(DeskError, match="larger than"):
        read_file(path)
