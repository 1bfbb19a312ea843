"""What becomes of each claim, said in the window: filled, moved by hand, following the share, pasted."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import cast

from PySide6.QtWidgets import QApplication

from mediation_desk.domain.money import ZERO, Money, total, yuan
from mediation_desk.domain.sorting.sorting import Sorting
from mediation_desk.domain.vocabulary import ClaimHandling, DefaultClause, InKind, TaxHandling
from mediation_desk.gui.case.settlement.handling_grid import row_of
from mediation_desk.gui.case.settlement.page import SettlementPage
from tests.gui.case.rooms import Room
from tests.gui.case.settlement.hands import keep, page_of, set_first_day

WAGES, DOUBLE = "unpaid_wages", "double_wage"


def put(page: SettlementPage, claim: str, column: str, text: str, worker: int = 0) -> None:
    """Type into a cell of a worker's claim."""
    field = page.terms.handling.field
    assert page.terms.case
    row = row_of((page.terms.case.applicants[worker].id, claim))
    at = ([one.id for one in field.model.rows].index(row),
          [one.id for one in field.model.columns].index(column))
    assert field.model.editable(field.model.index(*at))
    field.model.edit({at: text})


def shown(page: SettlementPage, claim: str, column: str, worker: int = 0) -> str:
    assert page.terms.case
    return page.terms.handling.field.text(row_of((page.terms.case.applicants[worker].id, claim)), column)


def test_each_claim_is_paid_waived_or_done_otherwise_and_the_share_holds(room: Room) -> None:
    """Of the first worker's 6,725.34 each of two equal claims gets 3,362.67; 4,000.00 leaves 2,725.34."""
    page = page_of(room)
    set_first_day(room, page)
    handling = page.terms.handling
    assert handling.field.isHidden() and handling.open.isVisibleTo(page)
    room.click(handling.open)
    room.click(handling.fill)
    assert (shown(page, WAGES, "amount"), shown(page, DOUBLE, "amount")) == ("3,362.67", "3,362.67")
    put(page, WAGES, "amount", "4000")
    assert shown(page, DOUBLE, "amount") == "2,725.34" and handling.field.error() == ""
    assert "3,362.67 yuan becomes 2,725.34 yuan" in handling.field._help
    put(page, DOUBLE, "handling", "Waived")
    assert shown(page, WAGES, "amount") == "6,725.34" and shown(page, DOUBLE, "amount") == ""
    put(page, DOUBLE, "handling", "Done otherwise", worker=1)
    put(page, DOUBLE, "in_kind", "Documents handed over", worker=1)
    put(page, DOUBLE, "by", "2024-12-20", worker=1)
    room.choose(handling.tax, 2)
    room.settle()
    keep(room, page)
    kept = room.case.agreement
    assert kept and kept.tax is TaxHandling.AFTER
    assert total(one.amount or ZERO for one in kept.claim_terms) == kept.total
    first, second = ([one for one in kept.claim_terms if one.worker_id == share.worker_id]
                     for share in kept.shares[:2])
    assert [(one.handling, one.amount) for one in first] == [
        (ClaimHandling.PAID, yuan("6725.34")), (ClaimHandling.WAIVED, None)]
    assert (second[1].in_kind, second[1].by) == (InKind.DOCUMENTS, date(2024, 12, 20))
    assert page.primary.text() == "Sign …"  # what is shown is what is kept
    room.type(page.terms.total, "15132")
    assert "6,725.34 yuan becomes 3,362.67 yuan" in handling.field._help
    keep(room, page)
    kept = room.case.agreement
    assert kept and [one.amount for one in kept.claim_terms[:2]] == [yuan("3362.67"), None]


def test_what_does_not_add_up_is_said_beside_the_claims_and_not_kept(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    put(page, WAGES, "amount", "6000")
    assert shown(page, WAGES, "handling") == str(ClaimHandling.PAID)
    assert "adds up to 6,000.00 yuan, not to the share of 6,725.34" in page.terms.handling.field.error()
    page.keep_terms()
    room.settle()
    assert room.case.agreement is None
    room.click(page.terms.handling.fill)
    assert shown(page, DOUBLE, "amount") == "725.34" and page.terms.handling.field.error() == ""


def test_claims_are_pasted_from_a_spreadsheet_and_a_wrong_row_is_named(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    room.click(page.terms.handling.open)
    name = room.case.applicants[4].name
    QApplication.clipboard().setText("Worker\tClaim\tHandling\tAmount\n"
                                     f"{name}\tUnpaid wages\tTo be paid\t3362.67\n")
    room.click(page.terms.handling.paste)
    assert shown(page, WAGES, "amount", worker=4) == "3,362.67" and page.terms.handling.field.error() == ""
    QApplication.clipboard().setText("谁\tUnpaid wages\tTo be paid\t1\n")
    room.click(page.terms.handling.paste)
    assert "Row 1" in page.terms.handling.field.error()


def test_the_consequence_that_names_a_penalty_needs_one(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    assert page.terms.form.field("penalty").isHidden()
    room.choose(page.terms.clause, list(DefaultClause).index(DefaultClause.PENALTY))
    penalty = page.terms.form.field("penalty")
    assert not penalty.isHidden() and "more than nothing" in penalty.error()
    room.type(penalty, "1000")
    keep(room, page)
    assert room.case.agreement and room.case.agreement.penalty == yuan("1000")


def test_what_the_law_comes_to_stands_beside_what_is_asked_where_it_is_known(room: Room) -> None:
    page = page_of(room)
    room.click(page.terms.handling.open)
    field, first = page.terms.handling.field, room.case.applicants[0].id
    assert "law" not in [one.id for one in field.model.columns]  # the sides still differ on the facts

    def worth(amount: Money | None) -> SimpleNamespace:
        return SimpleNamespace(found=SimpleNamespace(amount=amount))

    page.terms.handling.look_up(cast("Sorting", SimpleNamespace(
        worths={first: {WAGES: worth(yuan("4100")), DOUBLE: worth(None)}})))
    page.terms.refresh()
    law = [one.id for one in field.model.columns].index("law")
    assert [field.model.cell(field.model.index(row, law)).text for row in (0, 1)] == ["4,100.00", ""]
