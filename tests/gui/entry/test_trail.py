"""Where one stands among the steps of setting up, to the eye and to a screen reader."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel

from mediation_desk.gui.entry.trail import Trail, step_titles
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.words import CHINESE, ENGLISH, Words


@pytest.mark.parametrize(("language", "told"), [
    (ENGLISH, "Step 3 of 4: Where the store is kept"), (CHINESE, "第3步，共4步：案件库位置")])
def test_a_screen_reader_hears_the_step_and_how_many_there_are(dressed: QApplication, language: str,
                                                              told: str) -> None:
    kit_words.install(dressed, Words.of(language))
    trail = Trail()
    trail.go(2)
    assert trail.accessibleName() == told
    trail.deleteLater()


def test_done_current_and_to_come_differ_without_any_colour(dressed: QApplication) -> None:
    trail = Trail()
    for step in range(len(step_titles())):
        trail.go(step)
        lines = trail.findChildren(QLabel)
        words = [one for one in lines if one.text()]
        assert [one.property("role") == "strong" for one in words] == [at == step for at in range(4)]
        shapes = [one.pixmap().toImage().convertToFormat(QImage.Format.Format_Alpha8)
                  for one in lines if not one.text()]
        assert [shape == shapes[step] for shape in shapes] == [at == step for at in range(4)]
    trail.deleteLater()
