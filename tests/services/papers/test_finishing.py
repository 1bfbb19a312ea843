"""The one door of papers: the same bytes for the same paper, marked drafts, names from any script."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_desk.documents.views.beside import RecoverySheet
from mediation_desk.documents.views.shared import OfficeView
from mediation_desk.domain.words import DeskError
from mediation_desk.library.fonts import Fonts, shipped_fonts
from mediation_desk.services.papers.finishing import SUBSTITUTE, finished, printable
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


def test_typing_that_cannot_be_printed_refuses_the_paper_and_names_the_character(office: Office) -> None:
    odd = replace(sheet(office), office=OfficeView("工作室🌊", "章"))
    with pytest.raises(DeskError, match="🌊"):
        finished(office.first, odd)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return shipped_fonts()


def test_a_files_name_is_printed_with_a_sign_for_what_the_typeface_lacks(fonts: Fonts) -> None:
    assert printable("录音🌊.m4a", fonts) == f"录音{SUBSTITUTE}.m4a"
    assert printable("\u202e录音\u200d.m4a", fonts) == "录音.m4a"
    assert printable("10月工资单 (副本).pdf", fonts) == "10月工资单 (副本).pdf"


@given(name=st.text(max_size=40))
def test_whatever_a_file_is_called_its_name_can_be_printed(fonts: Fonts, name: str) -> None:
    shown = printable(name, fonts)
    assert printable(shown, fonts) == shown and len(shown) <= len(name)
