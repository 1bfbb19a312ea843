"""What a source asks, kind by kind: which kind a sender's words mean, and what counts where it is urgent."""

from __future__ import annotations

import pytest

from mediation_desk.domain.intake.order.terms import OrderClockKind, Unit
from mediation_desk.library.sources import shipped_tables

HOTLINE = shipped_tables()["hotline_12345"]
FINISH = OrderClockKind.FINISH


@pytest.mark.parametrize(("words", "kind"), [
    ("投诉", "complaint"), ("咨询类", "consultation"), ("举报", "report"), ("投诉举报/举报", "complaint"),
    ("建议", "suggestion"), ("Complaint", "complaint"), ("其他", None), ("", None)])
def test_the_words_of_the_sender_name_a_kind(words: str, kind: str | None) -> None:
    found = HOTLINE.kind_called(words)
    assert (found.id if found else None) == kind


@pytest.mark.parametrize(("urgency", "is_urgent"), [
    ("紧急", True), ("特急", True), ("一般", False), ("", False), ("非紧急", False), ("不紧急", False)])
def test_an_urgent_order_is_known_by_its_words(urgency: str, is_urgent: bool) -> None:
    assert HOTLINE.is_urgent(urgency) is is_urgent


def test_an_urgent_order_has_the_day_and_another_five_working_days() -> None:
    usual, urgent = (HOTLINE.terms_of("complaint", urgency).periods for urgency in ("一般", "紧急"))
    assert (usual[FINISH].within, urgent[FINISH].within) == (5, 0)
    assert urgent[OrderClockKind.SIGN_IN].unit is Unit.HOURS


def test_an_order_of_an_unknown_kind_has_no_periods_but_all_that_counts_for_every_kind() -> None:
    terms = HOTLINE.terms_of("unheard_of", "紧急")
    assert not terms.periods
    assert terms.giving_back is not None
    assert (terms.giving_back.within, terms.giving_back.unit) == (2, Unit.WORKING_DAYS)
