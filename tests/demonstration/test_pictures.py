"""Pictures of papers and pages: in their own proportions, with something on them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from mediation_desk.demonstration.pictures import SCREEN, SHORT, take_paper
from mediation_desk.documents.pdf import make_pdf
from mediation_desk.documents.template.blocks import Title
from mediation_desk.library.fonts import shipped_fonts
from mediation_desk.library.words import LANGUAGES


def paper(wide: bool) -> bytes:
    return make_pdf([Title("调解协议书")], shipped_fonts(), title="协议", wide=wide,
                    created=datetime(2024, 12, 3, tzinfo=UTC))


def test_a_paper_is_pictured_as_high_as_its_page_and_not_blank(qapp: QApplication, tmp_path: Path) -> None:
    """A4: 210 to 297 millimetres; 900 wide is 1,273 high, and on its side 636."""
    for wide, high in ((False, 1273), (True, 636)):
        made = QImage(str(take_paper(paper(wide), tmp_path / f"{wide}.png")))
        assert (made.width(), made.height()) == (900, high)
        points = [(x, y) for x in range(0, 900, 3) for y in range(0, high, 3)]
        ink = sum(made.pixelColor(*point).lightness() < 128 for point in points)
        assert 50 < ink < 900 * high / 18, "words on white, and not white on black"


def test_the_width_that_is_asked_for_is_had(qapp: QApplication, tmp_path: Path) -> None:
    assert QImage(str(take_paper(paper(False), tmp_path / "a.png", 450))).width() == 450


def test_every_language_has_a_short_name_for_its_files() -> None:
    assert set(SHORT) == set(LANGUAGES) and len(set(SHORT.values())) == len(SHORT)
    assert (SCREEN.width(), SCREEN.height()) == (1366, 768)
