"""The columns of the list, and its rows fetched a page at a time."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.accounts import Role as Right
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.money import yuan
from mediation_desk.gui.kit.tables.table import Ask
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.gui.pages.cases.rows import Fetch, columns
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import accounts
from tests.gui.pages.cases.hands import register


def test_whose_a_case_is_stands_in_the_list_once_several_mediate(page: Callable[[], CasesPage],
                                                                 desk: Desk) -> None:
    register(desk, "马海龙")
    alone = page()
    accounts.add(desk, accounts.AccountDraft("wang", "王同事", frozenset({Right.MEDIATOR}), "lent 12 words"))
    together = page()
    assert [made.model.index(0, 9).data() for made in (alone, together)] == ["", "李调解"]


def test_a_list_that_nobody_wants_any_more_is_not_read(desk: Desk) -> None:
    register(desk, "王雨桐")
    fetch = Fetch(desk, CaseFilter())
    assert fetch(Ask(0, 10)).total == 1
    fetch.drop()
    assert fetch(Ask(0, 10)).rows == ()


def test_the_count_is_asked_for_once_until_it_is_forgotten(desk: Desk,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    register(desk, "马海龙")
    asked: list[int] = []
    count = reading.count

    def counted(*args: object) -> int:
        asked.append(1)
        return count(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "count", counted)
    fetch = Fetch(desk, CaseFilter())
    for _ in range(2):
        assert fetch(Ask(0, 10)).total == 1
    register(desk, "张晓雯")
    assert fetch(Ask(0, 10)).total == 1 and len(asked) == 1
    fetch.forget()
    assert fetch(Ask(0, 10)).total == 2 and len(asked) == 2


def test_rows_come_by_the_page_in_the_order_that_is_asked_for(desk: Desk) -> None:
    for name in ("甲", "乙", "丙"):
        register(desk, name)
    fetch = Fetch(desk, CaseFilter())
    serials = [[row.number[-5:-1] for row in fetch(ask).rows] for ask in (
        Ask(0, 2, "number"), Ask(2, 2, "number"), Ask(0, 3, "number", True), Ask(0, 3, "cause"))]
    assert serials[:3] == [["0001", "0002"], ["0003"], ["0003", "0002", "0001"]]
    assert len(serials[3]) == 3  # what cannot be sorted by is no trouble


def test_an_amount_that_is_not_there_leaves_its_cell_empty(desk: Desk, dressed: QApplication) -> None:
    register(desk, "马海龙")
    (row,) = Fetch(desk, CaseFilter())(Ask(0, 10)).rows
    cells = {column.key: column.value(row) for column in columns(desk, {})}
    assert cells["claimed"] is None and cells["agreed"] is None and cells["outstanding"] is None
    claimed = replace(row, claimed=yuan("0.01"))
    assert next(one for one in columns(desk, {}) if one.key == "claimed").value(claimed) == yuan("0.01")
