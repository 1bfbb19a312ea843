"""One quiet notice in the system's tray when somebody sat down: how much is due, and nothing of whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from mediation_desk.domain.payments.dues import LATE, DueFilter, DueTotals, Section, Sum
from mediation_desk.domain.rights import Verb
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.desk import Desk
from mediation_desk.services.payments import dues

DUE_NOTICE, TOLD = "due_notice", "due_notice_told"  # what the memory keeps: "yes" or nothing; who and when
SHOWN_MS = 15_000
TOLD_OF = (Section.WEEK, Section.REMIND, Section.BROKEN, Section.CALL)
Tray = Callable[[QObject], QSystemTrayIcon | None]


def wanted(memory: Memory) -> bool:
    """Whether this computer tells so; it does unless somebody switched it off."""
    return memory.recall(DUE_NOTICE, "yes") == "yes"


def system_tray(parent: QObject) -> QSystemTrayIcon | None:
    """The system's tray; None where it has none, or shows no messages."""
    if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
        return None
    return QSystemTrayIcon(icon("wallet"), parent)


def notice_words(totals: DueTotals) -> str:
    """What is due, as counts and sums alone, since others may look at the screen; empty: nothing is."""
    return "\n".join(_lines(totals))


def _lines(totals: DueTotals) -> Iterator[str]:
    late = [totals.of(section) for section in LATE]
    owed = Sum(sum(one.count for one in late), sum((one.owed for one in late), Sum().owed))
    told = [(tr("Late"), owed), *((tr(section.label), totals.of(section)) for section in TOLD_OF)]
    for name, one in told:
        if one.count:
            yield tr("{section}: {count}, {owed}", section=name, count=f"{one.count:,}",
                     owed=words().money(one.owed))


class DueNotice(QObject):
    """Once a day for each account. ``pressed``: somebody wants to see it."""

    pressed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, memory: Memory, parent: QObject,
                 tray: Tray = system_tray) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._memory, self._tray = desk, tasks, memory, tray
        self.shown: QSystemTrayIcon | None = None
        self._clock = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._clock.timeout.connect(self.put_away)

    def begin(self) -> None:
        """Tell it, where it is wanted, can be shown and was not told today."""
        if (not wanted(self._memory) or self._memory.recall(TOLD) == self._today()
                or not self._desk.may(Verb.READ_CASE, own_case=True)):
            return
        self.shown = self._tray(self)
        if self.shown is not None:
            self._tasks.read(dues.totals, self._desk, DueFilter(), done=self._tell, receiver=self)

    def _today(self) -> str:
        return f"{self._desk.who.account_id} {self._desk.today}"

    def _tell(self, totals: DueTotals) -> None:
        told = notice_words(totals)
        if self.shown is None or not told:
            return
        self._memory.keep(TOLD, self._today())
        self.shown.messageClicked.connect(self._press)
        self.shown.show()
        self.shown.showMessage(tr("Payments"), told, QSystemTrayIcon.MessageIcon.NoIcon, SHOWN_MS)
        self._clock.start()

    def _press(self) -> None:
        self.put_away()
        self.pressed.emit()

    def put_away(self) -> None:
        """Take the sign out of the tray again."""
        if self.shown is not None:
            self.shown.hide()
            self.shown = None
