"""What is kept of the service of a paper."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain import journal_tables
from mediation_desk.domain.serving import ServiceManner, ServiceReceipt
from mediation_desk.domain.travel.tables import JOURNEYS, Goes


def test_a_receipt_says_nothing_that_nobody_entered() -> None:
    one = ServiceReceipt(id=UUID(int=1), case_id=UUID(int=2))
    assert one.served_at is None and not one.signed_by and one.manner is ServiceManner.DIRECT


def test_a_receipt_is_told_in_the_timeline_and_travels_with_its_case() -> None:
    told = journal_tables.TABLES["service_receipts"].columns
    assert told["served_at"].label and told["refused_why"].label and not told["template"].label
    assert JOURNEYS["service_receipts"].goes is Goes.WITH_CASE
