"""A day and an hour in one field, in the ways in which orders name them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.intake.new_case.hour import HourField, read_hour
from mediation_desk.gui.kit.tasks.tasks import Tasks

TODAY = date(2024, 11, 25)


@pytest.mark.parametrize(("text", "hour"), [
    ("2024-11-22 09:12", datetime(2024, 11, 22, 9, 12)), ("11月22日 9时12分", datetime(2024, 11, 22, 9, 12)),
    ("2024/11/22 9：12:30", datetime(2024, 11, 22, 9, 12)), ("9:12", datetime(2024, 11, 25, 9, 12)),
    ("11-22 17点", datetime(2024, 11, 22, 17)), ("昨天 8:30", datetime(2024, 11, 24, 8, 30)), ("  ", None)])
def test_an_hour_is_read_with_its_day_or_is_of_today(text: str, hour: datetime | None) -> None:
    assert read_hour(text, TODAY, "back") == hour


@pytest.mark.parametrize("text", ["2024-11-22", "25:00", "9:75", "soon", "99月22日 9:00"])
def test_anything_else_is_refused_beside_the_field(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        read_hour(text, TODAY, "back", "arrived_at")
    assert refused.value.field == "arrived_at"


def test_the_field_shows_what_it_kept(qtbot: QtBot, tasks: Tasks) -> None:
    field = HourField("Came", today=lambda: TODAY, look="back", name="arrived_at")
    qtbot.addWidget(field)
    field.set_typed("9:12")
    assert field.commit() and field.typed() == "2024-11-25 09:12"
    assert field.value() == datetime(2024, 11, 25, 9, 12)
    field.set_typed("soon")
    assert not field.commit() and "is not a day and an hour" in field.error()
