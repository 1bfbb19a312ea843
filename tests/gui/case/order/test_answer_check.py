"""The check of a public answer: what is found is marked; a mark may stay once somebody looked."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.intake.order.replies import Release
from mediation_desk.domain.reports.publishing.published import Trace
from mediation_desk.domain.reports.publishing.subjects import Kind
from mediation_desk.gui.case.order.answer_check import AnswerCheck

pytestmark = pytest.mark.usefixtures("dressed")
SURE = Trace(0, 3, "马晓兰", Kind.PERSON, "马晓兰")
MARK = Trace(3, 6, "李建国", Kind.GUESS, "", sure=False)
ANSWER = "马晓兰李建国已办结。"


def check_of(qtbot: QtBot) -> AnswerCheck:
    made = AnswerCheck()
    qtbot.addWidget(made)
    return made


def test_what_is_found_for_sure_keeps_it_from_going_out(qtbot: QtBot) -> None:
    check = check_of(qtbot)
    check.show_answer(ANSWER, Release.NOT_YET, (SURE, MARK), secret=False, may=True)
    assert not check.release.isEnabled() and list(check.ticks) == ["李建国"]
    assert len(check.text.extraSelections()) == 2
    assert check.text.extraSelections()[1].cursor.selectedText() == "李建国"
    check.ticks["李建国"].click()
    assert not check.release.isEnabled()


def test_a_mark_that_was_looked_at_may_stay_until_the_answer_is_another(qtbot: QtBot) -> None:
    check, told = check_of(qtbot), list[tuple[str, object]]()
    check.released.connect(lambda answer, looked: told.append((answer, looked)))
    check.show_answer(ANSWER, Release.NOT_YET, (MARK,), secret=False, may=True)
    check.ticks["李建国"].click()
    assert check.release.isEnabled()
    check.release.click()
    assert told == [(ANSWER, frozenset({"李建国"}))]
    check.show_answer(f"{ANSWER}谢谢。", Release.CHANGED, (MARK,), secret=False, may=True)
    assert not check.release.isEnabled()


def test_a_confidential_order_and_a_released_answer_offer_no_release(qtbot: QtBot) -> None:
    check = check_of(qtbot)
    check.show_answer(ANSWER, Release.NOT_YET, (), secret=True, may=True)
    assert check.release.isHidden() and "confidentiality" in check.said.text()
    check.show_answer(ANSWER, Release.RELEASED, (MARK,), secret=False, may=True)
    assert check.release.isHidden() and check.left == []
