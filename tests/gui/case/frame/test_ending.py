"""What is said of the end of the mediation period beside every station."""

from datetime import date

import pytest

from mediation_desk.gui.case.frame.ending import ending, warning
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from tests.gui.case.conftest import Opener
from tests.gui.case.mediation.hands import words_on_screen
from tests.gui.case.rooms import accepted, streamers
from tests.gui.desks import SetClock


def test_before_acceptance_no_period_runs(desk: Desk) -> None:
    assert ending(reading.case(desk, streamers(desk))) is None


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(("left", "said"), [(4, ""), (3, "ends soon"), (1, "ends soon"), (0, "ends soon"),
                                            (-1, "is over")])
def test_the_nearer_the_plainer(desk: Desk, left: int, said: str) -> None:
    view = reading.case(desk, accepted(desk, streamers(desk)))
    clock = ending(view)
    assert clock is not None
    words = warning(view, clock, left)
    assert said in words and bool(said) == bool(words)


def test_the_column_beside_the_case_warns_too(desk: Desk, open_case: Opener, clock: SetClock) -> None:
    case_id = accepted(desk, streamers(desk))
    clock.set(date(2024, 12, 9))
    room = open_case(case_id)
    assert "ends soon" in words_on_screen(room.window.context)
