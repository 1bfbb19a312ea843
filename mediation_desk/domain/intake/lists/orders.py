"""The rows of a list of orders: each read as an order, or told with why it is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.intake.lists.columns import Meaning, OrderColumns
from mediation_desk.domain.intake.lists.moments import END_OF_DAY, read_moment
from mediation_desk.domain.intake.lists.originals import OriginalRow, row_of
from mediation_desk.domain.intake.order.steps import check_end
from mediation_desk.domain.intake.orders import OrderStepKind
from mediation_desk.domain.text import codes, names, phones
from mediation_desk.domain.text.guards import meant
from mediation_desk.domain.text.storable import line
from mediation_desk.domain.vocabulary import Source
from mediation_desk.domain.words import N_, DeskError, say

NOTHING = frozenset({"", "-", "--", "—", "/", "无", "暂无", "null", "NULL", "匿名"})
_YES = frozenset({"是", "有", "对", "需要", "需", "要", "保密", "要求保密", "督办", "已督办", "√", "y", "yes",
                  "true", "1", "回复", "需要回复"})
_NO = frozenset({"否", "无", "不", "不是", "没有", "不需要", "不需", "不要", "公开", "不保密", "未督办",
                 "不督办", "×", "x", "n", "no", "false", "0", "不回复", "不需要回复", "-", "--", "/"})
_MALE = frozenset({"男", "男性", "先生", "male", "m"})
_FEMALE = frozenset({"女", "女性", "女士", "female", "f"})
_LIMIT = re.compile(r"(\d{1,4})\s*个?\s*(工作日|自然日|小时|天|日)?")
_STEPS: Mapping[OrderStepKind, tuple[Meaning, Meaning | None]] = MappingProxyType({
    OrderStepKind.SIGNED_IN: (Meaning.SIGNED_IN, None), OrderStepKind.CONTACTED: (Meaning.CONTACTED, None),
    OrderStepKind.RETURNED: (Meaning.RETURNED, Meaning.RETURNED_WHY),
    OrderStepKind.FINISHED: (Meaning.FINISHED, None)})


@dataclass(frozen=True)
class ReadStep:
    """Something that was done to the order, as the list says it."""

    kind: OrderStepKind
    at: datetime
    until: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ReadOrder:
    """A row as an order. ``row``: where it stands in the file, counted from 1; ``sha256``: by which it is
    known when it comes again."""

    row: int
    original: OriginalRow
    sha256: str
    arrived_at: datetime
    number: str = ""
    given_until: datetime | None = None
    title: str = ""
    content: str = ""
    kind: str = ""
    matter: str = ""
    urgency: str = ""
    caller: str = ""
    sex: str = ""
    phone: str = ""
    id_number: str = ""
    address: str = ""
    company: str = ""
    against: str = ""
    against_phone: str = ""
    confidential: bool = False
    reply_wanted: bool = True
    supervised: bool = False
    former_number: str = ""
    steps: tuple[ReadStep, ...] = ()

    @property
    def respondents(self) -> tuple[str, ...]:
        """Whom it is about: the company, and whoever is named besides."""
        return tuple(dict.fromkeys(one for one in (self.company, self.against) if one))


@dataclass(frozen=True)
class Unread:
    """A row that is no order, or cannot be read with certainty. ``number``, ``caller``, ``phone``: what
    stands in these columns all the same, by which it is found in the list."""

    row: int
    original: OriginalRow
    why: DeskError
    number: str = ""
    caller: str = ""
    phone: str = ""


@dataclass(frozen=True)
class ListOf:
    """A list as it is read: its rows, where its headings stand (``head_at``, counted from 0) and what they
    are called, what they mean, whose list it is, and the day on which all of it came where no column says
    so. ``troubles``: why what stands in a cell cannot be relied on, by row and column."""

    rows: Sequence[Sequence[str]]
    head_at: int
    headings: tuple[str, ...]
    columns: OrderColumns
    source: Source
    received_on: date | None = None
    troubles: Mapping[tuple[int, int], DeskError] = field(default_factory=lambda: MappingProxyType({}))


def read_orders(told: ListOf, now: datetime, calendar: WorkCalendar,
                step: Callable[[int, int], object] = lambda _done, _total: None
                ) -> Iterator[ReadOrder | Unread]:
    """Every row beneath the headings; empty ones are none. ``now``: the office's own hour, after which
    nothing can have come."""
    places = {meaning: at[0] for meaning, at in told.columns.places(told.headings).items()}
    first = told.head_at + 1
    for at in range(first, len(told.rows)):
        step(at - first, len(told.rows) - first)
        if any(map(str.strip, told.rows[at])):
            original = row_of(told.headings, told.rows[at])
            row = _Row(told, at, original, places)
            try:
                yield row.order(now, calendar)
            except DeskError as why:
                yield row.unread(why)


class _Row:
    def __init__(self, told: ListOf, at: int, original: OriginalRow, places: Mapping[Meaning, int]) -> None:
        self._told, self._at, self._original, self._places = told, at, original, places

    def order(self, now: datetime, calendar: WorkCalendar) -> ReadOrder:
        """DeskError says why there is none."""
        self._require_readable()
        arrived = self._arrived(now)
        rung = dict.fromkeys(one.kept for meaning in (Meaning.CALLER_PHONE, Meaning.CONTACT)
                             for one in phones.read(self._said(meaning)))
        phone = phones.kept("/".join(rung))
        order = ReadOrder(
            row=self._at + 1, original=self._original, sha256=self._original.sha256(), arrived_at=arrived,
            number=line(self._said(Meaning.NUMBER)), given_until=self._until(arrived, calendar),
            title=line(self._text(Meaning.TITLE)) or line(self._said(Meaning.MATTER)),
            content=self._text(Meaning.CONTENT), kind=line(self._said(Meaning.CATEGORY)),
            matter=line(self._said(Meaning.MATTER)), urgency=line(self._said(Meaning.URGENCY)),
            caller=names.person(self._said(Meaning.NAME)), sex=self._sex(), phone=phone,
            id_number=codes.kept(self._said(Meaning.ID_NUMBER)), address=line(self._said(Meaning.ADDRESS)),
            company=line(names.modern(self._said(Meaning.COMPANY))),
            against=line(names.modern(self._said(Meaning.AGAINST))),
            against_phone=phones.kept(self._said(Meaning.AGAINST_PHONE)),
            confidential=self._flag(Meaning.CONFIDENTIAL, otherwise=False),
            reply_wanted=self._flag(Meaning.REPLY_WANTED, otherwise=True),
            supervised=self._flag(Meaning.SUPERVISED, otherwise=False),
            former_number=line(self._said(Meaning.FORMER_NUMBER)), steps=tuple(self._steps()))
        self._require_somebody(order)
        check_end(order.arrived_at, order.given_until)
        self._require_past(order.steps, now)
        return order

    def unread(self, why: DeskError) -> Unread:
        """That it is no order, and by what it is known."""
        number, caller, phone = (line(self._said(meaning)) for meaning in (
            Meaning.NUMBER, Meaning.NAME, Meaning.CALLER_PHONE))
        return Unread(self._at + 1, self._original, why, number, caller, phone)

    # -- what must be there ----------------------------------------------------------------

    def _require_readable(self) -> None:
        """What stands in a column that means something can be relied on; the headings do not stand here
        again."""
        if self._original.cells == self._original.headings:
            raise DeskError(N_("This row repeats the headings."))
        for column in self._places.values():
            if (trouble := self._told.troubles.get((self._at, column))) is not None:
                raise trouble

    def _require_somebody(self, order: ReadOrder) -> None:
        if not order.caller and not order.phone:
            raise DeskError(N_("There is neither a name nor a phone number in this row."))
        if self._told.source is Source.HOTLINE and not order.number:
            raise DeskError(N_("There is no number of an order in this row."))

    @staticmethod
    def _require_past(steps: Sequence[ReadStep], now: datetime) -> None:
        """What was done to an order was done by now: a clock that it stops would never have run."""
        for step in steps:
            if step.at > now:
                raise DeskError(N_("“{step}” stands there at {hour}, which lies in the future."),
                                step=say(step.kind.label), hour=f"{step.at:%Y-%m-%d %H:%M}")

    def _arrived(self, now: datetime) -> datetime:
        arrived = self._moment(Meaning.ARRIVED) or self._moment(Meaning.ASSIGNED)
        if arrived is None and self._told.received_on is not None:
            arrived = datetime.combine(self._told.received_on, time())
        if arrived is None:
            raise DeskError(N_("There is no day in this row."))
        if arrived > now:
            raise DeskError(N_("It came at {hour}, which lies in the future."),
                            hour=f"{arrived:%Y-%m-%d %H:%M}")
        return arrived

    # -- cells -----------------------------------------------------------------------------

    def _text(self, meaning: Meaning) -> str:
        place = self._places.get(meaning)
        return meant(self._original.cells[place]) if place is not None else ""

    def _said(self, meaning: Meaning) -> str:
        """The same, nothing for the signs by which lists say that there is nothing."""
        text = self._text(meaning)
        return "" if text in NOTHING else text

    def _moment(self, meaning: Meaning, otherwise: time = time()) -> datetime | None:
        return read_moment(self._said(meaning), otherwise=otherwise)

    def _flag(self, meaning: Meaning, *, otherwise: bool) -> bool:
        text = self._text(meaning).casefold()
        if not text:
            return otherwise
        if text not in _YES | _NO:
            raise DeskError(N_("“{text}” says neither yes nor no."), text=self._text(meaning))
        return text in _YES

    def _sex(self) -> str:
        text = self._text(Meaning.SEX).casefold()
        return "male" if text in _MALE else "female" if text in _FEMALE else ""

    def _until(self, arrived: datetime, calendar: WorkCalendar) -> datetime | None:
        """The end that the order names: the latest of the days it says, else the time it allows."""
        said = [one for meaning in (Meaning.UNTIL, Meaning.EXTENDED_UNTIL)
                if (one := self._moment(meaning, END_OF_DAY)) is not None]
        return max(said) if said else self._allowed(arrived, calendar)

    def _allowed(self, arrived: datetime, calendar: WorkCalendar) -> datetime | None:
        """So many working days, days or hours from when it was assigned; nothing where the unit is not
        said."""
        found = _LIMIT.match(self._said(Meaning.LIMIT) + self._said(Meaning.LIMIT_UNIT))
        unit = found[2] if found else None
        if not found or not unit:
            return None
        count, start = int(found[1]), self._moment(Meaning.ASSIGNED) or arrived
        if unit == "小时":
            return start + timedelta(hours=count)
        last = (calendar.after_workdays(start.date(), count) if unit == "工作日"
                else start.date() + timedelta(days=count))
        return datetime.combine(last, END_OF_DAY)

    def _steps(self) -> Iterator[ReadStep]:
        for kind, (when, why) in _STEPS.items():
            if (at := self._moment(when)) is not None:
                yield ReadStep(kind, at, None, self._said(why) if why else "")
        if (at := self._moment(Meaning.EXTENDED)) is not None:
            yield ReadStep(OrderStepKind.EXTENDED, at, self._moment(Meaning.EXTENDED_UNTIL, END_OF_DAY),
                           self._said(Meaning.EXTENDED_WHY))
