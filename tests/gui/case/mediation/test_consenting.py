"""Nobody consents by default; who is ticked is kept, and stays when the list of people changes."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Role
from mediation_desk.gui.case.mediation.consenting import ConsentingField

PEOPLE = [Party(id=UUID(int=at), case_id=UUID(int=9), position=at, role=Role.APPLICANT, name=f"甲{at}")
          for at in range(1, 5)]


@pytest.fixture
def field(dressed: QApplication) -> Iterator[ConsentingField]:
    made = ConsentingField("Who consented to it", name="consenting")
    made.set_parties(PEOPLE)
    made.show()
    yield made
    made.deleteLater()


def test_nobody_is_ticked_until_somebody_ticks(field: ConsentingField) -> None:
    assert field.value() == () and field.typed() == ""
    QTest.mouseClick(field.ticks[UUID(int=3)], Qt.MouseButton.LeftButton)
    QTest.mouseClick(field.ticks[UUID(int=1)], Qt.MouseButton.LeftButton)
    assert field.value() == (UUID(int=1), UUID(int=3))


def test_a_draft_brings_the_ticks_back(field: ConsentingField) -> None:
    field.set_typed(f"{UUID(int=2)} {UUID(int=4)}")
    assert [key.int for key, made in field.ticks.items() if made.isChecked()] == [2, 4]
    assert field.value() == () and field.commit() and [one.int for one in field.value()] == [2, 4]


def test_a_newcomer_is_not_ticked_and_the_others_stay(field: ConsentingField) -> None:
    field.set_typed(str(UUID(int=2)))
    newcomer = Party(id=UUID(int=8), case_id=UUID(int=9), position=8, role=Role.APPLICANT, name="乙")
    field.set_parties([*PEOPLE[1:], newcomer])
    assert [key.int for key, made in field.ticks.items() if made.isChecked()] == [2]
