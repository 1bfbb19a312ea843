"""Who attended: named one by one or at once, nobody twice, nobody lost."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from mediation_desk.domain.vocabulary import Attendance
from mediation_desk.gui.case.mediation.people import PeopleField, Present

PEOPLE: dict[str, list[Present]] = {
    "Applicants": [(Attendance.PARTY, "马晓兰"), (Attendance.PARTY, "祁文静")],
    "Mediators": [(Attendance.MEDIATOR, "李调解")], "Nobody": []}


@pytest.fixture
def field(dressed: QApplication) -> Iterator[PeopleField]:
    made = PeopleField("Who attended", PEOPLE, name="attendees")
    made.show()
    yield made
    made.deleteLater()


def name(field: PeopleField, who: str, capacity: Attendance = Attendance.PARTY, *,
         enter: bool = True) -> None:
    field.capacity.setCurrentIndex(list(Attendance).index(capacity))
    field.line.setText(who)
    if enter:
        QTest.keyClick(field.line, Qt.Key.Key_Return)


def named(field: PeopleField) -> list[str]:
    """The names as they stand in their buttons."""
    return [made.text() for made in field.editor.findChildren(QPushButton)
            if made.toolTip() == "Take out"]


def test_a_press_names_a_whole_side_and_nobody_twice(field: PeopleField) -> None:
    assert [made.text() for made in field.adders] == ["Applicants", "Mediators"]  # nobody needs no button
    for _ in range(2):
        field.adders[0].click()
    field.adders[1].click()
    assert field.value() == (*PEOPLE["Applicants"], *PEOPLE["Mediators"])
    assert named(field) == ["马晓兰, Party", "祁文静, Party", "李调解, Mediator"]


def test_a_name_is_typed_with_what_the_person_attended_as(field: PeopleField) -> None:
    name(field, "  何静 ", Attendance.LEGAL_AID)
    assert field.line.text() == ""
    name(field, "   ")
    assert field.value() == ((Attendance.LEGAL_AID, "何静"),)


def test_a_name_still_standing_in_the_line_counts_as_named_but_not_twice(field: PeopleField) -> None:
    field.adders[0].click()
    name(field, "何静", Attendance.INTERPRETER, enter=False)
    assert field.commit() and field.value()[-1] == (Attendance.INTERPRETER, "何静")
    name(field, "马晓兰", enter=False)
    assert field.commit() and [who for _, who in field.value()] == ["马晓兰", "祁文静", "何静"]


def test_one_person_may_attend_in_two_parts(field: PeopleField) -> None:
    name(field, "何静", Attendance.LEGAL_AID)
    name(field, "何静", Attendance.INTERPRETER)
    assert len(field.value()) == 2


def test_whoever_is_pressed_is_taken_out_and_nobody_else(field: PeopleField) -> None:
    heard: list[object] = []
    field.adders[0].click()
    field.committed.connect(heard.append)
    first = next(made for made in field.editor.findChildren(QPushButton) if "马晓兰" in made.text())
    assert first.accessibleName() == "Take out 马晓兰, Party"
    first.click()
    assert field.value() == ((Attendance.PARTY, "祁文静"),) and heard == [((Attendance.PARTY, "祁文静"),)]


NAMES = st.text("马晓兰 Ab·’、", min_size=1, max_size=8).map(str.strip).filter(bool)


@given(people=st.lists(st.tuples(st.sampled_from(list(Attendance)), NAMES), unique=True, max_size=6))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_who_is_named_survives_being_kept_as_a_draft(field: PeopleField, people: list[Present]) -> None:
    field.set_value(tuple(people))
    draft = field.typed()
    field.set_value(())
    field.set_typed(draft)
    assert field.commit() and field.value() == tuple(people)


def test_a_draft_with_a_part_nobody_knows_names_only_the_others(field: PeopleField) -> None:
    field.set_typed("party\t马晓兰\njudge\t某人\nmediator\t\n")
    assert field.commit() and field.value() == ((Attendance.PARTY, "马晓兰"),)


def test_a_word_being_composed_is_no_name_yet(field: PeopleField) -> None:
    """The input method has spelt half of it when the field is left."""
    QApplication.sendEvent(field.line, QInputMethodEvent("hejing", []))
    field.line.setText("he")
    assert field.commit() and field.value() == ()
    field.line.setText("")
    QApplication.sendEvent(field.line, QInputMethodEvent("", []))
