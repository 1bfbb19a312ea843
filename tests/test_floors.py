"""The house stands on its floors: what import-linter cannot say, read from the sources themselves."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "mediation_desk"
SOURCES = sorted(HOUSE.rglob("*.py"))

#: Too slow to load before the first window is on screen; loaded by whoever needs them, when needed.
HEAVY = ["reportlab", "openpyxl", "xlsxwriter", "docx", "pypinyin", "PySide6.QtPdf", "PySide6.QtPdfWidgets",
         "numpy"]

#: The only floor that may ask what time it is.
CLOCKS = {HOUSE / "app", HOUSE / "cli"}
ASKS_THE_TIME = {
    *("datetime.now", "datetime.utcnow", "datetime.today"),
    *("date.today", "time.time", "time.time_ns", "time.localtime"),
}

#: Names of rooms where everything and nothing lives.
NOWHERE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module imported anywhere in the source, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module


def clock_readings(tree: ast.AST) -> list[str]:
    """Calls such as ``datetime.now()`` and ``dt.date.today()``, with their lines."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    names = ((call.lineno, ".".join(ast.unparse(call.func).split(".")[-2:])) for call in calls)
    return [f"line {line}: {name}()" for line, name in names if name in ASKS_THE_TIME]


def parse(source: Path) -> ast.Module:
    return ast.parse(source.read_text(encoding="utf-8"))


def name_of(source: Path) -> str:
    return str(source.relative_to(ROOT))


@pytest.mark.parametrize("source", sorted((HOUSE / "domain").rglob("*.py")), ids=name_of)
def test_the_domain_needs_the_standard_library_alone(source: Path) -> None:
    roots = {name.partition(".")[0] for name in imports(parse(source))}
    strangers = roots - sys.stdlib_module_names - {"mediation_desk"}
    assert not strangers


def test_only_app_and_cli_read_the_clock() -> None:
    found = {name_of(one): clock_readings(parse(one)) for one in SOURCES if not CLOCKS & set(one.parents)}
    assert {name: readings for name, readings in found.items() if readings} == {}


def test_a_clock_read_under_another_name_is_seen() -> None:
    tree = ast.parse("import datetime as dt\ntoday = dt.date.today()\nnow = dt.datetime.now(dt.UTC)\n")
    assert clock_readings(tree) == ["line 2: date.today()", "line 3: datetime.now()"]


def test_packages_begin_with_nothing() -> None:
    assert [name_of(one) for one in HOUSE.rglob("__init__.py") if one.stat().st_size] == []


def test_every_folder_of_sources_is_a_package() -> None:
    folders = {one.parent for one in SOURCES}
    assert [name_of(one) for one in folders if not (one / "__init__.py").exists()] == []


def test_rooms_are_named_for_what_lives_in_them() -> None:
    assert [name_of(one) for one in SOURCES if {one.stem, one.parent.name} & NOWHERE] == []


def test_every_room_says_what_it_is_for() -> None:
    rooms = (one for one in SOURCES if one.name != "__init__.py")
    assert [name_of(one) for one in rooms if not ast.get_docstring(parse(one))] == []


def test_starting_loads_nothing_heavy() -> None:
    """The window waits for every import made on the way to it."""
    question = (f"import sys, mediation_desk.app.main; "
                f"print([one for one in {HEAVY} if one in sys.modules])")
    answer = subprocess.run([sys.executable, "-c", question], cwd=ROOT, capture_output=True, text=True)
    assert answer.stderr == ""
    assert answer.stdout.strip() == "[]"


def test_pins_name_no_index_and_leave_nothing_unhashed() -> None:
    for file in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / "packaging" / file).read_text(encoding="utf-8")
        assert "://" not in text and "index" not in text and "find-links" not in text
        pins = [block for block in text.replace("\\\n", " ").splitlines() if "==" in block]
        assert pins
        assert [one for one in pins if "--hash=sha256:" not in one] == []
