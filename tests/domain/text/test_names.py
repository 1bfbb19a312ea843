"""The names of persons, as they are typed, pasted and read from old systems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.text.names import person


@pytest.mark.parametrize("dot", [
    "•", "・", "．", "‧", "･", "·", ".", "。", " · ", "∙", "··"])
def test_a_dot_between_the_parts_of_a_name_is_one_dot(dot: str) -> None:
    assert person(f"扎西{dot}才让") == "扎西·才让"


@pytest.mark.parametrize("name", [
    "J. Smith", "凌　云", "A.B", "葛\U000e0100城", "马晓岚。", "·才让", "阿·1", "王 小 二"])
def test_any_other_sign_stays(name: str) -> None:
    assert person(name) == name


def test_a_dot_is_seen_behind_a_chosen_form_and_between_letters() -> None:
    assert person("葛\U000e0100•城") == "葛\U000e0100·城"
    assert person("Ayşe・Yıldız") == "Ayşe·Yıldız"


@pytest.mark.parametrize(("old", "name"), [
    ("王\ue863", "王䶮"), ("\ue81e伯", "\u9fb4伯"), ("李\ue831", "李\U000215d7")])
def test_signs_of_old_identity_systems_become_their_characters(old: str, name: str) -> None:
    """GBK FE9F, FE59 and FE6C stood in the private zone; GB 18030-2022 gives them their places."""
    assert person(old) == name


def test_what_came_with_a_paste_goes() -> None:
    assert person("\u200b扎西\u202d•才让\n") == "扎西·才让"


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("扎西才让•・．。· \u200bAb\ue863")))
def test_once_is_enough(text: str) -> None:
    assert person(person(text)) == person(text)
