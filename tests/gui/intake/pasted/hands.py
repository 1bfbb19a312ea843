"""What the tests of the pasted page do over and over."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.intake.spotting.spots import About, Spot
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.intake.pasted.page import PastedPage
from mediation_desk.gui.kit.fields.line import LineField
from mediation_desk.gui.kit.tasks.tasks import Tasks
from tests.gui.desks import settle, write

NUMBER = "260318094512003381"
TEXT = f"""工单编号:{NUMBER}
来电时间:2026-03-18 09:45:12
来电人:马国栋
联系电话:13897120456
被反映单位:青海捷骑通达供应链管理有限公司
被反映人:雷长海
内容:市民做外卖骑手,配送费12600没发,押金500元不退。
"""


@dataclass
class Pasting:
    """The frame, the page in it, and hands."""

    qtbot: QtBot
    frame: DeskFrame
    page: PastedPage
    tasks: Tasks

    def settle(self) -> None:
        settle(self.tasks)

    def paste(self, text: str = TEXT) -> None:
        """Ctrl+V in the text."""
        QGuiApplication.clipboard().setText(text)
        self.key(self.page.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def key(self, widget: QWidget, key: Qt.Key,
            modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(widget, key, modifier)
        self.settle()

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def type(self, place: str, text: str) -> None:
        """Type over a field and leave it by Enter."""
        field = self.page.form.form.field(place)
        assert isinstance(field, LineField)
        write(self.qtbot, field, text)
        self.key(field.line, Qt.Key.Key_Return)

    def spot(self, about: About) -> Spot:
        """The first mark of that kind."""
        return next(one for one in self.page.text.spots if one.about is about)

    def select(self, words: str) -> None:
        """Mark words in the text."""
        text = self.page.text
        at = text.toPlainText().index(words)
        cursor = text.textCursor()
        cursor.setPosition(at)
        cursor.setPosition(at + len(words), QTextCursor.MoveMode.KeepAnchor)
        text.setTextCursor(cursor)
        self.settle()
