"""The page on which an order's text is pasted, looked at beside the form that it fills in, and registered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake.spotting.sheet import Sheet, fill
from mediation_desk.domain.intake.spotting.spots import Spot, Value
from mediation_desk.domain.vocabulary import Station
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.intake.new_case.typed import TypedSheet
from mediation_desk.gui.intake.pasted import unfinished
from mediation_desk.gui.intake.pasted.acquaintance import Acquaintance
from mediation_desk.gui.intake.pasted.form import SheetForm
from mediation_desk.gui.intake.pasted.help import help_text
from mediation_desk.gui.intake.pasted.known_card import KnownCard
from mediation_desk.gui.intake.pasted.steps import Steps
from mediation_desk.gui.intake.pasted.text_side import TextSide
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.keys import bind
from mediation_desk.gui.kit.look.text import button
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.split import Split
from mediation_desk.gui.kit.steady import SteadyArea
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, tr_error
from mediation_desk.gui.led_page import LedPage
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import pasted_orders, spotting
from mediation_desk.services.intake.pasted_orders import Repeated
from mediation_desk.services.intake.spotting import SpottedText

DRAFT = "intake/pasted"
OpenCase = Callable[[UUID, Station | None], object]


class PastedPage(LedPage):
    """``case_wanted(case_id, station)`` opens a case; ``changed(Changes)`` tells that one was registered;
    ``over`` that nothing is left to do here. Nothing but a draft is kept before a person registers."""

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__(tr("Paste an order"), scroll=False)
        self._desk, self._tasks = desk, tasks
        self._spotted: SpottedText | None = None
        self._steps = Steps()
        self._known: list[Repeated] = []
        self._unfinished: Mapping[str, Any] = {}  # what was said of the text that is read just now
        self.typed = TypedSheet(desk, tasks, self, DRAFT)
        self.acquaintance = Acquaintance(desk, tasks, self)
        self.file = button(tr("A text file …"), picture="folder-open")
        self.edit = button(tr("Change the text"), picture="pencil-simple")
        self.left = TextSide(lambda: desk.today)
        self.text = self.left.text
        self.card = KnownCard()
        self.form = SheetForm(lambda: desk.today, self.left.words)
        self.nothing = EmptyState(tr("No text yet"), tr(
            "Paste the text of an order, a chat or a letter on the left, or drop a text file there. Names, "
            "numbers, companies, amounts, days and claims are looked for in it; you look at what was found, "
            "and nothing is kept before you register."), picture="clipboard-text", action=tr("Paste"),
            on_action=self.paste)
        self._lay()
        self._listen()
        self._show()
        self.typed.load(self._bring_back)

    @property
    def sheet(self) -> Sheet:
        """What the form says."""
        return self._steps.sheet

    # -- laying out ----------------------------------------------------------------------

    def _lay(self) -> None:
        for one in (self.way_back, self.file, self.edit):
            self.head.addWidget(one)
        self.reserve_primary((tr("Register"), "check"), (tr("Register anew"), "check"),
                             (tr("Read the text"), "magnifying-glass"))
        self.area = SteadyArea(self.form)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(look().px(8), 0, 0, 0)
        column.addWidget(self.card)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.area, 1)
        self.split = Split(Qt.Orientation.Horizontal, lambda width: (width * 45 // 100, width * 55 // 100))
        self.split.addWidget(self.left)
        self.split.addWidget(right)
        self.add(self.split, 1)

    def _listen(self) -> None:
        self.file.clicked.connect(self.choose)
        self.edit.clicked.connect(self._turn_editing)
        self.text.textChanged.connect(self._text_changed)
        self.text.pressed.connect(self._lead_to_field)
        self.text.thrown.connect(lambda spot: self._become(self.sheet.thrown_out(spot)))
        self.text.dropped.connect(self._dropped)
        self.left.put.connect(lambda place, value, spot: self._become(self.sheet.put(place, value, spot)))
        self.left.trouble.connect(self.show_error)
        self.form.put.connect(self._entered)
        self.form.took.connect(lambda place: self._become(self.sheet.looked(place)))
        self.form.threw.connect(lambda place: self._become(self.sheet.without(place)))
        self.form.wanted.connect(self._light)
        self.card.open.connect(lambda case_id: self.case_wanted.emit(case_id, Station.INTAKE))
        self.card.join.connect(self._join)
        self.acquaintance.known.connect(self._show_known)
        self.acquaintance.met.connect(self.form.show_met)
        self.acquaintance.trouble.connect(self.show_error)
        bind(self, "F8", self._next_doubted).setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -- getting a text ------------------------------------------------------------------

    def paste(self) -> None:
        """Take the text of the clipboard."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.read(text)
        else:
            self.bar.notice(tr("There is no text on the clipboard."), meaning="disputed")

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
        if text.strip():
            self._tasks.read(spotting.read_text, self._desk, text, done=self._arrived, failed=self.show_error,
                             receiver=self, label=tr("Reading the text …"))

    def _arrived(self, spotted: SpottedText) -> None:
        again = self._spotted is not None
        self.bar.clear()
        self._spotted = spotted
        self.text.set_editing(False)
        self.text.show_text(spotted.text)
        if again:
            self._become(self.sheet.filled_anew(spotted.spots))
        else:
            self.form.begin_anew()
            found = unfinished.restored(fill(spotted.spots), self._unfinished)
            self._steps = Steps(pasted_orders.completed(self._desk, found))
            self._show()
        self._unfinished = {}
        self.typed.keep(self)
        if spotted.trouble is not None:
            self.bar.notice(tr(
                "The office's own words cannot be used: {trouble} The words that came with the program were "
                "used.", trouble=tr_error(spotted.trouble)), meaning="disputed")
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_known(self, known: list[Repeated]) -> None:
        self._known = known
        self.card.show_known(known)
        self._offer()

    # -- what is not a case yet ------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """The text as it stands, and what a person said of it."""
        text = self._spotted.text if self._spotted and not self.left.editing else self.text.toPlainText()
        return {"text": text, **unfinished.told(self.sheet)} if text.strip() else {}

    def _text_changed(self) -> None:
        self._offer()
        if self.left.editing:
            self.typed.keep(self)

    def _bring_back(self, state: Mapping[str, Any]) -> None:
        """The text that stood here when the program ended, unless another was pasted already."""
        if self._spotted is None and not self.text.toPlainText().strip():
            self._unfinished = state
            self.read(str(state.get("text", "")))

    def keep(self) -> None:
        """Keep the field in focus and the draft, before locking or closing."""
        super().keep()
        self.typed.flush()

    def _turn_editing(self) -> None:
        """Change the text, or read it as it was changed."""
        if self.left.editing:
            self.read(self.text.toPlainText())
            return
        self.left.edit()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    # -- the sheet -----------------------------------------------------------------------

    def _become(self, sheet: Sheet) -> None:
        """The sheet as a person changed it; undo brings the former one back."""
        self._steps.become(sheet)
        self._show()
        self.typed.keep(self)

    def _entered(self, place: str, value: Value | None) -> None:
        same = place in self.sheet.entries and self.sheet.value(place) == value
        self._become(self.sheet.looked(place) if same else self.sheet.put(place, value))

    def _light(self, place: str) -> None:
        entry = self.sheet.entries.get(place)
        self.text.light(entry.spot if entry else None)

    def _lead_to_field(self, spot: Spot) -> None:
        self.text.light(spot)
        for place in self.sheet.places_of(spot)[:1]:
            self._go(place)

    def _go(self, place: str) -> None:
        """Put the keyboard into a place's field, in sight."""
        self.form.focus(place)
        self.area.ensureWidgetVisible(self.form.form.field(place))

    def _next_doubted(self) -> None:
        """F8: on to the next thing that somebody must look at."""
        doubted, here = self.sheet.doubted(), self.form.place_here()
        if doubted:
            place = doubted[(doubted.index(here) + 1) % len(doubted)] if here in doubted else doubted[0]
            self._light(place)
            self._go(place)

    # -- showing -------------------------------------------------------------------------

    def _show(self) -> None:
        there = self._spotted is not None
        self.nothing.setVisible(not there)
        self.area.setVisible(there)
        self.card.setVisible(there and bool(self._known))
        self.edit.setVisible(there and not self.left.editing)
        if self._spotted is not None:
            self.acquaintance.look(self._spotted.text, self.sheet)
            self.form.show_sheet(self.sheet)
        self.left.show_sheet(self._spotted, self.sheet)
        self._offer()

    def _offer(self) -> None:
        """The one thing that is done next."""
        if not self.left.editing:
            words = tr("Register anew") if self._known else tr("Register")
            self.set_primary(words, self.register, picture="check")
        elif self.text.toPlainText().strip():
            self.set_primary(tr("Read the text"), lambda: self.read(self.text.toPlainText()),
                             picture="magnifying-glass")
        else:
            self.set_primary("", None)

    # -- doing ---------------------------------------------------------------------------

    def register(self) -> None:
        """Register what the form says, and nothing else."""
        if self._spotted is None or not self.form.commit():
            return
        self.set_primary("", None)  # not twice while it goes on
        self._tasks.run(pasted_orders.register_pasted, self._desk, self._spotted.text, self.sheet,
                        again=bool(self._known), failed=self._refused, receiver=self,
                        done=lambda changes: self._went(changes, cast(UUID, changes.result)))

    def _join(self, case_id: UUID) -> None:
        if self._spotted is not None and self.form.commit():
            self._tasks.run(pasted_orders.join_pasted, self._desk, case_id, self._spotted.text, self.sheet,
                            done=lambda changes: self._went(changes, case_id), failed=self._refused,
                            receiver=self)

    def _refused(self, error: DeskError) -> None:
        """Say what is wrong beside its field, and show its place in the text."""
        self._offer()
        place = str(error.field or "")
        if place not in self.form.found:
            self.show_error(error)
            return
        self._light(place)
        self._go(place)
        self.form.show_error(error)

    def _went(self, changes: Changes, case_id: UUID) -> None:
        """What was pasted is a case now: it is opened, and nothing of the text stays here."""
        self._spotted, self._steps, self._known = None, Steps(), []
        self.typed.drop()
        self.acquaintance.forget()
        self.text.show_text("")
        self.text.set_editing(True)
        self.card.show_known([])
        self._show()
        self.changed.emit(changes)
        self.case_wanted.emit(case_id, Station.INTAKE)
        self.over.emit()

    # -- what the frame asks -------------------------------------------------------------

    def undo(self) -> None:
        """Take the last change of the form back."""
        if self._steps.back():
            self._show()
            self.typed.keep(self)

    def redo(self) -> None:
        """Do it again."""
        if self._steps.forth():
            self._show()
            self.typed.keep(self)

    def shown(self) -> None:
        """The keyboard is where the text is."""
        if self._spotted is None:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_here(self) -> None:
        """Ctrl+F goes to the text."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def help_text(self) -> str:
        """F1."""
        return help_text()
