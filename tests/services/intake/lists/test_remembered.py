"""What a list's columns mean is remembered for its source and name."""

from __future__ import annotations

import pytest

from mediation_desk.domain.intake.lists.columns import Meaning, OrderColumns
from mediation_desk.domain.vocabulary import Source
from mediation_desk.domain.words import DeskError
from mediation_desk.services.intake.lists.remembered import keep_layout, layouts
from tests.offices import Office

FIRST = OrderColumns({"谁": Meaning.NAME})
SECOND = OrderColumns({"谁": Meaning.NAME, "何时": Meaning.ARRIVED})


def test_the_last_word_on_a_list_counts(office: Office) -> None:
    desk = office.first
    keep_layout(desk, Source.UNION, " 月报 ", FIRST)
    keep_layout(desk, Source.UNION, "月报", SECOND)
    keep_layout(desk, Source.COURT, "月报", FIRST)
    assert [(one.source, one.name, one.columns) for one in layouts(desk)] == [
        (Source.UNION, "月报", SECOND), (Source.COURT, "月报", FIRST)]


@pytest.mark.parametrize(("name", "said"), [(" ", "called"), ("长" * 41, "at most 40")])
def test_a_list_needs_a_name_that_can_be_shown(office: Office, name: str, said: str) -> None:
    with pytest.raises(DeskError, match=said) as refused:
        keep_layout(office.first, Source.UNION, name, FIRST)
    assert refused.value.field == "list_name" and layouts(office.first) == []
