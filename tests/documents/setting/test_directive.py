"""A directive has a word, options and a text; what looks like an option within the text is text."""

import pytest

from mediation_desk.documents.setting.directive import Directive, directive


@pytest.mark.parametrize(("line", "said"), [
    (":: rule", Directive("rule", {}, "")), ("::page ", Directive("page", {}, "")),
    (":: table widths=1,2.5 totals=1 分配表",
     Directive("table", {"widths": "1,2.5", "totals": "1"}, "分配表")),
    (":: center 甲 a=1", Directive("center", {}, "甲 a=1")), ("::", Directive("", {}, ""))])
def test_a_line_is_read(line: str, said: Directive) -> None:
    assert directive(line) == said
