"""Papers are set in the office's own typefaces too, as soon as they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_desk.library.fonts import OwnFace
from mediation_desk.services.office import typefaces
from mediation_desk.services.papers import making
from mediation_desk.services.typefaces_in_force import typefaces_in_force
from mediation_desk.store.work import evidence as contents
from tests.conftest import LogWatch
from tests.offices import Office
from tests.services.papers_desk import registered, text_of
from tests.typefaces import made

RARE = "\U0003134a"  # of Extension G, which no shipped face has


def test_a_name_that_no_shipped_face_has_is_printed_in_the_own(office: Office, tmp_path: Path) -> None:
    desk = office.first
    case_id = registered(desk, (f"李{RARE}",))
    by_hand = text_of(making.make(desk, case_id, "intake-register"))
    assert f"李{RARE}" in by_hand and "手写补字" in by_hand
    file = tmp_path / "own.ttf"
    file.write_bytes(made("宁中楷体", chars=RARE))
    kept = typefaces.add_typeface(desk, file).result
    assert kept
    printed = text_of(making.make(desk, case_id, "intake-register"))
    assert f"李{RARE}" in printed and "手写补字" not in printed
    typefaces.remove_typeface(desk, kept)
    assert "手写补字" in text_of(making.make(desk, case_id, "intake-register"))


def test_what_was_read_is_read_once(office: Office, tmp_path: Path) -> None:
    desk, file = office.first, tmp_path / "own.ttf"
    file.write_bytes(made("宁中楷体", chars=RARE))
    shipped = desk.library.fonts
    with desk.reading() as work:
        assert typefaces_in_force(work, shipped, shipped) is shipped
    typefaces.add_typeface(desk, file)
    with desk.reading() as work:
        own = typefaces_in_force(work, shipped, shipped)
        assert isinstance(own.fallbacks[-1], OwnFace) and typefaces_in_force(work, shipped, own) is own


def test_a_damaged_file_stops_no_paper_and_has_nothing_read_again(office: Office, tmp_path: Path,
                                                                 monkeypatch: pytest.MonkeyPatch,
                                                                 logs: LogWatch) -> None:
    desk, file = office.first, tmp_path / "own.ttf"
    case_id = registered(desk, (f"李{RARE}",))
    file.write_bytes(made("宁中楷体", chars=RARE))
    typefaces.add_typeface(desk, file)

    def damaged(*_of: object) -> Iterator[bytes]:
        raise contents.ContentDamaged("damaged")
        yield b""
    monkeypatch.setattr(contents, "read", damaged)
    logs.expect("typeface cannot be read")
    assert "手写补字" in text_of(making.make(desk, case_id, "intake-register"))
    as_read = desk.fonts
    making.make(desk, case_id, "intake-register")
    assert desk.fonts is as_read
