"""Blanks left open, clauses and figures in words that contradict the rest."""

from __future__ import annotations

import pytest

from mediation_desk.domain.agreeing.checking.ground import LineSaid
from tests.domain.agreeing.grounds import findings, found, ground


def line(text: str, title: str = "", clause: str = "", *excludes: str) -> LineSaid:
    return LineSaid(title, text, clause, excludes)


def test_a_blank_that_nobody_filled_is_looked_at() -> None:
    said = found(ground(lines=(line("保密"), line("自生效之日起____日内办理", "离职证明"))))["blanks"]
    assert "line 2" in said and "离职证明" in said


def test_one_clause_twice_and_a_second_answer_to_late_payment_contradict() -> None:
    tax = line("税前", "个人所得税", "tax")
    own = line("另付违约金", "违约金", "liquidated-amount", "acceleration")
    twice, late = findings(ground(lines=(tax, tax, own), default="acceleration"), "contradictions")
    assert twice.stops and "twice" in str(twice.sentence) and "late payment" in str(late.sentence)


def test_a_clause_that_another_one_excludes_contradicts_it() -> None:
    lines = (line("公开", "公开", "open", "closed"), line("保密", "保密", "closed"))
    assert "“公开” and “保密” contradict" in found(ground(lines=lines))["contradictions"]


def test_two_clauses_that_exclude_each_other_are_told_once() -> None:
    lines = (line("公开", "公开", "open", "closed"), line("保密", "保密", "closed", "open"))
    assert len(findings(ground(lines=lines), "contradictions")) == 1


def test_a_clause_that_a_field_chooses_already_is_not_written_besides() -> None:
    said = found(ground(lines=(line("税前", "个人所得税", "tax"),), chosen={"tax": "个人所得税"}))
    assert "which a field of the terms chooses already" in said["contradictions"]


@pytest.mark.parametrize(("text", "stray"), [
    ("共付9,000.00元", False), ("共付9000元", False), ("每人4500元", False), ("共付0.9万元", False),
    ("共付9500元", True), ("另付１百元", False)])
def test_an_amount_in_words_is_one_of_the_agreements_figures(text: str, stray: bool) -> None:
    assert bool(findings(ground(lines=(line(text),)), "stray_amounts")) is stray


def test_ten_thousands_are_read() -> None:
    assert not findings(ground(lines=(line("请求合计1万元"),)), "stray_amounts")


@pytest.mark.parametrize(("text", "stray"), [
    ("分二期支付", False), ("分两期支付", False), ("分2期支付", False), ("分三期支付", True),
    ("分十二期支付", True), ("分二十期支付", True)])
def test_another_number_of_instalments_in_words_is_looked_at(text: str, stray: bool) -> None:
    assert bool(findings(ground(lines=(line(text),)), "stray_instalments")) is stray


@pytest.mark.parametrize(("text", "stray"), [
    ("可以申请强制执行", True), ("经司法确认后申请强制执行", False),
    ("经仲裁审查制作调解书后可以申请强制执行", False),
    ("强制执行，经司法确认", True)])
def test_words_about_enforcement_say_after_which_step(text: str, stray: bool) -> None:
    assert bool(findings(ground(lines=(line(text),)), "enforcement")) is stray
