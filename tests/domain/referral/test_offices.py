"""An office of the list has a name that no other of its kind has."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.referral.offices import OfficeKind, ReceivingOffice, check_office, in_order
from mediation_desk.domain.words import DeskError

POLICE = ReceivingOffice(id=UUID(int=1), kind=OfficeKind.POLICE, name="和顺路派出所")
UNION = ReceivingOffice(id=UUID(int=2), kind=OfficeKind.UNION, name="区总工会")


@pytest.mark.parametrize(("name", "kind", "days", "field"), [
    (" ", OfficeKind.POLICE, None, "name"), ("和顺路派出所", OfficeKind.POLICE, None, "name"),
    ("别处", OfficeKind.POLICE, 0, "answer_days"), ("别处", OfficeKind.POLICE, 251, "answer_days")])
def test_what_no_office_is_is_said_beside_its_field(name: str, kind: OfficeKind, days: int | None, field: str
                                                    ) -> None:
    with pytest.raises(DeskError) as refused:
        check_office(ReceivingOffice(id=UUID(int=3), kind=kind, name=name, answer_days=days), [POLICE, UNION])
    assert refused.value.field == field


def test_two_kinds_may_have_one_name_and_the_list_is_ordered_by_kind() -> None:
    check_office(ReceivingOffice(id=UUID(int=3), kind=OfficeKind.STREET, name="区总工会"), [POLICE, UNION])
    assert in_order([UNION, POLICE]) == [POLICE, UNION]
