"""Every template is fed by one view, and tells what each of its fields means."""

from __future__ import annotations

from dataclasses import fields

import pytest

from mediation_desk.documents.views.paper import Paper
from mediation_desk.documents.views.whole_case import WholeCase
from mediation_desk.library.forms import document_names, document_template, whole_case
from tests.documents import samples
from tests.documents.reading import kinds


def test_every_template_has_its_view_and_every_view_its_template() -> None:
    of_the_whole_case = [one.template for one in samples.WHOLE_CASES]
    assert sorted([*(paper.TEMPLATE for paper in kinds()), *of_the_whole_case]) == document_names()
    assert {type(paper) for paper in samples.PAPERS} == {*kinds(), WholeCase}


def test_a_paper_of_the_whole_case_is_told_what_the_file_of_all_of_them_says() -> None:
    assert ["form", *whole_case()] == [each.name for each in fields(WholeCase)]
    assert all(document_template(one.template).needs == whole_case() for one in samples.WHOLE_CASES)


def test_a_paper_of_the_file_says_where_it_lies_and_no_two_lie_in_one_place() -> None:
    """Places as the people's-mediation order has them (Sifatong [2010] No. 239); what is told of the office
    or of several cases lies in no case's file."""
    headers = {name: document_template(name).header for name in document_names()}
    places = [header.order for header in headers.values() if header.order]
    assert len(places) == len(set(places)) and all(0 <= group <= 13 for group, _ in places)
    assert {name for name, header in headers.items() if not header.order} == {
        "bag-list", "case-summary", "case-timeline", "escrow-sheet", "handover-list", "homecoming-receipt",
        "monday-page", "next-steps", "options-sheet", "recovery-sheet", "statistical-report"}


@pytest.mark.parametrize("paper", kinds(), ids=lambda paper: paper.TEMPLATE)
def test_a_template_tells_the_clerk_every_field_it_may_use(paper: type[Paper]) -> None:
    assert list(document_template(paper.TEMPLATE).header.needs) == [each.name for each in fields(paper)]  # type: ignore[arg-type]
