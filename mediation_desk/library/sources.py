"""Reads forms/sources/: what each source asks of its orders; or an office's own version of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from functools import cache
from types import MappingProxyType
from typing import Annotated, Literal

import msgspec

from mediation_desk.domain.intake.order.tables import OrderKind, OrderTable, Weights
from mediation_desk.domain.intake.order.terms import (
    LONGEST,
    UNITS,
    Extending,
    Forewarning,
    OrderClockKind,
    OrderTerms,
    Period,
    hours_span,
    office_hours,
)
from mediation_desk.domain.office_hours import OfficeHours
from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.vocabulary import Source
from mediation_desk.domain.words import N_
from mediation_desk.library.shipped import shipped
from mediation_desk.library.tomllines import TomlText, open_source, read, source_of

FOLDER = "sources"
MOST_KINDS = 40
Filled = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
UnitName = Literal["hours", "working_hours", "natural_days", "working_days"]
Clock = Literal["sign_in", "contact", "finish"]
CLOCKS: Mapping[str, OrderClockKind] = MappingProxyType({
    "sign_in": OrderClockKind.SIGN_IN, "contact": OrderClockKind.CONTACT, "finish": OrderClockKind.FINISH})


class PeriodShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """So many of a unit, 0 the same day; ``source``: the paper that says so, or "local"."""

    within: Annotated[int, msgspec.Meta(ge=0, le=LONGEST)]
    unit: UnitName
    source: Filled


class PeriodsShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The periods of a kind of order, or those that differ where it is urgent."""

    sign_in: PeriodShape | None = None
    contact: PeriodShape | None = None
    finish: PeriodShape | None = None


class KindShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of order; ``words``: how senders call it."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
    zh: Filled
    en: Filled
    words: list[Filled] = []
    sign_in: PeriodShape | None = None
    contact: PeriodShape | None = None
    finish: PeriodShape | None = None
    urgent: PeriodsShape = PeriodsShape()


class ExtensionShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the time to finish is extended: how far at most, how often, asked for by which hour."""

    most: PeriodShape
    times: Annotated[int, msgspec.Meta(ge=0, le=20)]
    cut_off: str
    on: Literal["last_day", "day_before"]
    reasons: list[Filled] = []


class ReturnShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By when an order that is another office's is returned, and as what (``beyond``)."""

    within: Annotated[int, msgspec.Meta(ge=0, le=LONGEST)]
    unit: UnitName
    source: Filled
    reasons: list[Filled] = []
    beyond: list[Filled] = []


class ReminderShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """So long before a clock ends."""

    of: Clock
    before: Annotated[int, msgspec.Meta(ge=1, le=LONGEST)]
    unit: UnitName


class ReplyShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a reply is proposed: templates over the whole case, as a field of a platform is. The public answer
    names nobody."""

    handling: str = ""
    public: str = ""


class WeightsShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much each rate counts; the three make a hundred."""

    response: Annotated[int, msgspec.Meta(ge=0, le=100)]
    solved: Annotated[int, msgspec.Meta(ge=0, le=100)]
    satisfied: Annotated[int, msgspec.Meta(ge=0, le=100)]
    source: Filled


class SourceShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file. ``hours``: the office's hours of a working day, in order, such as "09:00-12:00"; ``starts``:
    what comes outside them counts "at_once" or from "next_opening"; ``days_off``: where natural days that end
    on a day off end."""

    zh: Filled
    en: Filled
    hours: list[str]
    kinds: list[KindShape]
    starts: Literal["next_opening", "at_once"] = "next_opening"
    days_off: Literal["next_workday", "same_day"] = "next_workday"
    urgent_words: list[Filled] = []
    extension: ExtensionShape | None = None
    returning: ReturnShape | None = None
    reminders: list[ReminderShape] = []
    rates: WeightsShape | None = None
    reply: ReplyShape = ReplyShape()


def read_table(source: TomlText, name: str) -> OrderTable:
    """The table of a text; ``name``: the source that it is of. FormError with file, line and reason."""
    shape = read(source, SourceShape)
    terms = _terms(source, shape)
    weights = _weights(source, shape.rates) if shape.rates else None
    back, more = shape.returning, shape.extension
    return OrderTable(name, Label(shape.zh, shape.en), terms, tuple(_kinds(source, shape.kinds)), weights,
                      tuple(shape.urgent_words), tuple(back.beyond) if back else (),
                      tuple(back.reasons) if back else (), tuple(more.reasons) if more else (),
                      shape.reply.handling, shape.reply.public)


def typed_table(text: str, name: str) -> OrderTable:
    """The same of a text that somebody is typing, or that the office keeps."""
    return read_table(source_of(f"{name}.toml", text), name)


def path_of(name: str) -> str:
    """Where the table of a source lies under ``forms/``."""
    return f"{FOLDER}/{name}.toml"


def source_names() -> tuple[str, ...]:
    """The sources of which a table comes with the program, in the order in which sources are listed."""
    there = {path.stem for path in shipped("forms", FOLDER).glob("*.toml")}
    return tuple(str(one) for one in Source if str(one) in there)


def source_text(name: str) -> str:
    """The shipped table as it is written."""
    return open_source(shipped("forms", FOLDER, f"{name}.toml")).text


@cache
def shipped_tables() -> Mapping[str, OrderTable]:
    """Every table that comes with the program, by its source."""
    return MappingProxyType({name: read_table(open_source(shipped("forms", FOLDER, f"{name}.toml")), name)
                             for name in source_names()})


# -- the parts of a table ----------------------------------------------------------------------


def _terms(source: TomlText, shape: SourceShape) -> OrderTerms:
    more, back = shape.extension, shape.returning
    return OrderTerms(
        _hours(source, shape.hours), MappingProxyType({}), shape.starts == "next_opening",
        shape.days_off == "same_day",
        Period(back.within, UNITS[back.unit], back.source) if back else None,
        Extending(_period(more.most), more.times, _time(source, "$.extension.cut_off", more.cut_off),
                  more.on == "day_before") if more else None,
        tuple(Forewarning(CLOCKS[one.of], Period(one.before, UNITS[one.unit])) for one in shape.reminders))


def _hours(source: TomlText, told: Sequence[str]) -> OfficeHours:
    try:
        for one in told:
            hours_span(one)
    except ValueError:
        raise source.refuse("$.hours", N_("hours are written as 09:00-12:00")) from None
    try:
        return office_hours(told)
    except ValueError:
        raise source.refuse("$.hours", N_("the hours of a day follow each other")) from None


def _time(source: TomlText, place: str, told: str) -> time:
    try:
        return time.fromisoformat(told)
    except ValueError:
        raise source.refuse(place, N_("an hour is written as 17:00")) from None


def _kinds(source: TomlText, shapes: Sequence[KindShape]) -> Sequence[OrderKind]:
    if not shapes:
        raise source.refuse("$.kinds", N_("a source has at least one kind of order"))
    if len(shapes) > MOST_KINDS:
        raise source.refuse("$.kinds", N_("no more than {most} kinds of order"), most=MOST_KINDS)
    ids = [one.id for one in shapes]
    for at, one in enumerate(shapes):
        if one.id in ids[:at]:
            raise source.refuse(f"$.kinds[{at}].id", N_("“{name}” is here twice"), name=one.id)
    return [OrderKind(one.id, Label(one.zh, one.en), tuple(one.words), _periods(one), _periods(one.urgent))
            for one in shapes]


def _periods(shape: KindShape | PeriodsShape) -> Mapping[OrderClockKind, Period]:
    told = {kind: getattr(shape, name) for name, kind in CLOCKS.items()}
    return MappingProxyType({kind: _period(one) for kind, one in told.items() if one})


def _period(shape: PeriodShape) -> Period:
    return Period(shape.within, UNITS[shape.unit], shape.source)


def _weights(source: TomlText, shape: WeightsShape) -> Weights:
    if shape.response + shape.solved + shape.satisfied != 100:
        raise source.refuse("$.rates", N_("the weights of the three rates make a hundred"))
    return Weights(shape.response, shape.solved, shape.satisfied, shape.source)
