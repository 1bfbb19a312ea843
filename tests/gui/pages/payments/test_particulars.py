"""What is known of a case: the last call first, and whoever may note nothing has nothing to press."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QToolButton

from mediation_desk.gui.pages.payments.particulars import Particulars
from mediation_desk.services.payments import dues, following
from mediation_desk.services.payments.following import NoteDraft
from tests.gui.pages.payments.hands import Seat
from tests.services.payments.owed import FIRST, SIGNED


def test_calls_stand_the_last_first_and_only_who_may_note_can_press(seat: Seat) -> None:
    for day, text in ((FIRST, "后一次"), (SIGNED, "先一次")):
        following.note(seat.desk, seat.case_id, NoteDraft(day, text=text))
    made = Particulars(seat.desk)
    seat.qtbot.addWidget(made)
    made.tell(seat.case, 2, dues.of_case(seat.desk, seat.case_id))
    assert [line.text for line in made.calls.lines] == ["后一次", "先一次"]
    assert [line.text[:12] for line in made.others.lines] == ["Instalment 1"] and made.paid.isHidden()
    with seat.qtbot.waitSignal(made.removal_wanted) as asked:
        made.calls.made[1].findChildren(QToolButton)[0].click()
    assert asked.args == [next(one.id for one in seat.case.case.payment_notes if one.text == "先一次")]
    made.tell(replace(seat.case, may_note=False), 2, ())
    there = (*made.calls.made, *made.payers.made)
    assert there and not [one for line in there for one in line.findChildren(QToolButton)]
