"""The demonstration's summaries: every case in which nothing is left to be seen to, in one file to send."""

from __future__ import annotations

from pathlib import Path

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.reports.publishing.amounts import Rounding
from mediation_desk.domain.reports.publishing.levels import Level
from mediation_desk.services.desk import Desk
from mediation_desk.services.reports import case_list, sending, summaries
from mediation_desk.services.reports.sending import Form, Target
from mediation_desk.services.reports.summaries import Wanted

PUBLISHED = "summaries-published"
WANTED = Wanted(Level.PUBLISHED, Rounding.HUNDRED)


def release(desk: Desk, folder: Path) -> Path:
    """Release the published summaries into the folder, amounts to the hundred yuan."""
    cases = [case_id for case_id in case_list.chosen(desk, CaseFilter(sort="number", descending=False))
             if summaries.look(desk, case_id, WANTED).is_clean]
    (file,) = sending.release(desk, cases, WANTED, Target(str(folder.resolve() / PUBLISHED), Form.DOCX)).files
    return file
