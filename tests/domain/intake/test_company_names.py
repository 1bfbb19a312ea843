"""Company names: one company however its name is written, two however alike they look."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.domain.intake.company_names import LegalForms, same_company
from mediation_desk.library.companies import shipped_companies

FORMS = shipped_companies()
NAME = "湟水快送（西宁）网络科技有限公司"


@dataclass
class Written:
    """A company as somebody entered it."""

    name: str
    credit_code: str = ""


@pytest.mark.parametrize("other", [
    "湟水快送(西宁)网络科技有限公司", "湟水快送 （西宁） 网络科技 有限公司",
    "湟水快送西宁网络科技有限责任公司", "湟水快送﹙西宁﹚网络科技公司",
    "湟水快送【西宁】网络科技股份有限公司", "湟水快送（西宁）网络科技",
    "湟水快送（西宁）网络科技有限公司\u200b", "湟水快送（西宁）网络科技（有限合伙）"])
def test_one_company_is_known_in_every_writing(other: str) -> None:
    assert same_company(Written(NAME), Written(other), FORMS)


@pytest.mark.parametrize("other", [
    "湟水快送（兰州）网络科技有限公司", "湟水快送网络科技有限公司", "黄水快送（西宁）网络科技有限公司"])
def test_a_name_with_another_word_is_another_company(other: str) -> None:
    assert not same_company(Written(NAME), Written(other), FORMS)


def test_the_form_in_the_middle_of_a_branchs_name_is_passed_over_too() -> None:
    assert FORMS.core("青海速达配送有限公司西宁分公司") == "青海速达配送西宁"
    assert FORMS.core("城西区老马牛肉面馆（个体工商户）") == "城西区老马牛肉面馆"


def test_latin_names_lose_their_form_at_the_end_alone() -> None:
    """“limited” within a name belongs to it."""
    assert FORMS.core("Ｋｕｎｌｕｎ Limited Editions Co., Ltd.") == "kunlunlimitededitions"
    assert FORMS.core("Kunlun Company Limited") == "kunlun"


def test_credit_codes_decide_where_both_are_known() -> None:
    one, other = Written(NAME, "91630100MA752TEST4"), Written("完全另一个名字", "91630100ma752test4")
    assert same_company(one, other, FORMS)
    assert not same_company(one, Written(NAME, "91630100MA7999999X"), FORMS)
    assert same_company(one, Written(NAME), FORMS)


def test_a_name_of_nothing_but_such_words_stays_itself_and_no_name_is_nobody() -> None:
    assert FORMS.core("有限公司") == "有限公司"
    assert FORMS.core("（ ）") == ""
    assert not same_company(Written(""), Written(" "), FORMS)


def test_the_fingerprint_tells_of_other_words_and_of_no_other_order() -> None:
    told = LegalForms(("有限公司", "公司")).fingerprint
    assert told == LegalForms(("公司", "有限公司")).fingerprint
    assert told != LegalForms(("公司",)).fingerprint


SIGNS = [" ", "（", "）", "(", ")", "\u3000", "-"]


@given(st.text(alphabet="青海湟水速达配送科技", min_size=1, max_size=12),
       st.lists(st.tuples(st.integers(0, 12), st.sampled_from(SIGNS)), max_size=5),
       st.sampled_from(["", "有限公司", "有限责任公司", "（个体工商户）", "股份有限公司"]))
def test_signs_and_forms_make_no_difference(stem: str, signs: list[tuple[int, str]], form: str) -> None:
    written = stem
    for at, sign in signs:
        written = written[:at] + sign + written[at:]
    assert FORMS.core(written + form) == FORMS.core(stem) == stem
    assert FORMS.core(FORMS.core(written + form)) == stem
