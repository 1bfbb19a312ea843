"""What the papers' tests share: the typefaces are read once."""

from __future__ import annotations

import pytest

from mediation_desk.library.fonts import Fonts, shipped_fonts


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return shipped_fonts()
