"""What the tests of the turned screen do over and over, and every word that the program shows anywhere."""

from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.app.program import Program
from mediation_desk.domain.vocabulary import Role
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.frame import Frame
from mediation_desk.gui.turned.window import TurnedWindow
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.office import pin
from tests.gui import desks
from tests.gui.case.mediation.hands import words_on_screen
from tests.services.mediation.planted import CANARIES, plant

PIN = "830517"
OTHERS = "澹台昭雪"  # who applies in the other case
DRAFT = "蒹葭苍苍"  # typed alone with a side, and not added yet
NOTHING = Qt.KeyboardModifier.NoModifier


def plant_all(desk: Desk, case_id: UUID) -> None:
    """Every kind of sealed entry, another case, and a PIN."""
    plant(desk, case_id)
    registering.register(desk, registering.IntakeDraft(desk.today, parties=[
        registering.PartyDraft(Role.APPLICANT, OTHERS)]))
    pin.set_pin(desk, desks.PASSWORD, PIN, PIN)


def other_case(desk: Desk) -> UUID:
    (row,) = reading.find(desk, OTHERS)
    return row.case_id


def forbidden(desk: Desk) -> list[str]:
    """What may stand nowhere while the screen is turned: sealed words and amounts, drafts, the other case."""
    (row,) = reading.find(desk, OTHERS)
    return [*CANARIES, DRAFT, OTHERS, row.number]


def come_in(qtbot: QtBot, running: Program) -> None:
    """Sign in at the way in, and wait for what comes after it."""
    assert running.entry is not None
    pane = running.entry.sign_in
    desks.write(qtbot, pane.login, desks.LOGIN)
    desks.write(qtbot, pane.password, desks.PASSWORD)
    QTest.mouseClick(pane.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: running.entry is None)
    desks.settle(running.tasks)


def seated(qtbot: QtBot, running: Program) -> DeskFrame:
    """At the desk."""
    come_in(qtbot, running)
    assert running.frame is not None
    desks.bring_forward(running.frame)
    return running.frame


def alone(frame: DeskFrame, case_id: UUID) -> MediationPage:
    """The other case was opened first; then this one's private area, both sides shown, a word half typed."""
    frame.open_case(other_case(frame.desk))
    desks.settle(frame.tasks)
    window = frame.open_case(case_id)
    assert isinstance(window, CaseWindow)
    desks.settle(frame.tasks)
    window.go(3)
    desks.settle(frame.tasks)
    page = window.page_in_front()
    assert isinstance(page, MediationPage)
    for toggle in page.private.toggles.values():
        QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
        desks.settle(frame.tasks)
    return page


def turned(qtbot: QtBot, running: Program, case_id: UUID) -> TurnedWindow:
    """F11 in the case, with all of it open on the screen before."""
    frame = seated(qtbot, running)
    alone(frame, case_id)
    return press_f11(qtbot, running)


def press_f11(qtbot: QtBot, running: Program) -> TurnedWindow:
    frame = running.frame
    assert frame is not None
    QTest.keyClick(frame, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: running.turning.window is not None)
    window = running.turning.window
    assert window is not None
    desks.settle(running.tasks)
    gone()
    window.activateWindow()
    return window


def gone() -> None:
    """Let go of what was to be deleted, as the event loop does."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def prove(qtbot: QtBot, window: TurnedWindow, secret: str) -> None:
    """Ask to leave, type and press Enter."""
    window.ask()
    desks.write(qtbot, window.leaving.proof, secret)
    QTest.keyClick(window.leaving.proof.line, Qt.Key.Key_Return)


def frames() -> list[QWidget]:
    """Every frame of a desk that there is, seen or not."""
    return [one for one in QApplication.allWidgets() if isinstance(one, Frame)]


def visible() -> list[QWidget]:
    """The windows that are on the screen."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def everything() -> str:
    """Every word of every window, menu, tip, title and clipboard, and all that a screen reader is told."""
    found = [words_on_screen(window) for window in QApplication.topLevelWidgets()]
    found += [window.title() for window in QGuiApplication.allWindows()]
    for window in QApplication.topLevelWidgets():
        for action in window.findChildren(QAction):
            found += [action.text(), action.toolTip(), action.statusTip(), action.whatsThis()]
        found += [one.statusTip() + one.whatsThis() for one in window.findChildren(QWidget)]
        if window.isVisible():
            spoken = QAccessible.queryAccessibleInterface(window)
            found += _spoken(spoken) if spoken is not None else []
    clipboard = QGuiApplication.clipboard()
    found += [clipboard.text(clipboard.Mode.Clipboard), clipboard.text(clipboard.Mode.Selection)]
    return "\n".join(found)


def _spoken(interface: QAccessibleInterface) -> list[str]:
    """What a screen reader is told, down the whole tree."""
    found = [interface.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText]
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None and child.isValid():
            found += _spoken(child)
    return found
