"""A closed case in its window: performed, with a photo and a recording in its evidence."""

from uuid import UUID

import pytest

from mediation_desk.domain.vocabulary import Outcome
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from tests.documents.binding.papers import jpeg
from tests.gui.case.closing.conftest import desk, performed

__all__ = ["desk", "performed"]


@pytest.fixture
def closed(desk: Desk, performed: UUID) -> UUID:
    files = [FileSource("工资条.jpg", data=jpeg()), FileSource("录音.mp3", data=b"ID3" + bytes(99))]
    filing.add_files(desk, performed, files, "applicant")
    closing.visit(desk, performed, closing.VisitDraft(desk.today))
    closing.close(desk, performed, desk.today, Outcome.PERFORMED, sure=True)
    return performed
