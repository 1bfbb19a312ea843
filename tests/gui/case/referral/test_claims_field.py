"""Claims are chosen by their kind, for all who make them or for some."""

from __future__ import annotations

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.vocabulary import Role
from mediation_desk.gui.case.referral.claims_field import ClaimsField
from tests.domain import cases

OTHER = UUID(int=90)


@pytest.fixture
def case() -> Case:
    """Two workers; both claim wages, the second double wage too."""
    made = cases.received()
    made.parties_all.append(Party(id=OTHER, case_id=cases.CASE, position=3, role=Role.APPLICANT,
                                  name="路知夏"))
    made.claims_all += [Claim(id=UUID(int=at), case_id=cases.CASE, worker_id=OTHER, claim=name)
                        for at, name in ((91, "unpaid_wages"), (92, "double_wage"))]
    return made


@pytest.fixture
def field(qtbot: QtBot, case: Case) -> ClaimsField:
    """The field with their claims."""
    made = ClaimsField("Claims", name="claims")
    qtbot.addWidget(made)
    made.set_claims(case)
    return made


def test_a_kind_takes_the_claims_of_all_who_make_it(field: ClaimsField) -> None:
    assert field.is_offered and field.value() == ()
    field.tick(frozenset({"unpaid_wages", "overtime"}))
    assert field.value() == (f"{cases.WORKER}/unpaid_wages", f"{OTHER}/unpaid_wages")


def test_of_some_it_takes_theirs_alone(field: ClaimsField) -> None:
    field.tick(frozenset({"unpaid_wages", "double_wage"}))
    field.people[str(OTHER)].click()
    assert field.value() == (f"{OTHER}/unpaid_wages", f"{OTHER}/double_wage")


@pytest.mark.parametrize("keys", [
    (), (f"{cases.WORKER}/unpaid_wages",), (f"{cases.WORKER}/unpaid_wages", f"{OTHER}/unpaid_wages"),
    (f"{OTHER}/double_wage",), (f"{OTHER}/unpaid_wages", f"{OTHER}/double_wage")])
def test_what_is_shown_is_what_is_kept(field: ClaimsField, keys: tuple[str, ...]) -> None:
    field.set_value(keys)
    assert field.typed() == " ".join(keys) and field.value() == keys


def test_where_there_is_one_worker_nobody_is_asked_of_whom(qtbot: QtBot) -> None:
    made = ClaimsField("Claims")
    qtbot.addWidget(made)
    made.set_claims(cases.received())
    assert not made.people and list(made.kinds) == ["unpaid_wages"]
