"""The table that ``make bench`` ends with, and when it fails."""

from tests.benchmarks.__main__ import main
from tests.benchmarks.figures import Figure, alternating, milliseconds, table, worst

FAST, SLOW = Figure("opening 案件", 12.34, "ms", 100.0), Figure("window on screen", 2.62, "x", 2.5)


def test_a_figure_over_its_limit_fails_the_bench() -> None:
    assert (worst([FAST]), worst([FAST, SLOW])) == (0, 1)


def test_a_figure_without_a_limit_is_told_and_never_fails() -> None:
    assert worst([Figure("backup", 0.01, "MB/s")]) == 0


def test_the_table_says_name_figure_limit_and_verdict() -> None:
    assert table([FAST, SLOW, Figure("backup", 118.0, "MB/s")]).splitlines() == [
        "figure            measured     limit",
        "opening 案件       12.3 ms  ≤ 100 ms  ok",
        "window on screen    2.62 x  ≤ 2.50 x  OVER",
        "backup            118 MB/s"]


def test_acts_are_run_as_often_as_said_and_in_turn() -> None:
    ran: list[str] = []
    milliseconds(lambda: ran.append("a"), rounds=3, warm=1)
    alternating(lambda: ran.append("b"), lambda: ran.append("c"), rounds=2, warm=1)
    assert "".join(ran) == "aaaabcbcbc"


def test_an_unknown_room_is_refused_with_the_rooms_there_are(capsys: object) -> None:
    assert main(["cellar"]) == 2
