"""Kept or not, by kind of terms: counts with their shares, and nothing where there is no agreement."""

from __future__ import annotations

from mediation_desk.domain.payments.kept import KeptLine, TermsKind
from mediation_desk.domain.sites import SiteDraft
from mediation_desk.gui.pages.payments.kept import share
from mediation_desk.services.office import sites
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


def test_what_became_of_one_sites_agreements_is_counted_alone(seat: Seat) -> None:
    """The agreement is of the office's own case: at the site there is none."""
    pay(seat.desk, owing(seat.desk, FIRST), FIRST, "6000.00")
    sites.add_site(seat.desk, SiteDraft("城东街道工作站"))
    seat.page.shown()
    kept = seat.page.kept
    kept.open()
    seat.settle()
    for at, agreements in ((2, "0"), (1, "1"), (0, "1")):
        kept.site.combo.setCurrentIndex(at)
        kept.site.combo.activated.emit(at)
        seat.settle()
        assert kept.rows.index(0, 1).data() == agreements
