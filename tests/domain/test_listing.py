"""How a list of cases may be ordered."""

from dataclasses import fields

import pytest

from mediation_desk.domain.listing import SORTABLE, CaseFilter
from mediation_desk.domain.summary import CaseRow


def test_every_order_that_is_offered_is_a_column_of_the_list() -> None:
    assert set(SORTABLE) <= {field.name for field in fields(CaseRow)}
    for column in SORTABLE:
        assert CaseFilter(sort=column).sort == column


def test_an_order_that_nobody_offers_is_a_slip_of_the_program() -> None:
    with pytest.raises(ValueError, match="facts_in_brief"):
        CaseFilter(sort="facts_in_brief")


def test_a_fresh_filter_narrows_nothing() -> None:
    wanted = CaseFilter()
    assert not (wanted.text or wanted.stations or wanted.statuses or wanted.kinds or wanted.mediators)
    assert wanted.received_from is None and wanted.received_until is None and not wanted.removed
