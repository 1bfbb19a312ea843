"""A place that can be no store's is refused beside the place, whatever is wrong with it."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.store import store as stores
from mediation_desk.store.instance import Instance
from mediation_desk.store.place_trouble import LONGEST, look_at, told_beside_place
from mediation_desk.store.store import in_folder
from tests.offices import CHEAP, PASSWORD

CHINESE = "西宁市城中区劳动争议调解工作室"  # 15 characters, 45 bytes


def deep(root: Path) -> Path:
    """165 Chinese characters in parts that are each short enough."""
    return root.joinpath(*[CHINESE] * 11)


def one_name(root: Path) -> Path:
    """165 Chinese characters in one name of 495 bytes."""
    return root / (CHINESE * 11)


def a_file(root: Path) -> Path:
    (root / "office").write_text("no folder")
    return root / "office"


def behind_a_file(root: Path) -> Path:
    return a_file(root) / "inside" / "office"


def a_broken_link(root: Path) -> Path:
    (root / "office").symlink_to(root / "office")
    return root / "office"


def a_null(root: Path) -> Path:
    return root / "of\0fice"


def half_a_character(root: Path) -> Path:
    return root / "of\ud800fice"


PLACES: list[Callable[[Path], Path]] = [deep, one_name, a_file, behind_a_file, a_broken_link, a_null,
                                        half_a_character]


def refused_at(place: Path, act: Callable[[], object]) -> str:
    with pytest.raises(DeskError) as refused:
        act()
    assert refused.value.field == "place", place
    return str(refused.value)


def found(folder: Path) -> object:
    return stores.found(in_folder(folder), "chen", PASSWORD, account_id=UUID(int=1), store_id=UUID(int=2),
                        cost=CHEAP)


@pytest.mark.parametrize("make", PLACES)
def test_no_office_is_founded_there_and_the_place_says_why(tmp_path: Path,
                                                            make: Callable[[Path], Path]) -> None:
    place = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    refused_at(place, lambda: found(place))
    refused_at(place, lambda: Instance(place).take())
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("make", PLACES)
def test_already_looking_at_it_tells(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    place = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    refused_at(place, lambda: look_at(place))
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("make", [deep, one_name])
def test_too_long_a_path_is_called_so(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    place = make(tmp_path)
    assert len(str(place).encode()) > LONGEST
    assert "too long" in refused_at(place, lambda: found(place))


def test_the_longest_path_that_is_not_refused_holds_a_store(tmp_path: Path) -> None:
    """Parts of 200 bytes at most; the last makes up what is left."""
    place = tmp_path
    while (left := LONGEST - len(str(place)) - 1) > 0:
        place /= "a" * min(200, left)
    assert len(str(place)) in (LONGEST, LONGEST - 1)
    look_at(place)
    store = found(place)
    assert isinstance(store, stores.Store)
    store.close()
    stores.open_store(in_folder(place), "chen", PASSWORD).close()


def test_a_store_that_was_moved_too_deep_says_so_instead_of_being_called_damaged(tmp_path: Path) -> None:
    store = found(tmp_path / "office")
    assert isinstance(store, stores.Store)
    store.close()
    far = deep(tmp_path)
    far.parent.mkdir(parents=True)
    (tmp_path / "office").rename(far)
    assert "too long" in refused_at(far, lambda: stores.open_store(in_folder(far), "chen", PASSWORD))


@pytest.mark.parametrize(("number", "word"), [
    (errno.EACCES, "may not read"), (errno.EPERM, "may not read"), (errno.EROFS, "only be read"),
    (errno.ENOSPC, "full"), (errno.ENOTDIR, "on the way"), (errno.EINVAL, "this name"),
    (errno.ENAMETOOLONG, "too long"), (errno.EIO, "cannot be written"), (errno.ENOLCK, "cannot be written")])
def test_each_reason_of_the_system_has_its_words(tmp_path: Path, number: int, word: str) -> None:
    def refuse() -> None:
        with told_beside_place(tmp_path):
            raise OSError(number, "as the system says it")

    assert word in refused_at(tmp_path, refuse)


def test_a_bug_stays_a_bug_and_a_servers_trouble_the_servers(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a bug"), told_beside_place(tmp_path):
        raise ValueError("a bug")
    with pytest.raises(OSError, match="the line"), told_beside_place(None):
        raise OSError("the line is cut")
