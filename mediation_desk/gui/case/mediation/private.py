"""The private talk: hidden until it is asked for, gone as soon as the page is left or the desk is locked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mediation_desk.domain.mediation.private import PrivateTalk
from mediation_desk.domain.rights import NotAllowed, Verb
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import FoldingRow
from mediation_desk.gui.case.mediation.alone import SideAlone, forget_widget
from mediation_desk.gui.case.mediation.meeting_point import MeetingPoint
from mediation_desk.gui.case.mediation.quiet import Quiet
from mediation_desk.gui.case.mediation.told_here import to_be_shown
from mediation_desk.gui.frame import Frame
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.keys.holding import require_held
from mediation_desk.services.mediation import caucus, releasing
from mediation_desk.services.reading import CaseView

PATIENCE_MS = 150  # between two looks whether an input method has come to the end of its word
LOOK_MS = 15_000  # how long it may stay on screen after somebody was disabled or taken off the case
SHOW = {Side.APPLICANT: N_("Show what the applicants said alone"),
        Side.RESPONDENT: N_("Show what the respondents said alone")}
HIDE = {Side.APPLICANT: N_("Cover the applicants' words"),
        Side.RESPONDENT: N_("Cover the respondents' words")}


class _Opened(QWidget):
    """What is on screen of it: one side's column, or both and where they can meet; made
    when it is shown and unmade when it is hidden."""

    def __init__(self, bench: CaseBench, sides: Sequence[Side]) -> None:
        super().__init__()
        self.sides = {side: SideAlone(bench, side) for side in sides}
        self.meeting = MeetingPoint(bench) if len(self.sides) == len(Side) else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(16))
        if self.meeting is not None:
            column.addWidget(self.meeting)
        column.addWidget(FoldingRow(list(self.sides.values()), spacing=16, share=True))
        self.quiet = Quiet(self)
        self.quiet.guard(self)

    @property
    def composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        return any(made.composing for made in self.sides.values())

    def show_talk(self, talk: PrivateTalk, view: CaseView) -> None:
        """Everything anew. With both pages open no side looks on, and nothing counts as shown to it."""
        both = len(self.sides) == len(Side)
        for made in self.sides.values():
            made.show_talk(talk, view, with_told=not both)
        if self.meeting is not None:
            self.meeting.show_talk(talk, view)


class PrivatePart(QWidget):
    """The area, and a button for each side that opens and closes that side's words alone: the other's
    stay covered, since the side itself may be looking on.

    ``opened(bool)`` tells whether any are shown; ``sheet_wanted(side, own)``: a side's options on paper,
    with the offers that it authorised itself or without.
    """

    opened = Signal(bool)
    sheet_wanted = Signal(object, bool)

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self._view: CaseView | None = None
        self._opened: _Opened | None = None
        self._wanted: tuple[Side, ...] = ()
        self._asked: Side | None = None  # whose words were asked for last; the keyboard goes there
        self._frame: Frame | None = None
        self._clock = QTimer(self, interval=LOOK_MS)
        self._clock.timeout.connect(self.look)
        self._later: Callable[[], None] | None = None  # waits for the end of a word
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._go_on)
        bench.trouble.connect(self._heard)
        self._sign = QLabel(self)
        self.toggles = {side: button("", parent=self) for side in Side}
        self.hint = label("", "muted", wrap=True, parent=self)
        head = QHBoxLayout()
        head.setSpacing(look().px(8))
        head.addWidget(self._sign)
        head.addWidget(label(tr("Said alone"), "group"))
        head.addStretch(1)
        for side, press in self.toggles.items():
            press.clicked.connect(lambda _down=False, side=side: self.turn(side))
            head.addWidget(press)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))
        self._column.addLayout(head)
        self._column.addWidget(self.hint)
        self._say()

    # -- showing -------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Follow the case; what is shown is read anew."""
        self._view = view
        self._between_words(self._follow)

    def _follow(self) -> None:
        self._say()
        if self._wanted:
            self._read()

    def _between_words(self, act: Callable[[], None]) -> None:
        """Do it now, or once an input method has come to the end of its word: nothing on the page moves or
        is read anew under it."""
        self._later = act
        self._go_on()

    def _go_on(self) -> None:
        if self._opened is not None and self._opened.composing:
            self._patience.start()
        elif self._later is not None:
            act, self._later = self._later, None
            act()

    @property
    def shown(self) -> bool:
        """Whether anything that was said alone is on screen."""
        return self._opened is not None

    @property
    def opened_part(self) -> QWidget | None:
        """What shows what was said alone, while it is on screen."""
        return self._opened

    def leave(self) -> None:
        """Hide it, and stay at the button that shows it again."""
        first = self._wanted[0] if self._wanted else next(iter(Side))
        self.conceal()
        self.toggles[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _may(self) -> bool:
        view = self._view
        return view is not None and self.bench.desk.may(Verb.READ_SEALED, own_case=view.own)

    def _say(self) -> None:
        accepted = self._view is not None and self._view.case.accepted_on is not None
        for side, press in self.toggles.items():
            press.setEnabled(self._may() and accepted)
            press.setText(tr(HIDE[side]) if side in self._wanted else tr(SHOW[side]))
        picture = "lock-simple-open" if self._wanted else "lock-simple"
        size = look().px(18)
        self._sign.setPixmap(icon(picture, "accent").pixmap(QSize(size, size)))
        self.hint.setText(self._hint(accepted))

    def _hint(self, accepted: bool) -> str:
        if self._view is not None and not self._may():
            return tr("What a side said alone can be read only by the mediators of this case.")
        if not accepted:
            return tr("Accept the case first: both sides must consent.")
        if self._wanted:
            return tr("Sealed: only this case's mediators can read it. Nothing of it is printed but a side's "
                      "own offers, on its own sheet, where you tick that. It hides when you leave this page "
                      "or press Ctrl+L.")
        return tr("Hidden, so that the screen can be turned toward a party. Notes, bottom lines and offers "
                  "not released yet are kept here, sealed. The zone between the bottom lines shows once "
                  "both sides' words are opened.")

    def turn(self, side: Side) -> None:
        """Show what a side said alone, or cover it again; the other side's words stay as they are."""
        wanted = tuple(one for one in Side if (one in self._wanted) != (one is side))
        self._put_away()
        self._wanted, self._asked = wanted, side if side in wanted else None
        self._say()
        if wanted:
            self.bench.reload()  # what a colleague released or showed since is known to the page
        else:
            self.opened.emit(False)

    def reveal(self, side: Side) -> None:
        """Show what a side said alone."""
        if side not in self._wanted:
            self.turn(side)

    def _read(self) -> None:
        self.bench.read(caucus.talk, self._wanted, done=partial(self._arrived, self._wanted),
                        failed=self._refused)

    def _refused(self, error: DeskError) -> None:
        self.conceal()
        self.bench.trouble.emit(error)

    def look(self) -> None:
        """Close all of it where the person may not read it any more: rights change while a page is open."""
        self.bench.read(require_held, done=lambda _none: None, failed=self._refused)

    def _heard(self, error: DeskError) -> None:
        """Whatever else was refused them, what was said alone goes off the screen."""
        if isinstance(error, NotAllowed) and (self.shown or self._wanted):
            self.conceal()

    def _arrived(self, sides: tuple[Side, ...], talk: PrivateTalk) -> None:
        self._between_words(partial(self._show, sides, talk))

    def _show(self, sides: tuple[Side, ...], talk: PrivateTalk) -> None:
        if sides != self._wanted or not sides or self._view is None:
            return
        fresh = self._opened is None
        if self._opened is None:
            self._clock.start()
            self._opened = _Opened(self.bench, sides)
            for side, made in self._opened.sides.items():
                made.sheet_wanted.connect(partial(self.sheet_wanted.emit, side))
            self._column.addWidget(self._opened)
        self._opened.show_talk(talk, self._view)
        if fresh:
            self.opened.emit(True)
            if (asked := self.side(self._asked)) is not None:
                asked.line_form.field("bottom_line").setFocus()
                self._asked = None
        self._note_shown(sides)

    def _note_shown(self, sides: tuple[Side, ...]) -> None:
        """What was released to the one side whose page is open is out from now on, and then it shows."""
        if self._view is None or len(sides) != 1:
            return
        fresh = to_be_shown(self._view, sides[0])
        if fresh and self.bench.can("show_told"):
            self.bench.run(releasing.show_told, sides[0], fresh, undo=False)

    def side(self, side: Side | None) -> SideAlone | None:
        """A side's column, while it is shown."""
        return self._opened.sides.get(side) if self._opened and side else None

    def conceal(self) -> None:
        """Hide all of it at once: every private widget is unmade. What was being typed is kept, sealed."""
        self._wanted = ()
        if self._put_away():
            self.opened.emit(False)
        self._say()

    def _put_away(self) -> bool:
        """Unmake what is on screen; whether anything was."""
        if self._opened is None:
            return False
        self._clock.stop()
        self.bench.notes.flush()
        opened, self._opened = self._opened, None
        self._column.removeWidget(opened)
        forget_widget(opened)
        return True

    # -- leaving -------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        """The page is left."""
        super().hideEvent(event)
        self.conceal()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on Ctrl+L hides it too."""
        super().showEvent(event)
        window = self.window()
        if isinstance(window, Frame) and self._frame is not window:
            self._frame = window
            window.lock_wanted.connect(self.conceal)
