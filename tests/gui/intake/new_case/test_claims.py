"""What is asked for: the common claims of the work first, the others when asked, amounts for the ticked."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import KindOfWork
from mediation_desk.gui.intake.new_case.claims import ClaimsPart
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.intake.registering import ClaimDraft
from tests.gui.desks import show


@pytest.fixture
def part(qtbot: QtBot, tasks: Tasks) -> ClaimsPart:
    """The part, on screen, for riders."""
    made = ClaimsPart()
    made.resize(606, 400)
    show(qtbot, made)
    made.ask(KindOfWork.DELIVERY)
    return made


def test_the_common_claims_stand_first_and_all_when_asked_for(part: ClaimsPart) -> None:
    assert list(part.ticked.ticks)[:2] == ["gig_pay", "deductions"] and len(part.ticked.ticks) == 6
    part.more.click()
    assert set(part.ticked.ticks) == set(CLAIMS)
    part.ticked.ticks["overtime"].click()
    part.more.click()
    assert list(part.ticked.ticks)[-1] == "overtime"  # a ticked one stays in sight


def test_amounts_are_asked_for_what_is_ticked(part: ClaimsPart) -> None:
    assert not part.amounts["gig_pay"].isVisible()
    part.ticked.ticks["gig_pay"].click()
    part.ticked.ticks["deductions"].click()
    part.amounts["gig_pay"].set_typed("4,300")
    assert part.commit()
    assert part.drafts() == [ClaimDraft("gig_pay", yuan("4300")), ClaimDraft("deductions")]
    part.amounts["deductions"].set_typed("much")
    assert not part.commit()
    part.ticked.ticks["deductions"].click()
    assert part.commit() and not part.amounts["deductions"].isVisible()


def test_no_claim_is_cut_where_words_are_long(part: ClaimsPart) -> None:
    """As many beside each other as have room; in a narrow sheet one under the other."""
    for width in (900, 606, 300):
        part.resize(width, 400)
        ends = [made.mapTo(part, made.rect().bottomRight()).x() for made in part.ticked.ticks.values()]
        wide = [made.width() >= made.sizeHint().width() for made in part.ticked.ticks.values()]
        assert all(wide) and (max(ends) <= width or width == 300)


def test_a_draft_brings_everything_back_and_leaves_out_what_there_is_no_more(part: ClaimsPart) -> None:
    part.more.click()
    part.ticked.ticks["overtime"].click()
    part.amounts["overtime"].set_typed("12")
    part.commit()
    state = part.state()
    part.begin_anew()
    assert part.drafts() == []
    part.bring_back({**state, "claims": f"no_such_claim {state['claims']}"})
    assert part.drafts() == [ClaimDraft("overtime", yuan("12"))]
