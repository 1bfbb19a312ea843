"""What the tests of the mediation do over and over, and every word that stands on the screen."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.mediation.alone import SideAlone
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.mediation.session import SessionEditor
from tests.gui.case.rooms import Room

CANARY = "kanarienvogel-4711"


def page_of(room: Room) -> MediationPage:
    page = room.go(3)
    assert isinstance(page, MediationPage)
    return page


def new_session(room: Room) -> SessionEditor:
    page = page_of(room)
    room.click(page.primary)
    assert page.sessions.editor is not None
    return page.sessions.editor


def shown_alone(room: Room, side: Side) -> SideAlone:
    page = page_of(room)
    if page.private.side(side) is None:
        room.click(page.private.toggles[side])
    column = page.private.side(side)
    assert column is not None
    return column


def make_offer(room: Room, side: Side, amount: str, instalments: str) -> None:
    part = page_of(room).offers
    if part.side.typed() != side.value:
        room.choose(part.side, list(Side).index(side))
    room.type(part.form.field("amount"), amount)
    room.type(part.form.field("instalments"), instalments)
    room.click(part.add_button)


def words_on_screen(inside: QWidget) -> str:
    """Every word that the widgets hold, spoken or seen, shown or not."""
    found = []
    for widget in [inside, *inside.findChildren(QWidget)]:
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(),
                  widget.windowTitle()]
        if isinstance(widget, QLabel | QLineEdit | QPushButton):
            found.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is not None:
            found += [spoken.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
    return "\n".join(found)
