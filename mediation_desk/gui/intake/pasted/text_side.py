"""The left side of the page: the text with its marks, what may be put where, and what the marks mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.intake.spotting.sheet import Sheet
from mediation_desk.domain.intake.spotting.spots import Spot, Sure
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.intake.pasted.marked_text import MarkedText
from mediation_desk.gui.intake.pasted.putting import PuttingStrip
from mediation_desk.gui.intake.pasted.told import about_of, read_value, whose_of
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr, tr_count
from mediation_desk.services.intake.spotting import SpottedText

_HALF = re.compile(r"^[\w]{0,4}[,;.，。；、\s]+|^[0-9A-Za-z]+")  # what is left of something before it
SHORT = 13  # characters of a value that is told with what stands before it
LEAD = 6  # characters before a value that are told with it


class TextSide(QWidget):
    """``put(place, value, Spot)``: selected words go to a place; ``trouble(DeskError)``: they mean nothing
    there. The text's own signals are those of :class:`MarkedText`."""

    put = Signal(str, object, object)
    trouble = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._sheet = today, Sheet()
        self.text = MarkedText()
        self.strip = PuttingStrip()
        self.legend = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.text, 1)
        column.addWidget(self.strip)
        column.addWidget(self.legend)
        self.text.chosen.connect(lambda words: self.strip.offer(words, self._sheet))
        self.text.putting.connect(self.strip.act)
        self.strip.put.connect(self._put_selected)

    @property
    def editing(self) -> bool:
        """Whether the text is being typed in."""
        return not self.text.isReadOnly()

    def edit(self) -> None:
        """Let the text be changed: nothing is marked meanwhile."""
        self.text.show_spots((), frozenset(), frozenset())
        self.text.set_editing(True)

    def show_sheet(self, spotted: SpottedText | None, sheet: Sheet) -> None:
        """Mark what was spotted: what is in the form, what is doubted, what is in no field."""
        self._sheet = sheet
        self.legend.setVisible(spotted is not None)
        self.legend.setText(self._told())
        if spotted is None or self.editing:
            return
        mine = [entry.spot for entry in sheet.entries.values() if entry.spot is not None]
        shown = [one for one in spotted.spots if (one.about, one.value) not in sheet.out]
        doubted = frozenset(entry.spot for entry in sheet.entries.values()
                            if entry.spot is not None and not entry.looked_at)
        self.text.show_spots([*shown, *(one for one in mine if one not in shown)], frozenset(mine), doubted)

    def words(self, spot: Spot) -> str:
        """The words of a spot; short ones with the few before them on their line."""
        words = self.text.words_at(spot.start, spot.end)
        lead = self.text.words_at(max(0, spot.start - LEAD), spot.start).rpartition("\n")[2]
        return " ".join(((_HALF.sub("", lead) if len(words) < SHORT else "") + words).split())

    def _told(self) -> str:
        if self.editing:
            return tr("Change the text, then read it again: what you entered or threw out stays so.")
        doubted = len(self._sheet.doubted())
        said = tr_count("{count} thing was found but not surely; F8 leads to it.",
                        "{count} things were found but not surely; F8 leads from one to the next.", doubted) \
            if doubted else ""
        return " ".join(filter(None, (said, tr(
            "Click a mark to see its field, Delete throws it out; select words to put them into a field."))))

    def _put_selected(self, place: str) -> None:
        """The selected words go to a place, which remembers where they stand."""
        start, end = self.text.selected()
        words = self.text.words_at(start, end)
        try:
            value = read_value(place, words, self._today())
        except DeskError as error:
            self.trouble.emit(error)
            return
        spot = Spot(about_of(place), value or words.strip(), start, end, Sure.SURE, whose_of(place))
        self.put.emit(place, value, spot)
        self.text.light(spot)
        self.strip.offer("", self._sheet)
