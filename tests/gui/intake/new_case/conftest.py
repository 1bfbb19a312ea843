"""The sheet of a new case, on screen, and what an office knows by then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import Business, KindOfWork, PartyKind, Role
from mediation_desk.gui.intake.new_case.sheet import NewCaseSheet
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from mediation_desk.services.office import companies
from tests.gui.desks import show
from tests.gui.intake.new_case.hands import CARD, CODE, FIRM, PHONE


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk, tasks: Tasks) -> NewCaseSheet:
    """The sheet, on screen."""
    made = NewCaseSheet(desk, tasks)
    made.resize(1280, 640)
    show(qtbot, made)
    return made


@pytest.fixture
def before(desk: Desk) -> UUID:
    """A case of 扎西·东珠 against a company that the office's list has."""
    companies.add_company(desk, {"name": FIRM, "credit_code": CODE, "legal_representative": "白某",
                                 "business": Business.PLATFORM})
    made = registering.register(desk, IntakeDraft(
        date(2024, 11, 20), kind_of_work=KindOfWork.DELIVERY, parties=[PartyDraft(
            Role.APPLICANT, "扎西·东珠", particulars={
                "id_number": CARD, "phone": PHONE, "address": "西宁市城东区八一路12号"}),
            PartyDraft(Role.RESPONDENT, FIRM, PartyKind.ORGANISATION, {"credit_code": CODE})])).result
    assert made
    return made


@pytest.fixture
def settle(qtbot: QtBot, tasks: Tasks, sheet: NewCaseSheet) -> Callable[[], None]:
    """Wait until all that was typed was asked about and answered."""
    def wait() -> None:
        offers = (sheet.worker.name, sheet.worker.phone, sheet.worker.number, sheet.company.name)
        qtbot.waitUntil(lambda: not (tasks.busy or sheet.worker.looking or sheet.company.looking
                                     or any(one.waiting() for one in offers)))
    return wait
