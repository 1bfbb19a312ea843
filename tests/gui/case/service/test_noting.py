"""A receipt tells day and hour; a refusal its witness; what is half typed waits."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.service.noting import _moment
from mediation_desk.services.desk import Desk
from mediation_desk.services.serving import serving
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener
from tests.gui.case.service.hands import page_of


@pytest.mark.parametrize(("day", "hour", "lacking"), [
    (date(2024, 11, 25), "", "served_hour"), (None, "9:30", "served_at")])
def test_a_day_without_an_hour_is_no_moment(day: date | None, hour: str, lacking: str) -> None:
    with pytest.raises(DeskError) as refused:
        _moment({"served_at": day, "served_hour": hour})
    assert refused.value.field == lacking
    assert _moment({"served_at": None, "served_hour": ""}) is None
    told = {"served_at": date(2024, 11, 25), "served_hour": "0930"}
    assert _moment(told) == datetime(2024, 11, 25, 9, 30)


def test_a_refusal_asks_for_its_witness_and_waits_until_there_is_one(desk: Desk, case_id: UUID,
                                                                     open_case: Opener) -> None:
    company = rooms.stored(desk, case_id).respondents[0]
    serving.serve(desk, case_id, [serving.Given("受理通知书", party_id=company.id, sent_on=rooms.RECEIVED)])
    room = open_case(case_id)
    page = page_of(room)
    page.table.choose_row(0)
    room.click(page.note)
    form = page.noting.form
    room.type(form.field("refused_why"), "no such claim")
    room.click(page.noting.keep)
    assert "witnessed" in form.field("witness").error()
    room.press(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.noting.isHidden() and not room.case.receipts[0].refused_why
    room.click(page.note)
    assert form.field("refused_why").typed() == "no such claim"
    room.type(form.field("witness"), "Neighbour Zhou")
    room.click(page.noting.keep)
    assert (room.case.receipts[0].refused_why, room.case.receipts[0].witness) == (
        "no such claim", "Neighbour Zhou")
    room.click(page.remove)
    assert room.case.receipts == [] and "Taken out" in page.bar.words.text()
    room.click(page.bar.action)
    assert len(room.case.receipts) == 1
