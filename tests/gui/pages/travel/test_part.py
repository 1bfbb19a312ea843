"""What the parts share: long work beside everything else, one at a time, and where bags lie."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.pages.travel.leaving import LeavingPart
from mediation_desk.services.desk import Desk
from mediation_desk.store.pace import Stopped
from tests.gui.desks import write
from tests.gui.pages.travel.hands import Road


@pytest.fixture
def part(road: Road) -> LeavingPart:
    made = road.part("leaving")
    assert isinstance(made, LeavingPart)
    return made


def test_long_work_keeps_nobody_waiting_and_only_one_is_under_way(road: Road, part: LeavingPart) -> None:
    go = threading.Event()
    done: list[str] = []

    def verb(_desk: Desk, *, progress: Callable[[int, int], object], cancelled: Callable[[], bool]) -> str:
        progress(1, 2)
        while not go.wait(0.01):
            if cancelled():
                raise Stopped
        return "done"

    def begin() -> None:
        part.begin_long(verb, done=done.append, form=part.form, press=part.pack, line=part.work, words="…")

    begin()
    road.qtbot.waitUntil(lambda: part.work.busy)
    assert not part.pack.isEnabled()
    begin()
    assert road.said == "Another bag is under way here. Wait for it, or stop it."
    read: list[int] = []
    road.tasks.run(lambda: 7, done=read.append, receiver=part)
    road.qtbot.waitUntil(lambda: read == [7])
    assert part.work.busy
    go.set()
    road.settle()
    assert done == ["done"] and part.pack.isEnabled()


def test_a_desk_that_closes_ends_the_work(road: Road, part: LeavingPart) -> None:
    def verb(_desk: Desk, *, progress: Callable[[int, int], object], cancelled: Callable[[], bool]) -> None:
        while not cancelled():
            threading.Event().wait(0.01)
        raise Stopped

    part.begin_long(verb, done=print, form=part.form, press=part.pack, line=part.work, words="…")
    road.qtbot.waitUntil(lambda: part.work.busy)
    road.frame.close()
    assert not road.tasks.busy


def test_a_trouble_beside_a_field_leaves_the_button_ready(road: Road, part: LeavingPart) -> None:
    def verb(_desk: Desk, *, progress: object, cancelled: object) -> None:
        raise DeskError(N_("This must be filled in."), field="folder")

    part.begin_long(verb, done=print, form=part.form, press=part.pack, line=part.work, words="…")
    road.settle()
    assert part.place.folder.error() == "This must be filled in." and part.pack.isEnabled()


def test_the_last_place_is_remembered_and_another_can_be_chosen(
        road: Road, part: LeavingPart, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert part.known_folder() == str(Path.home())
    part.keep_folder(stick)
    assert part.known_folder() == str(stick)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(stick))
    road.click(part.place.choose)
    assert part.place.folder.value() == str(stick)
    write(road.qtbot, part.place.folder, "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(stick / "a.mdbag"), ""))
    part.ask_bag(part.place.folder)
    assert part.place.folder.value() == str(stick / "a.mdbag")
