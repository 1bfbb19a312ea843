"""The columns of the list, and its rows fetched a page at a time."""

from collections.abc import Callable

from mediation_desk.domain.accounts import Role as Right
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.gui.kit.tables.table import Ask
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.gui.pages.cases.rows import Fetch
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
