"""Which volumes the archive has of a year."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.casefile.archive import ArchiveDraft
from mediation_desk.services.casefile import archiving
from mediation_desk.store.reading.volumes import of_year
from tests.offices import Office
from tests.services.casefile.files_of import closed_case
from tests.services.papers_desk import headed


def test_a_volume_counts_in_the_year_in_which_its_file_was_put_away(office: Office) -> None:
    desk = headed(office.first)
    case_id = closed_case(desk, evidence=False)
    archiving.archive(desk, case_id, ArchiveDraft(date(2025, 1, 20), "2025-001"))
    with desk.reading() as work:
        assert of_year(work.connection, 2025) == [(case_id, "2025-001")]
        assert of_year(work.connection, 2024) == []
