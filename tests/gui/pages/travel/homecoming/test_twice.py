"""A case that the office entered too: nothing is chosen, ticks are told, and joined it names the other."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.travel.twice import Carried
from mediation_desk.domain.vocabulary import PartyKind, Role, Status
from mediation_desk.gui.pages.travel.homecoming.twice import told
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.travel.twice import Twice
from tests.gui.pages.travel.homecoming.conftest import Going
from tests.gui.pages.travel.homecoming.hands import Hand, texts
from tests.offices import Office

Sit = Callable[..., Hand]


def entered(*workers: str) -> Callable[[Desk, UUID], object]:
    def enter(desk: Desk, _case_id: UUID) -> None:
        company = registering.PartyDraft(Role.RESPONDENT, "河湟同城配送有限公司", PartyKind.ORGANISATION)
        registering.register(desk, registering.IntakeDraft(desk.today, parties=[*(registering.PartyDraft(
            Role.APPLICANT, name, particulars={"phone": f"1399700{len(name):04}"}) for name in workers),
            company]))
    return enter


def number(office: Office, name: str) -> tuple[str, UUID]:
    [found] = reading.find(office.first, name)[:1]
    return found.number, found.case_id


def test_left_alone_it_comes_home_as_its_own(going: Going, sit: Sit, office: Office) -> None:
    road = going(entered("马海龙", "李秀"), entered("马海龙"))
    hand = sit()
    hand.look(road.bag)
    [card] = hand.view.twice
    there, case_id = number(office, "马海龙")
    assert card.choice.value() is None and card.more.isHidden()
    assert f"The office has case {there}" in texts(card)
    hand.click(hand.part.preview.bring)
    assert reading.case(office.first, case_id).case.entered_twice_as is None


def test_joined_with_what_was_ticked(going: Going, sit: Sit, office: Office) -> None:
    road = going(entered("马海龙", "李秀"), entered("马海龙"))
    there, case_id = number(office, "马海龙")
    hand = sit()
    hand.look(road.bag)
    [card] = hand.view.twice
    hand.click(card.choice.buttons[1])
    assert not card.more.isHidden() and not any(tick.value() for tick in card.ticks.values())
    assert list(card.ticks) == [Carried.PEOPLE] and "(李秀)" in texts(card)
    card.ticks[Carried.PEOPLE].tick.click()
    hand.wait()
    hand.part.put_away()
    hand.look(road.bag)
    [card] = hand.view.twice
    assert card.ticks[Carried.PEOPLE].value(), "a choice is there again after a break"
    hand.click(hand.part.preview.bring)
    leading = reading.case(office.first, case_id).case
    assert [one.name for one in leading.applicants] == ["马海龙", "李秀"]
    told = [str(line) for line in map(hand.part.result.model.row, range(hand.part.result.model.rowCount()))]
    assert f"Entered twice; it goes on as case {there}." in "".join(told)
    [ended] = [one.case_id for one in reading.find(office.first, "李秀") if one.case_id != case_id]
    case = reading.case(office.first, ended).case
    assert (case.status, case.goes_on_as) == (Status.VOIDED, there)


def test_others_are_told_that_there_is_one_and_not_which(qtbot: QtBot, dressed: QApplication) -> None:
    assert told(Twice(others=1)).startswith("The office has a case that looks like the same.")
    assert told(Twice()) == ""
