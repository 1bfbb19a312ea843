"""A package opens at the second office alone, and its answer stands in the case it was made of."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from mediation_desk.demonstration import handed_off, office
from mediation_desk.demonstration.showing import StageClock
from mediation_desk.domain.referral.referrals import HandOff, ReferralState, state_of
from mediation_desk.services import reading
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from tests.offices import CHEAP


def test_the_package_is_taken_in_elsewhere_and_answered(tmp_path: Path, library_shelf: Library) -> None:
    around = Surroundings(StageClock(), ZoneInfo("Asia/Shanghai"), tmp_path / "notes", library_shelf, CHEAP)
    desk = office.build(tmp_path / "office", around)
    try:
        package = handed_off.write(desk, tmp_path, around)
        case = reading.case(desk, reading.find(desk, handed_off.WHO)[0].case_id).case
    finally:
        desk.store.close()
    (referral,) = case.referrals
    assert (referral.manner, referral.office) == (HandOff.PACKAGE, handed_off.OTHER.name)
    assert state_of(referral, case.received_on) is ReferralState.ANSWERED and "已登记受理" in referral.result
    assert {one.name for one in (tmp_path / handed_off.FOLDER).iterdir()} >= {handed_off.RECEIPT,
                                                                               handed_off.ANSWER}
    content = package.read_bytes()
    assert handed_off.WHO.encode() not in content and "海湖快送".encode() not in content
