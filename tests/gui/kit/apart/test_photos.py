"""Photos as telephones take them: the right way up, refused in words, and read nowhere but apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

import mediation_desk
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.apart import decoding, photos, process
from mediation_desk.gui.kit.apart.photos import is_photo, photo
from tests.gui.kit.apart.hands import HEIC, HEIC_TURNED, png


def is_red(image: object, x: int, y: int) -> bool:
    shade = image.pixelColor(x, y)  # type: ignore[attr-defined]
    return bool(shade.red() > 180 and shade.green() < 90)


def test_a_photo_shows_as_it_was_taken_and_turned_as_it_says() -> None:
    """Red at the top left; turned a quarter to the right, at the top right."""
    assert is_photo(HEIC) and not is_photo(png(QSize(4, 4)))
    taken, turned = photo(HEIC), photo(HEIC_TURNED)
    assert (taken.size(), turned.size()) == (QSize(64, 32), QSize(32, 64))
    assert is_red(taken, 3, 2) and not is_red(taken, 40, 20)
    assert is_red(turned, 29, 3) and not is_red(turned, 3, 3)


def test_a_photo_is_looked_at_listed_and_printed_as_any_picture() -> None:
    assert decoding.decoded(HEIC, 5000).size() == QSize(64, 32)
    assert decoding.small(HEIC, 16).size() == QSize(16, 8)
    (printed,) = decoding.parts(HEIC, 5000)
    assert printed.size() == QSize(64, 32) and decoding.jpeg(printed)[:2] == b"\xff\xd8"


def test_it_comes_through_the_process_apart_within_its_limits() -> None:
    shown = process.picture(HEIC_TURNED, 5000)
    assert shown.size() == QSize(32, 64) and is_red(shown, 29, 3)
    assert process.small_picture(HEIC, 16).size() == QSize(16, 8)
    (sheet,) = process.sheets(HEIC, False)
    assert not isinstance(sheet, int) and sheet.jpeg[:2] == b"\xff\xd8"
    with pytest.raises(DeskError, match="cannot be shown"):
        process.picture(HEIC[:400], 5000)


@pytest.mark.parametrize("data", [HEIC[:60], HEIC[:400], HEIC[:28] + bytes(400), HEIC[:-60] + bytes(60),
                                  HEIC.replace(b"hvc1", b"av01")])
def test_a_damaged_photo_is_refused_in_words_or_shown_as_far_as_it_goes(data: bytes) -> None:
    try:
        assert photo(data).size() == QSize(64, 32)
    except DeskError as refused:
        assert "cannot be shown" in refused.sentence.text


def test_one_that_says_it_is_huge_is_refused_before_a_pixel_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size stands in its head (ispe); the limit is one of pixels."""
    huge = HEIC.replace(b"ispe" + bytes(4) + (64).to_bytes(4, "big") * 2,
                        b"ispe" + bytes(4) + (60_000).to_bytes(4, "big") * 2)
    assert huge != HEIC
    with pytest.raises(DeskError, match="cannot be shown"):
        photo(huge)
    monkeypatch.setattr(photos, "MOST_PIXELS", 64 * 32 - 1)
    with pytest.raises(DeskError, match="cannot be shown"):
        photo(HEIC)


def test_what_reads_photos_is_spoken_to_in_that_room_alone() -> None:
    """It is native code for strangers' files: it may run only where nothing else of the office is."""
    house = Path(mediation_desk.__file__).parent
    speaking = [str(one.relative_to(house)) for one in house.rglob("*.py")
                if re.search(r"\bpi_heif\b", one.read_text("utf-8"))]
    assert speaking == [str(Path("gui/kit/apart/photos.py"))]
