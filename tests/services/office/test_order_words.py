"""The words of orders at the office: changed, tried on a sample, refused with their line, had back."""

from __future__ import annotations

import pytest

from mediation_desk.domain.intake.spotting.spots import About
from mediation_desk.domain.words import DeskError
from mediation_desk.library.spotting import FILES, shipped_text
from mediation_desk.library.tomllines import FormError
from mediation_desk.services.form_texts import LARGEST, Standing
from mediation_desk.services.office import order_words
from tests.offices import Office

OWN = shipped_text("words").replace('"高温津贴", ', '"高温津贴", "防暑钱", ', 1)


def standings(office: Office) -> dict[str, Standing]:
    return {one.name: one.standing for one in order_words.listed(office.first)}


def test_a_list_is_kept_in_place_of_the_shipped_one_and_had_back(office: Office) -> None:
    desk = office.first
    assert standings(office) == dict.fromkeys(FILES, Standing.SHIPPED)
    order_words.keep(desk, "words", OWN)
    assert standings(office)["words"] is Standing.CHANGED and order_words.text_of(desk, "words") == OWN
    order_words.drop(desk, "words", OWN)
    assert order_words.text_of(desk, "words") == shipped_text("words")


def test_a_list_is_tried_before_it_is_kept(office: Office) -> None:
    found = order_words.tried(office.first, "words", OWN, "防暑钱没发")
    assert [one.value for one in found if one.about is About.CLAIM] == ["heat_allowance"]
    assert standings(office)["words"] is Standing.SHIPPED


def test_what_cannot_be_used_is_refused(office: Office) -> None:
    desk = office.first
    with pytest.raises(FormError, match="line"):
        order_words.keep(desk, "words", "claims = 1\n")
    with pytest.raises(DeskError, match="longer than"):
        order_words.keep(desk, "words", "#" * (LARGEST + 1))
    with pytest.raises(DeskError, match="no form called"):
        order_words.text_of(desk, "others")
