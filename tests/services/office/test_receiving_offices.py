"""The list of receiving offices: added, changed and taken out by whoever refers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.referral.offices import OfficeKind
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services.office import receiving_offices as offices
from mediation_desk.services.office.receiving_offices import OfficeDraft
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague

INSURANCE = OfficeDraft(OfficeKind.SOCIAL_INSURANCE, " 社保中心 ", "稽核", "钱某", "0971-1", "和顺路20号", 10)


def test_an_office_is_added_changed_taken_out_and_put_back(office: Office) -> None:
    desk = office.first
    key = offices.add_office(desk, INSURANCE).result
    offices.add_office(desk, OfficeDraft(OfficeKind.POLICE, "和顺路派出所"))
    assert key and [one.name for one in offices.receiving_offices(desk)] == ["社保中心", "和顺路派出所"]
    offices.change_office(desk, key, replace(INSURANCE, name="社保局", kind=OfficeKind.OTHER,
                                             answer_days=None))
    kept = offices.receiving_offices(desk)[1]
    assert (kept.name, kept.kind, kept.answer_days) == ("社保局", OfficeKind.OTHER, None)
    offices.remove_office(desk, key)
    assert [one.name for one in offices.receiving_offices(desk)] == ["和顺路派出所"]
    offices.put_back_office(desk, key)
    assert len(offices.receiving_offices(desk)) == 2


def test_two_who_change_an_office_at_once_are_told(office: Office) -> None:
    colleague(office, "wang", Role.MEDIATOR)
    hers, key = office.desk("wang", LENT), offices.add_office(office.first, INSURANCE).result
    assert key
    (seen,) = offices.receiving_offices(office.first)
    offices.change_office(hers, key, replace(INSURANCE, phone="0971-2"))
    with pytest.raises(Conflicts):
        offices.change_office(office.first, key, replace(INSURANCE, phone="0971-3"), seen)
    offices.change_office(office.first, key, replace(INSURANCE, contact="孙某"), seen)
    (kept,) = offices.receiving_offices(office.first)
    assert (kept.phone, kept.contact) == ("0971-2", "孙某")


def test_what_is_in_the_list_already_or_no_more_is_said_and_a_supervisor_only_looks(office: Office) -> None:
    key = offices.add_office(office.first, INSURANCE).result
    assert key
    with pytest.raises(DeskError, match="in the list already"):
        offices.add_office(office.first, INSURANCE)
    offices.remove_office(office.first, key)
    offices.add_office(office.first, INSURANCE)
    with pytest.raises(DeskError, match="in the list already"):
        offices.put_back_office(office.first, key)
    with pytest.raises(NotThere):
        offices.change_office(office.first, key, INSURANCE)
    colleague(office, "wang", Role.SUPERVISOR)
    theirs = office.desk("wang", LENT)
    assert len(offices.receiving_offices(theirs)) == 1
    with pytest.raises(NotAllowed):
        offices.add_office(theirs, replace(INSURANCE, name="别处"))
