"""The sheet as a form: every field with the words in which it was found, taken or thrown out by a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediation_desk.domain.calculators.claims import CLAIMS
from mediation_desk.domain.intake.spotting.sheet import APPLICANT, CLAIM, PARTS, RESPONDENT, Sheet
from mediation_desk.domain.intake.spotting.spots import Spot
from mediation_desk.domain.text import codes, names, phones
from mediation_desk.domain.text.storable import line
from mediation_desk.domain.vocabulary import KindOfWork, Source
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.intake.pasted.found_line import FoundLine
from mediation_desk.gui.intake.pasted.told import (
    HOURS,
    claim_called,
    hour_shown,
    part_called,
    read_hour,
)
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.kinds import ChoiceField, Form, MoneyField, TextArea, TextField
from mediation_desk.gui.kit.keys import bind
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr

Words = Callable[[Spot], str]
WIDTH = 26  # letters of a field


class SheetForm(QWidget):
    """``put(place, value)``: a person entered something; ``took(place)`` and ``threw(place)``: what was
    found there; ``wanted(place)``: to see where it was found; ``grown()``: one person or company more."""

    put = Signal(str, object)
    took = Signal(str)
    threw = Signal(str)
    wanted = Signal(str)

    def __init__(self, today: Callable[[], date], words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today, self._words = today, words
        self._more = {APPLICANT: 1, RESPONDENT: 1}  # groups that stand at least
        self._built: object = None
        self.form = Form(self)
        self.found: dict[str, FoundLine] = {}
        self.sheet = Sheet()
        self._met: Mapping[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, look().px(8), 0)
        self._column.addWidget(self.form)
        self._column.addStretch(1)
        bind(self, "Ctrl+Del", self._throw_here).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -- showing -------------------------------------------------------------------------

    def begin_anew(self) -> None:
        """As many groups as the next text needs."""
        self._more = {APPLICANT: 1, RESPONDENT: 1}

    def show_sheet(self, sheet: Sheet) -> None:
        """Show it; fields are made anew where there are more or fewer of them."""
        self.sheet = sheet
        counts = {side: max(sheet.count(side), least) for side, least in self._more.items()}
        wanted = (tuple(counts.items()), tuple(sheet.claims()))
        if wanted != self._built:
            self._built = wanted
            self._build(counts, sheet.claims())
            self.show_met(self._met)
        for place, below in self.found.items():
            entry = sheet.entries.get(place)
            self.form.field(place).set_value(_kept(place, entry.value if entry else None))
            spot = entry.spot if entry else None
            below.show_found(self._words(spot) if spot else "", doubted=bool(entry and not entry.looked_at),
                            is_claim=place.startswith(f"{CLAIM}."))

    def show_met(self, said: Mapping[str, str]) -> None:
        """Tell beneath a name what the office knows already of whoever has it."""
        self._met = said
        for place in self.found:
            if place.endswith(".name"):
                self.form.field(place).set_help(said.get(place, ""))

    def show_error(self, error: DeskError) -> bool:
        """Say it beside its field; False where it concerns none."""
        return self.form.show_error(error)

    def commit(self) -> bool:
        """Keep what is typed in every field."""
        return self.form.commit()

    def focus(self, place: str) -> None:
        """Put the keyboard into a field."""
        if place in self.found:
            self.form.field(place).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building ------------------------------------------------------------------------

    def _build(self, counts: dict[str, int], claims: list[str]) -> None:
        old, self.form = self.form, Form(self)
        self.found = {}
        self._order_group()
        self._people_group(APPLICANT, counts[APPLICANT])
        self._people_group(RESPONDENT, counts[RESPONDENT])
        self._claims_group(claims, counts[APPLICANT])
        self.form.group("")
        self._place(TextArea(tr("Facts in brief"), name="content", lines=4, most=9), wide=True)
        self._column.replaceWidget(old, self.form)
        old.hide()
        old.deleteLater()
        self.form.show()

    def _order_group(self) -> None:
        self.form.group(tr("The order"))
        self._place(TextField(tr("Order number"), name="order", width=WIDTH, limit=60))
        self._place(ChoiceField(tr("Source"), [(one, tr(one.label)) for one in Source], name="source",
                                width=WIDTH))
        for name, words in (("arrived", tr("Order received at")), ("due", tr("Finish by"))):
            self._place(TextField(words, name=name, width=WIDTH, placeholder="2026-03-18 09:45",
                                  shape=self._hour))
        self._place(ChoiceField(tr("Kind of work"), [(one, tr(one.label)) for one in KindOfWork], name="work",
                                width=WIDTH))
        for name, words in (("kind", tr("Kind of order")), ("urgency", tr("Urgency")),
                            ("title", tr("Title"))):
            self._place(TextField(words, name=name, width=WIDTH))

    def _hour(self, text: str) -> str:
        at = read_hour(text, self._today())
        return hour_shown(at) if at else ""

    def _people_group(self, side: str, count: int) -> None:
        titles = {APPLICANT: tr("Applicants"), RESPONDENT: tr("Respondents")}
        for at in range(count):
            self.form.group(titles[side] if at == 0 else "")
            for part in PARTS[side]:
                words = part_called(part)
                if count > 1 and part == "name":
                    words = tr("{part} {number}", part=words, number=at + 1)
                self._place(TextField(words, name=f"{side}.{at}.{part}", width=WIDTH,
                                      shape=_shape(side, part)))
        more = button(tr("Another applicant") if side == APPLICANT else tr("Another respondent"), "quiet",
                      picture="plus")
        more.clicked.connect(lambda: self._grow(side, count + 1))
        self.form.add_widget(_left(more))

    def _grow(self, side: str, count: int) -> None:
        self._more[side] = count
        self.show_sheet(self.sheet)
        self.focus(f"{side}.{count - 1}.name")

    def _claims_group(self, claims: list[str], applicants: int) -> None:
        self.form.group(tr("Claims"), tr(
            "Of several applicants each is entered with these claims; the amounts are entered in the case, "
            "where it is clear whose they are.") if applicants > 1 else "")
        for claim in claims:
            self._place(MoneyField(claim_called(claim), name=f"{CLAIM}.{claim}"), wide=True)
        rest = [(one, claim_called(one)) for one in CLAIMS if one not in claims]
        more = ChoiceField(tr("Another claim"), rest, empty=tr("choose …"), name="another", width=WIDTH)
        more.committed.connect(self._another_claim)
        self.form.add(more, wide=True)

    def _another_claim(self, claim: object) -> None:
        if isinstance(claim, str):
            self.put.emit(f"{CLAIM}.{claim}", None)

    def _place(self, made: Field, *, wide: bool = False) -> None:
        """A field with the line that tells where its value was found."""
        place = made.name
        found = FoundLine(made)
        layout = made.layout()
        assert layout is not None
        layout.addWidget(found)
        found.wanted.connect(lambda: self.wanted.emit(place))
        found.took.connect(lambda: self.took.emit(place))
        found.threw.connect(lambda: self.threw.emit(place))
        made.committed.connect(lambda value: self.put.emit(place, self._value(place, value)))
        self.found[place] = found
        self.form.add(made, wide=wide)

    def _value(self, place: str, value: object) -> object:
        """What a field's value is on the sheet."""
        return read_hour(value, self._today()) if place in HOURS and isinstance(value, str) else value

    # -- keys ----------------------------------------------------------------------------

    def place_here(self) -> str:
        """The place whose field has the keyboard; empty for none."""
        here = self.focusWidget()
        return next((place for place in self.found
                     if here is not None and self.form.field(place).isAncestorOf(here)), "")

    def _throw_here(self) -> None:
        place = self.place_here()
        if place:
            self.threw.emit(place)


def _shape(side: str, part: str) -> Callable[[str], str]:
    """How what is typed there is kept."""
    if part == "legal" or (side, part) == (APPLICANT, "name"):
        return names.person
    return {"phone": phones.kept, "document": codes.kept}.get(part, line)


def _kept(place: str, value: object) -> object:
    """A value of the sheet as its field holds it."""
    if isinstance(value, datetime):
        return hour_shown(value)
    if place == "source":
        return next((one for one in Source if one == value), None)
    if place == "work":
        return next((one for one in KindOfWork if one == value), None)
    return value


def _left(widget: QWidget) -> QWidget:
    row = QWidget()
    beside = QHBoxLayout(row)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.addWidget(widget)
    beside.addStretch(1)
    return row
