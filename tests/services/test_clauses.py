"""The clause library as an office has it: what fits, what contradicts, what an own clause must be."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.agreeing.checking.words import speaks_of_enforcement_alone
from mediation_desk.domain.money import yuan
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.words import DeskError
from mediation_desk.library.forms import Clause, clauses
from mediation_desk.services.clauses import (
    CHOSEN_BY_FIELDS,
    LONGEST_TITLE,
    check_own,
    contradicted,
    excluded_by,
    library,
    line,
    offered,
    place_kind,
    present,
)

OWN = """[[clause]]
id = "own-gift"
kind = "conduct"
title = "慰问金"
text = "被申请人于{{ day | cndate }}前另付慰问金{{ amount | both }}"
fits = "双方愿意时"
excludes = ["costs"]
[clause.places]
day = "付款日"
amount = "慰问金"
"""


def office(own: str = "") -> OfficeSettings:
    return OfficeSettings("某调解工作室", "某调解工作室", own_clauses=own)


@pytest.mark.parametrize("clause", clauses().values(), ids=lambda clause: clause.id)
def test_every_shipped_clause_says_when_it_fits_and_excludes_only_what_there_is(clause: Clause) -> None:
    assert clause.fits and set(clause.excludes) <= set(clauses())
    assert len(clause.title) <= LONGEST_TITLE and not speaks_of_enforcement_alone(clause.text)


def test_what_the_library_must_offer_is_there() -> None:
    titles = {one.title for one in offered(office())}
    assert {"宽限期", "保密", "再无其他争议", "交接", "送达地址", "费用", "协议副本"} <= titles
    assert not any(one.kind in CHOSEN_BY_FIELDS for one in offered(office()))


def test_a_contradiction_holds_in_both_directions() -> None:
    known = library(office())
    assert contradicted(known, known["grace-days"], ["acceleration"]) == ["加速到期"]
    assert contradicted(known, known["acceleration"], ["grace-days", "costs"]) == ["宽限期"]
    assert "grace-days" in excluded_by(known, known["acceleration"])
    assert "plain-default" in excluded_by(known, known["acceleration"])


def test_an_office_adds_its_own_clause_with_its_places() -> None:
    check_own(OWN)
    own = library(office(OWN))["own-gift"]
    assert own in offered(office(OWN)) and present(library(office(OWN)), ["慰问金", "甲"]) == ["own-gift"]
    assert [place_kind(own, place) for place in own.places] == ["day", "money"]
    assert line(own, {"day": date(2025, 1, 2), "amount": yuan("100")}) == (
        "慰问金：被申请人于2025年1月2日前另付慰问金100.00元（人民币壹佰元整）")
    assert place_kind(clauses()["handover"], "things") == "words"


def test_a_place_that_nobody_filled_is_refused() -> None:
    with pytest.raises(DeskError):
        line(clauses()["handover"], {"giver": "甲"})


@pytest.mark.parametrize(("before", "after", "said"), [
    ('kind = "conduct"', 'kind = "default"', "chosen by fields"),
    ("慰问金\"\ntext", "保密\"\ntext", "title “保密”"),
    ("慰问金\"\ntext", "一个写得太长太长太长的标题\"\ntext", "between 1 and 12"),
    ('["costs"]', '["none"]', "no clause “none”"),
    ("{{ day | cndate }}", "{{ hour }}", "place “hour”"), ("另付慰问金", "申请强制执行", "after which step"),
    ('id = "own-gift"', 'id = "costs"', "defined twice"), ("[clause.places]", "[clause.places", "Line 8"),
    ("| both }}", "| nonsense }}", "does not work")])
def test_an_own_clause_that_could_not_be_used_is_refused_with_its_line(before: str, after: str,
                                                                       said: str) -> None:
    assert before in OWN
    with pytest.raises(DeskError, match=said) as refused:
        check_own(OWN.replace(before, after))
    assert refused.value.field == "own_clauses" and "Line" in str(refused.value)


def test_own_clauses_that_an_earlier_program_kept_and_this_one_cannot_read_leave_the_shipped_ones() -> None:
    assert library(office("[[clause")) == clauses()
