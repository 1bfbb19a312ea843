"""The one door of papers: the same bytes for the same paper, marked drafts, names from any script."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from mediation_desk.documents.views.beside import RecoverySheet
from mediation_desk.documents.views.shared import OfficeView
from mediation_desk.services.papers.finishing import finished
from tests.offices import Office
from tests.services.papers_desk import text_of

NOON = datetime(2025, 1, 20, 4, tzinfo=UTC)
CODE = "-".join(["7Q2FK"] * 8)


def sheet(office: Office) -> RecoverySheet:
    return RecoverySheet(office=OfficeView("城中区调解工作室", "调解专用章"), code=CODE,
                         code_groups=tuple(CODE.split("-")), made_on=office.first.today, sheet_number="1")


def test_a_paper_is_called_by_its_form_and_known_by_the_fingerprint_of_its_bytes(office: Office) -> None:
    one, other = (finished(office.first, sheet(office), created=NOON) for _ in range(2))
    assert (one.template, one.title, one.to_sign) == ("recovery-sheet", "数据恢复单", None)
    assert one.pdf == other.pdf and one.sha256 == other.sha256
    assert finished(office.first, replace(sheet(office), sheet_number="2"), created=NOON).sha256 != one.sha256


def test_a_draft_says_on_its_pages_that_it_is_one(office: Office) -> None:
    assert "草稿" in text_of(finished(office.first, sheet(office), draft=True))
    assert "草稿" not in text_of(finished(office.first, sheet(office)))


def test_no_typing_refuses_a_paper(office: Office) -> None:
    odd = replace(sheet(office), office=OfficeView("工作室🌊", "章"))
    assert "工作室🌊" in text_of(finished(office.first, odd))
