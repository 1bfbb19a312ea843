"""Steps of the sheet, back and forth."""

from mediation_desk.domain.intake.spotting.sheet import Sheet
from mediation_desk.gui.intake.pasted.steps import MOST, Steps


def test_a_step_is_taken_back_and_done_again_until_another_is_made() -> None:
    steps = Steps()
    first = Sheet().put("order", "1")
    steps.become(first)
    steps.become(first)
    assert steps.back() and steps.sheet == Sheet() and not steps.back()
    assert steps.forth() and steps.sheet == first and not steps.forth()
    assert steps.back()
    steps.become(Sheet().put("order", "2"))
    assert not steps.forth()


def test_only_so_many_are_kept() -> None:
    steps = Steps()
    for number in range(MOST + 20):
        steps.become(Sheet().put("order", str(number)))
    assert sum(iter(steps.back, False)) == MOST
