"""One list is taken where it is dropped; anything else is left to the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from mediation_desk.gui.intake.imported.dropping import take_list


def dropped(*names: str) -> tuple[QDropEvent, QMimeData]:
    data = QMimeData()
    data.setUrls([QUrl(name) for name in names])
    return QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                      Qt.KeyboardModifier.NoModifier), data


@pytest.mark.parametrize(("names", "taken"), [
    (["file:///tmp/a.xlsx"], "a.xlsx"), (["file:///tmp/A.CSV"], "A.CSV"), (["file:///tmp/a.pdf"], ""),
    (["file:///tmp/a.csv", "file:///tmp/b.csv"], ""), (["http://example.org/a.csv"], ""), ([], "")])
def test_one_list_of_this_computer_is_taken(names: list[str], taken: str) -> None:
    event, _held = dropped(*names)
    path = take_list(event)
    assert (path.name if path else "") == taken and event.isAccepted() is bool(taken)
