"""A case goes from one site of the office to another; the timeline tells from which to which."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.sites import Site, require_site
from mediation_desk.services.desk import Desk


def move_site(desk: Desk, case_id: UUID, site_id: UUID, seen: Seen | None = None) -> Changes:
    """Let the case belong to another site; :data:`.sites.HERE`: to the office itself. MOVE_CASE. DeskError
    beside ``site`` for one that was taken out."""
    with desk.case_work(case_id, "move_site", seen) as (work, case):
        case.site_id = require_site(work.all_of(Site), site_id, case.site_id)
        return work.commit(lists=("cases",))
