"""What the columns of each source's lists mean, as the office remembers it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake.layouts import OrderLayout
from mediation_desk.domain.intake.lists.columns import OrderColumns
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.text.storable import line
from mediation_desk.domain.vocabulary import Source
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.store.work.work import Work

MOST_LETTERS = 40


@dataclass(frozen=True)
class KnownList:
    """The lists of one source that look alike."""

    id: UUID
    source: Source
    name: str
    columns: OrderColumns


def layouts(desk: Desk) -> list[KnownList]:
    """Those that are remembered, by name."""
    with desk.reading(Verb.REGISTER_CASE) as work:
        return [KnownList(one.id, one.source, one.name, OrderColumns.read(one.columns))
                for one in _standing(work)]


def keep_layout(desk: Desk, source: Source, name: str, columns: OrderColumns) -> Changes:
    """Remember what the columns of a list mean, instead of what was known of it. They name no case and
    nobody. NeedsOffice on a laptop, from which they would not come home."""
    called = line(name)
    if not called:
        raise DeskError(N_("Say what the list is called."), field="list_name")
    if len(called) > MOST_LETTERS:
        raise DeskError(N_("The name of a list has at most {most} characters."), field="list_name",
                        most=MOST_LETTERS)
    with desk.work("keep_order_layout", Verb.REGISTER_CASE) as work:
        desk.require_office()
        known = next((one for one in _standing(work) if (one.source, one.name) == (source, called)), None)
        if known is None:
            known = OrderLayout(id=work.new_key(), source=source, name=called, columns=columns.text())
            work.put(known)
        known.columns = columns.text()
        return work.commit(lists=("order_layouts",), result=known.id)


def _standing(work: Work) -> list[OrderLayout]:
    found = [one for one in work.all_of(OrderLayout) if not one.removed_at]
    return sorted(found, key=lambda one: (one.name, one.id))
