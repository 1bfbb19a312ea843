"""Whoever is ticked has a place of their own: their address, until another is typed."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Role
from mediation_desk.gui.case.service.recipients_field import Chosen, RecipientsField

ONE, TWO = (Party(id=UUID(int=at), case_id=UUID(int=9), position=at, role=Role.APPLICANT, name=name,
                  address=where)
            for at, (name, where) in enumerate((("马晓兰", "某路1号"), ("祁文静", "")), start=1))


def test_all_of_one_side_are_ticked_at_once_and_each_place_can_be_written_over(dressed: object, qtbot: QtBot
                                                                               ) -> None:
    field = RecipientsField("To whom", name="recipient")
    qtbot.addWidget(field)
    field.set_parties([ONE, TWO])
    field.show()
    assert field.typed() == ""
    field._tick([ONE.id, TWO.id])
    line = field.lines[TWO.id].place
    QTest.keyClicks(line, "Shop 3")
    QTest.keyClicks(field.other, "Clerk Zhou")
    assert field.commit()
    assert field.value() == (Chosen(ONE.id, "马晓兰", "某路1号"), Chosen(TWO.id, "祁文静", "Shop 3"),
                             Chosen(None, "Clerk Zhou", ""))
    draft = field.typed()
    field.set_value(())
    assert not field.lines[ONE.id].tick.isChecked() and field.lines[ONE.id].place.text() == "某路1号"
    field.set_typed(draft)
    assert field.typed() == draft and field.lines[TWO.id].place.text() == "Shop 3"
