"""The evidence of the streamers' case, empty or with three exhibits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_desk.domain.evidence import Exhibit
from mediation_desk.gui.case.evidence.page import EvidencePage
from mediation_desk.services.evidence.taking import FileSource
from tests.gui.case.evidence.hands import standing
from tests.gui.case.rooms import Room


@pytest.fixture(autouse=True)
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The machine's folder for temporary files, for this test alone."""
    folder = tmp_path / "machine"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def page(room: Room) -> Iterator[EvidencePage]:
    room.click(room.window.evidence)
    found = room.window.page_in_front()
    assert isinstance(found, EvidencePage)
    yield found
    room.window.keep()  # drafts that still wait for the next key
    room.settle()


@pytest.fixture
def three(room: Room, page: EvidencePage) -> list[Exhibit]:
    page.bring_in([FileSource(name, data=data)
                   for name, data in (("甲.txt", b"a"), ("乙.txt", b"b"), ("丙.txt", b"c"))])
    room.settle()
    page.table.choose_row(0)
    return standing(room)
