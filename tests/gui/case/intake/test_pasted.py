"""A pasted list of workers: read line by line, the good ones taken, the wrong ones left to be mended."""

from __future__ import annotations

from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.intake.pasted import PastedPanel
from tests.gui.case.rooms import Room, id_number

SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
GOOD = [f"工友{sign}\t{id_number(40 + at)}\t138097130{at:02d}" for at, sign in enumerate(SIGNS)]


def opened(room: Room) -> PastedPanel:
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage)
    room.click(page.parties.paste)
    return page.parties.panel


def pasted(panel: PastedPanel, *lines: str) -> None:
    panel.text.area.insertPlainText("\n".join(lines))


def shown(panel: PastedPanel) -> list[tuple[int, str]]:
    """The table, row by row: the line's number and the remark."""
    model = panel.people.model
    last = model.columnCount() - 1
    return [(row.number, str(model.data(model.index(at, last)))) for at in range(model.rowCount())
            if (row := model.row(at)) is not None]


def test_of_fifteen_lines_one_is_wrong_and_fourteen_are_taken(room: Room) -> None:
    panel = opened(room)
    pasted(panel, *GOOD[:2], f"\t{id_number(60)}\t", *GOOD[2:])
    assert shown(panel)[0] == (3, "The name is missing.")
    assert panel.text.error() == "1 line cannot be added as it stands; it shows first below."
    assert (panel.add.text(), panel.add.isEnabled()) == ("Add the 14 good ones", True)
    room.click(panel.add)
    assert [one.name for one in room.case.applicants[5:]] == [line[:3] for line in GOOD]
    assert panel.isVisible() and panel.text.typed() == f"\t{id_number(60)}\t"
    assert not panel.add.isEnabled()
    assert panel.reason.text() == "No line can be added before it is mended."


def test_the_last_line_mended_is_added_and_the_panel_goes(room: Room) -> None:
    panel = opened(room)
    pasted(panel, GOOD[0], f"\t{id_number(60)}\t")
    room.click(panel.add)
    panel.text.area.setPlainText(f"陈露\t{id_number(60)}\t")
    room.click(panel.add)
    assert [one.name for one in room.case.applicants[5:]] == ["工友甲", "陈露"]
    assert panel.isHidden()


def test_a_line_twice_is_told_by_its_number_and_one_of_the_case_by_its_name(room: Room) -> None:
    """马晓兰 is in the case with the telephone 13809710000."""
    panel = opened(room)
    pasted(panel, GOOD[0], "马\u200b晓兰 138-0971-0000", GOOD[0].replace("\t", " "))
    assert shown(panel) == [(2, "马晓兰 is in the case already."), (3, "The same as line 1."), (1, "")]


def test_a_line_that_repeats_a_good_one_is_wrong_still_when_that_one_is_in_the_case(room: Room) -> None:
    panel = opened(room)
    pasted(panel, GOOD[0], GOOD[0])
    room.click(panel.add)
    assert shown(panel) == [(1, "工友甲 is in the case already.")]


def test_what_is_wrong_is_said_still_when_the_box_is_left(room: Room) -> None:
    panel = opened(room)
    pasted(panel, GOOD[0], "张三2")
    panel.add.setFocus()
    assert panel.text.error().startswith("1 line cannot be added")
