"""Places: what is searched for of an address, and what stands for it."""

import pytest

from mediation_desk.domain.reports.publishing import places

ADDRESS = "青海省西宁市城中区南大街12号3单元501室"


def test_an_address_is_told_by_its_kinds_alone() -> None:
    assert places.general(ADDRESS) == "某省某市某区某大街"
    assert places.general("老地方") == "某地"


def test_its_parts_are_searched_for_alone() -> None:
    assert dict(places.parts(ADDRESS)) == {"青海": "某省", "青海省": "某省", "西宁": "某市", "西宁市": "某市",
                                           "城中区": "某区", "南大街": "某大街"}


@pytest.mark.parametrize(("text", "told"), [
    ("他在西宁打工", "他在某市打工"),
    ("安康是福", "安康是福"),
    ("安康市人", "某市人"),
    ("住某路12号3单元501室", "住某路某号"),
    ("海西蒙古族藏族自治州", "某自治州"),
])
def test_a_place_that_anybody_knows_is_generalised(text: str, told: str) -> None:
    assert places.in_text(text) == told


def test_a_room_is_no_place() -> None:
    assert places.is_ordinary("会议室") and not places.is_ordinary("南大街")
