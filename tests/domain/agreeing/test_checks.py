"""The list of checks: an agreement as it should be passes all, and each finding says where it is mended."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.agreeing.checks import CHECKS, Severity, looked_through, unseen
from mediation_desk.domain.vocabulary import Station
from tests.domain.agreeing.grounds import COMPANY, case, found, ground


def test_an_agreement_as_it_should_be_has_nothing_to_look_at() -> None:
    assert looked_through(ground()) == ()


def test_each_check_is_there_once_and_what_stops_comes_first() -> None:
    names = [one.id for one in CHECKS]
    assert len(set(names)) == len(names)
    severities = [one.severity for one in CHECKS]
    assert severities == sorted(severities, key=list(Severity).index)


def test_what_is_found_is_known_by_its_own_key_and_says_where_it_is_mended() -> None:
    whose = case()
    whose.party(COMPANY).credit_code = ""
    late, nobody = looked_through(ground(whose, on=date(2025, 1, 31), last_day=date(2024, 12, 10)))[1:]
    assert (late.station, late.field) == (Station.INTAKE, "extension")
    assert (nobody.station, nobody.field, nobody.of) == (Station.INTAKE, "credit_code", COMPANY)
    assert nobody.key == f"identity:{COMPANY}" and not nobody.stops


def test_a_warning_that_was_looked_at_is_not_asked_about_again() -> None:
    whose = case()
    whose.party(COMPANY).credit_code = ""
    findings = looked_through(ground(whose))
    assert len(unseen(findings, frozenset())) == 1
    assert unseen(findings, frozenset({f"identity:{COMPANY}"})) == ()


def test_what_must_be_mended_is_no_warning() -> None:
    findings = looked_through(ground(on=date(2024, 12, 11)))
    assert [one.stops for one in findings] == [True] and unseen(findings, frozenset()) == ()
    assert found(ground(on=date(2024, 12, 11))) == {
        "dates_after_signing": "The first instalment falls due before the signing."}
