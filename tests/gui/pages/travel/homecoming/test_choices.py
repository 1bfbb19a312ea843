"""What was chosen so far: nothing beforehand, one step after the other undone, and only what is complete."""

from uuid import UUID

from mediation_desk.domain.merging import Conflict, Kind, Place
from mediation_desk.domain.travel.homecoming import Decision, Plan, Question, Whose
from mediation_desk.gui.pages.travel.homecoming.choices import Choices, is_complete
from mediation_desk.services.travel.deciding import Left
from mediation_desk.services.travel.homecoming import Coming

CASE = UUID(int=1)
FIELD = Question(Conflict(Kind.FIELD, Place("cases", "1", "facts_in_brief"), "甲", "乙", "丙"))
TWICE = Question(Conflict(Kind.WHOLE, Place("agreements", "1"), {}, {}, {}), signed_twice=True)
COMING = Coming(CASE, "0001", None, plan=Plan({}, (FIELD, TWICE)), may_decide=True)


def test_nothing_is_chosen_beforehand() -> None:
    assert Choices(Left()).open_in(COMING) == 2


def test_a_withdrawal_lacks_its_reason_and_a_text_its_words() -> None:
    assert not is_complete(TWICE, Decision(Whose.LAPTOP, reason=" "))
    assert is_complete(TWICE, Decision(Whose.LAPTOP, reason="以机构签署的为准"))
    assert not is_complete(FIELD, Decision(Whose.BOTH, " "))
    assert is_complete(FIELD, Decision(Whose.BOTH, "乙丙")) and not is_complete(FIELD, None)


def test_all_of_one_side_is_one_step_and_keeps_a_reason() -> None:
    choices = Choices(Left())
    choices.decide(CASE, TWICE.name, Decision(Whose.OFFICE, reason="理由"))
    choices.decide_all(COMING, Whose.LAPTOP)
    assert choices.of(CASE) == {FIELD.name: Decision(Whose.LAPTOP),
                                TWICE.name: Decision(Whose.LAPTOP, reason="理由")}
    assert choices.undo() == CASE
    assert choices.of(CASE) == {TWICE.name: Decision(Whose.OFFICE, reason="理由")}
    assert choices.undo() == CASE and choices.of(CASE) == {} and choices.undo() is None


def test_a_choice_is_taken_back_by_choosing_nothing() -> None:
    choices = Choices(Left())
    choices.decide(CASE, FIELD.name, Decision(Whose.LAPTOP))
    choices.decide(CASE, FIELD.name, None)
    assert choices.of(CASE) == {}


def test_decisions_about_other_words_do_not_count() -> None:
    choices = Choices(Left({CASE: {"FIELD/cases/1/facts_in_brief/elsewhere": Decision(Whose.LAPTOP)}}))
    assert choices.complete(COMING) == {} and choices.open_in(COMING) == 2


def test_two_rows_are_one_person_until_they_are_two_again() -> None:
    choices, laptop, office = Choices(Left()), ("parties", "a"), ("parties", "b")
    choices.join(CASE, laptop, office)
    assert choices.joined == {CASE: {laptop: office}}
    choices.join(CASE, laptop, None)
    assert choices.joined == {CASE: {}}
