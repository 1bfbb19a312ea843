"""What is made apart leaves nothing behind but its papers."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from mediation_desk.demonstration import apart, rare_name
from mediation_desk.demonstration.showing import StageClock
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.library import Library
from tests.offices import CHEAP


def test_only_the_agreement_is_left_in_both_kinds_of_file(tmp_path: Path, library_shelf: Library) -> None:
    around = Surroundings(StageClock(), ZoneInfo("Asia/Shanghai"), tmp_path / "notes", library_shelf, CHEAP)
    apart.write(tmp_path / "papers", around, rare_name.agreed)
    assert sorted(one.name for one in (tmp_path / "papers").iterdir()) == [
        "mediation-agreement.docx", "mediation-agreement.pdf"]


def test_its_numbers_have_their_check_digit() -> None:
    assert apart.number("63999919930512112")[-1] in "0123456789X" and len(apart.number("6" * 17)) == 18
