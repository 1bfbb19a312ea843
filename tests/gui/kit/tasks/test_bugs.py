"""A bug is told by its kind and its place, without a word of any case."""

import pytest

from mediation_desk.gui.kit.tasks.bugs import Bug, _short

SECRET = "马晓兰 630199199503150011"


def fail(name: str) -> None:
    held = {"worker": name}
    raise ValueError(f"cannot read {held['worker']}")


def caught() -> BaseException:
    try:
        fail(SECRET)
    except ValueError as error:
        return error
    raise AssertionError


def test_neither_message_nor_values_are_told() -> None:
    bug = Bug.of(caught())
    report = bug.report("1.0")
    for part in SECRET.split():
        assert part not in report and part not in bug.summary
    assert bug.kind == "ValueError" and "cannot read" not in report
    assert bug.summary.startswith("ValueError at ") and bug.summary.endswith(" fail")
    assert report.startswith("Mediation Desk 1.0\n") and "Python" in report and "Qt" in report


def test_the_cause_behind_an_error_is_not_told_in_words_either() -> None:
    try:
        try:
            fail(SECRET)
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        assert SECRET not in Bug.of(error).report("1.0")


@pytest.mark.parametrize(("path", "told"), [
    ("/home/chen.shouxin/desk/mediation_desk/gui/frame.py", "mediation_desk/gui/frame.py"),
    ("/home/chen.shouxin/.venv/lib/site-packages/sqlalchemy/engine.py", "site-packages/sqlalchemy/engine.py"),
    ("/home/chen.shouxin/other/thing.py", "thing.py"), ("<string>", "<string>"), ("", "")])
def test_no_folder_tells_whose_computer_it_was(path: str, told: str) -> None:
    assert _short(path) == told


def test_an_error_without_a_place_is_still_told() -> None:
    assert Bug.of(RuntimeError(SECRET)).summary == "RuntimeError"
