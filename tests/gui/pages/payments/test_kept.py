"""Kept or not, by kind of terms: counts with their shares, and nothing where there is no agreement."""

from __future__ import annotations

from mediation_desk.domain.payments.kept import KeptLine, TermsKind
from mediation_desk.gui.pages.payments.kept import share
from tests.gui.pages.payments.hands import Seat
from tests.services.payments.owed import FIRST, owing, pay


def test_an_agreement_paid_at_once_stands_in_its_line(seat: Seat) -> None:
    pay(seat.desk, owing(seat.desk, FIRST), FIRST, "6000.00")
    kept = seat.page.kept
    kept.open()
    seat.settle()
    shown = [[kept.rows.index(at, across).data() for across in range(5)] for at in range(4)]
    assert shown[0] == ["All agreements", "1", "1 (100 %)", "1 (100 %)", "48"]
    assert shown[3][0] == "Paid at once" and shown[1][1:] == ["0", "", "", ""]
    with seat.qtbot.waitSignal(kept.closed):
        seat.click(kept.back)


def test_a_share_stands_beside_its_count(seat: Seat) -> None:
    assert share(KeptLine(TermsKind.ALL, 3, 2, 1), 2) == "2 (67 %)"
    assert share(KeptLine(TermsKind.ALL), 0) == ""
