"""归并回执: a homecoming on paper, the same when it has just come about and whenever it is printed later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from mediation_desk.documents.views import travel as views
from mediation_desk.domain.journal_tables import TABLES
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import Paper, finished, heading, minute, on_one_line
from mediation_desk.services.travel.receipts import Kept, Receipt
from mediation_desk.store.travel.coming_home import News

DIGITS, GROUP = 20, 4  # of a chain's digest, as they are noted down elsewhere
NEWS = MappingProxyType({News.NEW: "新登记", News.CHANGED: "有修改"})


@dataclass(frozen=True)
class DecidedLine:
    """One decision or overruled place in Chinese words, numbers masked, as the pages call it."""

    case_id: UUID
    what: str
    whose: str
    left_out: str = ""
    reason: str = ""


def make(desk: Desk, receipt: Receipt, decided: Sequence[DecidedLine]) -> Paper:
    """The receipt for preview and printing. Nothing that a side said alone is in a homecoming's words."""
    return finished(desk, view(desk, receipt, decided))


def view(desk: Desk, receipt: Receipt, decided: Sequence[DecidedLine]) -> views.HomecomingReceipt:
    """What the paper is told."""
    return views.HomecomingReceipt(
        office=heading(desk),
        bag=str(receipt.bag_id)[-12:].upper(), laptop=on_one_line(receipt.laptop),
        carrier=on_one_line(receipt.carrier), brought_by=on_one_line(receipt.brought_by),
        packed_at=minute(desk, receipt.packed_at), brought_at=minute(desk, receipt.brought_at),
        reason=on_one_line(receipt.reason) or None, made_on=desk.today,
        cases=tuple(_case(one) for one in receipt.kept),
        decisions=tuple(_decisions(receipt.kept, decided)),
        waiting=tuple(views.WaitingCase(number, _chinese().sentence(why)) for number, why in receipt.waiting),
        veiled=sum(_decided(one) for one in receipt.kept if one.case_id not in receipt.known),
        hidden=receipt.hidden, lacking=_chinese().sentence(receipt.lacking) if receipt.lacking else None)


def _decided(kept: Kept) -> int:
    return len(kept.decisions) + len(kept.overruled)


def _case(kept: Kept) -> views.CaseHome:
    moved = "".join(_chinese().sentence(one) for one in kept.moved)
    return views.CaseHome(kept.label, NEWS[kept.news], counted(kept), on_one_line(moved),
                          _head(kept.laptop_head), _head(kept.office_head))


def counted(kept: Kept) -> str:
    """How many rows of each kind came, in the journal's own words."""
    chinese = _chinese()
    return "、".join(f"{chinese.translate(table.label)}{kept.brings[name]}"
                    for name, table in TABLES.items() if kept.brings.get(name))


def _decisions(kept: Iterable[Kept], decided: Sequence[DecidedLine]) -> Iterable[views.DecisionRow]:
    for case in kept:
        for line in decided:
            if line.case_id == case.case_id:
                yield views.DecisionRow(case.label, *(on_one_line(text) for text in (
                    line.what, line.whose, line.left_out, line.reason)))


def _head(head: tuple[int, str]) -> str:
    number, digest = head
    groups = (digest[at:at + GROUP] for at in range(0, DIGITS, GROUP))
    return "-".join((str(number), *groups))


def _chinese() -> Words:
    return Words.of(CHINESE)
