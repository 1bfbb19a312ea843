"""The demonstration desk sits down at its own store, and never at a real office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_desk.demonstration import office, streamers
from mediation_desk.demonstration.commands import CHINA
from mediation_desk.demonstration.showing import StageClock
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.services import reading
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Founding, Surroundings
from mediation_desk.services.intake import registering
from mediation_desk.services.library import Library
from mediation_desk.store.store import in_folder
from tests.offices import CHEAP, SETTINGS


@pytest.fixture
def around(tmp_path: Path, library_shelf: Library) -> Surroundings:
    return Surroundings(StageClock(), CHINA, tmp_path / "notes", library_shelf, CHEAP)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A demonstration of one small case: what is in it is told elsewhere."""
    monkeypatch.setattr(streamers, "walk", lambda _desk, **_how: iter(()))
    monkeypatch.setattr(office, "SKETCHES", office.SKETCHES[:1])
    yield


def where(folder: Path, around: Surroundings) -> tuple[str, int]:
    """At which store one sits down, and how many cases are in it."""
    desk = office.enter(folder, around)
    try:
        return Path(desk.store.place.name).name, reading.count(desk, CaseFilter())
    finally:
        desk.store.close()


@pytest.mark.usefixtures("short")
def test_it_is_made_once_and_found_again(tmp_path: Path, around: Surroundings) -> None:
    assert where(tmp_path / "d", around) == ("d", 1)
    assert where(tmp_path / "d", around) == ("d", 1)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("marked", [False, True])
def test_a_real_office_with_the_very_same_account_is_let_be(tmp_path: Path, around: Surroundings,
                                                            marked: bool) -> None:
    """Also when somebody copied a demonstration's mark beside it: it is drawn from another store's key."""
    folder = tmp_path / "d"
    founding = Founding(SETTINGS, office.LOGIN, "陈调解", office.PASSWORD,
                        office.PASSWORD)
    sign_in.found(in_folder(folder), founding, around).store.close()
    if marked:
        office.build(tmp_path / "other", around).store.close()
        (folder / office.MARK).write_bytes((tmp_path / "other" / office.MARK).read_bytes())
    assert where(folder, around) == ("d-2", 1)
    assert where(folder, around) == ("d-2", 1)


@pytest.mark.usefixtures("short")
def test_one_that_was_broken_off_is_made_anew_beside_it(tmp_path: Path, around: Surroundings,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(registering, "set_claims", lambda *_given: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            office.build(tmp_path / "d", around)
    assert where(tmp_path / "d", around) == ("d-2", 1)
