"""The lines of a copy sheet: one field of another platform's form each, under the heading of its part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from mediation_desk.gui.kit.look.chips import State
from mediation_desk.gui.kit.tables.table import Column, Kind
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.papers.copy_sheets import CopyField, CopyGroup, CopySheet


@dataclass(frozen=True)
class SheetLine:
    """A field of a sheet; ``part``: what its group is called; ``first``: it opens the group."""

    part: str
    first: bool
    field: CopyField

    @property
    def label(self) -> str:
        """What the platform calls it."""
        return self.field.label.text(words().code)


def lines(sheet: CopySheet) -> list[SheetLine]:
    """Every field, in the order in which the platform asks."""
    return [SheetLine(part(group), at == 0, one) for group in sheet.groups
            for at, one in enumerate(group.fields)]


def part(group: CopyGroup) -> str:
    """The group's heading, numbered where there are several."""
    said = group.label.text(words().code)
    return tr("{part} {number}", part=said, number=group.number) if group.number else said


def progress(shown: Sequence[SheetLine]) -> tuple[int, int]:
    """How many fields are copied as they are now, of how many that hold something."""
    filled = [line.field for line in shown if line.field.shown]
    return sum(one.copied_at is not None for one in filled), len(filled)


def mark(field: CopyField, zone: tzinfo) -> State:
    """How far a field is: copied and when, changed since, not copied yet, or that nobody entered it; and by
    how much it is too long."""
    if not field.shown:
        return State(tr("nobody entered it"), "missing")
    long = tr("{count} characters too long", count=field.too_long) if field.too_long else ""
    if field.copied_at is not None:
        at = field.copied_at.astimezone(zone)
        return State(" · ".join(filter(None, (tr("copied {at}", at=f"{at:%m-%d %H:%M}"), long))), "agreed")
    if field.changed:
        return State(" · ".join(filter(None, (tr("changed since it was copied"), long))), "disputed")
    return State(long, "disputed") if long else State(tr("not copied yet"), "muted")


def columns(zone: tzinfo) -> list[Column]:
    """Part, field, text, mark; in the platform's order and no other."""
    return [Column("part", tr("Part of the form"), lambda line: line.part if line.first else "", width=18,
                   sortable=False),
            Column("field", tr("Field"), lambda line: line.label, width=22, sortable=False),
            Column("text", tr("Text"), lambda line: line.field.shown, stretch=True, sortable=False),
            Column("mark", tr("Copied"), lambda line: mark(line.field, zone), Kind.STATE, width=26,
                   sortable=False)]
