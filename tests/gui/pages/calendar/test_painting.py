"""What is painted fits the type: heights grow with it, and a dragged session that clashes looks other."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.planning.entries import Span
from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.pages.calendar import painting
from mediation_desk.gui.pages.calendar.laying import of_hours, of_month
from tests.gui.pages.calendar.hands import at, entry
from tests.gui.pages.calendar.test_laying import AREA, SIZES, WEEK


def test_lines_grow_with_the_type(dressed: QApplication) -> None:
    small = painting.sizes(Span.MONTH)
    theme.apply(dressed, theme.Theme(theme.Mode.LIGHT, 200, motion=False))
    assert painting.sizes(Span.MONTH).line > small.line
    assert painting.sizes(Span.WEEK).head > painting.sizes(Span.MONTH).head


def test_where_a_session_would_come_to_stand_is_seen_and_a_clash_otherwise(dressed: QApplication) -> None:
    def ghost(clash: str, *, month: bool = False) -> QImage:
        laid = of_month(AREA, WEEK, {}, SIZES) if month else of_hours(AREA, WEEK, {}, SIZES, 3)
        picture = QImage(AREA.size(), QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFFFF)
        painter = QPainter(picture)
        painting.ghost(painter, laid, entry(at(9)), at(14), clash)
        painter.end()
        return picture

    blank = QImage(AREA.size(), QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFFFF)
    assert ghost("") != blank and ghost("") != ghost("一号调解室 is taken then") != blank
    assert ghost("", month=True) not in (blank, ghost(""))
