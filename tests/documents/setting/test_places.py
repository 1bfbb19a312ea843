"""The places of a paper are read out of its own bytes, each where it was drawn; older papers keep none."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pytest

from mediation_desk.documents.render import pdf
from mediation_desk.documents.setting.places import Box, PaperPlace, Purpose, on_page, places_in
from mediation_desk.documents.setting.strips import MM
from mediation_desk.domain.paper_code import PaperCode
from mediation_desk.library.fonts import shipped_fonts
from mediation_desk.library.forms import document_template
from tests.documents import samples

CODE = PaperCode("工作室", "1号", "0" * 64)


@cache
def agreement(*, code: PaperCode | None = CODE) -> bytes:
    return pdf(document_template("mediation-agreement"), samples.AGREEMENT, shipped_fonts(),
               created=datetime(2024, 12, 3, tzinfo=UTC), code=code)


def test_a_box_comes_to_lie_where_its_strip_does() -> None:
    box = Box(Purpose.SEAL, "调解组织", "工作室", 10, 5, 20, 30)
    assert on_page(box, 2, 100, 700) == PaperPlace(Purpose.SEAL, "调解组织", "工作室", 2, 110, 665, 130, 695)


def test_the_agreement_keeps_a_place_for_each_hand_finger_and_seal() -> None:
    places = places_in(agreement())
    hands = [one for one in places if one.purpose is Purpose.SIGNATURE]
    assert [one.name for one in hands] == [*samples.NAMES, "", "许慎言", "柏青禾"]
    assert sum(one.purpose is Purpose.FINGERPRINT for one in places) == 6  # every natural person of a side
    seals = [one for one in places if one.purpose is Purpose.SEAL]
    assert [one.name for one in seals] == [samples.COMPANY.name, samples.OFFICE.seal_name]
    assert {round((one.right - one.left) / MM, 1) for one in seals} == {42.0}
    assert places_in(agreement()) == places


def test_no_place_covers_another_or_leaves_its_page() -> None:
    places = places_in(agreement())
    for at, one in enumerate(places):
        assert 0 <= one.left < one.right <= 210 * MM and 0 <= one.bottom < one.top <= 297 * MM
        for other in places[at + 1:]:
            apart = (one.page != other.page or one.right <= other.left or other.right <= one.left
                     or one.top <= other.bottom or other.top <= one.bottom)
            assert apart, (one, other)


@pytest.mark.parametrize("code", [None])
def test_a_paper_that_nobody_is_to_sign_keeps_none(code: PaperCode | None) -> None:
    assert places_in(agreement(code=code)) == ()
