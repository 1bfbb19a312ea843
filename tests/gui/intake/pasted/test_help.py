"""F1 names the keys."""

from PySide6.QtWidgets import QApplication

from mediation_desk.gui.intake.pasted.help import help_text


def test_the_keys_are_told(dressed: QApplication) -> None:
    assert all(key in help_text() for key in ("Delete", "Enter", "F8", "Ctrl+Z"))
