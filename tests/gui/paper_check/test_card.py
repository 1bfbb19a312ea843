"""The card says the answer first, and offers the case to who may open it."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.paper_code import PaperCode
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.paper_check.card import PaperCard
from mediation_desk.services.papers.genuine import Checked, Verdict
from tests.gui.desks import show

CASE = UUID(int=7)
CODE = PaperCode.of("城中区工作室", "0001号", "ab" * 32)
OURS = Checked(Verdict.UNCHANGED, True, CODE, "0001号", "调解协议书", True, True, CASE)


@pytest.fixture
def window(qtbot: QtBot, dressed: object) -> QWidget:
    made = QWidget()
    made.resize(1366, 768)
    show(qtbot, made)
    return made


@pytest.fixture
def card(window: QWidget) -> PaperCard:
    return PaperCard(window)


def said(card: PaperCard) -> str:
    return "\n".join(one.text() for one in (card.name, card.answer, card.more) if one.isVisibleTo(card))


def test_one_of_ours_leads_to_its_case(card: PaperCard, qtbot: QtBot) -> None:
    card.tell("agreement.pdf", OURS)
    assert card.isVisible() and "it is unchanged" in said(card) and "Case 0001号." in said(card)
    assert said(card).startswith("agreement.pdf")
    with qtbot.waitSignal(card.case_wanted) as wanted:
        QTest.keyClick(card.open, Qt.Key.Key_Space)
    assert wanted.args == [CASE] and card.isHidden()


def test_who_may_not_look_into_the_case_is_offered_no_way_to_it(card: PaperCard) -> None:
    card.tell("a.pdf", Checked(Verdict.UNCHANGED, True, CODE, "0001号", "", True, True, None))
    assert card.open.isHidden() and "Case" not in said(card) and "unchanged" in said(card)


@pytest.mark.parametrize(("checked", "chip", "words"), [
    (OURS, "Ours, unchanged", "very paper that was signed"),
    (Checked(Verdict.CHANGED, True, CODE, "0001号", "", False, True, CASE), "Not as it was kept",
     "changed after it was made"),
    (Checked(Verdict.COPY, True, CODE, "0001号", "调解协议书", True, True, CASE, True),
     "Copy of ours, unchanged", "with the signatures drawn"),
    (Checked(Verdict.CHANGED, True, CODE, "0001号", "", False, False, None, True), "Not as it was kept",
     "not as this office makes that copy"),
    (Checked(Verdict.NOT_OURS, True, CODE, "0001号"), "None of ours", "code of 城中区工作室, case 0001号"),
    (Checked(Verdict.NOT_OURS, False), "None of ours", "It is no PDF.")])
def test_the_answer_is_a_word_a_colour_and_a_sentence(card: PaperCard, checked: Checked, chip: str,
                                                     words: str) -> None:
    card.tell("a.pdf", checked)
    assert card.chip.isVisible() and card.chip.state.text == chip and words in said(card)


def test_a_trouble_is_a_sentence_and_nothing_of_the_former_answer_stays(card: PaperCard) -> None:
    card.tell("a.pdf", OURS)
    card.trouble("b.pdf", DeskError("“{name}” is no file.", name="b.pdf"))
    assert said(card) == "b.pdf\n“b.pdf” is no file." and card.chip.isHidden() and card.open.isHidden()


def test_escape_puts_it_away(card: PaperCard) -> None:
    card.tell("a.pdf", OURS)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert card.isHidden()


def test_it_stays_within_a_window_of_any_size(card: PaperCard, window: QWidget) -> None:
    card.tell("很长的名字" * 20 + ".pdf", OURS)
    for wide, high in ((1366, 768), (880, 560), (420, 500)):
        window.resize(wide, high)
        card.place()
        assert window.rect().contains(card.geometry())
