"""Keys dropped when locked: nothing that lives in the program holds one, and the password opens all again."""

from __future__ import annotations

import gc
import hashlib
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.app.machine import CHINA, Machine
from mediation_desk.app.program import Program
from mediation_desk.domain.accounts import Role
from mediation_desk.domain.vocabulary import Side, Station
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.look.theme import Theme
from mediation_desk.library.words import Words
from mediation_desk.services import drafts, editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import doors
from mediation_desk.services.entry.doors import Whereabouts
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.keys import holding
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.vault.keys import Locked
from mediation_desk.store.vault.seals import draft_key
from tests.offices import PASSWORD, Office
from tests.services.keys.test_sharing import LENT, SECRET, accepted, colleague

WRITTEN = (bytes, bytearray, memoryview, str)
HEX = re.compile(r"[0-9a-fA-F]{64}")
Digests = dict[bytes, str]


class TestMachine(Machine):
    """The machine at which that office's desk stands."""

    __test__ = False

    def __init__(self, folder: Path, around: Surroundings) -> None:
        super().__init__(folder, folder, around.clock, CHINA)
        self.around = around


@pytest.fixture
def where(office: Office) -> Whereabouts:
    """As somebody types it at the way in."""
    if office.url:
        return Whereabouts(server=office.url.replace("+psycopg://postgres@/", "://postgres@here/"))
    return Whereabouts(folder=str(office.place.folder))


