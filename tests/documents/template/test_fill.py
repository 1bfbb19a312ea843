"""What people typed is only ever text, and what is missing is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.documents.setting.compose import compose
from mediation_desk.documents.template.blocks import Form, Paragraph, Run, Table, plain_text
from mediation_desk.documents.template.fill import fill_text
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.text.storable import storable
from mediation_desk.domain.words import DeskError
from mediation_desk.library.forms import FormText, clauses

THIRTY_THOUSAND = yuan("30264.00")


@dataclass(frozen=True)
class Person:
    name: str
    phone: str | None = None


@dataclass(frozen=True)
class Slip:
    person: Person
    amount: Money = THIRTY_THOUSAND
    day: date | None = None


def template(body: str) -> FormText:
    return FormText("便条", body, 4, "documents/slip.md", {})


NASTY = ["| a | b |", "**bold** *slant* _under_", "# heading", "<b>&amp;</b>", "{{ 7*7 }}{% raw %}",
         "- one\n- two", "::page", "`code`", "\ue0000\ue001", "[x](http://y)", "---", "1. one",
         "    indented", "a\\*b"]


@pytest.mark.parametrize("name", NASTY)
def test_a_name_never_acts_as_markup(name: str) -> None:
    blocks = compose(template("{{ person.name }}\n\n| 姓名 |\n|---|\n| {{ person.name }} |\n\n:: form\n\n"
                              "- 姓名 = {{ person.name }}\n"), Slip(Person(name)))
    paragraph, table, form = blocks
    assert isinstance(paragraph, Paragraph) and isinstance(table, Table) and isinstance(form, Form)
    shown = "".join(c for c in name if not "\ue000" <= c <= "\uf8ff") if "\ue000" in name else name
    for runs in (paragraph.runs, table.rows[0][0], form.rows[0][0].value):
        assert runs == (Run(name),) or plain_text(runs) == shown


@pytest.mark.parametrize("word", ["e", "escape", "forceescape", "tojson", "urlize", "safe"])
def test_no_filter_lets_a_name_act_as_markup(word: str) -> None:
    with pytest.raises(DeskError):
        compose(template(f"{{{{ person.name | {word} }}}}"), Slip(Person("# **name**")))


def test_the_marks_of_values_stand_for_nothing_in_a_form() -> None:
    (paragraph,) = compose(template("{{ person.name }}乙\ue0000\ue001\ue0009\ue001"), Slip(Person("甲")))
    assert isinstance(paragraph, Paragraph) and paragraph.text == "甲乙09"


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs")), min_size=1).filter(
    lambda name: storable(name) == name))
def test_any_text_comes_out_as_it_went_in(name: str) -> None:
    blocks = compose(template("甲{{ person.name }}乙"), Slip(Person(name)))
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [f"甲{name}乙"]


def test_a_missing_value_is_named() -> None:
    with pytest.raises(DeskError, match="phone") as trouble:
        compose(template("电话{{ person.phone }}"), Slip(Person("甲")))
    assert trouble.value.field == "phone"


@pytest.mark.parametrize(("body", "name"), [("{{ day | cndate }}", "day"), ("{{ nobody }}", "nobody"),
                                            ("{% if nobody %}x{% endif %}", "nobody"),
                                            ("{{ person.age }}", "age")])
def test_a_name_that_the_context_lacks_is_an_error(body: str, name: str) -> None:
    with pytest.raises(DeskError, match=name):
        compose(template(body), Slip(Person("甲")))


def test_a_template_may_ask_whether_a_value_is_there() -> None:
    blocks = compose(template("{% if person.phone %}有{% else %}无{% endif %}{{ person.phone or '——' }}"),
                     Slip(Person("甲")))
    assert isinstance(blocks[0], Paragraph) and blocks[0].text == "无——"


@pytest.mark.parametrize("body", ["行一\n{% if %}\n", "行一\n{{ amount | nosuch }}\n",
                                  "行一\n{{ amount | cndate }}\n", "行一\n{{ ().__class__.__mro__ }}\n"])
def test_a_wrong_template_is_refused_with_its_line(body: str) -> None:
    with pytest.raises(DeskError, match=r"documents/slip\.md") as trouble:
        compose(template(body), Slip(Person("甲")))
    assert trouble.value.field or trouble.value.sentence.particulars["line"] == 5


def test_markdown_that_is_not_laid_out_is_refused() -> None:
    with pytest.raises(DeskError, match="nosuch"):
        compose(template(":: nosuch 文字"), Slip(Person("甲")))


def test_bold_works_beside_chinese_punctuation() -> None:
    blocks = compose(template("**甲：**乙"), Slip(Person("甲")))
    assert isinstance(blocks[0], Paragraph) and blocks[0].runs == (Run("甲：", bold=True), Run("乙"))


def test_the_acceleration_clause_is_filled() -> None:
    text = fill_text(clauses()["acceleration"].text, {"days": 5}, "clauses/default.toml")
    assert "逾期超过5日" in text and "{{" not in text


def test_a_clause_says_an_amount_in_figures_and_capitals() -> None:
    text = fill_text(clauses()["resume-full-claim"].text, {"days": 5, "claimed": yuan("38700.00")})
    assert "38,700.00元（人民币叁万捌仟柒佰元整）" in text


def test_a_clause_without_its_days_is_refused() -> None:
    with pytest.raises(DeskError, match="days"):
        fill_text(clauses()["acceleration"].text, {})


@pytest.mark.parametrize("clause", list(clauses().values()), ids=lambda clause: clause.id)
def test_each_clause_declares_the_places_it_uses(clause: object) -> None:
    values = {"days": 5, "amount": yuan("1.00"), "claimed": yuan("1.00"), "net": True, "office": "甲",
              "ended_on": date(2024, 10, 31), "payer": "甲", "others": "乙", "parts": "甲1.00元",
              "first": "甲", "places": "第一顺位：甲", "further": True, "guarantor": "丙", "most": "1.00元",
              "giver": "甲", "receiver": "乙", "things": "工牌", "who": "各自负担"}
    one = clauses()[clause.id]  # type: ignore[attr-defined]
    filled = fill_text(one.text, {name: values[name] for name in one.places})
    assert filled and "{" not in filled


def test_what_hides_or_turns_is_left_out_of_papers() -> None:
    """A name that would turn the amount behind it around stands before it as it was written."""
    text = fill_text("付{{ who }}{{ sum }}元",
                     {"who": "马\u202e晓\u2066岚\u200b\u200f", "sum": yuan("5000.00")})
    assert text == "付马晓岚5,000.00元"
