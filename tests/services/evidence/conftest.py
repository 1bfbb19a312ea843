"""A case with three exhibits, on each engine."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.vocabulary import PartyKind, Role, Side
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import registering
from tests.offices import Office
from tests.services.evidence.shelf import PDF, PNG, standing


@pytest.fixture
def desk(office: Office) -> Desk:
    return office.first


@pytest.fixture
def case_id(desk: Desk) -> UUID:
    made = registering.register(
        desk,
        registering.IntakeDraft(
            date(2024, 11, 25),
            cause="追索劳动报酬",
            parties=[
                registering.PartyDraft(Role.APPLICANT, "温若晴"),
                registering.PartyDraft(Role.RESPONDENT, "安宁星湾文化传媒有限公司", PartyKind.ORGANISATION),
            ],
        ),
    )
    assert made.result
    return made.result


@pytest.fixture
def shelf(desk: Desk, case_id: UUID) -> list[Exhibit]:
    """Three exhibits, numbered 1 to 3."""
    filing.add_files(
        desk,
        case_id,
        [FileSource("工资.pdf", data=PDF), FileSource("聊天.png", data=PNG),
         FileSource("合同.txt", data=b"contract")],
        Side.APPLICANT,
    )
    return standing(desk, case_id)
