"""A value nobody gave is named as soon as it is used; one known to be absent may be asked for."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from mediation_desk.documents.template.blank import Blank, Missing, MissingValue

READER = Environment(undefined=Missing)


def filled(source: str, **values: object) -> str:
    return READER.from_string(source).render(values)


@pytest.mark.parametrize("source", ["{{ party.phone }}", "{{ phone }}", "{% if phone %}x{% endif %}",
                                    "{{ phone ~ 'x' }}", "{{ phone | length }}", "{{ phone == 'x' }}",
                                    "{% for one in phone %}{% endfor %}", "{{ phone.digits }}"])
def test_any_use_of_a_missing_value_is_an_error_that_names_it(source: str) -> None:
    with pytest.raises(MissingValue) as told:
        filled(source, party={})
    assert "phone" in str(told.value)


def test_a_missing_value_may_be_asked_after() -> None:
    assert filled("{% if phone is defined %}x{% else %}无{% endif %}") == "无"


def test_an_absent_value_is_no_and_is_never_printed() -> None:
    absent = Blank(name="party.phone")
    assert filled("{% if phone %}x{% else %}无{% endif %}", phone=absent) == "无"
    assert filled("{{ phone or '未留' }}", phone=absent) == "未留"
    for source in ("{{ phone }}", "{{ phone ~ 'x' }}", "{{ phone | length }}"):
        with pytest.raises(MissingValue, match=r"party\.phone"):
            filled(source, phone=absent)


def test_the_words_of_a_hint_are_said_as_they_are() -> None:
    with pytest.raises(MissingValue, match="案件没有编号"):
        str(Missing(hint="案件没有编号", name="number"))
