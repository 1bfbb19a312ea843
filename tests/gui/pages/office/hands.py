"""A house with the office page in it, and what its tests do over and over."""

import io
import re

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.accounts import Account, Role
from mediation_desk.gui.kit.fields.kinds import CheckField
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.figures import FiguresPart
from mediation_desk.gui.pages.office.page import OfficePage
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.office import accounts
from mediation_desk.store.store import in_folder
from tests.gui.desks import write
from tests.gui.pages.seat import Seat

LENT = "lent 12 words"


YEAR_2027 = """[[year]]
year = 2027
notice = "国办发明电〔2026〕9号"
statutory = [2027-01-01, 2027-02-06, 2027-02-07]
make_up_workdays = [2027-01-10]
rest_days = [2027-02-08]
"""


class House(Seat[OfficePage]):
    """A frame with the office page in it, and hands to work with."""

    def __init__(self, qtbot: QtBot, desk: Desk, tasks: Tasks, memory: Memory) -> None:
        super().__init__(qtbot, desk, tasks, memory, "office", OfficePage)

    def leave(self) -> None:
        """Tab out of the field one is in."""
        inside = self.frame.focusWidget()
        assert inside is not None
        QTest.keyClick(inside, Qt.Key.Key_Tab)
        self.settle()


def colleague(desk: Desk, login: str, name: str, *roles: Role) -> None:
    accounts.add(desk, accounts.AccountDraft(login, name, frozenset(roles), LENT))


def other_desk(desk: Desk, login: str, around: Surroundings, password: str = LENT) -> Desk:
    place = desk.store.place.folder
    assert place is not None
    return sign_in.sign_in(in_folder(place), login, password, around)


def account(desk: Desk, login: str) -> Account:
    return next(one for one in accounts.everybody(desk) if one.login == login)


def tick(house: House, field: CheckField) -> None:
    QTest.keyClick(field.tick, Qt.Key.Key_Space)
    house.settle()


def code_on(pdf: bytes) -> str:
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    found = re.search(r"(?:[0-9A-Z]{5}\s+){7}[0-9A-Z]{5}", words)
    assert found
    return " ".join(found.group().split())


def fill(qtbot: QtBot, house: House, part: FiguresPart, amount: str = "1880") -> None:
    house.click(part.add)
    sheet = part.sheet
    for field, typed in ((sheet.place, "630100"), (sheet.place_name, "西宁市"), (sheet.amount, amount),
                         (sheet.source, "青政〔2023〕1号"), (sheet.since, "2023-02-01")):
        write(qtbot, field, typed)
