"""A case goes from one site to another: journalled, told, taken back."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.merging import Conflicts, Seen
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.sites import HERE, SiteDraft, site_names
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.journal.words import CaseWords
from mediation_desk.services import history, reading
from mediation_desk.services.intake import moving
from mediation_desk.services.office import sites
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import accepted


def at_two(office: Office) -> tuple[UUID, UUID, UUID]:
    """A case, and two sites."""
    east, west = (sites.add_site(office.first, SiteDraft(name)).result
                  for name in ("城东街道工作站", "生物园区"))
    assert east and west
    return accepted(office.first), east, west


def site_of(office: Office, case_id: UUID) -> UUID | None:
    return reading.case(office.first, case_id).case.site_id


def test_a_case_is_moved_and_its_timeline_tells_from_which_to_which(office: Office) -> None:
    desk = office.first
    case_id, east, west = at_two(office)
    moving.move_site(desk, case_id, east)
    moving.move_site(desk, case_id, west)
    view = reading.case(desk, case_id)
    moves = [line.entry for line in history.timeline(desk, case_id) if line.entry.verb == "move_site"]
    words = CaseWords(view.case, desk.zone, {}, desk.library.sheets, sites=site_names(view.sites))
    told = [tuple(words.value("cases", "site_id", one) for one in entry.fields["site_id"]) for entry in moves]
    assert told == [("The office itself", "城东街道工作站"), ("城东街道工作站", "生物园区")]
    assert reading.count(desk, CaseFilter(sites=(west,))) == 1
    assert reading.count(desk, CaseFilter(sites=(east,))) == 0
    history.undo(desk, case_id)
    assert site_of(office, case_id) == east
    history.redo(desk, case_id)
    assert site_of(office, case_id) == west


def test_where_it_is_already_nothing_is_journalled(office: Office) -> None:
    case_id, east, _west = at_two(office)
    moving.move_site(office.first, case_id, east)
    count = len(history.timeline(office.first, case_id))
    moving.move_site(office.first, case_id, east)
    assert len(history.timeline(office.first, case_id)) == count


def test_a_supervisor_moves_a_case_and_a_mediator_no_colleagues_case(office: Office) -> None:
    case_id, east, _west = at_two(office)
    colleague(office, "li", Role.SUPERVISOR)
    colleague(office, "wang", Role.MEDIATOR)
    moving.move_site(office.desk("li", LENT), case_id, east)
    assert site_of(office, case_id) == east
    with pytest.raises(NotAllowed):
        moving.move_site(office.desk("wang", LENT), case_id, HERE)


def test_who_did_not_see_that_it_was_moved_is_shown_first(office: Office) -> None:
    case_id, east, west = at_two(office)
    seen = Seen(reading.case(office.first, case_id).case.version)
    colleague(office, "li", Role.SUPERVISOR)
    moving.move_site(office.desk("li", LENT), case_id, east)
    with pytest.raises(Conflicts):
        moving.move_site(office.first, case_id, west, seen)
    assert site_of(office, case_id) == east


def test_no_case_goes_to_a_site_that_was_taken_out(office: Office) -> None:
    case_id, east, _west = at_two(office)
    sites.remove_site(office.first, east)
    with pytest.raises(DeskError, match="taken out") as refused:
        moving.move_site(office.first, case_id, east)
    assert refused.value.field == "site"
