"""The standard terms: what is stored stays readable for ever, and every term has words in both languages."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable

import pytest

from mediation_desk.domain import vocabulary
from mediation_desk.domain.vocabulary import Outcome, Progress, Role, Side, Station, Term
from mediation_desk.library.words import Words

CHINESE = Words.of("zh_CN")
TERMS = [kind for kind in vars(vocabulary).values()
         if isinstance(kind, type) and issubclass(kind, Term) and kind is not Term]

#: What stores out there hold: a value may be added, never renamed or taken away.
STORED = {
    "Station": "intake sorting mediation settlement performance closing",
    "Status": "open refused referred withdrawn closed voided",
    "Source": "walk_in hotline_12345 online labour_inspection arbitration court union community_visit",
    "KindOfWork": "delivery_rider driver streamer courier freight_driver household other",
    "Role": "applicant respondent third_party agent representative",
    "Side": "applicant respondent",
    "PartyKind": "person organisation",
    "Business": "platform cooperating_employer employer",
    "Authority": "general special",
    "SessionForm": "office mobile phone online",
    "SessionMode": "joint caucus",
    "Attendance": "mediator party legal_aid_lawyer grassroots_mediator labour_inspector interpreter",
    "SealedKind": "note bottom_line offer",
    "ShareKind": "by_claim equal by_hand",
    "SplitKind": "equal by_share by_hand",
    "PaymentMethod": "bank_transfer cash mobile_payment cheque",
    "DefaultClause": "acceleration resume_claim penalty none",
    "Outcome": "performed agreement reconciled no_agreement withdrawn refused referred",
    "VisitManner": "phone visit message",
    "Satisfaction": "satisfied neutral dissatisfied",
    "Refusal": "out_of_scope no_consent",
}


@pytest.mark.parametrize("name", sorted(STORED))
def test_a_stored_value_is_never_lost(name: str) -> None:
    kind = getattr(vocabulary, name)
    assert [kind(value).value for value in STORED[name].split()] == STORED[name].split()


@pytest.mark.parametrize("kind", TERMS, ids=lambda kind: kind.__name__)
def test_no_two_terms_of_a_list_read_alike_in_either_language(kind: type[Term]) -> None:
    english = [term.label for term in kind]
    chinese = [CHINESE.translate(label) for label in english]
    assert len(set(english)) == len(set(chinese)) == len(list(kind))
    assert all(words.isascii() for words in english)
    assert all(any("一" <= sign <= "鿿" for sign in words) for words in chinese)


@pytest.mark.parametrize("kind", TERMS, ids=lambda kind: kind.__name__)
def test_a_term_is_its_stored_value_through_every_door(kind: type[Term]) -> None:
    stored: Callable[[str], Term] = kind  # as the enumeration is called
    for term in kind:
        assert stored(str(term)) is term and f"{term}" == term.value == json.loads(json.dumps(term))
        assert pickle.loads(pickle.dumps(term)) is term and copy.deepcopy(term) is term


def test_the_road_has_six_stations_in_their_order() -> None:
    road = [Station.INTAKE, Station.SORTING, Station.MEDIATION, Station.SETTLEMENT, Station.PERFORMANCE,
            Station.CLOSING]
    assert [station.place for station in road] == [0, 1, 2, 3, 4, 5]
    assert sorted(Station, key=lambda station: station.place) == road


def test_a_station_that_ended_badly_is_not_called_done() -> None:
    assert {step.value for step in Progress} == {"done", "current", "open", "passed", "ended"}


def test_a_side_and_a_role_of_the_same_value_are_worded_for_one_and_for_many() -> None:
    one = {role.value: role.label for role in Role}
    assert all(side.value in one and side.label != one[side.value] for side in Side)
    assert CHINESE.translate(Outcome.REFUSED.label) == "不予受理"
