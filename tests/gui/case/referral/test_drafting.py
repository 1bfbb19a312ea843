"""Drafting proposes and never writes over what was typed; a draft is changed in place."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import receiving_offices
from mediation_desk.services.office.receiving_offices import OfficeDraft
from tests.gui.case.conftest import Opener
from tests.gui.case.referral.hands import INSURANCE, choose_part, drafted, page_of


def test_another_part_proposes_anew_and_leaves_what_was_typed(desk: Desk, case_id: UUID, open_case: Opener
                                                              ) -> None:
    receiving_offices.add_office(desk, OfficeDraft(OfficeKind.POLICE, "和顺路派出所", answer_days=3))
    page = page_of(room := open_case(case_id))
    room.click(page.primary)
    card = page.drafting
    choose_part(room, page, "insurance")
    choose_part(room, page, "crime")
    assert card.words.typed().startswith("涉嫌诈骗") and "公安机关" in card.reason.typed()
    assert card.kind.value() is OfficeKind.POLICE and "Police" in card.basis.text()
    assert card.due.value() == date(2024, 11, 28)  # its own three working days
    room.type(card.reason, "有人受到威胁")
    room.type(card.due, "2024-12-01")
    choose_part(room, page, "insurance")
    assert card.reason.typed() == "有人受到威胁" and card.due.typed() == "2024-12-01"


def test_an_office_of_the_list_brings_its_kind_and_what_it_takes(case_id: UUID, open_case: Opener) -> None:
    page = page_of(room := open_case(case_id))
    room.click(page.primary)
    room.type(page.drafting.office, INSURANCE)
    assert page.drafting.kind.value() is OfficeKind.SOCIAL_INSURANCE
    assert "稽核" in page.drafting.takes.text() and "0999-8112233" in page.drafting.takes.text()


def test_a_draft_is_changed_in_place_and_undone(case_id: UUID, open_case: Opener) -> None:
    page = page_of(room := open_case(case_id))
    drafted(room, page)
    room.click(page.acts.change)
    card = page.drafting
    assert card.words.typed() == "未依法缴纳社会保险费" and card.office.typed() == INSURANCE
    room.type(card.form.field("asked"), "稽核科")
    room.click(card.keep)
    [one] = room.case.referrals
    assert one.asked == "稽核科" and card.isHidden()
    room.click(page.bar.action)
    assert room.case.referrals[0].asked == ""
