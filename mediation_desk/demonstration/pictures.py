"""Pictures of every page of the real windows, for the demonstration and the guide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from PySide6.QtCore import QEventLoop, QPoint, QSize, QTimer
from PySide6.QtWidgets import QApplication

from mediation_desk.demonstration import alone, doorways, hands, streamers
from mediation_desk.demonstration.office import PASSWORD
from mediation_desk.demonstration.showing import STORY_OVER, Shown, StageClock
from mediation_desk.demonstration.travelling import Road
from mediation_desk.domain.planning.entries import Span
from mediation_desk.domain.vocabulary import Side, Station
from mediation_desk.gui.case.closing.page import ClosingPage
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.case.mediation.meeting_point import MeetingPoint
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.settlement.page import SettlementPage
from mediation_desk.gui.desk.places import TRAVEL
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.look.theme import Mode, Theme
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.calendar.page import CalendarPage
from mediation_desk.gui.pages.cases.page import CasesPage
from mediation_desk.gui.pages.payments.page import PaymentsPage
from mediation_desk.gui.pages.reports.overview.part import CHARTS, FIGURES, OverviewPart
from mediation_desk.gui.pages.reports.page import ReportsPage
from mediation_desk.gui.pages.travel.homecoming.part import HomecomingPart
from mediation_desk.gui.pages.travel.laptop import LaptopPart
from mediation_desk.gui.pages.travel.leaving import LeavingPart
from mediation_desk.gui.pages.travel.page import TravelPage
from mediation_desk.library.words import CHINESE, ENGLISH, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.mediation import meeting_point, proposals
from mediation_desk.services.settlement import settling
from mediation_desk.services.travel import opening

SCREEN = QSize(1366, 768)
STORE = "demonstration"
STICK = "/media/stick"
QUIET = 350  # milliseconds without work before a page counts as shown, its motion and preview over
LONGEST = 15_000
LAID = 100
SHORT = {CHINESE: "zh", ENGLISH: "en"}
Visits = Callable[[DeskFrame], Iterator[str]]


@dataclass(frozen=True)
class Sight:
    """A station shown on the case that shows it best, on a day when it mattered."""

    station: Station
    case_id: UUID
    on: date


def take(shown: Shown, clock: StageClock, out: Path,
         modes: tuple[Mode, ...] = (Mode.LIGHT,)) -> list[Path]:
    """Show every page in both languages and each look, and save what is seen as PNG files.

    What was shown runs on ``clock``; its bag waits to come home. Lists come first, then the
    story is walked twice more: as far as drafted terms, and as far as payment.
    """
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    out.mkdir(parents=True, exist_ok=True)
    looks = [(code, mode) for code in (CHINESE, ENGLISH) for mode in modes]
    desk, lists = shown.desk, partial(_lists, shown.road, shown.folder)
    with _on_the_road(shown, clock) as laptop:
        taken = [file for look in looks for file in _round(app, desk, look, out, lists)]
        taken += [file for look in looks for file in _round(app, laptop, look, out, _laptop)]
    clock.turn_to(streamers.RECEIVED)
    sights = _set_scene(desk, shown.case_id)
    talked_of = {sight.station: sight.case_id for sight in sights}[Station.SETTLEMENT]
    return taken + [file for look in looks
                    for file in (*_round(app, desk, look, out, partial(_stations, clock, sights)),
                                 _turned(app, desk, look, out, talked_of))]


@contextmanager
def _on_the_road(shown: Shown, clock: StageClock) -> Iterator[Desk]:
    """A case was taken along to a park: the laptop's desk, as long as it is pictured."""
    with TemporaryDirectory() as folder:
        where, desk = Path(folder), shown.desk
        around = Surroundings(clock, desk.zone, where / "notes", desk.library)
        laptop = opening.found(where / "office", shown.road.outward, PASSWORD, around)
        try:
            yield laptop
        finally:
            laptop.store.close()


def _set_scene(desk: Desk, closed: UUID) -> tuple[Sight, ...]:
    talking = list(islice(streamers.walk(desk), 3))[-1].case_id
    settling.draft(desk, talking, streamers.terms())
    alone.talk(desk, talking)
    proposals.propose(desk, talking, meeting_point.look(desk, talking).packages[0].deal)
    hands.put_out(desk, talking)
    paying = list(islice(streamers.walk(desk), 4))[-1].case_id
    best = {Station.PERFORMANCE: (paying, streamers.INSTALMENTS[0]), Station.CLOSING: (closed, STORY_OVER)}
    return tuple(Sight(station, *best.get(station, (talking, streamers.RECEIVED))) for station in Station)


