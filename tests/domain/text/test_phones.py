"""Telephone numbers, as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.text import phones

MOBILE, TOWN, FREE = "13897123456", "0971-8230155", "400-820-8820"


@pytest.mark.parametrize(("typed", "kept"), [
    ("+86 138 9712 3456", MOBILE), ("138-9712-3456", MOBILE), ("138 9712 3456", MOBILE),
    ("+8613897123456", MOBILE), ("0086-138-9712-3456", MOBILE), ("8613897123456", MOBILE),
    ("（+86）13897123456", MOBILE), ("１３８９７１２３４５６", MOBILE), ("\u202d13897123456\u202c", MOBILE),
    ("138·9712·3456", MOBILE), ("138—9712—3456", MOBILE), ("(0971) 823-0155", TOWN),
    ("（0971）8230155", TOWN), ("0971-8230155", TOWN), ("09718230155", TOWN), ("0971 823 0155", TOWN),
    ("+86 971 823 0155", TOWN), ("+86（0）971-8230155", TOWN), ("０９７１－８２３０１５５", TOWN),
    ("010-8888 8888", "010-88888888"), ("021 88888888", "021-88888888"), ("0512-68888888", "0512-68888888"),
    ("4008208820", FREE), ("400 820 8820", FREE), ("800-820-8820", "800-820-8820"), ("95588", "95588"),
    ("12333", "12333"), ("+852 9123 4567", "+85291234567"), ("+1 (212) 555-0100", "+12125550100"),
    ("0971-8230155转8012", "0971-8230155转8012"), ("0971-8230155 转 8012", "0971-8230155转8012"),
    ("0971-8230155-8012", "0971-8230155转8012"), ("0971-8230155 ext. 8012", "0971-8230155转8012"),
    ("0971-8230155#8012", "0971-8230155转8012"), ("400-820-8820转1", "400-820-8820转1"),
    ("0971-8230155分机：8012", "0971-8230155转8012"),
    ("13897123456/0971-8230155", "13897123456/0971-8230155"),
    ("13897123456、13897123457", "13897123456/13897123457"),
    ("13897123456 13897123457", "13897123456/13897123457")])
def test_a_number_is_known_and_kept_readable_however_it_is_written(typed: str, kept: str) -> None:
    assert phones.known(typed)
    assert phones.kept(typed) == kept
    assert phones.kept(kept) == kept


@pytest.mark.parametrize("typed", [
    "1389712345", "138971234567", "23897123456", "8230155", "0971-82301", "0218230155", "400-820-88", "电话",
    "13897123456/82301", "63010219900307002X", "+86 1389712345"])
def test_what_cannot_be_rung_is_not_known_and_stays_as_it_was_written(typed: str) -> None:
    assert not phones.known(typed)
    assert phones.kept(typed) == typed


def test_one_number_is_known_again_in_any_writing() -> None:
    assert phones.same("+86 138 9712 3456", "138-9712-3456")
    assert phones.same("(0971) 823-0155", "0971-8230155转8012/13897123456")
    assert not phones.same("13897123456", "13897123457")
    assert not phones.same("", "")


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
       st.sampled_from(["", "+86", "+86 ", "0086-", "(+86)"]),
       st.sampled_from([" ", "-", "", "—", "－"]))
def test_every_mobile_number_in_every_writing_is_the_same(number: str, before: str, between: str) -> None:
    written = before + between.join((number[:3], number[3:7], number[7:]))
    assert list(phones.digits(written)) == [number]
