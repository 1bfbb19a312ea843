"""Other platforms' forms: read in their order, in both languages, refused in words where they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_desk.library.platforms import Platform, shipped_platforms
from mediation_desk.library.tomllines import FormError, open_source, read

GROUP = '[[groups]]\nzh = "甲"\nen = "A"\n'


def test_the_three_platforms_ask_in_their_order_and_name_every_field_in_both_languages() -> None:
    found = shipped_platforms()
    assert list(found) == ["internet-mediation", "court-elements", "reply-12345"]
    for platform in found.values():
        assert platform.title and platform.title_en and platform.groups
        for group in platform.groups:
            ids = [field.id for field in group.fields]
            assert len(ids) == len(set(ids)) and all(one.zh and one.en and one.text for one in group.fields)


def test_the_courts_form_asks_for_the_plaintiff_as_the_courts_do() -> None:
    plaintiff = shipped_platforms()["court-elements"].groups[0]
    asked = [field.zh for field in plaintiff.fields]
    assert asked[:4] == ["姓名", "性别", "出生日期", "民族"] and asked[-3:-1] == ["证件类型", "证件号码"]


@pytest.mark.parametrize("platform", list(shipped_platforms()))
def test_what_tells_numbers_or_where_somebody_lives_is_private(platform: str) -> None:
    for group in shipped_platforms()[platform].groups:
        for field in group.fields:
            tells = any(word in field.text for word in ("id_number }", "phone", "address"))
            assert field.private or not tells, field.id


@pytest.mark.parametrize(("text", "said"), [
    ('title = "某"\ntitle_en = "One"\n', "groups"),
    (f'title = "某"\ntitle_en = "One"\n{GROUP}each = "judges"\nfields = []\n', "judges"),
    (f'title = "某"\ntitle_en = "One"\n{GROUP}fields = [{{ id = "x", zh = "x", en = "x" }}]\n', "text"),
])
def test_a_wrong_table_is_refused_in_words(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(FormError, match=said):
        read(open_source(file), Platform)
