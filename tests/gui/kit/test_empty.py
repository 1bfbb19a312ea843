"""What an empty list says, and the first step that it offers."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.gui.kit.empty import EmptyState


def test_the_first_step_is_offered_only_where_there_is_one(dressed: QApplication) -> None:
    done: list[int] = []
    whole = EmptyState("No cases yet", "Register the first.", action="New case",
                       on_action=lambda: done.append(1))
    assert not whole.action.isHidden() and whole.text.text() == "Register the first."
    whole.action.click()
    assert done == [1]
    for action, act in (("New case", None), ("", lambda: done.append(1))):
        assert EmptyState("Nothing", action=action, on_action=act).action.isHidden()
    assert EmptyState("Nothing").text.isHidden()
    assert (whole.accessibleName(), whole.accessibleDescription()) == ("No cases yet", "Register the first.")


def test_a_long_explanation_is_shown_whole(qtbot: QtBot, dressed: QApplication) -> None:
    state = EmptyState("Nothing", "As soon as the two sides say different things about an element, it stands "
                                  "here with its worth. " * 3)
    qtbot.addWidget(state)
    state.resize(600, 500)
    state.show()
    assert state.text.height() >= state.text.heightForWidth(state.text.width())
