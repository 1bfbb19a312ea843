"""Receipts of service on paper: what one person was given at one time stands on one of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

from pypdf import PdfReader

from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from mediation_desk.services.serving import serving
from tests.services.papers_desk import RECEIVED, case_of, registered, text_of


def test_two_papers_to_one_company_stand_on_one_receipt_and_one_to_a_worker_on_another(desk: Desk) -> None:
    """What nobody entered (the hour of the worker's) is left open for the hand; "None" stands nowhere."""
    case_id = registered(desk)
    assert not making.is_offered(case_of(desk, case_id), "service-receipt")
    company, worker = case_of(desk, case_id).respondents[0], case_of(desk, case_id).applicants[0]
    notice = serving.Given("受理通知书", party_id=company.id, place="某路8号", sent_by="李调解",
                           sent_on=RECEIVED)
    serving.serve(desk, case_id, [
        notice, replace(notice, title="当事人权利义务告知书", copies=2),
        serving.Given("受理通知书", party_id=worker.id, due_on=date(2024, 11, 29))])
    for one in case_of(desk, case_id).receipts[:2]:
        serving.note(desk, case_id, one, replace(one, served_at=datetime(2024, 11, 25, 8, 5),
                                                 signed_by="周某", relation="前台",
                                                 note="门卫在场\n前台代收 | 盖章"))
    made = making.make(desk, case_id, "service-receipt")
    text = text_of(made)
    assert len(PdfReader(BytesIO(made.pdf)).pages) == 2
    assert "受理通知书1件；当事人权利义务告知书2件" in text and "周某（前台）" in text
    assert "2024年11月25日8时05分" in text and "None" not in text
    assert "门卫在场前台代收|盖章" in text
    assert worker.name in text and text.count("某路8号") == 1
