"""A question's card: three versions beside each other, nothing chosen, and what a choice still lacks."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.travel.homecoming import Decision, Question, Whose
from mediation_desk.gui.pages.travel.homecoming.question import QuestionCard
from mediation_desk.gui.pages.travel.homecoming.words import HomeWords
from mediation_desk.services.travel import arrival
from tests.day_out import FACTS, facts
from tests.gui.pages.travel.homecoming.conftest import Going
from tests.gui.pages.travel.homecoming.hands import texts
from tests.offices import Office


def card(office: Office, going: Going, *, twice: bool = False) -> QuestionCard:
    road = going(facts("园区里这样写"), facts("机构里那样写"))
    [coming] = arrival.look(office.first, road.bag).preview.cases
    assert coming.known is not None
    [question] = coming.questions
    asked = Question(question.conflict, twice, question.laptop_by)
    return QuestionCard(asked, HomeWords(office.first, coming.known))


def test_departure_laptop_and_office_stand_beside_each_other(qtbot: QtBot, dressed: QApplication,
                                                             office: Office, going: Going) -> None:
    made = card(office, going)
    qtbot.addWidget(made)
    said = texts(made)
    for word in ("Case, Facts in brief", "At departure", FACTS, "Laptop\n陈守信", "Office\n陈守信"):
        assert word in said
    assert made.choice.value() is None and made.text.isHidden() and made.reason.isHidden()


def test_signed_twice_a_choice_asks_for_the_reason(qtbot: QtBot, dressed: QApplication, office: Office,
                                                   going: Going) -> None:
    made, told = card(office, going, twice=True), []
    qtbot.addWidget(made)
    made.decided.connect(lambda _name, decision: told.append(decision))
    made.choice.buttons[0].click()
    assert not made.reason.isHidden()
    made.reason.set_typed("以园区签署的为准")
    made.reason.commit()
    assert told == [Decision(Whose.LAPTOP), Decision(Whose.LAPTOP, reason="以园区签署的为准")]


def test_a_choice_pressed_again_is_taken_back(qtbot: QtBot, dressed: QApplication, office: Office,
                                              going: Going) -> None:
    made, told = card(office, going), []
    qtbot.addWidget(made)
    made.decided.connect(lambda _name, decision: told.append(decision))
    made.choice.buttons[1].click()
    made.choice.buttons[1].click()
    assert told == [Decision(Whose.OFFICE), None]


def test_what_was_decided_before_is_shown_in_silence(qtbot: QtBot, dressed: QApplication, office: Office,
                                                     going: Going) -> None:
    made, told = card(office, going), []
    qtbot.addWidget(made)
    made.decided.connect(lambda _name, decision: told.append(decision))
    made.show_decision(Decision(Whose.BOTH, "两边都对"))
    assert not made.text.isHidden() and made.text.value() == "两边都对" and told == []
