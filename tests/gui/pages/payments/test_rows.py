"""The list is fetched a page at a time, as long as it is known to be, and not at all once it is dropped."""

from __future__ import annotations

from mediation_desk.domain.payments.dues import DueFilter, DueTotals, Section, Sum
from mediation_desk.gui.kit.tables.table import Ask
from mediation_desk.gui.pages.payments.rows import Fetch, columns
from mediation_desk.services.desk import Desk
from tests.gui.pages.payments.hands import NUMBER


def test_rows_come_before_their_sums_and_a_dropped_list_asks_for_nothing(desk: Desk) -> None:
    fetch = Fetch(desk, DueFilter())
    first = fetch(Ask(0, 1, "owed", True))
    assert first.total == 1 and len(first.rows) == 1, "the second is known once it is counted"
    fetch.totals = fetch.add_up()
    assert fetch.listed and fetch.listed.count == fetch(Ask(0, 1)).total == 2
    assert fetch(Ask(0, 100)).total == 2
    fetch.drop()
    assert fetch(Ask(0, 100)).rows == () and fetch.add_up() is None


def test_a_section_is_as_long_as_its_sums_say_and_shrinks_to_what_is_there(desk: Desk) -> None:
    known = DueTotals(Sum(9), {Section.WEEK: Sum(5)})
    fetch = Fetch(desk, DueFilter(Section.WEEK), known)
    assert fetch.listed == Sum(5) and fetch(Ask(0, 1)).total == 5 and fetch(Ask(0, 100)).total == 1
    assert fetch.sorted("late", True) == DueFilter(Section.WEEK)
    row = fetch(Ask(0, 1)).rows[0]
    shown = {column.key: column.value(row) for column in columns(desk, {})}
    assert shown["number"] == NUMBER and str(shown["late"]) == "Today" and shown["mediator"] == ""
