"""One side's word on one element, typed in the field that fits it."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.sorting.elements import Element, ElementType
from mediation_desk.gui.case.sorting.answer import AnswerField
from mediation_desk.services.desk import Desk
from tests.gui.case.conftest import Opener
from tests.gui.case.sorting.hands import at, opened, words


def test_a_bad_word_in_the_details_is_said_beside_its_field(open_case: Opener, sorted_id: UUID) -> None:
    room, page = opened(open_case, sorted_id)
    at(page.elements.grid, str(room.case.applicants[0].id), "monthly_wage")
    field = page.elements.details.fields["respondent"].line
    room.type(field, "hardly any")
    assert "hardly any" in field.error()
    room.type(field, "2900")
    assert field.error() == ""
    assert words(room, "monthly_wage")[0] == ("4300.00", "2900.00")


def elements(desk: Desk) -> dict[ElementType, Element]:
    """One element of every type."""
    return {one.type: one for one in desk.library.sheets.combined(CLAIMS).elements()}


@pytest.fixture
def answer(dressed: QApplication) -> Iterator[AnswerField]:
    made = AnswerField("applicant", "Applicants' statement")
    yield made
    made.deleteLater()


@pytest.mark.parametrize(("kind", "kept", "typed"), [
    (ElementType.MONEY, "4300.00", "4,300.00"), (ElementType.DATE, "2024-09-01", "2024-09-01"),
    (ElementType.YES_NO, "no", "no"), (ElementType.TEXT, "平台派单", "平台派单"),
    (ElementType.MONEY, "✓4300.00", "4,300.00"), (ElementType.YES_NO, "✗", "✗")])
def test_what_is_kept_shows_in_the_field_that_fits_it(desk: Desk, answer: AnswerField, kind: ElementType,
                                                     kept: str, typed: str) -> None:
    heard: list[str] = []
    answer.said.connect(heard.append)
    answer.show_answer(elements(desk)[kind], kept, "en")
    assert answer._now.typed() == typed and not answer._now.modified()
    answer.commit()
    assert heard == []  # looking at an answer is no saying


def test_what_is_typed_is_said_once_it_is_left_and_only_if_it_is_new(desk: Desk, answer: AnswerField) -> None:
    heard: list[str] = []
    answer.said.connect(heard.append)
    answer.show_answer(elements(desk)[ElementType.MONEY], "4300.00", "en")
    answer.line.set_typed("4400")
    answer.commit()
    answer.commit()
    assert heard == ["4400"]


def test_a_choice_that_could_not_be_kept_is_not_said_again_by_itself(desk: Desk, answer: AnswerField) -> None:
    heard: list[str] = []
    answer.said.connect(heard.append)
    answer.show_answer(elements(desk)[ElementType.MONEY], "", "en")
    answer.show_unsaved("plenty", "“plenty” is not an amount.")
    assert answer.line.typed() == "plenty" and "plenty" in answer.line.error()
    answer.commit()
    assert heard == []


def test_only_a_side_admits_and_denies_and_only_what_was_said(desk: Desk, answer: AnswerField) -> None:
    asked: list[str] = []
    answer.admits.connect(lambda: asked.append("admits"))
    answer.denies.connect(lambda: asked.append("denies"))
    answer.set_answerable(False)
    answer.admit.click()
    answer.set_answerable(True)
    answer.admit.click()
    answer.deny.click()
    assert asked == ["admits", "denies"]
    answer.set_read_only(True)
    answer.deny.click()
    assert len(asked) == 2
    finding = AnswerField("finding", "Finding")
    assert finding.admit.isHidden() and finding.deny.isHidden() and not answer.admit.isHidden()
    finding.deleteLater()


def test_a_field_first_needed_in_a_closed_case_is_closed_too(desk: Desk, answer: AnswerField) -> None:
    kinds = elements(desk)
    answer.show_answer(kinds[ElementType.MONEY], "4300.00", "en")
    answer.set_read_only(True)
    answer.show_answer(kinds[ElementType.TEXT], "平台派单", "en")
    answer.show_answer(kinds[ElementType.YES_NO], "yes", "en")
    assert answer.area.area.isReadOnly() and not answer.choice.combo.isEnabled() and answer.line.isHidden()
