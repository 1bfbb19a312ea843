"""A name is found by itself, its pinyin, its initials and any part of it, however it is typed."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mediation_desk.domain.text.findable import asked, filed, findable, holds
from mediation_desk.domain.text.storable import storable
from mediation_desk.library.parts import parts
from mediation_desk.library.pinyin import readings

SURNAMES, GIVEN = "马单仇解吕曾欧阳扎西阿李尉迟", "晓岚雨桐绿才让飞一帆乐云〇古丽行长女略"
SIGNS = "\u200b\u200d\u202d\u202c\ufeff\u2066\u00ad\0"
chinese = st.builds(str.__add__, st.text(SURNAMES, min_size=1, max_size=2),
                    st.text(GIVEN, min_size=1, max_size=8))
dotted = st.lists(chinese, min_size=1, max_size=3).map("·".join)
latin = st.lists(st.text("abcdefghijklmnopqrstvwz", min_size=2, max_size=8), min_size=1,
                 max_size=3).map(" ".join)
names = st.one_of(dotted, latin)


def found(name: str, typed: str) -> bool:
    """As the index does it: each token asked for is one that is filed, or begins one where it may."""
    tokens, wanted = set(filed([name], readings, parts)), asked(typed)
    return bool(wanted) and all(any(token.startswith(want) for token in tokens) if longer else want in tokens
                                for want, longer in wanted)


def syllables(name: str) -> list[str]:
    return list(next(iter(readings(findable(name)))))


@given(names)
def test_a_name_is_found_by_itself(name: str) -> None:
    assert found(name, name)


@given(names, st.data())
def test_a_name_is_found_by_any_two_or_more_of_its_characters(name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(name) - 2))
    part = name[start:data.draw(st.integers(start + 2, len(name)))]
    assume(findable(part))
    assert found(name, part)


@given(dotted, st.data())
def test_a_name_is_found_by_its_pinyin_from_any_character_on(name: str, data: st.DataObject) -> None:
    read = syllables(name)
    rest = read[data.draw(st.integers(0, len(read) - 1)):]
    assert found(name, "".join(rest))
    assert found(name, " ".join(rest).upper())
    assert found(name, "".join(rest).replace("v", "ü"))


@given(dotted)
def test_a_name_is_found_by_its_initials(name: str) -> None:
    assert found(name, "".join(one[0] for one in syllables(name)))


@given(names, st.data())
def test_what_is_never_kept_and_never_seen_makes_no_difference(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name)))
    written = name[:at] + data.draw(st.text(SIGNS, min_size=1)) + name[at:]
    assert findable(written) == findable(name) == findable(storable(written))
    assert found(written, name) and found(name, written)


@given(names)
def test_folding_once_is_enough(name: str) -> None:
    assert findable(findable(name)) == findable(name)


@pytest.mark.parametrize(("name", "typed"), [
    ("扎西·才让", "zxcr"), ("扎西·才让", "扎西才让"), ("扎西·才让", "zhaxi"), ("扎西·才让", "西・才"),
    ("凌　云", "凌云"), ("凌云", "凌　云"), ("凌　云", "lingyun"), ("吕向东", "lü"),
    ("吕向东", "lyuxiangdong"), ("吕向东", "luxiangdong"), ("吕向东", "lxd"), ("吕向东", "Lǚ Xiàngdōng"),
    ("许玉兰", "xüyulan"), ("李〇", "李零"), ("李〇", "李○"), ("李〇", "李0"), ("李〇", "liling"),
    ("李零", "〇"), ("单于飞", "shanyufei"), ("单于飞", "chanyufei"), ("曾国强", "zengguoqiang"),
    ("王乐", "wangyue"), ("西安路", "xi'an"), ("ＭＡ晓岚", "ma晓"), ("Müller", "muller"),
    ("Müller", "MÜLLER"), ("John Smith", "js"), ("John Smith", "smith"), ("葛\U000e0100城", "葛城"),
    ("李𬍛", "李𬍛"), ("王\ue863", "王䶮"), ("五名网络主播", "wmwlzb"), ("13897123456", "+86 138 9712 3456"),
    ("13897123456", "138-9712"), ("13897123456", "3456"), ("09718230155", "(0971) 823-0155"),
    ("09718230155", "8230155"), ("63010219900307002X", "002x"),
    ("63010219900307002X", "630102 19900307 002X"), ("宁中劳调〔2024〕0001号", "〔2024〕0001")])
def test_it_is_found_as_people_type_it(name: str, typed: str) -> None:
    assert found(name, typed)


@pytest.mark.parametrize(("name", "typed"), [
    ("马晓岚", "晓兰"), ("马晓岚", "马岚"), ("扎西·才让", "才西"), ("13897123456", "13897123457"),
    ("马晓岚", "，。！"), ("马晓岚", "")])
def test_it_is_not_found_by_anything_else(name: str, typed: str) -> None:
    assert not found(name, typed)


def test_what_is_looked_for_in_a_page_is_held_whatever_its_writing() -> None:
    assert holds("申请人：扎西·才让，0971-8230155", "扎西才让")
    assert holds("电话 138-9712-3456", "+86 13897123456")
    assert holds("Total: ４，３００", "4,300 total")
    assert holds("应付（30%）", "（") and holds("比例：%", "%")
    assert not holds("马晓岚", "") and not holds("马晓岚", "·") and not holds("马晓岚", "晓兰")


@given(st.sampled_from("𠮷𪜎𫝆𣘺"), chinese, st.data())
def test_a_character_that_cannot_be_read_is_found_by_any_two_of_its_parts(rare: str, given_: str,
                                                                         data: st.DataObject) -> None:
    one, other = data.draw(st.lists(st.sampled_from(parts(rare)), min_size=2, max_size=2))
    assert found(rare + given_, one + other) and found(rare + given_, f"{one}+{other}")
    assert found(rare + given_, other + given_[0]) and not found(given_, one + other)
