"""The one style sheet: no colour or size is left unfilled, in either look, at any size."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.look.tokens import DARK, LIGHT, Tokens


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize("percent", [100, 125, 200])
def test_every_place_is_filled_and_only_the_looks_own_colours_stand_there(
        dressed: QApplication, tokens: Tokens, percent: int) -> None:
    theme.apply(dressed, theme.Theme(theme.Mode.LIGHT if tokens is LIGHT else theme.Mode.DARK,
                                     percent=percent, motion=False))
    sheet = theme.look().sheet
    assert "$" not in sheet and "None" not in sheet
    colours = set(re.findall(r"#[0-9A-Fa-f]{6}", sheet))
    assert colours <= {str(value) for value in vars(tokens).values()} and len(colours) > 10
    assert sheet.count("{") == sheet.count("}")
