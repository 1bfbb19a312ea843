"""The statutory clock on the page: quiet while there is time, plain as the end comes near."""

from datetime import date

import pytest

from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.services.intake import registering
from tests.gui.case.mediation.hands import page_of
from tests.gui.case.rooms import Room
from tests.gui.desks import SetClock


@pytest.mark.parametrize(("today", "said", "may_extend"), [
    (date(2024, 12, 6), "", False), (date(2024, 12, 7), "ends soon", True),
    (date(2024, 12, 9), "ends soon", True), (date(2024, 12, 11), "is over", True)])
def test_it_warns_three_days_and_one_day_before_the_end(room: Room, clock: SetClock, today: date, said: str,
                                                        may_extend: bool) -> None:
    """Accepted on 25 November: the fifteen days end on 10 December."""
    clock.set(today)
    room.window.bench.reload()
    room.settle()
    strip = page_of(room).period
    assert "2024-12-10" in strip.until.text() and said in strip.warning.text()
    assert strip.warning.isHidden() is (not said) and strip.extend.isHidden() is not may_extend


def test_the_way_to_the_consents_is_a_press_away(room: Room, clock: SetClock) -> None:
    clock.set(date(2024, 12, 8))
    room.window.bench.reload()
    room.settle()
    room.click(page_of(room).period.extend)
    assert isinstance(room.window.page_in_front(), IntakePage)


def test_an_extended_period_says_so_and_can_be_extended_no_more_at_its_last(room: Room, clock: SetClock
                                                                            ) -> None:
    case = room.case
    registering.extend(room.desk, room.case_id, date(2024, 12, 25), dict.fromkeys(
        (party.id for party in [*case.applicants, *case.respondents]), date(2024, 11, 25)))
    clock.set(date(2024, 12, 24))
    room.window.bench.reload()
    room.settle()
    strip = page_of(room).period
    assert "extended with everybody's consent" in strip.until.text()
    assert "cannot be extended any more" in strip.warning.text() and strip.extend.isHidden()
