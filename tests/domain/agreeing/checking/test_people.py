"""Who signs: consent of represented workers, authority of agents, identity, accounts."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Authority, PaymentMethod, Role
from tests.domain.agreeing.grounds import (
    CASE,
    COMPANY,
    FIRST,
    SECOND,
    agreement,
    case,
    findings,
    found,
    ground,
)

AGENT = UUID(int=5)


def joins(role: Role, name: str, **given: object) -> Party:
    return Party(id=AGENT, case_id=CASE, position=9, role=role, name=name, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(("authority", "id_number", "said"), [
    (Authority.GENERAL, "7", "cannot settle: 星湾公司 must sign in person"),
    (None, "7", "It is not entered which authority 郑代理 has"),
    (Authority.SPECIAL, "", "郑代理 signs without an ID number"), (Authority.SPECIAL, "7", "")])
def test_an_agent_settles_with_special_authority_and_is_who_they_say(authority: Authority | None,
                                                                     id_number: str, said: str) -> None:
    whose = case()
    whose.parties_all.append(joins(Role.AGENT, "郑代理", acts_for=COMPANY, authority=authority,
                                   id_number=id_number))
    assert said in found(ground(whose)).get("agents", "")
    assert bool(findings(ground(whose), "agents")) is bool(said)


def test_an_agent_of_nobody_is_asked_about() -> None:
    whose = case()
    whose.parties_all.append(joins(Role.AGENT, "郑代理", authority=Authority.SPECIAL, id_number="7"))
    assert found(ground(whose)) == {"agents": "It is not entered for whom 郑代理 acts."}


def test_everybody_represented_is_asked_one_by_one_but_the_representatives() -> None:
    whose = case()
    whose.parties_all.append(joins(Role.REPRESENTATIVE, "温若晴", also_worker=True))
    assert [one.of for one in findings(ground(whose), "represented")] == [SECOND]


def test_without_representatives_nobody_is_asked() -> None:
    assert not findings(ground(), "represented")


@pytest.mark.parametrize(("party", "field"), [(FIRST, "id_number"), (COMPANY, "credit_code"),
                                              (COMPANY, "legal_representative")])
def test_who_signs_without_a_number_is_looked_at(party: UUID, field: str) -> None:
    whose = case()
    setattr(whose.party(party), field, " ")
    assert [(one.of, one.field) for one in findings(ground(whose), "identity")] == [(party, field)]


def test_money_that_goes_to_an_account_needs_one() -> None:
    for method, asked in ((PaymentMethod.TRANSFER, [SECOND]), (PaymentMethod.CASH, [])):
        whose = case()
        whose.party(SECOND).bank_account = ""
        agreement(whose, method=method)
        assert [one.of for one in findings(ground(whose), "accounts")] == asked
