"""The page on which an order's text is pasted, looked at beside the form that it fills in, and registered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake.spotting.sheet import Sheet, fill
from mediation_desk.domain.intake.spotting.spots import Spot, Sure, Value
from mediation_desk.domain.vocabulary import Station
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.frame import Frame
from mediation_desk.gui.intake.pasted.form import SheetForm
from mediation_desk.gui.intake.pasted.known_card import KnownCard
from mediation_desk.gui.intake.pasted.marked_text import MarkedText
from mediation_desk.gui.intake.pasted.putting import PuttingStrip
from mediation_desk.gui.intake.pasted.told import about_of, read_value, whose_of
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.keys import bind
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.look.tips import tip
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.split import Split
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_count, tr_error
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import pasted_orders, spotting
from mediation_desk.services.intake.pasted_orders import Repeated
from mediation_desk.services.intake.spotting import SpottedText

KEY = "pasted"
MOST_STEPS = 100  # that undo takes back


def open_pasted(frame: Frame, desk: Desk, tasks: Tasks, wanted: Callable[[UUID, Station | None], object]
                ) -> PastedPage:
    """Show the page in a frame; its way back leads to the page that was in front. ``wanted`` opens a case."""
    came_from = frame.front

    def made() -> PastedPage:
        page = PastedPage(desk, tasks)
        page.changed.connect(frame.changed)
        page.case_wanted.connect(wanted)
        page.done.connect(lambda: frame.close_page(KEY))
        return page

    page = frame.open_page(KEY, made)
    assert isinstance(page, PastedPage)
    if came_from != KEY:
        page.lead_back(lambda: frame.show_page(came_from), there=bool(came_from))
    return page


class PastedPage(Page):
    """``case_wanted(case_id, station)`` opens a case; ``changed(Changes)`` tells that one was registered;
    ``done`` that nothing is left to do here. Nothing is kept before a person registers."""

    case_wanted = Signal(object, object)
    changed = Signal(object)
    done = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__(tr("Paste an order"), scroll=False)
        self._desk, self._tasks = desk, tasks
        self._spotted: SpottedText | None = None
        self._sheet = Sheet()
        self._before: list[Sheet] = []
        self._after: list[Sheet] = []
        self._known: list[Repeated] = []
        self._back: Callable[[], object] = lambda: None
        self.way_back = button(tr("Back to the page before"), "quiet", picture="arrow-left")
        self.file = button(tr("A text file …"), picture="folder-open")
        self.edit = button(tr("Change the text"), picture="pencil-simple")
        self.text = MarkedText()
        self.strip = PuttingStrip()
        self.legend = label("", "small", wrap=True)
        self.card = KnownCard()
        self.form = SheetForm(lambda: desk.today, self._words)
        self.nothing = EmptyState(tr("No text yet"), tr(
            "Paste the text of an order, a chat or a letter on the left, or drop a text file there. Names, "
            "numbers, companies, amounts, days and claims are looked for in it; you look at what was found, "
            "and nothing is kept before you register."), picture="clipboard-text", action=tr("Paste"),
            on_action=self.paste)
        self._lay()
        self._listen()
        self._show()

    # -- laying out ----------------------------------------------------------------------

    def _lay(self) -> None:
        for one in (self.way_back, self.file, self.edit):
            self.head.addWidget(one)
        self.reserve_primary((tr("Register"), "check"), (tr("Read the text"), "magnifying-glass"))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self.text, 1)
        column.addWidget(self.strip)
        column.addWidget(self.legend)
        self.area = SteadyArea(self.form)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(look().px(8), 0, 0, 0)
        for made in (self.card, self.nothing, self.area):
            beside.addWidget(made, 0 if made is self.card else 1)
        self.split = Split(Qt.Orientation.Horizontal, lambda width: (width * 46 // 100, width * 54 // 100))
        self.split.addWidget(left)
        self.split.addWidget(right)
        self.add(self.split, 1)

    def _listen(self) -> None:
        self.way_back.clicked.connect(lambda: self._back())
        self.file.clicked.connect(self.choose)
        self.edit.clicked.connect(self._turn_editing)
        self.text.textChanged.connect(self._typed)
        self.text.pressed.connect(self._lead_to_field)
        self.text.thrown.connect(lambda spot: self._become(self._sheet.thrown_out(spot)))
        self.text.chosen.connect(lambda words: self.strip.offer(words, self._sheet))
        self.text.putting.connect(self.strip.act)
        self.text.dropped.connect(self._dropped)
        self.strip.put.connect(self._put_selected)
        self.form.put.connect(self._entered)
        self.form.took.connect(lambda place: self._become(self._sheet.looked(place)))
        self.form.threw.connect(lambda place: self._become(self._sheet.without(place)))
        self.form.wanted.connect(self._light)
        self.card.open.connect(lambda case_id: self.case_wanted.emit(case_id, Station.INTAKE))
        self.card.join.connect(self._join)
        bind(self, "F8", self._next_doubted).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def lead_back(self, act: Callable[[], object], *, there: bool) -> None:
        """Where the way back leads."""
        self._back = act
        self.way_back.setVisible(there)

    # -- getting a text ------------------------------------------------------------------

    def paste(self) -> None:
        """Take the text of the clipboard."""
        self.read(QGuiApplication.clipboard().text())

    def choose(self) -> None:
        """Ask for a text file."""
        chosen, _kind = QFileDialog.getOpenFileName(self, tr("A text file …"), "",
                                                    tr("Texts ({kinds});;All files (*)", kinds="*.txt"))
        if chosen:
            self._dropped(Path(chosen))

    def _dropped(self, what: object) -> None:
        if isinstance(what, Path):
            self._tasks.aside(spotting.read_file, what, done=self.read, failed=self.show_error, receiver=self)
        else:
            self.read(str(what))

    def read(self, text: str) -> None:
        """Look for everything in a text; one that is empty changes nothing."""
        if not text.strip():
            self.bar.notice(tr("There is no text on the clipboard."), meaning="disputed")
            return
        self._tasks.read(spotting.read_text, self._desk, text, done=self._arrived, failed=self.show_error,
                         receiver=self, label=tr("Reading the text …"))

    def _arrived(self, spotted: SpottedText) -> None:
        again = self._spotted is not None
        self.bar.clear()
        self._spotted = spotted
        self.text.set_editing(False)
        self.text.show_text(spotted.text)
        if again:
            self._become(self._sheet.filled_anew(spotted.spots))
        else:
            self.form.begin_anew()
            self._sheet, self._before, self._after = fill(spotted.spots), [], []
            self._show()
        if spotted.trouble is not None:
            self.bar.notice(tr("The office's own words cannot be used: {trouble} The words that came with the "
                               "program were used.", trouble=tr_error(spotted.trouble)), meaning="disputed")
        self._look_up()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_up(self) -> None:
        """Whether this order is a case already."""
        if self._spotted is not None:
            self._tasks.read(pasted_orders.known_as, self._desk, self._spotted.text,
                             str(self._sheet.value("order") or ""), done=self._show_known, receiver=self,
                             failed=self.show_error)

    def _show_known(self, known: list[Repeated]) -> None:
        self._known = known
        self.card.show_known(known)
        self._offer()

    # -- changing the text ---------------------------------------------------------------

    @property
    def _editing(self) -> bool:
        return not self.text.isReadOnly()

    def _typed(self) -> None:
        """What is typed is read when it is asked for."""
        if self._editing:
            self._offer()

    def _turn_editing(self) -> None:
        """Change the text, or read it as it was changed."""
        if self._editing:
            self.read(self.text.toPlainText())
            return
        self.text.show_spots((), frozenset(), frozenset())
        self.text.set_editing(True)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    # -- the sheet -----------------------------------------------------------------------

    def _become(self, sheet: Sheet) -> None:
        """The sheet as a person changed it; undo brings the former one back."""
        if sheet != self._sheet:
            self._before = [*self._before[-MOST_STEPS:], self._sheet]
            self._after = []
            asked_anew = sheet.value("order") != self._sheet.value("order")
            self._sheet = sheet
            if asked_anew:
                self._look_up()
        self._show()

    def _entered(self, place: str, value: Value | None) -> None:
        if self._sheet.value(place) == value and place in self._sheet.entries:
            self._become(self._sheet.looked(place))
        else:
            self._become(self._sheet.put(place, value))

    def _put_selected(self, place: str) -> None:
        """The selected words go to a place, which remembers where they stand."""
        start, end = self.text.selected()
        words = self.text.words_at(start, end)
        try:
            value = read_value(place, words, self._desk.today)
        except DeskError as error:
            self.bar.trouble(error)
            return
        spot = Spot(about_of(place), value or words.strip(), start, end, Sure.SURE, whose_of(place))
        self._become(self._sheet.put(place, value, spot))
        self.text.light(spot)
        self.strip.offer("", self._sheet)

    def _words(self, spot: Spot) -> str:
        return " ".join(self._spotted.text[spot.start:spot.end].split()) if self._spotted else ""

    def _light(self, place: str) -> None:
        entry = self._sheet.entries.get(place)
        self.text.light(entry.spot if entry else None)

    def _lead_to_field(self, spot: Spot) -> None:
        self.text.light(spot)
        places = self._sheet.places_of(spot)
        if places:
            self.form.focus(places[0])
            self.area.ensureWidgetVisible(self.form.form.field(places[0]))

    def _next_doubted(self) -> None:
        """F8: on to the next thing that somebody must look at."""
        doubted = self._sheet.doubted()
        here = self.form.place_here()
        if doubted:
            place = doubted[(doubted.index(here) + 1) % len(doubted)] if here in doubted else doubted[0]
            self._light(place)
            self.form.focus(place)
            self.area.ensureWidgetVisible(self.form.form.field(place))

    # -- showing -------------------------------------------------------------------------

    def _show(self) -> None:
        there = self._spotted is not None
        self.nothing.setVisible(not there)
        self.area.setVisible(there)
        self.card.setVisible(there and bool(self._known))
        self.edit.setVisible(there)
        self.edit.setText(tr("Read the text") if self._editing else tr("Change the text"))
        self.legend.setVisible(there)
        if self._spotted is not None:
            self._show_spots(self._spotted)
            self.form.show_sheet(self._sheet)
        self.legend.setText(self._told())
        self._offer()

    def _show_spots(self, spotted: SpottedText) -> None:
        if self._editing:
            return
        mine = [entry.spot for entry in self._sheet.entries.values() if entry.spot is not None]
        shown = [one for one in spotted.spots if (one.about, one.value) not in self._sheet.out]
        doubted = frozenset(entry.spot for entry in self._sheet.entries.values()
                            if entry.spot is not None and not entry.looked_at)
        self.text.show_spots([*shown, *(one for one in mine if one not in shown)], frozenset(mine), doubted)

    def _told(self) -> str:
        if self._editing:
            return tr("Change the text, then read it again: what you entered or threw out stays so.")
        doubted = len(self._sheet.doubted())
        said = tr_count("{count} thing was found but not surely; F8 leads to it.",
                        "{count} things were found but not surely; F8 leads from one to the next.", doubted) \
            if doubted else ""
        return " ".join(filter(None, (said, tr(
            "Click a mark to see its field, Delete throws it out; select words to put them into a field."))))

    def _offer(self) -> None:
        """The one thing that is done next."""
        if self._editing:
            there = bool(self.text.toPlainText().strip())
            self.set_primary(tr("Read the text"), (lambda: self.read(self.text.toPlainText())) if there else None,
                             picture="magnifying-glass")
        else:
            self.set_primary(tr("Register anew") if self._known else tr("Register"), self.register, picture="check")
        tip(self.primary, "Ctrl+Return")

    # -- doing ---------------------------------------------------------------------------

    def register(self) -> None:
        """Register what the form says, and nothing else."""
        if self._spotted is None or not self.form.commit():
            return
        self.set_primary(tr("Register"), None)  # not twice while it goes on
        self._tasks.run(pasted_orders.register_pasted, self._desk, self._spotted.text, self._sheet,
                        again=bool(self._known), done=self._registered, failed=self._refused, receiver=self)

    def _join(self, case_id: UUID) -> None:
        if self._spotted is not None and self.form.commit():
            self._tasks.run(pasted_orders.join_pasted, self._desk, case_id, self._spotted.text, self._sheet,
                            done=lambda changes: self._went(changes, case_id), failed=self._refused,
                            receiver=self)

    def _refused(self, error: DeskError) -> None:
        self._offer()
        place = str(error.field or "")
        if not self.form.show_error(error):
            self.show_error(error)
        elif place in self.form.found:
            self._light(place)
            self.area.ensureWidgetVisible(self.form.form.field(place))

    def _registered(self, changes: Changes) -> None:
        self._went(changes, cast(UUID, changes.result))

    def _went(self, changes: Changes, case_id: UUID) -> None:
        """What was pasted is a case now: it is opened, and nothing of the text stays here."""
        self._spotted, self._sheet, self._known = None, Sheet(), []
        self._before, self._after = [], []
        self.text.show_text("")
        self.text.set_editing(True)
        self.card.show_known([])
        self._show()
        self.changed.emit(changes)
        self.case_wanted.emit(case_id, Station.INTAKE)
        self.done.emit()

    # -- what the frame asks -------------------------------------------------------------

    def undo(self) -> None:
        """Take the last change of the form back."""
        if self._before:
            self._after = [*self._after, self._sheet]
            self._sheet = self._before.pop()
            self._show()

    def redo(self) -> None:
        """Do it again."""
        if self._after:
            self._before = [*self._before, self._sheet]
            self._sheet = self._after.pop()
            self._show()

    def shown(self) -> None:
        """The keyboard is where the text is."""
        if self._spotted is None:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_here(self) -> None:
        """Ctrl+F goes to the text."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def help_text(self) -> str:
        """F1."""
        return tr(
            "Paste the text of a hotline order, a chat or a letter, or drop a text file. Names, telephones, "
            "document numbers, companies, addresses, amounts, days and kinds of claim are looked for in it by "
            "the words in force; each is marked in its place: blue for the applicants, brown for the "
            "respondents, green for what is asked. A wavy line means that it is not sure; nothing unsure is "
            "taken before you take it. A dotted line is in no field.\n\n"
            "Click a mark to go to its field, or the words beneath a field to see their place. In the text "
            "the arrows lead from mark to mark and Delete throws one out; select words and press Enter to put "
            "them into a field. F8 leads to what is not sure, Ctrl+Z takes the last step back.\n\n"
            "Register makes the case with its order, its people and what they ask for in one step; the text "
            "is kept with the order as it came. An order that is a case already is told: open it, or add the "
            "order to it.")
