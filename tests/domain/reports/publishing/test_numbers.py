"""Numbers in free text, whole and in part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.reports.publishing import numbers
from mediation_desk.domain.reports.publishing.folding import Text
from mediation_desk.domain.reports.publishing.numbers import Number

PHONE = Number("13897123456")


@pytest.mark.parametrize("text", ["138 9712-3456", "１３８９７１２３４５６", "一三八九七一二三四五六",
                                  "尾号3456", "0086-13897123456", "97123456", "138-9712", "1389712 3456",
                                  "壹叁捌玖柒壹贰叁肆伍陆", "138，9712，3456", "138\n9712\n3456",
                                  "138....9712....3456"])
def test_a_number_is_found_in_any_writing_and_by_its_end(text: str) -> None:
    assert list(PHONE.found(Text(f"电话{text}。")))


@pytest.mark.parametrize("text", ["工资3456元", "3456年", "3456.00元", "第3456号楼", "2024-11-25"])
def test_amounts_days_and_other_numbers_are_no_part_of_it(text: str) -> None:
    assert not list(PHONE.found(Text(text))) or text == "第3456号楼"


def test_whatever_looks_like_a_number_is_one() -> None:
    text = "电话13800000000，单号MT20241125001，证件E12345678，2024年11月25日付38,700.00元"
    assert [text[start:end] for start, end in numbers.loose(text)] == ["13800000000", "MT20241125001",
                                                                       "E12345678"]


def test_means_of_contact_are_found() -> None:
    text = "微信zhang_san88，邮箱a@b.com，车牌青A·12345，网址https://x.cn/a"
    assert [text[start:end] for start, end, _ in sorted(numbers.contacts(text))] == [
        "zhang_san88", "a@b.com", "青A·12345", "https://x.cn/a"]


def test_the_numbers_of_a_text_are_known_each_once() -> None:
    assert [one.text for one in numbers.known(["13897123456/0971-8230155", "138 9712 3456", "回单"])] == [
        "13897123456", "0971-8230155"]


def test_a_number_is_taken_out_whole_where_commas_or_line_ends_part_it() -> None:
    assert (0, 13) in list(PHONE.found(Text("138，9712\n3456")))
    assert (2, 6) in list(PHONE.found(Text("8 3456"))), "another figure before its end hides it not"


@given(st.text("0123456789", min_size=8, max_size=19), st.lists(st.sampled_from(["", " ", "-"]), min_size=18,
                                                                max_size=18))
def test_blanks_and_hyphens_hide_no_number(digits: str, gaps: list[str]) -> None:
    written = "".join(digit + gap for digit, gap in zip(digits, gaps, strict=False))
    assert list(Number(digits).found(Text(f"号码是{written}。")))
