"""A character that only a typeface of the office's own has shows in the windows while its desk is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

from mediation_desk.domain.changes import Changes
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.own_faces import OwnFaces
from mediation_desk.services.desk import Desk
from mediation_desk.services.office import typefaces
from tests.typefaces import made

RARE = "\U000313a7"  # of Extension H, which no shipped typeface has


def shape_of(sign: str) -> list[int]:
    """The shapes that Qt would paint; 0 is the box of what no typeface has."""
    laid = QTextLayout(sign, look().font())
    laid.beginLayout()
    laid.createLine()
    laid.endLayout()
    return [number for run in laid.glyphRuns() for number in run.glyphIndexes()]


def test_it_shows_once_the_file_is_there_and_no_more_when_it_is_gone(qtbot: QtBot, desk: Desk, tasks: Tasks,
                                                                    tmp_path: Path) -> None:
    around = QObject()
    faces = OwnFaces(desk, tasks, around)
    assert shape_of(RARE) == [0]
    (tmp_path / "own.ttf").write_bytes(made("宁中楷体", chars=RARE))
    changes = typefaces.add_typeface(desk, tmp_path / "own.ttf")
    faces.follow(Changes())
    faces.follow(changes)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert shape_of(RARE) == [1]
    assert changes.result
    faces.follow(typefaces.remove_typeface(desk, changes.result))
    qtbot.waitUntil(lambda: not tasks.busy)
    assert shape_of(RARE) == [0]


def test_what_a_desk_lent_is_taken_back_when_it_closes(qtbot: QtBot, desk: Desk, tasks: Tasks, tmp_path: Path
                                                      ) -> None:
    around = QObject()
    faces = OwnFaces(desk, tasks, around)
    (tmp_path / "own.ttf").write_bytes(made("宁中楷体", chars=RARE))
    typefaces.add_typeface(desk, tmp_path / "own.ttf")
    faces.read()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert shape_of(RARE) == [1]
    around.deleteLater()
    qtbot.waitUntil(lambda: shape_of(RARE) == [0])
