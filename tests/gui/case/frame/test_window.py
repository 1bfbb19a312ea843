"""The case window: it shows where the case stands, goes where it is told, and loses nothing typed."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from mediation_desk.demonstration import streamers as story
from mediation_desk.domain.vocabulary import Outcome, Progress, Source, Station
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.bound import Bound
from mediation_desk.gui.kit.clash import ClashPanel
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.services import drafts, editing
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.reading import CaseView
from tests.gui.case.conftest import Opener
from tests.gui.case.frame.hands import intake_page
from tests.gui.case.rooms import Room, editor, named, stored, streamers
from tests.gui.desks import SetClock


def test_the_stepper_shows_where_the_case_stands_and_its_page_is_in_front(room: Room) -> None:
    steps = room.window.stepper.steps
    assert steps["intake"].standing is Progress.CURRENT
    assert steps["sorting"].standing is Progress.OPEN
    assert room.window.page_in_front() is not None and room.window.key == Station.INTAKE


def test_alt_and_a_number_goes_to_a_station_and_back_in_an_instant(room: Room) -> None:
    assert room.go(6).accessibleName() == "Closing"
    room.go(1)
    before = len(room.window.findChildren(QWidget))
    room.frame.go(6)
    assert len(room.window.findChildren(QWidget)) == before  # nothing is made again
    assert room.window.stepper.steps["closing"].isChecked()


def test_the_context_column_shows_people_without_their_whole_numbers(desk: Desk, open_case: Opener) -> None:
    room = open_case(streamers(desk))
    texts = [made.text() for made in room.window.context.findChildren(QLabel)]
    assert "马晓兰" in texts and "138****0000" in texts
    assert not any("13809710000" in text for text in texts)
    assert "Case registered" in texts
    assert "Decide on acceptance" in texts


def test_the_context_column_folds_away_in_a_narrow_window(room: Room) -> None:
    room.frame.resize(1366, 768)
    QTest.qWait(0)
    assert not room.window.context.folded
    room.frame.resize(1200, 768)
    QTest.qWait(0)
    assert room.window.context.folded


def test_a_field_is_saved_as_it_is_left_and_ctrl_z_and_ctrl_y_go_back_and_forth(room: Room) -> None:
    page = intake_page(room)
    room.type(page.matter.cause, "Unpaid wages")
    assert room.case.cause == "Unpaid wages"
    page.matter.kind.setFocus()
    room.press(Qt.Key.Key_Z)
    assert room.case.cause == "" and page.matter.cause.value() == ""
    room.press(Qt.Key.Key_Y)
    assert room.case.cause == "Unpaid wages" and page.matter.cause.value() == "Unpaid wages"


def test_while_typing_ctrl_z_takes_back_the_typing_and_not_the_last_step(room: Room) -> None:
    page = intake_page(room)
    room.type(page.matter.cause, "Unpaid wages")
    room.begin(page.matter.facts, "since September")
    room.press(Qt.Key.Key_Z)
    assert page.matter.facts.typed() == ""
    assert room.case.cause == "Unpaid wages"


def test_chinese_from_an_input_method_is_saved_as_it_is(room: Room) -> None:
    room.type(intake_page(room).matter.facts, "十月工资未发")
    assert room.case.facts_in_brief == "十月工资未发"


def test_a_refused_value_stays_typed_with_the_reason_beneath(room: Room) -> None:
    received = intake_page(room).matter.received
    room.type(received, "2024-12-24")
    assert received.error() == "The date received lies in the future."
    assert received.typed() == "2024-12-24"
    assert room.case.received_on == date(2024, 11, 25)
    room.type(received, "2024-11-20")
    assert received.error() == "" and room.case.received_on == date(2024, 11, 20)


def colleague_says(room: Room, cause: str) -> None:
    """Another window saves the same field, and this one has not heard of it."""
    before = room.case.cause
    editing.save(room.desk, room.case_id, [editing.Edit("case", room.case_id, "cause", before, cause)])


def panel_of(field: Field) -> ClashPanel:
    """Both versions, beneath the field."""
    found = field.findChild(ClashPanel)
    assert isinstance(found, ClashPanel)
    return found


def test_two_versions_of_a_field_are_shown_and_mine_can_stay(room: Room) -> None:
    cause = intake_page(room).matter.cause
    colleague_says(room, "Overtime pay")
    room.type(cause, "Unpaid wages")
    panel = panel_of(cause)
    assert panel.isVisible()
    assert panel.theirs.accessibleName() == "Keep theirs: Overtime pay"
    assert room.case.cause == "Overtime pay"
    room.click(panel.mine)
    assert room.case.cause == "Unpaid wages" and cause.value() == "Unpaid wages"


def test_two_versions_of_a_field_are_shown_and_theirs_can_stay(room: Room) -> None:
    cause = intake_page(room).matter.cause
    colleague_says(room, "Overtime pay")
    room.type(cause, "Unpaid wages")
    room.click(panel_of(cause).theirs)
    assert room.case.cause == "Overtime pay" and cause.typed() == "Overtime pay"
    assert drafts.all_kept(room.desk) == {}


def test_what_a_colleague_saves_elsewhere_shows_unless_one_is_typing_there(room: Room) -> None:
    page = intake_page(room)
    room.begin(page.matter.facts, "they said")
    colleague_says(room, "Overtime pay")
    room.window.bench.reload()
    room.settle()
    assert page.matter.cause.typed() == "Overtime pay"
    assert page.matter.facts.typed() == "they said"


def test_every_page_has_its_help(room: Room) -> None:
    assert "consent of both" in room.window.help_text()
    room.go(6)
    assert "reopened with a reason" in room.window.help_text()


def test_a_closed_case_shows_and_lets_nothing_be_changed(desk: Desk, open_case: Opener) -> None:
    case_id = named(desk, streamers(desk))
    closing.close(desk, case_id, desk.today, Outcome.WITHDRAWN, "withdrawn at the counter")
    room = open_case(case_id)
    room.go(1)
    page = intake_page(room)
    assert room.window.header.status.state.text == "Withdrawn"
    assert page.matter.cause.line.isReadOnly() and not page.matter.source.combo.isEnabled()
    assert not page.parties.add_applicant.isEnabled() and not page.primary.isEnabled()


def test_every_field_has_an_accessible_name(desk: Desk, open_case: Opener) -> None:
    room = open_case(streamers(desk))
    for number in (1, 6):
        page = room.go(number)
        for bound in page.findChildren(Bound):
            assert editor(bound.field).accessibleName(), bound.place


def test_what_another_window_saves_is_read_once_and_only_if_it_is_this_case(room: Room) -> None:
    bench: CaseBench = room.window.bench
    views: list[CaseView] = []
    bench.reloaded.connect(views.append)
    changes = editing.save(room.desk, room.case_id, [editing.Edit(
        "case", room.case_id, "source", Source.WALK_IN, Source.COURT)])
    other = streamers(room.desk)
    room.frame.changed.emit(changes)
    room.settle()
    assert len(views) == 1 and views[0].case.source is Source.COURT
    assert stored(room.desk, other).number == "宁中劳调〔2024〕0002号"


MOST_PARTS = {"intake": 290, "sorting": 280, "mediation": 180, "settlement": 260, "performance": 175,
              "closing": 235}  # a closed case says where its file lies


def test_a_page_is_made_of_few_parts_when_it_is_first_opened(open_case: Opener, desk: Desk,
                                                            clock: SetClock) -> None:
    """What is out of sight is made later: a page that made it all had up to twice as many parts, and
    took half a second. (How long it takes is for ``tests.benchmarks``.)"""
    clock.set(date(2025, 2, 10))
    *_, stop = story.walk(desk)
    room = open_case(stop.case_id)
    made = {}
    for number, station in enumerate(Station, start=1):
        page = room.go(number)
        made[str(station)] = len(page.findChildren(QWidget))
    assert {name: count for name, count in made.items() if count > MOST_PARTS[name]} == {}
