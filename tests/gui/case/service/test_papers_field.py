"""Papers are ticked one by one; what is ticked stays so while others come and go."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.gui.case.service.papers_field import PapersField
from mediation_desk.services.serving.offering import Servable

NOTICE = Servable("acceptance-notice", Label("受理通知书", "Notice of acceptance"))
RIGHTS = Servable("rights-notice", Label("当事人权利义务告知书", "Notice of rights and duties"))


def test_nothing_is_ticked_by_itself_and_what_is_ticked_survives_another_list(dressed: object, qtbot: QtBot
                                                                              ) -> None:
    field = PapersField("Papers", name="papers")
    qtbot.addWidget(field)
    field.set_papers([NOTICE])
    assert field.typed() == "" and field.value() == ()
    field.show()
    QTest.keyClick(field.ticks["acceptance-notice"], Qt.Key.Key_Space)
    field.set_papers([RIGHTS, NOTICE])
    assert field.value() == ("acceptance-notice",) and not field.ticks["rights-notice"].isChecked()
    draft = field.typed()
    field.set_value(())
    field.set_typed(draft)
    assert field.ticks["acceptance-notice"].isChecked()
