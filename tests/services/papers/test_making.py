"""What can be printed where a case stands, and what is said of a paper that cannot."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest

from mediation_desk.documents.views.paper import Paper as View
from mediation_desk.documents.views.shared import OfficeView
from mediation_desk.domain.vocabulary import Side, Station
from mediation_desk.library import forms
from mediation_desk.library.forms import PaperStation
from mediation_desk.library.shipped import shipped
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import closing, making, signing, whole_case
from mediation_desk.services.papers.maker import Maker
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import accepted, asked, case_of, refused, registered, terms, text_of

STAGES = {
    Station.INTAKE: {"intake-register", "rights-notice", "acceptance-notice", "element-sheet",
                     "sorting-record", "calculation-sheet", "relationship-assessment", "arbitration-outlook",
                     "options-sheet"},
    Station.MEDIATION: {"mediation-record"},
    Station.SETTLEMENT: {"mediation-agreement", "signing-checks", "performance-ledger", "next-steps",
                         "referral-letter", "review-application", "confirmation-application",
                         "mediation-certificate"},
    Station.CLOSING: {"return-visit", "closing-form"},
}


def test_papers_of_later_stations_wait(desk: Desk) -> None:
    case_id = accepted(desk)
    fields = {template: refused(desk, case_id, template).field for template in (
        "mediation-agreement", "performance-ledger", "return-visit", "closing-form", "termination-notice",
        "refusal-notice", "mediation-record")}
    assert fields == {"mediation-agreement": None, "performance-ledger": None, "return-visit": "visits",
                      "closing-form": "outcome", "termination-notice": None, "refusal-notice": None,
                      "mediation-record": "sessions"}


def test_an_unknown_form_is_refused_by_name(desk: Desk) -> None:
    assert "no-such-form" in str(refused(desk, registered(desk), "no-such-form"))


def test_a_person_with_a_rare_name_has_an_agreement_to_sign(desk: Desk) -> None:
    """𠮷 (U+20BB7) is in HanaMinB, the other in no typeface: the hand writes it into its square."""
    case_id = asked(desk, accepted(desk, ("温若晴", "𠮷小满", "李\U000323b0")))
    text = text_of(signing.preview_agreement(desk, case_id, terms()))
    assert "𠮷小满" in text and "李\U000323b0" in text and "手写补字" in text


def test_each_station_adds_the_papers_that_belong_to_it(walk: Walk) -> None:
    so_far: set[str] = set()
    of_the_whole_case = {maker.template for maker in whole_case.makers()}  # their headers say when
    for station in Station:
        so_far |= STAGES.get(station, set())
        if station is Station.SETTLEMENT:
            so_far -= {"options-sheet"}  # what was signed is no longer to be chosen
        assert walk.stages[station] - of_the_whole_case == so_far


def test_no_paper_holds_a_word_of_the_programs_english(walk: Walk) -> None:
    """Papers are Chinese only: Latin letters stand nowhere but in numbers and codes."""
    for kind in making.available(walk.case):
        text = walk.text(kind.template).replace("91639999MADEM00112", "")
        assert not re.findall(r"[A-Za-z]{3,}", text), kind.template


# A paper more: its form, its view, its facts, and one line of its station's module.

SLIP = """+++
title = "便条"
title_en = "Slip"
station = "closing"

[needs]
office = "调解组织"
number = "案号"
+++
:: office {{ office.name }}

# 便条

案号 {{ number }}。
"""


@dataclass(frozen=True, slots=True)
class Slip(View):
    """便条: the number of the case."""

    TEMPLATE = "slip"
    office: OfficeView
    number: str


def test_a_paper_is_added_with_its_form_its_view_and_one_line_of_its_station(
        desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is offered at its station's page, called what its header says, and made as any other."""
    shutil.copytree(shipped("forms"), tmp_path / "forms")
    (tmp_path / "forms" / "documents" / "slip.md").write_text(SLIP, "utf-8")
    monkeypatch.setattr(forms, "shipped", lambda *parts: tmp_path.joinpath(*parts))
    more = Maker(Slip, lambda told: Slip(told.office(), told.case.number), lambda case: case.is_claimed)
    monkeypatch.setattr(closing, "PAPERS", (*closing.PAPERS, more))
    case_id = registered(desk)
    added, = (one for one in making.available(case_of(desk, case_id)) if one.template == "slip")
    assert (added.template, added.title.zh, added.title.en) == ("slip", "便条", "Slip")
    assert added in making.of_station("closing") and added not in making.of_station("intake")
    made = making.make(desk, case_id, "slip")
    assert made.title == "便条" and f"便条案号{case_of(desk, case_id).number}。" in text_of(made)


def test_every_form_names_a_page_that_offers_its_papers() -> None:
    """What no station's module registers is made beside the road: changes, the sheets for the safe, the
    list of a bag or of a handover, the receipt of a homecoming; summaries and reports; the sheets of a
    bound file."""
    registered_forms = {kind.template for station in get_args(PaperStation)
                        for kind in making.of_station(station)}
    assert {*forms.document_names()} - registered_forms == {"case-timeline", "recovery-sheet", "escrow-sheet",
                                                            "bag-list", "handover-list",
                                                            "homecoming-receipt", "case-summary",
                                                            "statistical-report", "monday-page",
                                                            "payment-reminder", "file-contents",
                                                            "unbound-evidence"}


def test_a_paper_of_exhibits_is_offered_once_there_are_any(desk: Desk) -> None:
    case = case_of(desk, registered(desk))
    assert "exhibit-list" not in [kind.template for kind in making.available(case)]
    assert [kind.sides for kind in making.available(case, exhibits=1) if kind.template == "exhibit-list"] == [
        (None, Side.APPLICANT, Side.RESPONDENT)]
