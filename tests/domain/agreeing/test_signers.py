"""Who signs for whom: in person, through the law, or with special authority; never with general authority."""

from __future__ import annotations

from uuid import UUID, uuid5

from mediation_desk.domain.agreeing.signers import By, Signer, signers
from mediation_desk.domain.case import Case
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Authority, PartyKind, Role
from tests.domain import cases


def added(case: Case, name: str, role: Role, **more: object) -> Party:
    party = Party(id=uuid5(UUID(int=0), name), case_id=case.id, position=90 + len(case.parties_all),
                  role=role, name=name, **more)  # type: ignore[arg-type]
    case.parties_all.append(party)
    return party


def hands(found: tuple[Signer, ...], name: str) -> list[tuple[By, str]]:
    return [(hand.by, hand.name) for one in found if one.name == name for hand in one.hands]


def test_everybody_bound_signs_and_the_mediators_after_them() -> None:
    case = cases.signed()
    added(case, "担保人", Role.THIRD_PARTY)
    found = signers(case, ("李调解", "王调解", "李调解"))
    bound = [*case.applicants, *case.respondents]
    assert [one.name for one in found] == [*(party.name for party in bound), "担保人", "李调解", "王调解"]
    assert [one.party_id for one in found][-2:] == [None, None]
    assert len({one.key for one in found}) == len(found)


def test_general_authority_signs_nothing_and_special_authority_signs_beside_the_party() -> None:
    case = cases.signed()
    worker = case.applicants[0]
    added(case, "甲代理", Role.AGENT, acts_for=worker.id, authority=Authority.GENERAL)
    added(case, "乙代理", Role.AGENT, acts_for=worker.id)
    added(case, "丙代理", Role.AGENT, acts_for=worker.id, authority=Authority.SPECIAL)
    assert hands(signers(case, ()), worker.name) == [(By.SELF, worker.name), (By.AGENT, "丙代理")]


def test_an_organisation_signs_through_who_represents_it_and_through_nobody_where_nobody_is_entered() -> None:
    case = cases.signed()
    added(case, "甲公司", Role.RESPONDENT, kind=PartyKind.ORGANISATION, legal_representative="周启明")
    nobody = added(case, "乙公司", Role.RESPONDENT, kind=PartyKind.ORGANISATION)
    assert hands(signers(case, ()), "甲公司") == [(By.LEGAL_REPRESENTATIVE, "周启明")]
    assert hands(signers(case, ()), "乙公司") == []
    added(case, "丁代理", Role.AGENT, acts_for=nobody.id, authority=Authority.SPECIAL)
    assert hands(signers(case, ()), "乙公司") == [(By.AGENT, "丁代理")]


def test_an_elected_representative_may_sign_for_the_workers_and_for_no_company() -> None:
    case = cases.signed()
    added(case, "代表", Role.REPRESENTATIVE)
    found = signers(case, ())
    assert all((By.REPRESENTATIVE, "代表") in hands(found, one.name) for one in case.applicants)
    assert not any((By.REPRESENTATIVE, "代表") in hands(found, one.name) for one in case.respondents)
