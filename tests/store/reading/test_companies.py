"""The list of companies, a page at a time."""

from __future__ import annotations

from mediation_desk.services.office import companies as listing
from mediation_desk.store.reading import companies
from tests.offices import Office


def test_a_page_says_how_many_there_are_in_all(office: Office) -> None:
    desk = office.first
    for name in ("丙公司", "甲公司", "乙工厂"):
        listing.add_company(desk, {"name": name})
    with desk.reading() as work:
        found, total = companies.found(work.connection, "公司", 1)
        assert (len(found), total) == (1, 2)
        assert len(companies.standing(work.connection)) == 3
        assert companies.found(work.connection, "没有", 5) == ([], 0)
