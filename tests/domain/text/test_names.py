"""The names of persons, as they are typed, pasted and read from old systems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.text.names import changes, modern, person, unknown
from mediation_desk.domain.text.storable import line


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


def test_every_place_that_had_a_private_sign_in_gbk_has_a_character() -> None:
    """GBK's rows as Python's codec (GB 18030-2000) reads them: what is still private there is mapped, where
    GB 18030-2005 or 2022 gives a character; the rest are empty places of the table, no signs at all."""
    private = [chr(code) for code in range(0xE766, 0xE865) if chr(code).encode("gb18030")[0] in (0xA6, 0xFE)]
    rows = {sign.encode("gb18030").hex().upper(): modern(sign) for sign in private}
    assert [rows[code] for code in ("A6D9", "A6DA", "A6DB", "A6DF", "A6EC", "A6ED", "A6F3")] == [
        "\ufe10", "\ufe12", "\ufe11", "\ufe16", "\ufe17", "\ufe18", "\ufe19"]
    assert all(rows[code] != sign for code in rows if code.startswith("FE") for sign in private)
    for code in range(0xE815, 0xE865):
        assert modern(chr(code)) != chr(code), hex(code)
    assert modern("\ue76c\ue7c7\ue7c8\ue7e7\ue7e8\ue7f3") == "€ḿǹ\u303e⿰⿻"


def test_what_is_changed_is_told_and_what_no_table_knows_is_named() -> None:
    assert changes("扎西•王\ue863") == (("\ue863", "䶮"), ("•", "·")) and changes("扎西·才让") == ()
    assert changes("\ue863・才\ue863・让") == (("\ue863", "䶮"), ("・", "·"))
    assert unknown("王\ue000\ue863\U000f0001") == ("\ue000", "\U000f0001")


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("扎西才让•・．。· Ab\ue863\ue000")))
def test_no_visible_sign_of_a_name_is_lost(text: str) -> None:
    """Beside dots and the blanks around them each sign stands there yet, in its order; changes are told."""
    told = dict(changes(text))
    bare = [sign for sign in person(text) if sign not in "· \u3000\u00a0"]
    kept = "".join(modern(sign) for sign in line(text))
    for dot in told:
        kept = kept.replace(dot, "") if told[dot] == "·" else kept
    assert bare == [sign for sign in kept if sign not in "· \u3000\u00a0"]
    assert (person(text) == line(text)) is (told == {})
