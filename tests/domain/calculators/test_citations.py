"""Under every sum stands the article it rests on, as a lawyer would cite it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import mediation_desk
from mediation_desk.domain.calculators import citations
from mediation_desk.domain.calculators.citations import Citation
from mediation_desk.library.law import shipped_citations
from tests.domain.calculators.office import award

BOOK = shipped_citations()
NAMED = {name: value for name, value in vars(citations).items() if isinstance(value, Citation)}


@pytest.mark.parametrize(("claim", "facts", "article"), [
    ("unpaid_wages", {"amount_due": "5000"}, "《中华人民共和国劳动合同法》第三十条第一款"),
    ("double_wage", {"monthly_wage": "4300", "employed_from": "2024-09-01", "employed_until": "2024-10-31"},
     "《中华人民共和国劳动合同法》第八十二条第一款"),
    ("economic_compensation", {"average_monthly_wage": "5000", "months_of_pay": 2},
     "《中华人民共和国劳动合同法》第四十七条第一款"),
    ("unlawful_termination", {"average_monthly_wage": "5000", "months_of_pay": 2},
     "《中华人民共和国劳动合同法》第八十七条"),
    ("notice_pay", {"last_month_wage": "5000", "ground": "art40_illness"},
     "《中华人民共和国劳动合同法》第四十条"),
    ("overtime", {"monthly_wage": "3480", "workday_hours": 3}, "《中华人民共和国劳动法》第四十四条"),
    ("annual_leave", {"average_monthly_wage": "3000", "days_untaken": 5},
     "《职工带薪年休假条例》第五条第三款"),
    ("illegal_probation", {"wage_after_probation": "6000", "months_over": 1},
     "《中华人民共和国劳动合同法》第八十三条"),
    ("additional_compensation", {"amount_due": "5000", "inspection_order_overdue": "yes"},
     "《中华人民共和国劳动合同法》第八十五条"),
    ("injury_leave_pay", {"monthly_wage": "5000", "months": 2}, "《工伤保险条例》第三十三条第一款"),
])
def test_the_working_cites_the_article_that_gives_the_claim(claim: str, facts: dict[str, object],
                                                            article: str) -> None:
    cited = [BOOK.zh(one) for step in award(claim, **facts).steps for one in step.law]
    assert article in cited


def test_every_article_that_is_cited_has_a_law_with_names() -> None:
    assert len(NAMED) > 20
    assert {citation.law for citation in NAMED.values()} <= set(BOOK.laws)
    for citation in NAMED.values():
        assert BOOK.zh(citation).startswith("《") and str(citation.article) in BOOK.en(citation)


def test_no_article_is_there_under_two_names() -> None:
    assert len(set(NAMED.values())) == len(NAMED)


def test_no_article_stands_there_that_nothing_cites() -> None:
    """Read from the code of all floors: an attribute or a name of a citation, other than its own line."""
    root = Path(mediation_desk.__file__).parent
    used = {node.attr if isinstance(node, ast.Attribute) else node.id
            for file in root.rglob("*.py") if file != Path(str(citations.__file__))
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Attribute | ast.Name)}
    assert set(NAMED) - used == set()
