"""A case opened in its window inside the frame, for tests of the stations' pages."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from mediation_desk.domain.case import Case
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, Role, Source
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.frame import Frame
from mediation_desk.gui.kit.fields.choice import ChoiceField, SegmentField
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from tests.gui import desks

RECEIVED = date(2024, 11, 25)
WORKERS = ("马晓兰", "祁文静", "韩雪", "李春燕", "张倩")
COMPANY = "湟源某文化传媒有限公司"


def id_number(serial: int, birth: str = "19950315") -> str:
    """A number with a good checksum that belongs to nobody: odd serials are men's."""
    from stdnum.cn import ric

    start = f"630199{birth}{serial:03d}"
    return start + ric.calc_check_digit(start + "0")


def register(desk: Desk, *parties: PartyDraft, source: Source = Source.WALK_IN, reference: str = "") -> UUID:
    """A matter as it comes in over the counter."""
    changes = registering.register(desk, IntakeDraft(RECEIVED, source, reference, KindOfWork.STREAMER,
                                                     parties=parties))
    assert changes.result
    return changes.result


def streamers(desk: Desk) -> UUID:
    """Five streamers against their company, nothing claimed yet."""
    people = [PartyDraft(Role.APPLICANT, name, PartyKind.PERSON, {"phone": f"1380971000{at}"})
              for at, name in enumerate(WORKERS)]
    return register(desk, *people, PartyDraft(Role.RESPONDENT, COMPANY, PartyKind.ORGANISATION))


def named(desk: Desk, case_id: UUID, cause: str = "Unpaid wages") -> UUID:
    """The same case once its cause is written down: every notice names it."""
    editing.save(desk, case_id, [editing.Edit("case", case_id, "cause", "", cause)])
    return case_id


def accepted(desk: Desk, case_id: UUID) -> UUID:
    """The same case once both sides consented and it was taken in."""
    registering.consent_all(desk, case_id, RECEIVED)
    registering.accept(desk, case_id, RECEIVED)
    return case_id


def stored(desk: Desk, case_id: UUID) -> Case:
    """The case as the store has it."""
    return reading.case(desk, case_id).case


def editor(field: Field) -> QWidget:
    """What a field is typed into."""
    found = field.focusProxy()
    assert found is not None
    return found


def submenu(menu: QMenu, at: int) -> QMenu:
    """The menu behind an entry."""
    found = menu.actions()[at].menu()
    assert isinstance(found, QMenu)
    return found


class Room:
    """A frame with one case open in it, and hands to work with."""

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, case_id: UUID) -> None:
        self.desk, self.tasks, self.case_id = desk, tasks, case_id
        self.frame = Frame(tasks, memory)
        self.window = CaseWindow(desk, tasks, case_id)
        self.window.changed.connect(self.frame.changed)
        self.frame.open_page("case", lambda: self.window)
        desks.bring_forward(self.frame)
        self.settle()

    @property
    def case(self) -> Case:
        """The case as the store has it now."""
        return stored(self.desk, self.case_id)

    def settle(self) -> None:
        """Wait until everything begun is saved and shown."""
        desks.settle(self.tasks)

    def type(self, field: Field, text: str) -> None:
        """Go into a field, write over what stands there, and leave it with Tab."""
        self.begin(field, text)
        popup = QApplication.activePopupWidget()
        if popup is not None:  # suggestions; the first key goes to them, as on a screen
            QTest.keyClick(popup, Qt.Key.Key_Escape)
        QTest.keyClick(editor(field), Qt.Key.Key_Tab)
        self.settle()

    def begin(self, field: Field, text: str) -> None:
        """Go into a field and write over what stands there, without leaving it."""
        line = editor(field)
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(line, Qt.Key.Key_Delete)
        if text.isascii():
            QTest.keyClicks(line, text)
        else:
            insert(line, text)

    def choose(self, field: Field, at: int) -> None:
        """Choose an entry of a list, or press one of the buttons side by side."""
        if isinstance(field, SegmentField):
            self.click(field.buttons[at])
            return
        assert isinstance(field, ChoiceField)
        field.combo.setFocus()
        field.combo.setCurrentIndex(at)
        field.combo.activated.emit(at)
        self.settle()

    def click(self, widget: QWidget) -> None:
        """Press a button and wait for what it does."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
        """A key of the window, such as Ctrl+Z."""
        target = QApplication.focusWidget() or self.frame  # as the system sends keys
        QTest.keyClick(target, key, modifier)
        self.settle()

    def go(self, number: int) -> QWidget:
        """Alt and a number, as ``Frame`` hears it."""
        self.frame.go(number)
        self.settle()
        page = self.window.page_in_front()
        assert page is not None
        return page


def insert(line: QWidget, text: str) -> None:
    """Chinese, as an input method hands it over."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QInputMethodEvent

    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(line, event)
