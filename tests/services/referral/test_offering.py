"""What there is to choose from while a referral is drafted."""

from __future__ import annotations

from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.services.office import receiving_offices
from mediation_desk.services.office.receiving_offices import OfficeDraft
from mediation_desk.services.referral import offering
from tests.offices import Office
from tests.services.referral.referred import INSPECTION, case_with_evidence


def test_a_part_finds_its_office_by_the_first_of_its_kinds_that_the_list_has(office: Office) -> None:
    desk = office.first
    case_id = case_with_evidence(desk)
    found = offering.offered(desk, case_id)
    wages, insurance = found.part("wages"), found.part("insurance")
    assert wages and insurance and found.parts[0].id == "wages"  # what the case has claims for
    assert found.for_part(wages) is None and found.office(INSPECTION) is None
    for kind, name in ((OfficeKind.INSPECTION, INSPECTION), (OfficeKind.POLICE, "派出所")):
        receiving_offices.add_office(desk, OfficeDraft(kind, name))
    found = offering.offered(desk, case_id)
    assert [found.for_part(one).name for one in (wages, insurance)] == [INSPECTION] * 2  # type: ignore[union-attr]
    assert found.office("派出所") and len(found.exhibits) == 2
    assert "mediation-application" in {one.key for one in found.papers}


def test_two_offices_of_one_name_are_nobodys(office: Office) -> None:
    for kind in (OfficeKind.INSPECTION, OfficeKind.OTHER):
        receiving_offices.add_office(office.first, OfficeDraft(kind, "某局"))
    assert offering.offered(office.first, case_with_evidence(office.first)).office("某局") is None
