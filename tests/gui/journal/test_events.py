"""The journal as it is read: what was done on a laptop is told as that."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from mediation_desk.gui.case.timeline.paper import paper_lines
from mediation_desk.gui.journal.events import events
from mediation_desk.gui.journal.words import CaseWords
from mediation_desk.services import history, reading
from mediation_desk.services.travel import arrival, receiving
from tests.day_out import LAPTOP, facts, travelled
from tests.offices import Office
from tests.services.papers_desk import accepted
from tests.services.travel.handovers import hand_over, other_office


def test_a_step_on_the_road_is_told_with_its_laptop_on_screen_and_on_paper(
        office: Office, tmp_path: Path, dressed: QApplication) -> None:
    desk = office.first
    with travelled(desk, tmp_path / "out", office.around, facts("园区里这样写")) as road:
        arrival.bring_home(desk, arrival.look(desk, road.bag).preview, {}, {}, "")
    lines, case = history.timeline(desk, road.case_id), reading.case(desk, road.case_id).case
    told = events(lines, CaseWords(case, desk.zone, {}, desk.library.sheets))
    on_road = [one for one in told if one.line.laptop and "园区里这样写" in one.change]
    assert [one.done for one in on_road] == [f"On “{LAPTOP}”: Details changed"]
    shown = [(one.line, one.names) for one in on_road]
    [line] = paper_lines(shown, case, desk.zone, desk.library.sheets)
    assert line.what.startswith(f"外出电脑“{LAPTOP}”：案件") and line.after == "园区里这样写"


def test_a_step_of_another_office_is_told_with_that_office(office: Office, tmp_path: Path,
                                                           dressed: QApplication) -> None:
    case_id, name = accepted(office.first), office.first.settings.name
    with other_office(tmp_path / "there") as there:
        desk = there.first
        receiving.take_in(desk, hand_over(office.first, desk, case_id, tmp_path / "a.mdbag"))
        lines, case = history.timeline(desk, case_id), reading.case(desk, case_id).case
        told = events(lines, CaseWords(case, desk.zone, {}, desk.library.sheets))
        first = next(one for one in told if one.line.office and "Case registered" in one.done)
        assert first.done == f"At {name}: Case registered"
        assert first.who == f"陈守信 ({name})"
        [line] = paper_lines([(first.line, first.names)], case, desk.zone, desk.library.sheets)
        assert line.what.startswith(f"{name}：")
