"""Where a session is held: chosen from the list, or typed."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.case.mediation.place import PlaceField
from tests.gui.desks import show


def test_the_arrow_shows_every_place_and_typing_is_free(qtbot: QtBot) -> None:
    field = PlaceField("Place", name="place")
    show(qtbot, field)
    assert not field.list.isVisible()
    field.offer(["Room 1", "Room 2"])
    field.open_list()
    completer = field.line.completer()
    assert completer is not None and completer.completionCount() == 2
    popup = completer.popup()
    assert popup is not None and popup.isVisible()
    popup.hide()
    QApplication.processEvents()
    field.line.setText("In the park")
    assert field.commit() and field.value() == "In the park"
    field.offer([])
    assert not field.list.isVisible()
