"""A form that goes on for ever is refused with its line, and never makes the program stand still."""

from __future__ import annotations

import pytest

from mediation_desk.documents.template.fill import check_names, fill
from mediation_desk.library.tomllines import FormError
from tests.documents.template.test_fill import Person, Slip, template

TOGETHER = "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}"


@pytest.mark.parametrize("body", [
    "甲\n{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}", f"甲\n{TOGETHER}",
    "甲\n{{ 10 ** 10 ** 10 }}", "甲\n{{ '甲' * 10 ** 12 }}", "甲\n{{ ['甲'] * 1000000000 }}",
    "甲\n{{ '甲' * 100000 }}", "甲\n{{ range(10 * 1000000000) }}"])
def test_a_form_that_goes_on_for_ever_is_refused(body: str) -> None:
    with pytest.raises(FormError):
        fill(template(body), Slip(Person("温若晴")))


@pytest.mark.parametrize("body", [
    "{% for a in 'ab' %}" * 30 + "{% endfor %}" * 30, "{% if person %}" * 200 + "{% endif %}" * 200,
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}"])
def test_a_form_more_nested_than_can_be_read_is_refused_before_it_is_kept_and_after(body: str) -> None:
    with pytest.raises(FormError):
        check_names(template(body), {"person"})
    with pytest.raises(FormError):
        fill(template(body), Slip(Person("温若晴")))


def test_a_form_counts_and_multiplies_as_far_as_papers_need() -> None:
    filled = fill(template("{% for at in range(1000) %}甲{% endfor %}{{ 12 * 36 }}"), Slip(Person("温若晴")))
    assert filled.plain() == "甲" * 1000 + "432"
