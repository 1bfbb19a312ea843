"""Handing over: today, by whoever is at the desk; a place that cannot be is said beside its field."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from mediation_desk.domain.referral.referrals import HandOff
from mediation_desk.gui.case.referral.handing import WAYS
from tests.gui.case.conftest import Opener
from tests.gui.case.referral.hands import drafted, page_of


def test_the_sealed_package_has_a_card_of_its_own() -> None:
    assert set(WAYS) == set(HandOff) - {HandOff.PACKAGE}


def test_a_day_ahead_and_a_folder_that_is_there_are_refused_beside_their_fields(
        case_id: UUID, open_case: Opener, tmp_path: Path) -> None:
    page = page_of(room := open_case(case_id))
    drafted(room, page)
    room.click(page.acts.hand)
    card = page.handing
    assert card.form.field("handed_by").value() == room.desk.who.name and card.folder.isHidden()
    room.type(card.form.field("handed_on"), "2024-12-24")
    room.click(card.go)
    assert "future" in card.form.field("handed_on").error()
    room.type(card.form.field("handed_on"), "2024-11-25")
    room.choose(card.way, 1)
    (tmp_path / card.name.typed()).mkdir()
    room.type(card.folder, str(tmp_path))
    room.click(card.go)
    assert "already" in card.name.error() and room.case.referrals[0].handed_on is None
    room.click(card.cancel)
    assert card.isHidden() and card.referral is None
