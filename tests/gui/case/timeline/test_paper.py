"""The timeline on paper: in Chinese, numbers masked, before and after apart."""

from PySide6.QtCore import Qt

from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.timeline.page import TimelinePage
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import caucus
from tests.documents.reading import run_together
from tests.gui.case import rooms
from tests.gui.case.rooms import Room
from tests.gui.case.timeline.hands import edit, page_of, shown


def on_paper(page: TimelinePage) -> str:
    assert page.sheet.isVisible(), page.bar.words.text()
    return run_together(page.sheet.paper._data)


def test_ctrl_p_prints_the_changes_in_chinese_with_numbers_masked(room: Room) -> None:
    edit(room, "cause", "", "追索劳动报酬")
    edit(room, "cause", "追索劳动报酬", "加班费")
    page = page_of(room)
    room.press(Qt.Key.Key_P)
    text = on_paper(page)
    assert page.sheet.title.text() == "案件变更记录"
    assert f"共{len(shown(page))}项变更" in text
    assert "案件案由追索劳动报酬加班费" in text
    assert "138****0000" in text and "13809710000" not in text
    page.sheet.close_paper()
    assert page.table.isVisible() and not page.sheet.isVisible()


def test_the_print_button_prints_only_what_was_chosen(room: Room) -> None:
    edit(room, "cause", "", "加班费")
    edit(room, "facts_in_brief", "", "十月工资未发")
    page = page_of(room)
    room.choose(page.field, page.field.combo.findText("Facts in brief"))
    room.click(page.print)
    text = on_paper(page)
    assert "十月工资未发" in text and "加班费" not in text and "共1项变更" in text


def test_what_a_side_said_alone_is_not_on_the_paper(room: Room) -> None:
    for consent in ("applicants_agree_on", "respondents_agree_on"):
        edit(room, consent, None, rooms.RECEIVED)
    registering.accept(room.desk, room.case_id, rooms.RECEIVED)
    caucus.note(room.desk, room.case_id, Side.APPLICANT, "底线三万元")
    page = page_of(room)
    room.press(Qt.Key.Key_P)
    text = on_paper(page)
    assert "（已密封）" in text and "底线" not in text and "sha256" not in text
