"""What every station's page is: the page of one station inside the case window."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from mediation_desk.domain.text.findable import looking_for
from mediation_desk.domain.vocabulary import Station, Status
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.steady import after_press
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.reading import CaseView


class StationPage(Page):
    """The page of one station: build fields once in ``__init__``, fill them in ``show_case``.

    From Page: ``body``/``add``, ``head``, ``set_primary`` (the one action at the top right), ``bar``
    (the message bar), ``help_text``, ``turn``. Buttons that change something go through ``edits``,
    so that a closed case only shows.
    """

    station: ClassVar[Station]
    papers_of: ClassVar[str] = ""  # the page that papers' headers name, where it is no station's
    width_needed: ClassVar[int] = 0  # px of the window at 100 % under which the context folds by itself

    def __init__(self, bench: CaseBench, *, scroll: bool = True) -> None:
        super().__init__(self.heading(), scroll=scroll)
        self.bench = bench
        self.set_rank("heading")
        self._edits: list[QWidget] = [self.primary]
        self._locked = False
        self._put_away: list[QWidget] = []  # what was shown before the case was over
        app = QApplication.instance()
        if scroll and isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    # -- what a station overrides ----------------------------------------------------------

    def heading(self) -> str:
        """The page's title: the station's name."""
        return tr(self.station.label)

    def show_case(self, view: CaseView) -> None:
        """Show the case: called when the page first comes to the front, and whenever the case was
        read anew since. Bound fields have followed already."""

    def begin(self) -> None:
        """The page came to the front: the keyboard is where work on it begins, if it begins anywhere."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.bench.read_only:
            self.focus_first()

    def beneath_papers(self) -> QWidget | None:
        """What a paper takes the place of, in the page's own column; None where it has no place for one."""
        return getattr(self, "area", None)

    def focus_first(self) -> None:
        """Put the cursor where work on this page begins."""
        first = next((field for field in self.findChildren(Field) if field.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_text(self, text: str) -> bool:
        """Go to the next field in sight whose label or words hold the text; False when none does."""
        fields = [field for field in self.findChildren(Field) if field.isVisibleTo(self)]
        here = next((at for at, field in enumerate(fields) if field.hasFocus()), -1)
        sought = looking_for(text)
        for field in fields[here + 1:] + fields[:here + 1]:
            if sought(f"{field.label.text()} {field.typed()}"):
                self.reveal(field)
                return True
        return False

    def take(self, _held: QMimeData) -> None:
        """Something was dropped on the case's window: the page of evidence adds it."""

    def print_pdf(self) -> None:
        """Ctrl+P: show the paper that belongs to this page, ready to print."""
        self.bar.notice(tr("There is no paper to print at this station."))

    def set_read_only(self, read_only: bool) -> None:
        """Called after each ``show_case``: let nothing be changed in a case that is over."""
        if read_only or self._locked:  # fields are made open
            for field in self.findChildren(Field):
                if not field.property("staysOpen"):
                    field.set_read_only(read_only)
        self._locked = read_only
        for widget in self._edits:
            widget.setEnabled(not read_only)
        self._hide_edits(read_only)

    def _hide_edits(self, read_only: bool) -> None:
        """What would change something is not even offered in a case that is over; reopened, it is back."""
        if read_only:
            self._put_away += [one for one in self._edits if not one.isHidden()]
            for widget in self._edits:
                widget.hide()
        else:
            for widget in self._put_away:
                widget.show()
            self._put_away = []

    # -- what a station uses -----------------------------------------------------------------

    def edits(self, *widgets: QWidget) -> None:
        """These change something: a case that is over offers them no more."""
        self._edits += widgets

    def stays_open(self, *fields: Field) -> None:
        """These only choose what is shown (filters, searches): usable whatever the case's status."""
        for field in fields:
            field.setProperty("staysOpen", True)

    def to_intake(self) -> None:
        """Go to the first station, in the case window around this page."""
        around = self.parentWidget()
        while around is not None and not (isinstance(around, Page) and around.go(1)):
            around = around.parentWidget()

    def accept_first(self) -> None:
        """Say that an open case must be accepted first, and lead there."""
        view = self.bench.view
        if view is not None and view.case.status is Status.OPEN:
            self.bar.notice(tr("Accept the case first: both sides must consent."), meaning="disputed",
                            action=tr("Go to Intake"), on_action=self.to_intake)

    def go_to(self, station: Station) -> None:
        """Go to another station of the case."""
        self.go_to_field(station, "", None)

    def go_to_field(self, station: Station, field: str, of: UUID | None) -> None:
        """Go to another station of the case, and there to a field; ``of``: the party whose it is."""
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, Page) and above.lead(station.place + 1, field, of):
                return
            above = above.parentWidget()

    def go_to_office(self, part: str) -> None:
        """To a part of the office's page; ``part`` by its key."""
        self.bench.office_wanted.emit(part, "")

    def change_form(self, template: str) -> None:
        """To where the form of a paper is changed, to be seen with this case."""
        self.bench.office_wanted.emit("papers", template)

    def go_beside(self, key: str) -> None:
        """Go to a page of the case beside the road: the evidence."""
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, Page) and above.lead_beside(key):
                return
            above = above.parentWidget()

    def lead_to(self, name: str, _of: UUID | None) -> None:
        """Put the cursor on the field of that name, where there is one in sight."""
        found = next((one for one in self.findChildren(Field) if name and one.name == name
                      and one.isVisibleTo(self)), None)
        if found is not None:
            self.reveal(found)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget and put the cursor there."""
        if hasattr(self, "area"):
            self.area.ensureWidgetVisible(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Where the cursor goes, the page goes: to a field with a trouble, to what was just opened. Not
        while a button is pressed, though: what is pressed must still lie under the pointer then."""
        if now is not None and self.area.isAncestorOf(now):
            after_press(self, lambda: QTimer.singleShot(0, self, self._show_focus))  # once it has its place

    def _show_focus(self) -> None:
        now = QApplication.focusWidget()
        if now is None or not self.area.isAncestorOf(now):
            return
        holder: QWidget | None = now
        while holder is not None and holder is not self.area and not isinstance(holder, Field):
            holder = holder.parentWidget()
        self.area.ensureWidgetVisible(holder if isinstance(holder, Field) else now, 0, look().px(24))

    def print_page(self) -> None:
        """Ctrl+P."""
        self.print_pdf()
