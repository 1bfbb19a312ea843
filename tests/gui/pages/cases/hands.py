"""What the tests of the list of cases do over and over."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering

KEY = Qt.Key


CONTROL = Qt.KeyboardModifier.ControlModifier


def register(desk: Desk, *names: str, company: str = "", kind: KindOfWork = KindOfWork.STREAMER,
             on: date | None = None) -> UUID:
    parties = [registering.PartyDraft(Role.APPLICANT, name) for name in names]
    if company:
        parties.append(registering.PartyDraft(Role.RESPONDENT, company, PartyKind.ORGANISATION))
    made = registering.register(desk, registering.IntakeDraft(on or desk.today, kind_of_work=kind,
                                                              parties=parties)).result
    assert made is not None
    return made


def numbers(page: CasesPage) -> list[str]:
    """The serials of the rows on screen, from the top."""
    rows = [page.model.row(at) for at in range(page.model.rowCount())]
    return [row.number[-5:-1] for row in rows if row is not None]


def settle(qtbot: QtBot, page: CasesPage, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: not page.filters._pause.isActive() and not tasks.busy)
