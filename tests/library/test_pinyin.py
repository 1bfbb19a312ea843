"""How characters are read: the usual way, and the ways of surnames and of names that may be read twice."""

from __future__ import annotations

import pytest

from mediation_desk.library.pinyin import readings


def read(run: str) -> set[str]:
    return {"".join(syllables) for syllables in readings(run)}


@pytest.mark.parametrize(("name", "ways"), [
    ("马晓岚", {"maxiaolan"}), ("单于飞", {"chanyufei", "shanyufei", "danyufei"}),
    ("曾国强", {"zengguoqiang"}), ("王乐", {"wangle", "wangyue"}), ("吕绿", {"lvlv", "lvlu"}),
    ("李〇", {"liling"})])
def test_a_name_is_read_in_every_way_it_may_be(name: str, ways: set[str]) -> None:
    assert ways <= read(name)


def test_in_a_long_run_only_the_first_is_read_another_way() -> None:
    assert {"".join(one[1:]) for one in readings("重庆长安物流有限公司")} == {"qingchanganwuliuyouxiangongsi"}
