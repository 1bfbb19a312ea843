"""What the tests of the case window do over and over."""

from uuid import UUID

from PySide6.QtWidgets import QLabel, QMenu

from mediation_desk.domain.accounts import Role
from mediation_desk.gui.case.frame.sharing import SharingPanel
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.office import accounts
from mediation_desk.store.store import in_folder
from tests.gui.case.rooms import Room

LENT = "lent 12 words"


def intake_page(room: Room) -> IntakePage:
    """The page of the first station, in front."""
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage)
    return page


def colleague(desk: Desk, login: str = "wang", name: str = "王调解", role: Role = Role.MEDIATOR) -> UUID:
    made = accounts.add(desk, accounts.AccountDraft(login, name, frozenset({role}), LENT)).result
    assert made
    return made


def panel(room: Room) -> SharingPanel:
    made = room.window.context.sharing
    assert made is not None
    return made


def entry(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()


def texts(room: Room) -> list[str]:
    return [made.text() for made in room.window.context.findChildren(QLabel) if not made.isHidden()]


def told(room: Room) -> str:
    """On the page in front; what is found while the first page is still being made, on the window's line."""
    return f"{room.window.bar_in_front().words.text()} {room.window.bar.words.text()}"


def theirs_at(desk: Desk, around: Surroundings, login: str, password: str = LENT) -> Desk:
    """A colleague's desk at the same store."""
    place = desk.store.place.folder
    assert place is not None
    return sign_in.sign_in(in_folder(place), login, password, around)
