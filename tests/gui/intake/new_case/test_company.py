"""The company: filled in from what the office knows, as it is, and told of in figures."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from mediation_desk.domain.vocabulary import Business, KindOfWork, Role
from mediation_desk.gui.intake.new_case.sheet import NewCaseSheet
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import offering
from tests.gui.intake.new_case.hands import CODE, FIRM, typed

Settle = Callable[[], None]


def test_a_known_company_is_told_of_past_brackets_and_legal_forms(sheet: NewCaseSheet, before: UUID,
                                                                   settle: Settle) -> None:
    typed(sheet.company.name, "湟水快送(西宁) 网络科技有限责任公司")
    settle()
    assert sheet.company.told.text() == "This company: 1 case, 1 open"


def test_what_is_copied_with_it_is_seen_and_goes_with_another_name(
        sheet: NewCaseSheet, desk: Desk, before: UUID, settle: Settle) -> None:
    part = sheet.company
    part.fill(offering.firms(desk, CODE)[0])
    settle()
    assert part.told.text().endswith("Copied with it: Legal representative 白某")
    (one,) = part.drafts()
    assert (one.role, one.name, one.particulars["credit_code"]) == (Role.RESPONDENT, FIRM, CODE)
    assert one.particulars["legal_representative"] == "白某"
    typed(part.name, "另一个公司")
    part.name.commit()
    settle()
    assert "Copied" not in part.told.text()
    assert "legal_representative" not in part.drafts()[0].particulars


def test_riders_are_asked_for_a_second_company_and_others_are_not(sheet: NewCaseSheet, settle: Settle
                                                                  ) -> None:
    part = sheet.company
    part.ask(KindOfWork.OTHER)
    assert not part.second.isVisible() and not part.business.isVisible()
    part.ask(KindOfWork.DELIVERY)
    assert part.second.isVisible() and part.business.isVisible()
    for field, name in ((part.name, "平台公司"), (part.second, "站点公司")):
        field.set_typed(name)
        field.commit()
    assert [one.name for one in part.drafts()] == ["平台公司", "站点公司"]
    settle()


def test_a_draft_brings_everything_back(sheet: NewCaseSheet, desk: Desk, before: UUID, settle: Settle
                                        ) -> None:
    part = sheet.company
    part.ask(KindOfWork.DELIVERY)
    part.fill(offering.firms(desk, CODE)[0])
    settle()
    state, drafts = part.state(), part.drafts()
    part.begin_anew()
    assert part.drafts() == []
    part.bring_back(state)
    settle()
    assert part.drafts() == drafts and part.business.value() is Business.PLATFORM
