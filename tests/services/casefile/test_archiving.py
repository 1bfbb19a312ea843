"""Where the file lies: kept, changed on what was seen, undone; twins are asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mediation_desk.domain.casefile.archive import ArchiveDraft
from mediation_desk.domain.doubts import Doubted
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.casefile import archiving
from mediation_desk.services.desk import Desk
from tests.services.casefile.files_of import closed_case, signed_case
from tests.services.papers_desk import case_of

HERE = ArchiveDraft(date(2025, 1, 20), "2025-001", "3", "缺第2页", 10)


def test_it_is_kept_with_the_case_and_undone_though_the_case_is_closed(desk: Desk) -> None:
    case_id = closed_case(desk, evidence=False)
    assert archiving.proposed_volume(desk, case_id, 2025) == "2025-001"
    archiving.archive(desk, case_id, HERE)
    assert ArchiveDraft.of(case_of(desk, case_id)) == HERE
    assert archiving.proposed_volume(desk, case_id, 2025) == "2025-002"
    assert archiving.proposed_volume(desk, case_id, 2024) == "2024-001"
    history.undo(desk, case_id)
    assert ArchiveDraft.of(case_of(desk, case_id)) == ArchiveDraft()
    history.redo(desk, case_id)
    assert case_of(desk, case_id).file_volume == "2025-001"
    with pytest.raises(DeskError, match="nothing to undo"):
        history.undo(desk, case_id)
        history.undo(desk, case_id)


def test_a_volume_that_another_file_has_is_asked_about(desk: Desk) -> None:
    one, other = closed_case(desk, evidence=False), closed_case(desk, evidence=False)
    archiving.archive(desk, one, HERE)
    with pytest.raises(Doubted) as told:
        archiving.archive(desk, other, HERE)
    assert case_of(desk, one).number in str(told.value) and told.value.field == "file_volume"
    with pytest.raises(Doubted):
        archiving.archive(desk, other, replace(HERE, volume="２０２５－００１"))
    archiving.archive(desk, one, HERE)  # its own is no twin
    archiving.archive(desk, other, HERE, sure=True)
    assert case_of(desk, other).file_volume == "2025-001"
    archiving.archive(desk, other, replace(HERE, volume="2025\n-002", box="四\n号"))  # as a list shows it
    assert (case_of(desk, other).file_volume, case_of(desk, other).file_box) == ("2025 -002", "四 号")


def test_an_open_case_is_not_put_away_and_a_day_before_the_end_is_refused(desk: Desk) -> None:
    with pytest.raises(DeskError, match="The case is open"):
        archiving.archive(desk, signed_case(desk), HERE)
    with pytest.raises(DeskError) as told:
        archiving.archive(desk, closed_case(desk, evidence=False), ArchiveDraft(date(2025, 1, 1), "1"))
    assert told.value.field == "archived_on"


def test_what_a_colleague_kept_meanwhile_is_not_written_over_unseen(desk: Desk) -> None:
    case_id = closed_case(desk, evidence=False)
    from mediation_desk.domain.merging import Seen

    seen = Seen(case_of(desk, case_id).version)
    archiving.archive(desk, case_id, HERE)
    with pytest.raises(Conflicts):
        archiving.archive(desk, case_id, ArchiveDraft(date(2025, 1, 19), "2025-009"), seen)


def test_what_was_done_before_the_closing_is_not_undone_in_a_closed_case(desk: Desk) -> None:
    case_id = closed_case(desk, evidence=False)
    with pytest.raises(DeskError, match="nothing to undo"):
        history.undo(desk, case_id)
    assert case_of(desk, case_id).visits and case_of(desk, case_id).closed_on
