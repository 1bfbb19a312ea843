"""The tests stand in the tree of the house, name for name."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]
HOUSE, TESTS = ROOT / "mediation_desk", ROOT / "tests"

#: Rooms that need no test file of their own name, and why.
NEEDS_NONE = {
    "app/main.py": "begins and ends the process; tests/cli/test_main.py starts it as a process",
    "domain/intake/layouts.py": "a record without a rule",
    "domain/intake/waiting.py": "a record without a rule",
    "domain/unmasking.py": "a record without a rule",
    "gui/entry/languages.py": "a list of names",
    "gui/kit/fields/kinds.py": "a door that re-exports the fields; every field has its own tests",
    "store/migrations/env.py": "Alembic's own entry; tests/faults/test_migration.py runs it",
}

#: Folders whose files need none of their own name, and why.
NEED_NONE = {
    "documents/views": "what forms are told: records without a rule; tests/documents/views/test_paper.py "
                       "finds each, tests/documents/test_pdf.py prints each",
}

#: Tests of no single room: of the whole house, of stories, of what is beside the code.
OF_THE_WHOLE = {"test_architecture_page.py", "test_conftest.py", "test_floors.py", "test_mirror.py",
                "test_security_page.py", "test_wheel.py", "gui/kit/test_binding.py",
                "gui/walks/test_keys.py", "gui/walks/test_hostile.py"}
ACROSS = {"stories", "faults", "trust", "benchmarks"}


def rooms() -> list[str]:
    return sorted(str(file.relative_to(HOUSE)) for file in HOUSE.rglob("*.py")
                  if file.name != "__init__.py" and file.parent.name != "versions")


def mirrored(room: str) -> Path:
    return TESTS / Path(room).parent / f"test_{Path(room).name}"


def test_every_room_has_a_test_of_its_name_or_a_reason_to_need_none() -> None:
    without = {room for room in rooms() if not mirrored(room).exists()
               and str(Path(room).parent) not in NEED_NONE}
    assert sorted(without - set(NEEDS_NONE)) == []


def test_the_lists_name_only_rooms_that_stand_and_have_no_test() -> None:
    named = [*NEEDS_NONE]
    assert sorted(set(named) - set(rooms())) == []
    assert [room for room in named if mirrored(room).exists()] == []


def test_every_test_stands_where_its_room_stands() -> None:
    strays = []
    for file in TESTS.rglob("test_*.py"):
        place = file.relative_to(TESTS)
        if place.parts[0] in ACROSS or str(place) in OF_THE_WHOLE:
            continue
        if not (HOUSE / place.parent / file.name.removeprefix("test_")).exists():
            strays.append(str(place))
    assert strays == []
