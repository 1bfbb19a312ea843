"""Coming home as a person does it: looked at, decided, brought home, printed, taken back."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.travel.register import Homecoming
from mediation_desk.gui.kit.clash import ClashPanel
from mediation_desk.services import history, reading
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.services.travel import deciding, register
from tests.day_out import (
    CANARY,
    FACTS,
    NUMBERS,
    added,
    alone,
    begun,
    facts,
    phone,
    together,
)
from tests.gui import desks
from tests.gui.pages.travel.homecoming.conftest import Going
from tests.gui.pages.travel.homecoming.hands import BOTH, LAPTOPS, OFFICES, Hand, texts
from tests.offices import PASSWORD, Office

Sit = Callable[..., Hand]
ON_ROAD, AT_OFFICE = "十月、十一月的工资没有发。", "十月的工资没有发，公司已答复。"
LENT = "黄河之水天上来 88"


def test_looking_changes_nothing_and_the_first_question_has_the_keyboard(going: Going, sit: Sit,
                                                                         office: Office) -> None:
    road = going(facts(ON_ROAD), facts(AT_OFFICE))
    before = len(history.timeline(office.first, road.case_id))
    hand = sit()
    hand.look(road.bag)
    assert not hand.part.preview.isHidden() and len(hand.cards) == 1
    assert hand.cards[0].choice.value() is None, "nothing is chosen beforehand"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert hand.cards[0].isAncestorOf(focus)
    said = texts(hand.part.preview)
    for word in (FACTS, "十月、十一月", "公司已答复", "0 of 1 decided", "陈守信"):
        assert word in said
    assert len(history.timeline(office.first, road.case_id)) == before


@pytest.mark.parametrize(("choice", "stands"), [(LAPTOPS, ON_ROAD), (OFFICES, AT_OFFICE),
                                                (BOTH, "十月、十一月的工资没有发，公司已答复。")])
def test_what_was_chosen_stands_in_the_store(going: Going, sit: Sit, office: Office, choice: int,
                                             stands: str) -> None:
    road = going(facts(ON_ROAD), facts(AT_OFFICE))
    hand = sit()
    hand.look(road.bag)
    hand.choose(choice)
    hand.click(hand.part.preview.bring)
    assert not hand.part.result.isHidden() and "1 case came home." in texts(hand.part.result)
    assert hand.part.result.receipt.hasFocus()
    assert reading.case(office.first, road.case_id).case.facts_in_brief == stands
    assert hand.changed and not hand.troubles


def test_the_text_that_keeps_both_is_the_persons_to_write(going: Going, sit: Sit, office: Office) -> None:
    road = going(facts(ON_ROAD), facts(AT_OFFICE))
    hand = sit()
    hand.look(road.bag)
    hand.choose(BOTH)
    desks.write(hand.qtbot, hand.cards[0].text, "两边写的都对。")
    hand.click(hand.part.preview.bring)  # leaving the text keeps it
    assert reading.case(office.first, road.case_id).case.facts_in_brief == "两边写的都对。"


def test_all_of_one_side_is_one_step_and_undone_as_one(going: Going, sit: Sit) -> None:
    road = going(together(facts(ON_ROAD), phone(NUMBERS[0])), together(facts(AT_OFFICE), phone(NUMBERS[1])))
    hand = sit()
    hand.look(road.bag)
    hand.choose(LAPTOPS, card=0)
    hand.click(hand.view.offices)
    assert [card.choice.value() for card in hand.cards] == ["office", "office"]
    hand.part.undo()
    assert [card.choice.value() for card in hand.cards] == ["laptop", None]
    hand.part.undo()
    assert [card.choice.value() for card in hand.cards] == [None, None]
    hand.wait()


def test_a_case_with_an_open_question_waits_and_the_same_bag_brings_it_later(going: Going, sit: Sit,
                                                                             office: Office) -> None:
    road = going(together(facts(ON_ROAD), begun), facts(AT_OFFICE))
    hand = sit()
    hand.look(road.bag)
    hand.click(hand.part.preview.bring)
    said = texts(hand.part.result)
    assert "1 case came home." in said and "1 case waits." in said
    assert hand.part.result.again.hasFocus()
    hand.click(hand.part.result.again)
    hand.choose(LAPTOPS)
    hand.click(hand.part.preview.bring)
    assert "The bag is home." in texts(hand.part.result)
    assert reading.case(office.first, road.case_id).case.facts_in_brief == ON_ROAD
    assert register.away(office.first, [road.case_id]) == {}


def test_decisions_are_left_and_taken_up_again(going: Going, sit: Sit) -> None:
    road = going(together(facts(ON_ROAD), phone(NUMBERS[0])), together(facts(AT_OFFICE), phone(NUMBERS[1])))
    hand = sit()
    hand.look(road.bag)
    hand.choose(LAPTOPS, card=1)
    hand.click(hand.part.preview.away)
    assert hand.part.preview.isHidden() and hand.part.arriving.bag.line.hasFocus()
    hand.look(road.bag)
    assert [card.choice.value() for card in hand.cards] == [None, "laptop"]


def test_a_lost_bag_asks_for_its_reason_beside_the_field(going: Going, sit: Sit, office: Office) -> None:
    road = going(facts(ON_ROAD))
    register.declare_lost(office.first, road.out, "落在出租车上")
    hand = sit()
    hand.look(road.bag)
    assert hand.part.preview.reason.line.hasFocus()
    hand.click(hand.part.preview.bring)
    assert hand.part.preview.reason.error() and hand.part.result.isHidden()
    desks.write(hand.qtbot, hand.part.preview.reason, "司机当晚送回")
    hand.click(hand.part.preview.bring)
    assert "1 case came home." in texts(hand.part.result)


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_who_may_not_decide_sees_no_value_and_brings_the_rest_home(going: Going, sit: Sit, office: Office,
                                                                   role: Role) -> None:
    road = going(together(facts(ON_ROAD), begun, alone(CANARY)), facts(AT_OFFICE))
    accounts.add(office.first, accounts.AccountDraft("wang", "王督导", frozenset({role}), LENT))
    hand = sit(office.desk("wang", LENT))
    hand.look(road.bag)
    said = texts(hand.part)
    assert "A mediator of the case decides it here" in said and not hand.cards
    for word in (ON_ROAD, AT_OFFICE, FACTS, CANARY):
        assert word not in said
    hand.click(hand.part.preview.bring)
    assert "1 case came home." in texts(hand.part.result) and "1 case waits." in texts(hand.part.result)
    assert reading.case(office.first, road.case_id).case.facts_in_brief == AT_OFFICE


def test_a_travel_desk_on_this_computer_comes_home_without_a_stick(going: Going, sit: Sit,
                                                                   office: Office) -> None:
    road = going(facts(ON_ROAD))
    hand = sit()
    arriving = hand.part.arriving
    desks.write(hand.qtbot, arriving.place, str(road.folder))
    desks.write(hand.qtbot, arriving.password, "not this one")
    hand.click(arriving.look_here)
    assert arriving.password.error()
    hand.qtbot.wait(0)
    arriving.password.wipe()
    arriving.password.line.setText(PASSWORD)
    hand.click(arriving.look_here)
    assert not hand.part.preview.isHidden() and not arriving.password.typed()
    hand.click(hand.part.preview.bring)
    assert reading.case(office.first, road.case_id).case.facts_in_brief == ON_ROAD
    hand.click(hand.part.result.done)


def test_a_file_that_is_no_bag_is_refused_beside_its_field(going: Going, sit: Sit, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("nothing of ours")
    hand = sit()
    hand.look(other)
    assert hand.part.arriving.bag.error() == "This file is not a bag of this program."
    hand.look(tmp_path / "gone.mdbag")
    assert "There is no such file" in hand.part.arriving.bag.error()


def test_two_who_are_one_are_joined_when_somebody_says_so(going: Going, sit: Sit, office: Office) -> None:
    mine, theirs = added("苏晓", phone="13997000005", address="园区里"), added("苏晓", phone="13997000005",
                                                                         address="机构里")
    road = going(mine, theirs)
    hand = sit()
    hand.look(road.bag)
    [card] = hand.view.same
    assert card.choice.value() is None
    hand.click(card.choice.buttons[0])
    [card] = hand.view.same
    assert card.choice.value() == "one"
    [question] = hand.cards
    assert "Address" in question.title.text()
    hand.choose(OFFICES)
    hand.click(hand.part.preview.bring)
    people = [one for one in reading.case(office.first, road.case_id).case.applicants if one.name == "苏晓"]
    assert [one.address for one in people] == ["机构里"]


def test_what_the_office_did_meanwhile_is_listed_on_demand(going: Going, sit: Sit) -> None:
    road = going(phone(NUMBERS[0]), facts(AT_OFFICE))
    hand = sit()
    hand.look(road.bag)
    meanwhile = hand.view.meanwhile
    assert meanwhile.count.text() == "Meanwhile the office wrote 1 entry." and meanwhile.table.isHidden()
    hand.click(meanwhile.more)
    [event] = [meanwhile.model.row(at) for at in range(meanwhile.model.rowCount())]
    assert event is not None
    assert AT_OFFICE in event.change and event.who == "陈守信"


def test_numbers_are_masked_until_somebody_asks_and_that_is_journalled(going: Going, sit: Sit,
                                                                       office: Office) -> None:
    road = going(phone(NUMBERS[0]), phone(NUMBERS[1]))
    hand = sit()
    hand.look(road.bag)
    assert not any(number in texts(hand.part) for number in NUMBERS)
    hand.click(hand.cards[0].numbers)
    assert all(number in texts(hand.part) for number in NUMBERS)
    assert history.timeline(office.first, road.case_id)[-1].entry.verb == "unmask"


def test_a_homecoming_is_taken_back_case_by_case(going: Going, sit: Sit, office: Office) -> None:
    road = going(facts(ON_ROAD))
    hand = sit()
    hand.look(road.bag)
    hand.click(hand.part.preview.bring)
    hand.click(hand.part.result.back)
    assert "Taken back" in str(hand.part.result.model.row(0).state)  # type: ignore[union-attr]
    assert reading.case(office.first, road.case_id).case.facts_in_brief == FACTS


def test_what_others_built_upon_it_is_told_and_nothing_is_taken_back(going: Going, sit: Sit,
                                                                     office: Office) -> None:
    road = going(facts(ON_ROAD))
    hand = sit()
    hand.look(road.bag)
    hand.click(hand.part.preview.bring)
    facts("又改了")(office.first, road.case_id)
    hand.click(hand.part.result.back)
    [panel] = hand.part.result.findChildren(ClashPanel)
    assert "又改了" in texts(panel)
    assert reading.case(office.first, road.case_id).case.facts_in_brief == "又改了"


def test_the_receipt_is_shown_ready_to_print(going: Going, sit: Sit) -> None:
    road = going(facts(ON_ROAD), facts(AT_OFFICE))
    hand = sit()
    hand.look(road.bag)
    hand.choose(LAPTOPS)
    hand.click(hand.part.preview.bring)
    hand.click(hand.part.result.receipt)
    assert hand.part.paper.isVisible() and hand.part.paper.pages >= 1 and hand.part.paper.print.hasFocus()
    assert hand.page.leave_innermost() and not hand.part.result.isHidden()


def test_what_was_said_alone_shows_nowhere(going: Going, sit: Sit, office: Office,
                                           caplog: pytest.LogCaptureFixture) -> None:
    """Said on the laptop; looked for in the preview, the kept decisions, the result, the paper, the office's
    note of the homecoming and the logs; and there for the mediator who may read it."""
    caplog.set_level(logging.DEBUG)
    road = going(together(facts(ON_ROAD), alone(CANARY)), facts(AT_OFFICE))
    hand = sit()
    hand.look(road.bag)
    hand.choose(LAPTOPS)
    seen = [texts(hand.part), repr(deciding.left(office.first, hand.part.preview.preview.bag_id))]  # type: ignore[union-attr]
    hand.click(hand.part.preview.bring)
    hand.click(hand.part.result.receipt)
    seen += [texts(hand.part), caplog.text, repr(history.timeline(office.first, road.case_id))]
    with office.first.reading() as work:
        [home] = work.rows_of(Homecoming, road.case_id)
        seen += [home.decisions, home.entries.decode("utf-8", "replace")]
        seen += [str(kept) for kept in work.drafts.all().values()]
    assert all(CANARY not in text for text in seen)
    assert CANARY in [word.text for word in caucus.talk(office.first, road.case_id).words]
