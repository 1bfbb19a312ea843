"""How a line stands is said in words: read or not, booked or not, and what speaks for it."""

import pytest

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.statements import rows
from tests.gui.statements.lines_of import FAIR, MATCHED, NAMES, STRONG, UNREAD


def cells(key: str) -> list[object]:
    column = next(one for one in rows.columns(lambda who: NAMES[who]) if one.key == key)
    return [column.value(line) for line in rows.shown(MATCHED, [UNREAD])]


@pytest.mark.usefixtures("dressed")
def test_each_line_says_how_it_stands_and_what_it_may_be_booked_as() -> None:
    lines = rows.shown(MATCHED, [UNREAD])
    assert [rows.state(one).text for one in lines] == [
        "Strong match", "Fair match", "Matches nothing", "Booked", "Not read"]
    assert [one.sure for one in lines] == [True, False, False, False, False]
    assert cells("as") == ["〔2024〕0001号 · 马成", "〔2024〕0002号 · 韩雪", "",
                           "Booked in a colleague's case on 10 January 2025", ""]
    assert cells("why")[0] == "name, amount" and cells("why")[4] == "There is no day in this row."
    assert cells("tick") == ["☐", "☐", "", "", ""]
    assert "6222000011112222" not in str(cells("party")) and "2222" in str(cells("party")[0])


def test_where_something_less_sure_was_taken_the_line_is_not_ticked_with_the_sure_ones() -> None:
    line = rows.shown(MATCHED[:1], [])[0]
    line.choice = FAIR
    assert line.can_be_booked and not line.sure


@pytest.mark.usefixtures("dressed")
def test_a_line_that_was_refused_says_why() -> None:
    line = rows.shown(MATCHED[:1], [])[0]
    line.refused = DeskError("This line of the statement is booked already.")
    assert rows.state(line).text == "Not booked" and "booked already" in rows.why(line)
    assert rows.to_whom(STRONG, lambda who: NAMES[who]) == "马成"