def _round(app: QApplication, desk: Desk, look: tuple[str, Mode], out: Path, visits: Visits) -> list[Path]:
    """Every page once. Each round has a memory and a task runner of its own."""
    kit_words.install(app, Words.of(look[0]))
    theme.apply(app, Theme(look[1]))
    tasks = Tasks()
    with TemporaryDirectory() as folder:
        frame = DeskFrame(desk, tasks, Memory(Path(folder) / "windows.ini"))
        frame.resize(SCREEN)
        frame.show()
        files = []
        for name in visits(frame):
            _settle(tasks)
            frame.status.store.setText(STORE)  # the folder is another at every run
            file = out / f"{name}-{SHORT[look[0]]}-{look[1].value}.png"
            frame.grab().save(str(file))
            files.append(file)
        frame.close()
        tasks.close()
        frame.deleteLater()
        tasks.deleteLater()
        _settle(None)
    return files


def _turned(app: QApplication, desk: Desk, look: tuple[str, Mode], out: Path, case_id: UUID) -> Path:
    """The screen turned toward the parties, with drafted terms."""
    from mediation_desk.gui.turned.window import TurnedWindow

    kit_words.install(app, Words.of(look[0]))
    theme.apply(app, Theme(look[1]))
    tasks = Tasks()
    with TemporaryDirectory() as folder:
        window = TurnedWindow(desk, tasks, Memory(Path(folder) / "windows.ini"), case_id)
        window.resize(SCREEN)
        window.show()
        window.setFocus()
        _settle(tasks)
        file = out / f"turned-screen-{SHORT[look[0]]}-{look[1].value}.png"
        window.grab().save(str(file))
        window.finish()
        tasks.close()
        tasks.deleteLater()
        _settle(None)
    return file


def _lists(road: Road, folder: Path, frame: DeskFrame) -> Iterator[str]:
    """Every page of the rail in turn; yields its name once it is in front. Of travel, what goes along and
    what is out."""
    for key in list(frame.rail.buttons):
        page = frame.show_page(key)
        if isinstance(page, TravelPage):
            yield from _travel(road, frame, page)
        elif isinstance(page, ReportsPage):
            yield from _reports(frame, page)
        elif isinstance(page, CalendarPage):
            yield from _calendar(frame, page)
        elif isinstance(page, PaymentsPage):
            yield from _payments(frame, page)
        else:
            yield key
        if isinstance(page, CasesPage):
            yield from doorways.coming_in(frame, folder, partial(_settle, frame.tasks))


def _calendar(frame: DeskFrame, page: CalendarPage) -> Iterator[str]:
    """A month, a week and a day."""
    for span in (Span.MONTH, Span.DAY, Span.WEEK):
        _settle(frame.tasks)
        page.strip.choose_span(span)
        yield f"calendar-{span}"


def _payments(frame: DeskFrame, page: PaymentsPage) -> Iterator[str]:
    """The list with an instalment, the form of a call, a reminder on its way out, and what was kept."""
    _settle(frame.tasks)
    page.sections.choose(None)
    yield "payments-list"
    page.pane.open_note()
    yield "payments-call"
    page.pane.note.put_by()
    page.pane.open_reminder()
    yield "payments-reminder"
    page.pane.reminder.put_by()
    page.open_kept()
    yield "payments-kept"
    page.kept.leave()


def _reports(frame: DeskFrame, page: ReportsPage) -> Iterator[str]:
    """The figures of the month, the cases behind one of them, the charts, and the other parts in turn."""
    part = page.go_to("overview")
    assert isinstance(part, OverviewPart)
    _settle(frame.tasks)
    part.table.choose_row(2)
    yield "reports-overview"
    part.open_cases()
    yield "reports-cases"
    part.leave_cases()
    part.show_view(CHARTS)
    yield "reports-charts"
    part.show_view(FIGURES)
    for key in ("alerts", "forms", "monday"):
        page.go_to(key)
        page.buttons[key].setFocus()
        _settle(frame.tasks)
        yield f"reports-{key}"


