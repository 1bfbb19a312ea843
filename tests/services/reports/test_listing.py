"""The list of the cases behind a number, in the order of the number and as it is read."""

import io

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.reports.figures import Behind
from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.reports.totals import Event
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.services.reports.case_list import USUAL, CaseColumn
from mediation_desk.services.reports.listing import ON_PAPER, Listing
from mediation_desk.services.reports.overview import keys_behind, reading
from mediation_desk.store.pace import Pace
from tests.offices import Office
from tests.services.reports.offices import DECEMBER, with_cases
from tests.services.reports.test_overview import let_in

ALL = Narrow()


def test_rows_come_in_the_order_of_the_number_and_progress_is_told(office: Office) -> None:
    look, steps = with_cases(office), list[tuple[int, int]]()
    with look.reading() as work:
        keys = keys_behind(reading(look, work, ALL), DECEMBER, Behind(Event.RECEIVED))
        listing = Listing(look, work, "当期受理", DECEMBER, ALL, Pace(lambda *at: steps.append(at)))
        rows = list(listing.rows(keys))
        days = [str(row[USUAL.index(CaseColumn.RECEIVED)]) for row in rows]
        assert days == sorted(days, reverse=True)
        assert listing.titles()[:2] == ["案号", "当事人"]
        paper = listing.report(keys)
        assert len(paper.lists[0].rows) == 4 and len(paper.lists[0].columns) == len(ON_PAPER) - 1
        target = io.BytesIO()
        listing.separated(target, keys)
    assert steps[0] == (0, 4) and steps[-1] == (4, 4)
    assert "使用范围,内部" in target.getvalue().decode("utf-8-sig")


def test_who_reads_no_figures_reads_no_list(office: Office) -> None:
    with_cases(office)
    let_in(office.first, "guan", "管理员", AccountRole.ADMINISTRATOR)
    keeper = office.desk("guan")
    with keeper.reading() as work, pytest.raises(NotAllowed):
        Listing(keeper, work, "当期受理", DECEMBER, ALL, Pace())
