"""The grid of the claims: an amount says that a claim is paid, and a word that is none is not dropped."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.money import yuan
from mediation_desk.domain.settlement.claim_terms import Handled, Handling
from mediation_desk.domain.vocabulary import ClaimHandling, InKind
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.case.settlement.handling_grid import HandlingField, row_of
from tests.domain.agreeing.grounds import FIRST, SECOND, case

pytestmark = pytest.mark.usefixtures("dressed")
PLACE = (FIRST, "unpaid_wages")


def laid() -> HandlingField:
    """The grid of two workers with a claim of 5,000.00 each; each has a share of 4,500.00."""
    field = HandlingField(lambda: date(2024, 12, 3))
    field.shares = {FIRST: yuan("4500"), SECOND: yuan("4500")}
    field.lay(case(), {PLACE: yuan("4800")}, read_only=False)
    return field


def put(field: HandlingField, column: str, text: str) -> None:
    at = ([one.id for one in field.model.rows].index(row_of(PLACE)),
          [one.id for one in field.model.columns].index(column))
    field.model.edit({at: text})


def test_an_amount_says_that_it_is_paid_and_what_is_done_instead_that_it_is_not() -> None:
    field = laid()
    put(field, "amount", "4500")
    assert field.said() == (Handling(*PLACE, ClaimHandling.PAID, yuan("4500")),)
    other = laid()
    put(other, "in_kind", "Apology")
    put(other, "by", "12-20")
    day = date(2024, 12, 20)
    assert other.said() == (Handling(*PLACE, ClaimHandling.REPLACED, None, InKind.APOLOGY, day),)


def test_a_word_that_is_none_of_the_column_stays_and_is_said() -> None:
    field = laid()
    put(field, "handling", "perhaps")
    assert field.text(row_of(PLACE), "handling") == "perhaps"
    with pytest.raises(DeskError, match="paid, waived"):
        field.said()


def test_what_is_held_reads_back_and_what_the_law_comes_to_is_shown() -> None:
    field = laid()
    said = (Handling(*PLACE, ClaimHandling.REPLACED, None, InKind.OTHER, date(2025, 1, 2), "写感谢信"),)
    field.hold(Handled(said))
    assert field.said() == said
    assert "law" in [one.id for one in field.model.columns]
