"""Which column of a list of orders is which: by the headings that offices use, or as a person said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mediation_desk.domain.headings import Columns, best_row, heading_key, kept_columns
from mediation_desk.domain.vocabulary import Source, Term
from mediation_desk.domain.words import N_


class Meaning(Term):
    """What a column of a list holds."""

    NUMBER = "number", N_("Number of the order")
    ARRIVED = "arrived", N_("Arrived at")
    CHANNEL = "channel", N_("Channel")
    CATEGORY = "category", N_("Kind of order")
    NAME = "name", N_("Caller")
    SEX = "sex", N_("Sex")
    CALLER_PHONE = "caller_phone", N_("Caller's phone")
    CONTACT = "contact", N_("Contact number")
    ID_NUMBER = "id_number", N_("ID number")
    ADDRESS = "address", N_("Address of the caller")
    COMPANY = "company", N_("Company")
    AGAINST = "against", N_("Whom it is about")
    AGAINST_PHONE = "against_phone", N_("Phone of whom it is about")
    PLACE = "place", N_("Where it happened")
    PLACE_DETAIL = "place_detail", N_("Where it happened, in detail")
    MATTER_CODE = "matter_code", N_("Code of the subject")
    MATTER = "matter", N_("Subject")
    URGENCY = "urgency", N_("Urgency")
    CONFIDENTIAL = "confidential", N_("Wishes confidentiality")
    REPLY_WANTED = "reply_wanted", N_("A reply is wanted")
    TITLE = "title", N_("Title")
    CONTENT = "content", N_("Content")
    OFFICE = "office", N_("Receiving office")
    OFFICE_CODE = "office_code", N_("Code of the receiving office")
    ASSIGNED = "assigned", N_("Assigned at")
    LIMIT = "limit", N_("Time allowed")
    LIMIT_UNIT = "limit_unit", N_("Unit of the time allowed")
    UNTIL = "until", N_("To be finished by")
    REPEATED = "repeated", N_("Calls again")
    FORMER_NUMBER = "former_number", N_("Number of a former order")
    SUPERVISED = "supervised", N_("Under supervision")
    SIGNED_IN = "signed_in", N_("Signed in at")
    CONTACTED = "contacted", N_("Citizen contacted at")
    RETURNED_WHY = "returned_why", N_("Why it was returned")
    RETURNED = "returned", N_("Returned at")
    RETURNED_COUNT = "returned_count", N_("How often it was returned")
    EXTENDED = "extended", N_("Extended at")
    EXTENDED_DAYS = "extended_days", N_("Extended by so many days")
    EXTENDED_UNTIL = "extended_until", N_("Extended to")
    EXTENDED_WHY = "extended_why", N_("Why it was extended")
    EXTENDED_COUNT = "extended_count", N_("How often it was extended")
    FINISHED = "finished", N_("Finished at")
    OVERDUE = "overdue", N_("Marked as overdue")
    VISITED = "visited", N_("Return visit at")
    CONNECTED = "connected", N_("Somebody answered the call")
    VISIT_CONTACTED = "visit_contacted", N_("The office had been in touch")
    VISIT_SOLVED = "visit_solved", N_("The trouble is over")
    SATISFIED_FIRST = "satisfied_first", N_("Satisfaction at first")
    SATISFIED = "satisfied", N_("Satisfaction")
    VISIT_NOTE = "visit_note", N_("What was said at the return visit")


Names = Mapping[Meaning, tuple[str, ...]]
"""What offices call each column, the usual name first."""
_WHO = frozenset({Meaning.NAME, Meaning.CALLER_PHONE, Meaning.CONTACT})


IN_ROW = frozenset({
    Meaning.CHANNEL, Meaning.PLACE, Meaning.PLACE_DETAIL, Meaning.MATTER_CODE, Meaning.OFFICE,
    Meaning.OFFICE_CODE, Meaning.REPEATED, Meaning.RETURNED_COUNT, Meaning.EXTENDED_DAYS,
    Meaning.EXTENDED_COUNT, Meaning.OVERDUE, Meaning.VISITED, Meaning.CONNECTED, Meaning.VISIT_CONTACTED,
    Meaning.VISIT_SOLVED, Meaning.SATISFIED_FIRST, Meaning.SATISFIED, Meaning.VISIT_NOTE})
"""What is kept with the row as it came, and entered nowhere else."""


@dataclass(frozen=True)
class OrderColumns(Columns[Meaning]):
    """What each heading of a list means; any meaning has one column."""

    @classmethod
    def read(cls, text: str) -> OrderColumns:
        """What was kept; a meaning that this program does not know is left out."""
        return cls(kept_columns(text, Meaning))

    @property
    def in_row(self) -> list[Meaning]:
        """What of the list is kept with its rows alone, in the order of meanings."""
        return [one for one in Meaning if one in IN_ROW and one in self.columns.values()]

    def lacks(self, source: Source, *, day_known: bool = False) -> list[Meaning]:
        """What must be said before anything can be read: who it is, when it came (unless one ``day_known``
        serves for all), and of the hotline's orders their number."""
        meant = set(self.columns.values())
        lacking = [] if meant & _WHO else [Meaning.NAME]
        if not day_known and not meant & {Meaning.ARRIVED, Meaning.ASSIGNED}:
            lacking.append(Meaning.ARRIVED)
        if source is Source.HOTLINE and Meaning.NUMBER not in meant:
            lacking.append(Meaning.NUMBER)
        return lacking


def usual(headings: Sequence[str], names: Names) -> OrderColumns:
    """What the headings mean as offices use them."""
    keys = {heading_key(one): one for one in reversed(headings) if one.strip()}
    found: dict[str, Meaning] = {}
    for meaning, called in names.items():
        there = (keys[key] for name in called if (key := heading_key(name)) in keys)
        heading = next((one for one in there if one not in found), None)
        if heading is not None:
            found[heading] = meaning
    return OrderColumns(found)


def heading_row(rows: Sequence[Sequence[str]], layouts: Sequence[OrderColumns], names: Names) -> int | None:
    """Where the headings stand, counted from 0; None: no row looks like headings."""
    return best_row(rows, layouts, lambda row: len(usual(row, names).columns))


@dataclass(frozen=True)
class Group:
    """A heading over several columns of the row above: from ``left`` to ``right``, counted from 0."""

    row: int
    left: int
    right: int


def headings(rows: Sequence[Sequence[str]], at: int, groups: Sequence[Group] = ()) -> tuple[str, ...]:
    """The headings of a row; where a heading stands over several columns in the row above, with that in
    front (退回 over 原因 is 退回原因). A title over the whole width is none."""
    row, above = rows[at], rows[at - 1] if at else ()
    told = list(row)
    filled = [column for column, text in enumerate(row) if text.strip()]
    for group in groups:
        whole = bool(filled) and group.left <= filled[0] and group.right >= filled[-1]
        text = above[group.left].strip() if group.row == at - 1 and group.left < len(above) else ""
        for column in range(group.left, group.right + 1) if text and not whole else ():
            if column < len(told) and told[column].strip() not in ("", text):
                told[column] = text + told[column].strip()
    return tuple(told)
