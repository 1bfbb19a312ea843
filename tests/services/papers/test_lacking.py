"""What a paper would be printed without is told with where it is entered."""

from __future__ import annotations

from uuid import UUID

from mediation_desk.domain.vocabulary import Role, Station
from mediation_desk.services import editing
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import case_of, join, registered

REGISTER = "intake-register"


def test_an_empty_phone_is_told_with_whose_it_is_and_no_more_once_it_is_entered(desk: Desk) -> None:
    case_id = registered(desk)
    worker = case_of(desk, case_id).applicants[0]
    editing.save(desk, case_id, [editing.Edit("party", worker.id, "phone", worker.phone, "")])
    lacks = [one for one in making.lacking_in(desk, case_id, REGISTER) if one.of == worker.id]
    assert ("Phone", Station.INTAKE, "phone") in {(one.label, one.station, one.field) for one in lacks}
    assert all(one.whose == worker.name for one in lacks)
    editing.save(desk, case_id, [editing.Edit("party", worker.id, "phone", "", "13897123456")])
    assert "Phone" not in {one.label for one in making.lacking_in(desk, case_id, REGISTER)
                           if one.of == worker.id}


def without_phone(desk: Desk, case_id: UUID) -> set[tuple[str, UUID | None]]:
    return {(one.whose, one.of) for one in making.lacking_in(desk, case_id, REGISTER) if one.label == "Phone"}


def test_of_namesakes_each_is_asked_for_what_lacks_of_them(desk: Desk) -> None:
    """Two workers of one name, without numbers, and an agent called so too: each jump leads to its own."""
    case_id = registered(desk, ("温若晴", "温若晴", "路知夏"))
    join(desk, case_id, Role.AGENT, "温若晴", acts_for=case_of(desk, case_id).applicants[2].id)
    first, second, _third = case_of(desk, case_id).applicants
    lacks = without_phone(desk, case_id)
    assert {("温若晴（一）", first.id), ("温若晴（二）", second.id)} <= lacks
    editing.save(desk, case_id, [editing.Edit("party", first.id, "phone", first.phone, "13897123456")])
    lacks = without_phone(desk, case_id)
    assert ("温若晴（二）", second.id) in lacks and first.id not in {key for _whose, key in lacks}


def test_a_signed_agreement_lacks_nothing_any_more(walk: Walk) -> None:
    assert making.lacking_in(walk.desk, walk.case_id, "mediation-agreement") == ()
