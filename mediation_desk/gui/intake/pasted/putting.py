"""Under the text: into which field the selected words go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mediation_desk.domain.identity import guess
from mediation_desk.domain.intake.spotting.sheet import APPLICANT, CLAIM, PARTS, RESPONDENT, Sheet
from mediation_desk.domain.text import codes, phones
from mediation_desk.gui.intake.pasted.told import place_called
from mediation_desk.gui.kit.fields.kinds import ChoiceField
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr

BRIEF = 14  # characters of the selection that show
_ORDER = ("order", "title", "content", "arrived", "due", "kind", "urgency")
LEAST_DIGITS = 7  # of a telephone number


class PuttingStrip(QWidget):
    """``put(place)``: the selected words are to go there."""

    put = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", "muted", parent=self)
        self.place = ChoiceField("", name="putting", width=34)
        self.button = button(tr("Put it there"), picture="arrow-right", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        row.addWidget(self.words)
        row.addWidget(self.place)
        row.addWidget(self.button)
        row.addStretch(1)
        self.button.clicked.connect(self.act)
        self.hide()

    def offer(self, selected: str, sheet: Sheet) -> None:
        """Offer the places, first the one that the words look made for; nothing for no words."""
        self.setVisible(bool(selected))
        if selected:
            selected = " ".join(selected.split())
            brief = selected if len(selected) <= BRIEF else f"{selected[:BRIEF]}…"
            self.words.setText(tr("“{words}” into", words=brief))
            self.place.set_choices([(one, place_called(one)) for one in _places(sheet)])
            self.place.set_value(fitting(selected, sheet))

    def act(self) -> None:
        """Put them there."""
        chosen = self.place.value()
        if isinstance(chosen, str) and not self.isHidden():
            self.put.emit(chosen)


def _places(sheet: Sheet) -> Sequence[str]:
    people = [f"{side}.{at}.{part}" for side, parts in PARTS.items()
              for at in range(max(1, sheet.count(side)) + 1) for part in parts]
    return [*people, *_ORDER, *(f"{CLAIM}.{claim}" for claim in sheet.claims())]


def fitting(selected: str, sheet: Sheet) -> str:
    """The place that words look made for: numbers by how they are written, names where one is missing yet."""
    if guess(selected) and len(codes.canonical(selected)) > LEAST_DIGITS:
        return _free(sheet, "document")
    read = phones.read(selected)
    if read and all(one.known and len(one.digits) >= LEAST_DIGITS for one in read):
        return _free(sheet, "phone")
    if any(selected.endswith(end) for end in ("公司", "店", "中心", "部", "厂")):
        at = sheet.count(RESPONDENT) if sheet.value(f"{RESPONDENT}.0.name") else 0
        return f"{RESPONDENT}.{at}.name"
    if any(selected.endswith(end) for end in ("号", "室", "楼", "村", "路")) and len(selected) > LEAST_DIGITS:
        return _free(sheet, "address")
    return _free(sheet, "name") if len(selected) < LEAST_DIGITS else "content"


def _free(sheet: Sheet, part: str) -> str:
    """The first applicant who has none of that yet; a further one where all have."""
    at = next((at for at in range(sheet.count(APPLICANT)) if not sheet.value(f"{APPLICANT}.{at}.{part}")),
              sheet.count(APPLICANT) if part == "name" else 0)
    return f"{APPLICANT}.{at}.{part}"
