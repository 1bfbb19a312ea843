"""The pictures of the doors show what they say: a text, a list, an order, a referral."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.demonstration import apart, doorways, listed, office, one_door, streamers
from mediation_desk.demonstration.showing import StageClock
from mediation_desk.domain.vocabulary import Station
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from tests.gui.desks import settle
from tests.offices import CHEAP


@pytest.fixture
def desk(tmp_path: Path, library_shelf: Library) -> Iterator[Desk]:
    """The demonstration's office with its list of orders at hand."""
    around = Surroundings(StageClock(), ZoneInfo("Asia/Shanghai"), tmp_path / "notes", library_shelf, CHEAP)
    with apart.founded(office.SETTINGS, around) as made:
        listed.write(made, tmp_path)
        yield made


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """A runner of its own."""
    made = Tasks()
    yield made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert made.close()


def test_each_picture_is_of_a_page_with_something_on_it(qtbot: QtBot, desk: Desk, tasks: Tasks, tmp_path: Path
                                                        ) -> None:
    case_id = one_door.take_in(desk, [name for name, *_ in streamers.WORKERS])
    one_door.answer(desk, case_id, one_door.refer(desk, case_id))
    frame = DeskFrame(desk, tasks, Memory(tmp_path / "windows.ini"))
    qtbot.addWidget(frame)
    frame.show()
    wait = partial(settle, tasks)
    frame.show_page("cases")
    seen = list(doorways.coming_in(frame, tmp_path, wait))
    frame.open_case(case_id, Station.INTAKE)
    wait()
    seen += doorways.beside_the_road(frame, wait)
    assert seen == ["intake-pasted", "intake-import-rows", "intake-import-columns", "order-clocks",
                    "order-reply", "referral-answered", "referral-draft"]