def _travel(road: Road, frame: DeskFrame, page: TravelPage) -> Iterator[str]:
    part = page.go_to("leaving")
    assert isinstance(part, LeavingPart)
    part.choice.show_open()
    _settle(frame.tasks)
    rows = (part.choice.model.row(at) for at in range(part.choice.model.rowCount()))
    for row in islice((row for row in rows if row is not None), 2):
        part.choice.turn(row)
    part.place.folder.set_value(STICK)
    yield "travel"
    page.go_to("bags")
    page.buttons["bags"].setFocus()
    yield "travel-bags"
    home = page.go_to("homecoming")
    assert isinstance(home, HomecomingPart)
    home.look_into(str(road.homeward))
    _settle(frame.tasks)
    yield "homecoming"
    home.put_away()


def _laptop(frame: DeskFrame) -> Iterator[str]:
    """The travel page on the laptop."""
    page = frame.show_page(TRAVEL)
    assert isinstance(page, TravelPage)
    part = page.go_to("laptop")
    assert isinstance(part, LaptopPart)
    part.place.folder.set_value(STICK)
    yield "travel-laptop"


def _stations(clock: StageClock, sights: Sequence[Sight], frame: DeskFrame) -> Iterator[str]:
    """Every station in turn, each on its day."""
    for sight in sights:
        clock.turn_to(sight.on)
        frame.open_case(sight.case_id, sight.station)
        yield sight.station.value
        window = frame.current()
        page = window.page_in_front() if isinstance(window, CaseWindow) else None
        if isinstance(page, MediationPage):
            yield from _alone(page)
            yield from _meeting_point(frame, page)
        if isinstance(page, SettlementPage):
            yield from _signing(frame, page)
        if isinstance(page, ClosingPage):
            yield from doorways.beside_the_road(frame, partial(_settle, frame.tasks))


def _alone(page: MediationPage) -> Iterator[str]:
    """Each side's page in turn, as it is turned toward that side."""
    for side in Side:
        page.private.turn(side)
        yield f"alone-{side.value}"
        page.private.conceal()


def _meeting_point(frame: DeskFrame, page: MediationPage) -> Iterator[str]:
    """Both sides open: the zone and the moves, the packages, the proposal, what all of it is worth."""
    for press in page.private.toggles.values():
        press.click()
        _settle(frame.tasks)
    found: list[MeetingPoint] = page.private.findChildren(MeetingPoint)
    point = found[0]
    for name, part in (("zone-moves", point), ("zone-packages", point.packages),
                       ("zone-proposal", point.proposal), ("zone-worth", point.worth)):
        inner = page.area.widget()
        if part is not None and inner is not None:
            page.area.verticalScrollBar().setValue(part.mapTo(inner, QPoint(0, 0)).y())
            yield name
    page.private.conceal()


def _signing(frame: DeskFrame, page: SettlementPage) -> Iterator[str]:
    """The checks before signing, who signs on the screen, and the pad with a name on it."""
    _settle(frame.tasks)
    page.primary.click()
    _settle(frame.tasks)
    yield "signing-checks"
    card = page.sign_card
    card.by_screen.click()
    _settle(frame.tasks)
    part = card.on_screen
    next(iter(part.signers.buttons.values())).click()
    part.card.read.setChecked(True)
    part.card.pad.write(hands.written(part.card.name))
    _settle(frame.tasks)
    page.area.ensureWidgetVisible(part.card)
    yield "signing-pad"
    card.later.click()
    _settle(frame.tasks)


def _settle(tasks: Tasks | None) -> None:
    """Wait until no task has run for a while, as a person's eye does."""
    loop, waited = QEventLoop(), 0
    while waited < LONGEST:
        QTimer.singleShot(QUIET, loop.quit)
        loop.exec()
        waited += QUIET
        if tasks is None or not tasks.busy:
            QTimer.singleShot(LAID, loop.quit)  # a busy machine may owe a page its last layout
            loop.exec()
            return


def take_paper(pdf: bytes, file: Path, width: int = 900) -> Path:
    """The first page of a paper as a picture, ``width`` pixels wide."""
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    size = document.pagePointSize(0)
    page = document.render(0, QSize(width, round(width * size.height() / size.width())))
    paper = QImage(page.size(), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, page)
    painter.end()
    paper.save(str(file))
    document.close()
    return file
