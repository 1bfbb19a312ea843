"""What is said of a case in another office's bag, and of what became of it."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.words import say
from mediation_desk.gui.pages.travel.elsewhere_words import standing, taken
from mediation_desk.services.travel.receiving import Offered, Standing, TakenIn

KEY = UUID(int=1)


@pytest.mark.parametrize(("offered", "words"), [
    (Offered(KEY, "甲1"), "new here"),
    (Offered(KEY, "甲1", Standing.AGAIN, "乙7"), "brought up to date: 乙7"),
    (Offered(KEY, "甲1", Standing.HERE, "乙7"), "is here: 乙7"),
    (Offered(KEY, "甲1", trouble=say("It is damaged.")), "is not taken in")])
def test_each_case_says_what_becomes_of_it(dressed: QApplication, offered: Offered, words: str) -> None:
    assert standing(offered).text == words


def test_what_was_kept_and_what_waits_is_told_by_number(dressed: QApplication) -> None:
    made = TakenIn("河口", ((KEY, "乙7", "甲1"),), (("甲2", say("It is damaged.")),), Changes())
    assert list(taken(made)) == ["甲1 of 河口 is 乙7 here.", "甲2: It is damaged."]
    assert list(taken(TakenIn("河口", (), (), Changes()))) == [
        "All of it was here already; nothing was changed."]
