"""The supplementary agreement on paper: what went before it, what was paid, what is left and when."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.terms import Terms
from mediation_desk.domain.words import DeskError
from mediation_desk.services.papers import making
from mediation_desk.services.papers.supplement import SUPPLEMENT
from mediation_desk.services.performance import booking
from mediation_desk.services.settlement import supplementing
from mediation_desk.services.settlement.supplementing import RestDraft
from tests.offices import Office
from tests.services.papers_desk import case_of, text_of
from tests.services.settlement.test_supplementing import DAYS, case_id, changed

__all__ = ["case_id"]


def test_changed_again_the_paper_names_both_that_went_before(office: Office, case_id: UUID) -> None:
    desk = office.first
    changed(desk, case_id)
    supplementing.draft(desk, case_id, RestDraft(Terms(yuan("12000.00"), DAYS[1:]), "申请人同意少收一部分"))
    text = text_of(making.make(desk, case_id, SUPPLEMENT))
    assert "补2" in text and "2025年1月20日签订补充协议书" in text and "27,132.00" in text
    supplementing.sign(desk, case_id, date(2025, 1, 20))
    assert booking.standing(desk, case_id).outstanding == yuan("12000.00")


def test_it_is_offered_once_it_is_drafted_and_has_no_day_of_signing(office: Office, case_id: UUID) -> None:
    desk = office.first
    assert SUPPLEMENT not in {one.template for one in making.available(case_of(desk, case_id))}
    with pytest.raises(DeskError, match="has not been changed"):
        making.make(desk, case_id, SUPPLEMENT)
    supplementing.draft(desk, case_id, RestDraft(Terms(yuan("15132.00"), DAYS), "回款推迟"))
    assert SUPPLEMENT in {one.template for one in making.available(case_of(desk, case_id))}
    text = text_of(making.make(desk, case_id, SUPPLEMENT))
    assert "2025年1月20日" not in text and "第三期：2025年5月12日" in text
