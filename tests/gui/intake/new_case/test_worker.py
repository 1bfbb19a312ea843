"""The worker: known already or new, one or a list of names."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.identity import IdKind
from mediation_desk.gui.intake.new_case.sheet import NewCaseSheet
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import offering
from mediation_desk.services.intake.registering import ClaimDraft
from tests.gui.case.rooms import id_number
from tests.gui.intake.new_case.hands import CARD, PHONE, typed

Settle = Callable[[], None]


def test_somebody_typed_is_known_by_number_and_joined_only_by_a_tick(
        sheet: NewCaseSheet, desk: Desk, before: UUID, settle: Settle) -> None:
    worker = sheet.worker
    QTest.keyClicks(worker.number.line, CARD)
    settle()
    number = reading.case(desk, before).case.number
    assert worker.told.text() == f"1995-03-15, Male\nKnown already: {number} (Applicant, Open case)"
    assert worker.same.isVisible() and not worker.same.value()
    worker.commit()
    assert [one.same_as for one in worker.drafts(())] == [None]
    worker.same.tick.click()
    party = reading.case(desk, before).case.applicants[0].id
    assert [one.same_as for one in worker.drafts(())] == [party]


def test_another_number_is_another_person(sheet: NewCaseSheet, desk: Desk, before: UUID, settle: Settle
                                          ) -> None:
    """Chosen, then corrected: the tick goes with what it stood for."""
    worker = sheet.worker
    worker.fill(offering.persons(desk, PHONE)[0])
    settle()
    assert worker.same.value()
    typed(worker.number, id_number(22))
    settle()
    assert not worker.same.isVisible()
    worker.commit()
    assert [one.same_as for one in worker.drafts(())] == [None]


def test_whoever_is_typed_over_the_name_at_once_is_not_taken_for_the_former_one(
        sheet: NewCaseSheet, desk: Desk, before: UUID, settle: Settle) -> None:
    """Enter comes sooner than the answer to what was typed."""
    worker = sheet.worker
    worker.fill(offering.persons(desk, PHONE)[0])
    settle()
    typed(worker.name, "马玉兰")
    typed(worker.number, "")
    typed(worker.phone, "13809712001")
    assert worker.looking and worker.same.value()
    assert [(one.name, one.same_as) for one in worker.drafts(())] == [("马玉兰", None)]
    settle()


def test_a_list_is_pasted_and_each_asks_for_the_same(sheet: NewCaseSheet, settle: Settle) -> None:
    worker = sheet.worker
    worker.several.click()
    assert worker.listed.isVisible() and not worker.name.isVisible()
    worker.listed.area.insertPlainText("冯雨\n马玉兰 13809712001")
    drafts = worker.drafts([ClaimDraft("gig_pay")])
    assert [(one.name, [claim.claim for claim in one.claims]) for one in drafts] == [
        ("冯雨", ["gig_pay"]), ("马玉兰", ["gig_pay"])]
    assert worker.title() == "冯雨" and not worker.wrong
    worker.several.click()
    assert worker.drafts(()) == [] and worker.name.isVisible()
    settle()


def test_a_draft_brings_everything_back(qtbot: QtBot, sheet: NewCaseSheet, desk: Desk, before: UUID,
                                        settle: Settle) -> None:
    worker = sheet.worker
    worker.fill(offering.persons(desk, PHONE)[0])
    worker._id_kind = IdKind.RESIDENT
    settle()
    state = worker.state()
    worker.begin_anew()
    settle()
    assert worker.drafts(()) == []
    worker.bring_back(state)
    settle()
    (one,) = worker.drafts(())
    assert one.same_as and one.particulars["id_kind"] is IdKind.RESIDENT
    assert one.particulars["phone"] == PHONE
