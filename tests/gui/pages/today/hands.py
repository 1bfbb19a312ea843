"""What the tests of the day's page do over and over."""

from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.today.agenda_lines import Section
from mediation_desk.gui.pages.today.page import TodayPage
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering

KEY = Qt.Key


def register(desk: Desk, *names: str, company: str = "云上湟水文化传媒有限公司") -> UUID:
    parties = [registering.PartyDraft(Role.APPLICANT, name) for name in names]
    parties.append(registering.PartyDraft(Role.RESPONDENT, company, PartyKind.ORGANISATION))
    made = registering.register(desk, registering.IntakeDraft(desk.today, kind_of_work=KindOfWork.STREAMER,
                                                              parties=parties)).result
    assert made is not None
    return made


def accept(desk: Desk, case_id: UUID) -> None:
    editing.save(desk, case_id, [editing.Edit("case", case_id, side, None, desk.today)
                                 for side in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, case_id, desk.today)


def read(qtbot: QtBot, page: TodayPage, tasks: Tasks) -> None:
    page.shown()
    qtbot.waitUntil(lambda: not tasks.busy)


def lines(section: Section) -> list[tuple[str, str, str]]:
    return [(one.line.title, one.line.detail.split(" · ")[0], one.line.state.text) for one in section.lines]
