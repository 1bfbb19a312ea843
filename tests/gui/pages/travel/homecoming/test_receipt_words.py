"""Decisions as the receipt words them: in Chinese, numbers masked, with what was not kept."""

from mediation_desk.domain.travel.homecoming import Decision, Whose
from mediation_desk.gui.pages.travel.homecoming.receipt_words import decided_lines
from mediation_desk.services.travel import arrival
from tests.day_out import NUMBERS, facts, phone, together
from tests.gui.pages.travel.homecoming.conftest import Going
from tests.offices import Office


def test_each_decision_says_what_was_kept_and_what_was_not(going: Going, office: Office) -> None:
    road = going(together(facts("园区里这样写"), phone(NUMBERS[0])),
                 together(facts("机构里那样写"), phone(NUMBERS[1])))
    desk = office.first
    preview = arrival.look(desk, road.bag).preview
    [coming] = preview.cases
    chosen = {one.name: Decision(Whose.OFFICE if one.conflict.place.field == "phone" else Whose.LAPTOP)
              for one in coming.questions}
    made = arrival.bring_home(desk, preview, {road.case_id: chosen}, {}, "")
    told = {line.what: (line.whose, line.left_out)
            for line in decided_lines(desk, made)}
    assert told == {"案件，事实概要": ("外出电脑", "机构里那样写"),
                    "当事人：温若晴，电话": ("机构", "139****0001")}
