"""Papers that are one file and nothing else."""

from __future__ import annotations

from mediation_desk.domain.vocabulary import Side
from mediation_desk.services.papers import making, whole_case
from mediation_desk.services.papers.told import Told, Wanted
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import text_of


def test_a_form_of_the_whole_case_needs_no_code_of_its_own(walk: Walk) -> None:
    names = {maker.template for maker in whole_case.makers()}
    assert "consultation-letter" in names and making.is_offered(walk.case, "consultation-letter")
    text = text_of(making.make(walk.desk, walk.case.id, "consultation-letter"))
    assert walk.case.number in text and walk.case.respondents[0].name in text and "38,700.00元" in text


def test_nothing_is_asserted_of_a_case_that_says_nothing_yet(walk: Walk) -> None:
    told = Told(walk.desk, walk.case, {}, None, Wanted(Side.RESPONDENT))
    view = whole_case.whole_case("consultation-letter", told)
    assert view.agreed_sum is None and view.instalments == () and view.addressee is not None
    assert view.addressee.name == walk.case.respondents[0].name
