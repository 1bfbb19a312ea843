"""The Monday page in the window: laid out as one comes to it, printed with Ctrl+P."""

import pytest

from mediation_desk.gui.pages.reports.monday import MondayPart
from tests.gui.pages.reports.hands import Figures


def test_it_is_laid_out_as_one_comes_to_it(figures: Figures) -> None:
    part = figures.part("monday")
    assert isinstance(part, MondayPart)
    assert part.paper._name == "每周提要-20241125.pdf"
    assert part.paper.page_label.text() == "Page 1 of 1" and figures.said == ""
    assert part.paper.in_word.isVisible()


def test_ctrl_p_prints_it(figures: Figures, monkeypatch: pytest.MonkeyPatch) -> None:
    part = figures.part("monday")
    assert isinstance(part, MondayPart)
    asked: list[bool] = []
    monkeypatch.setattr(part.paper, "print_page", lambda: asked.append(True))
    figures.page.print_page()
    assert asked == [True]


def test_f1_says_what_stands_on_it(figures: Figures) -> None:
    figures.part("monday")
    assert "week" in figures.page.help_text()
