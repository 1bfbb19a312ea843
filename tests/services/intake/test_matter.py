"""A matter as it is first taken in."""

from __future__ import annotations

from datetime import date, datetime

from mediation_desk.services.intake.matter import IntakeDraft
from mediation_desk.services.intake.orders import OrderDraft

DAY, HOUR = date(2024, 11, 25), datetime(2024, 11, 25, 9)


def test_a_matter_is_known_by_its_own_number_else_by_its_orders() -> None:
    assert IntakeDraft(DAY, source_reference=" 77 ").reference == "77"
    assert IntakeDraft(DAY, order=OrderDraft(arrived_at=HOUR, number=" 78 ")).reference == "78"
    order = OrderDraft(arrived_at=HOUR, number="78")
    assert IntakeDraft(DAY, source_reference="77", order=order).reference == "77"
    assert IntakeDraft(DAY).reference == ""
