"""A day and an hour in a form: two fields for one moment by the office's clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import cast

from mediation_desk.domain.dates import Look
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.case.mediation.session_form import read_time
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.fields.form import Form
from mediation_desk.gui.kit.fields.line import DateField, TextField
from mediation_desk.gui.kit.words import tr


def hour_of(name: str) -> str:
    """The name of the field that holds the hour of a moment; a moment's own is its day's."""
    return f"{name}_hour"


def add_moment(form: Form, words: str, name: str, *, today: Callable[[], date], look: Look = "near",
               help: str = "", required: bool = False) -> tuple[Field, Field]:
    """Both fields, side by side where the form has room."""
    day = form.add(DateField(words, name=name, today=today, look=look, help=help, required=required))
    hour = form.add(TextField(tr("Hour"), name=hour_of(name), width=8, placeholder="14:30", check=read_time,
                              required=required))
    return day, hour


def shown(name: str, at: datetime | None) -> dict[str, object]:
    """What the two fields show of a moment."""
    return {name: at.date() if at else None, hour_of(name): f"{at:%H:%M}" if at else ""}


def moment(told: Mapping[str, object], name: str) -> datetime | None:
    """Day and hour together; both or neither. DeskError beside the one that is lacking."""
    day, hour = cast("date | None", told[name]), str(told[hour_of(name)])
    if day is not None and hour:
        return datetime.combine(day, read_time(hour))
    if day is not None:
        raise DeskError(N_("Say the hour too."), field=hour_of(name))
    if hour:
        raise DeskError(N_("Say the day too."), field=name)
    return None
