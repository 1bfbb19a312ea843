"""The relationship is laid out factor by factor; only the mediator concludes."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.sorting.relationship import Leaning, RelationshipEntry, check_conclusion, layout
from mediation_desk.domain.words import DeskError
from mediation_desk.library.relationship import read_factors, shipped_factors
from mediation_desk.library.tomllines import FormError


def entry(factor: str, leaning: str | None = None, *, applicant: str = "", respondent: str = "",
          evidence: str = "") -> RelationshipEntry:
    return RelationshipEntry(id=UUID(int=1), case_id=UUID(int=2), factor=factor, leaning=leaning,
                             applicant=applicant, respondent=respondent, evidence=evidence)


def test_the_ten_factors_of_control_ship_in_both_languages() -> None:
    factors = shipped_factors()
    assert [factor.id for factor in factors] == [
        "time_and_workload", "process_control", "rules_and_algorithms", "rewards_and_penalties", "continuity",
        "pricing", "source_of_income", "organisation", "means_of_production", "sole_trader"]
    for factor in factors:
        assert all(label.zh and label.en for label in (factor.label, factor.question, factor.evidence))
        assert {reading.leaning for reading in factor.readings} == (set(Leaning) if factor.weighs else set())


def test_factors_lie_where_the_mediator_sees_them_point() -> None:
    picture = layout(shipped_factors(), [
        entry("pricing", "employment", applicant="公司定", respondent="平台定", evidence="计价规则"),
        entry("continuity", "civil", applicant="每天", respondent="每天", evidence="流水"),
        entry("organisation", applicant="编入站点")])
    assert [one.factor.id for one in picture.toward[Leaning.EMPLOYMENT]] == ["pricing"]
    assert [one.factor.id for one in picture.toward[Leaning.CIVIL]] == ["continuity"]
    assert picture.toward[Leaning.IN_BETWEEN] == ()
    assert [one.factor.id for one in picture.unweighed] == ["organisation"]
    assert picture.toward[Leaning.EMPLOYMENT][0].contested
    assert not picture.toward[Leaning.CIVIL][0].contested


def test_what_is_missing_is_named_factor_by_factor() -> None:
    picture = layout(shipped_factors(), [
        entry("pricing", "employment", applicant="公司定", respondent="平台定", evidence="计价规则"),
        entry("organisation", applicant="编入站点")])
    gaps = {gap.factor.id: gap for gap in picture.missing}
    assert "pricing" not in gaps and len(gaps) == 9
    organisation = gaps["organisation"]
    assert not organisation.applicant
    assert organisation.respondent and organisation.evidence and organisation.leaning
    assert not gaps["sole_trader"].leaning


def test_being_registered_as_a_sole_trader_points_nowhere() -> None:
    picture = layout(shipped_factors(), [entry("sole_trader", "civil", applicant="被要求注册")])
    assert picture.toward[Leaning.CIVIL] == () and picture.unweighed[0].factor.id == "sole_trader"


def test_a_conclusion_needs_reasons_and_one_of_the_three_categories() -> None:
    check_conclusion(None, "")
    check_conclusion("in_between", "工作时间自定，但规则和价格由平台定")
    with pytest.raises(DeskError) as told:
        check_conclusion("employment", "  ")
    assert told.value.field == "relationship_reasons"
    with pytest.raises(DeskError):
        check_conclusion("friendship", "理由")


def test_a_factor_without_readings_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "relationship.toml"
    file.write_text('[[factors]]\nid = "a"\nzh = "甲"\nen = "A"\nquestion_zh = "问"\nquestion_en = "Q"\n'
                    'evidence_zh = "证"\nevidence_en = "E"\nburden = "applicant"\nlaw = "法"\n', "utf-8")
    with pytest.raises(FormError, match=r"relationship\.toml, line 1: a factor that weighs"):
        read_factors(file)
