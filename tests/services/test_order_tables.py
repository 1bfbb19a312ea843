"""Which table counts: the office's own, else the shipped one; nothing for a source that sends no orders."""

from __future__ import annotations

from mediation_desk.domain.intake.order.terms import OrderClockKind, OrderTerms
from mediation_desk.domain.vocabulary import Source
from mediation_desk.library.sources import path_of, shipped_tables, source_text
from mediation_desk.services.order_tables import rule_of, table_of, terms_of

OWN = {path_of("court"): source_text("court").replace("within = 30,", "within = 20,")}


def finish(forms: dict[str, str]) -> int:
    terms = OrderTerms.read(terms_of(Source.COURT, "before_filing", "", forms))
    assert terms is not None
    return terms.periods[OrderClockKind.FINISH].within


def test_the_offices_own_table_goes_before_the_shipped_one() -> None:
    assert (finish({}), finish(OWN)) == (30, 20)


def test_one_that_this_program_cannot_use_gives_way() -> None:
    assert table_of(Source.COURT, {path_of("court"): "no"}) is shipped_tables()["court"]


def test_a_source_that_sends_no_orders_has_no_table() -> None:
    assert table_of(Source.WALK_IN, {}) is None and terms_of(Source.WALK_IN, "", "", {}) == ""
    assert rule_of(Source.WALK_IN, "投诉", {}) == "" and rule_of(Source.HOTLINE, "投诉", {}) == "complaint"