@pytest.fixture
def running(qapp: QApplication, office: Office, tmp_path: Path,
            monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(kit_words, "system_language", lambda: "en")
    qapp.setQuitOnLastWindowClosed(False)
    made = Program(qapp, TestMachine(tmp_path / "machine", office.around))
    made.start()
    yield made
    made.end()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    kit_words.install(qapp, Words.of("en"))
    theme.apply(qapp, Theme())
    qapp.setQuitOnLastWindowClosed(True)


def come_in(qtbot: QtBot, running: Program, where: Whereabouts, login: str = "chen",
            password: str = PASSWORD) -> DeskFrame:
    running.sit_down(doors.sign_in(where, login, password, lambda: running.machine.around), where)
    qtbot.waitUntil(lambda: running.frame is not None)
    assert running.frame is not None
    return running.frame


def digests(desk: Desk, case_id: UUID) -> Digests:
    """What to look for, by digests alone, so that the test holds no key itself."""
    opened = desk.store.opened
    with desk.reading() as work:
        case_key = holding.opened(desk, work, case_id).key
    keys = {"store": opened.store_key, "private": opened.private_key, "journal": desk.store.journal_key,
            "drafts": draft_key(opened.private_key, opened.store_key), "case": case_key}
    return {hashlib.sha256(bytes(key)).digest(): name for name, key in keys.items()}


def held(known: Digests) -> set[str]:
    """Which of the keys any living object holds: as bytes, or written out for a database."""
    gc.unfreeze()
    gc.collect()
    holders = gc.get_objects()
    parts = {id(part): part for part in (*holders, *gc.get_referents(*holders)) if isinstance(part, WRITTEN)}
    return {known[one] for part in parts.values() for one in map(_digest, _raw(part)) if one in known}


def _raw(part: object) -> list[bytes]:
    if isinstance(part, bytes | bytearray | memoryview):
        whole = bytes(part)
        return [whole] if len(whole) == 32 else []
    if isinstance(part, str) and 64 <= len(part) < 500:
        return [bytes.fromhex(one) for one in HEX.findall(part)]
    return []


def _digest(raw: bytes) -> bytes:
    return hashlib.sha256(raw).digest()


def everything_shown(qtbot: QtBot, frame: DeskFrame, case_id: UUID) -> None:
    """All pages of the rail, and the case with what was said alone on screen."""
    for key in ("today", "cases", "office"):
        frame.show_page(key)
    window = frame.open_case(case_id, Station.MEDIATION)
    assert isinstance(window, CaseWindow)
    qtbot.waitUntil(lambda: isinstance(window.page_in_front(), MediationPage) and not frame.tasks.busy)
    page = window.page_in_front()
    assert isinstance(page, MediationPage)
    page.private.turn(Side.APPLICANT)
    qtbot.waitUntil(lambda: page.private.shown)


def settle(qtbot: QtBot, running: Program) -> None:
    running.tasks.drain()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def test_no_living_object_holds_a_key_once_the_desk_is_locked(
        qtbot: QtBot, running: Program, office: Office, where: Whereabouts) -> None:
    """The same search finds every key at a desk that is open, so it can find them."""
    case_id = accepted(office.first)
    known = digests(office.first, case_id)
    office.first.store.close()
    frame = come_in(qtbot, running, where)
    everything_shown(qtbot, frame, case_id)
    settle(qtbot, running)
    assert {"store", "private"} <= held(known)
    running.lock()
    del frame
    settle(qtbot, running)
    assert held(known) == set()
    frame = come_in(qtbot, running, where)
    window = frame.current()
    assert isinstance(window, CaseWindow)
    qtbot.waitUntil(lambda: window.key == str(Station.MEDIATION) and not frame.tasks.busy)
    with frame.desk.reading() as work:
        assert holding.opened(frame.desk, work, case_id).key, "the password opens the case's key again"


def test_no_connection_stays_open_behind_the_lock(qtbot: QtBot, running: Program, office: Office,
                                                  where: Whereabouts) -> None:
    case_id = accepted(office.first)
    office.first.store.close()
    frame = come_in(qtbot, running, where)
    everything_shown(qtbot, frame, case_id)
    assert connections(office) > 0
    running.lock()
    settle(qtbot, running)
    qtbot.waitUntil(lambda: connections(office) == 0, timeout=15_000)


def connections(office: Office) -> int:
    """How many files or lines to the store this process has open."""
    if not office.url:
        opened = [one.readlink() for one in Path("/proc/self/fd").iterdir() if one.is_symlink()]
        return sum(one.parent == office.place.folder and one.name.startswith("office.db") for one in opened)
    name = office.url.partition("@/")[2].partition("?")[0]
    folder = office.url.partition("host=")[2]
    with psycopg.connect(f"host={folder} user=postgres dbname=postgres") as line:
        told = line.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = %s", [name]).fetchone()
    assert told
    return int(told[0])


def test_whatever_is_asked_of_a_locked_desk_is_refused_in_words(office: Office) -> None:
    """As by a timer that nobody stopped: the automatic backup, the ledger, reminders, drafts."""
    case_id, desk = accepted(office.first), office.first
    desk.store.close()
    for verb in (lambda: upkeep.back_up_if_due(desk), lambda: desk.store.tell_ledger(desk.now),
                 lambda: reading.day(desk), lambda: drafts.keep(desk, "case/cause", "x"),
                 lambda: drafts.all_kept(desk), lambda: reading.case(desk, case_id),
                 lambda: upkeep.prove(desk)):
        with pytest.raises(Locked, match="locked"):
            verb()


def test_a_save_under_way_finishes_and_the_keys_go_after_it(
        qtbot: QtBot, running: Program, office: Office, where: Whereabouts,
        monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes minutes to come in, say: nobody waits for it before the screen is covered."""
    monkeypatch.setattr("mediation_desk.gui.desk.cases_frame.LOCK_MS", 50)
    case_id = accepted(office.first)
    frame = come_in(qtbot, running, where)
    settle(qtbot, running)
    desk, gate = frame.desk, threading.Event()

    def slowly() -> None:
        assert gate.wait(20)
        editing.save(desk, case_id, [editing.Edit("case", case_id, "cause", "", "慢慢存下来的")])

    frame.tasks.run(slowly)
    running.lock()
    assert running.entry is not None and running.entry.isVisible() and desk.store.opened.store_key
    gate.set()
    settle(qtbot, running)
    assert reading.case(office.first, case_id).case.cause == "慢慢存下来的"
    with pytest.raises(Locked):
        _ = desk.store.opened.store_key


def opened(qtbot: QtBot, frame: DeskFrame, case_id: UUID) -> CaseWindow:
    window = frame.open_case(case_id)
    assert isinstance(window, CaseWindow)
    qtbot.waitUntil(lambda: bool(window.key) and not frame.tasks.busy)
    return window


def test_several_open_cases_are_open_again_and_named(qtbot: QtBot, running: Program, office: Office,
                                                     where: Whereabouts) -> None:
    first, second = accepted(office.first), accepted(office.first)
    frame = come_in(qtbot, running, where)
    for case_id in (first, second):
        opened(qtbot, frame, case_id).show_page("timeline")
    running.lock()
    settle(qtbot, running)
    frame = come_in(qtbot, running, where)
    assert frame.place() == f"case:{second}" and frame.open_cases() == [f"case:{first}", f"case:{second}"]
    assert opened(qtbot, frame, second).key == "timeline"
    assert "马晓岚" in frame._titles[f"case:{first}"]


def test_another_person_at_the_lock_begins_where_they_begin(qtbot: QtBot, running: Program, office: Office,
                                                            where: Whereabouts) -> None:
    """They are shown nothing of where the first one was; and that one's typing waits for them alone."""
    case_id = accepted(office.first)
    colleague(office, "wang", Role.MEDIATOR)
    accounts.change_password(office.desk("wang", LENT), LENT, "渡口的白杨树 31", "渡口的白杨树 31")
    frame = come_in(qtbot, running, where)
    window = frame.open_case(case_id, Station.INTAKE)
    assert isinstance(window, CaseWindow)
    qtbot.waitUntil(lambda: isinstance(window.page_in_front(), IntakePage) and not frame.tasks.busy)
    running.lock()
    settle(qtbot, running)
    frame = come_in(qtbot, running, where, "wang", "渡口的白杨树 31")
    settle(qtbot, running)
    assert frame.desk.who.name == "Wang" and frame.open_cases() == [] and frame.place() == "today"
    assert SECRET not in frame.windowTitle()
