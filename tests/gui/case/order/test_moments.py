"""A day and an hour make one moment; one alone is asked about beside the other."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.order.moments import add_moment, moment, shown
from mediation_desk.gui.kit.fields.form import Form

pytestmark = pytest.mark.usefixtures("dressed")


def test_what_is_shown_is_read_again(qtbot: QtBot) -> None:
    form, at = Form(), datetime(2025, 10, 9, 11, 5)
    qtbot.addWidget(form)
    add_moment(form, "When", "at", today=lambda: date(2025, 10, 9))
    form.set_values(shown("at", at))
    assert moment(form.values(), "at") == at
    form.set_values(shown("at", None))
    assert moment(form.values(), "at") is None


@pytest.mark.parametrize(("told", "field"), [
    ({"at": date(2025, 10, 9), "at_hour": ""}, "at_hour"), ({"at": None, "at_hour": "9:00"}, "at")])
def test_half_a_moment_is_asked_about(told: dict[str, object], field: str) -> None:
    with pytest.raises(DeskError) as refused:
        moment(told, "at")
    assert refused.value.field == field
