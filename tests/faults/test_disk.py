"""A disk that is full or may not be written refuses in words; all that was acknowledged stays."""

from __future__ import annotations

import random
import shutil
import sys
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import event

from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.editing import Edit
from mediation_desk.services.upkeep import store_key, upkeep
from mediation_desk.store.trouble import StoreTrouble
from tests.faults.conftest import Studio
from tests.faults.nursery import Nursery
from tests.offices import PASSWORD

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and capabilities are Linux's")


def test_saving_until_files_may_grow_no_more(file_studio: Studio, children: Nursery,
                                             moment: random.Random) -> None:
    for _ in range(5):
        child = children.start("save_until_full", file_studio.where, file_studio.notes, file_studio.case_id,
                               moment.randrange(120_000))
        child.finish()
        assert "Nothing of this step was saved" in child.refused
        if child.acknowledged:
            assert file_studio.facts() == int(child.acknowledged[-1])
        file_studio.assert_whole()


def test_saving_on_a_full_disk_and_again_when_there_is_room(file_studio: Studio) -> None:
    """SQLite itself says that the disk is full once the file may have no more pages."""
    desk = file_studio.office.desk()
    limit = {"pages": 0}

    def narrow(connection: Any, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {limit['pages'] or pages + 3}")

    event.listen(desk.store.engine, "connect", narrow)
    desk.store.engine.dispose()
    kept, number = "", 0
    with pytest.raises(StoreTrouble, match="The disk is full"):
        for number in range(1, 200):
            text = f"{number} " + "长" * 2000
            editing.save(desk, file_studio.case_id, [
                Edit("case", file_studio.case_id, "facts_in_brief", kept, text)])
            kept = text
    assert number > 1
    assert reading.case(desk, file_studio.case_id).case.facts_in_brief == kept
    assert upkeep.prove(desk) == []
    limit["pages"] = 1 << 30
    desk.store.engine.dispose()
    editing.save(desk, file_studio.case_id, [Edit("case", file_studio.case_id, "facts_in_brief", kept, "好")])
    assert upkeep.prove(desk) == []


def test_a_backup_that_fills_the_disk_leaves_nothing_of_itself(studio: Studio, children: Nursery,
                                                               moment: random.Random, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    desk = studio.office.desk()
    whole = upkeep.back_up(desk, stick)
    largest = max(file.stat().st_size for file in whole.path.iterdir())
    for _ in range(6):
        child = children.start("back_up_until_full", studio.where, studio.notes, stick,
                               moment.randrange(largest))
        child.finish()
        assert "could not be written" in child.refused
        assert [path.name for path in stick.iterdir()] == [whole.path.name]
    assert upkeep.prove(desk) == []


def test_a_store_key_renewed_on_a_full_disk_stays_as_it_was(file_studio: Studio, children: Nursery,
                                                            moment: random.Random) -> None:
    """Wherever the copy under the new key ends, and where only the key file has no room any more."""
    size = (Path(file_studio.where) / "office.db").stat().st_size
    for most in (0, 4096, *(moment.randrange(size) for _ in range(4))):
        child = children.start("renew_key_until_full", file_studio.where, file_studio.notes, most)
        child.finish()
        assert "Nothing was changed" in child.refused and not child.acknowledged
        assert not list(Path(file_studio.where).glob("*.renewed*"))
        file_studio.assert_whole()


def test_a_store_key_is_not_renewed_where_there_is_no_room_for_a_second_copy(
    file_studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = file_studio.office.desk()
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=1 << 20))
    with pytest.raises(DeskError, match="not enough space to renew the key"):
        store_key.renew(desk, PASSWORD)
    assert upkeep.prove(desk) == []


@pytest.mark.parametrize("when", ["opened", "closed"])
def test_a_folder_that_may_not_be_written(file_studio: Studio, children: Nursery, when: str) -> None:
    folder = Path(file_studio.where)
    modes = {path: path.stat().st_mode for path in (folder, *folder.iterdir())}
    child = children.start("save_where_nothing_may_be_written", file_studio.where, file_studio.notes,
                           file_studio.case_id, when)
    child.finish()
    for path, mode in modes.items():
        if path.exists():
            path.chmod(mode)
    for left in folder.glob("office.db-*"):
        left.chmod(0o600)
    assert child.refused
    if when == "closed":
        assert not child.acknowledged
    assert file_studio.facts() == int(child.acknowledged[-1] if child.acknowledged else 0)
    file_studio.assert_whole()


def test_a_clock_set_back_and_forth(studio: Studio, moment: random.Random) -> None:
    """The journal's order is that of its numbers: undo takes back the last save, whatever the clock says."""
    desk = studio.office.desk()
    texts = [""]
    for number in range(15):
        studio.office.clock.now += timedelta(minutes=moment.randrange(-60 * 24 * 400, 60 * 24 * 400))
        texts.append(str(number))
        editing.save(desk, studio.case_id, [
            Edit("case", studio.case_id, "facts_in_brief", texts[-2], texts[-1])])
    assert upkeep.prove(desk) == []
    for text in reversed(texts[:-1]):
        studio.office.clock.now += timedelta(minutes=moment.randrange(-60 * 24 * 400, 60 * 24 * 400))
        history.undo(desk, studio.case_id)
        assert reading.case(desk, studio.case_id).case.facts_in_brief == text
    assert upkeep.prove(desk) == []
