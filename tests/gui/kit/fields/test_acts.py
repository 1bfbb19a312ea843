"""Enter in a form does what the button beneath it does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.fields.acts import with_acts
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look.text import button


def test_enter_keeps_and_the_buttons_stand_beneath(qtbot: QtBot) -> None:
    form, keep, cancel = Form(), button("Keep"), button("Cancel", "quiet")
    field = form.add(TextField("Name", name="name"))
    made = with_acts(form, keep, cancel)
    qtbot.addWidget(made)
    made.show()
    field.line.setFocus()
    with qtbot.waitSignal(keep.clicked):
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert form.y() < keep.y() == cancel.y() and keep.x() < cancel.x()
