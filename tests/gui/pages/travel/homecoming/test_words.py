"""How a homecoming is told: states, counts in the journal's words, sides with who wrote when."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.merging import Author, Conflict, Kind, Place
from mediation_desk.domain.travel.homecoming import Plan, Question
from mediation_desk.domain.words import say
from mediation_desk.gui.pages.travel.homecoming import words
from mediation_desk.services.travel.homecoming import Coming

ASKED = Plan({}, (Question(Conflict(Kind.FIELD, Place("cases", "1", "cause"), "", "a", "b")),))
COMING = Coming(UUID(int=1), "0001", None, plan=Plan({}))


@pytest.mark.parametrize(("coming", "left", "said"), [
    (replace(COMING, trouble=say("no")), 0, "Cannot come home"),
    (COMING, 0, "Changed"),
    (replace(COMING, plan=ASKED, may_decide=True), 1, "1 to decide"),
    (replace(COMING, plan=ASKED, may_decide=True), 0, "Decided"),
    (replace(COMING, plan=ASKED), 1, "Its mediator decides"),
])
def test_every_case_has_a_state(dressed: QApplication, coming: Coming, left: int, said: str) -> None:
    assert words.state(coming, left).text == said


def test_counts_are_in_the_journals_words_and_order(dressed: QApplication) -> None:
    counts = {"parties": 2, "cases": 1, "sealed_items": 3}
    assert words.counted(counts) == "Case: 1; Party: 2; Sealed entry: 3"


def test_a_side_says_who_wrote_and_when(dressed: QApplication) -> None:
    by = Author(UUID(int=2), "陈守信", datetime(2025, 1, 20, 9, 5), "edit")
    assert words.whose("Laptop", by) == "Laptop\n陈守信, 2025-01-20 09:05"
    assert words.whose("Laptop", None) == "Laptop"


def test_every_kind_of_conflict_says_why(dressed: QApplication) -> None:
    assert all(words.why(Conflict(kind, Place("cases", "1"), None, None, None)) for kind in Kind)
