"""What the notices need is known before a case is decided."""

from __future__ import annotations

import pytest

from mediation_desk.domain.deciding import COMPLETABLE, is_completable, lacking, lacks_side, require_papers
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.people import Claim
from mediation_desk.domain.vocabulary import Role, Status
from mediation_desk.domain.words import DeskError
from tests.domain.intake.test_consent import DAY, against


def test_a_case_without_a_respondent_and_a_cause_says_both() -> None:
    assert [one.field for one in lacking(against())] == ["respondents", "cause"]
    with pytest.raises(DeskError) as told:
        require_papers(against())
    assert told.value.field == "respondents"


def test_a_respondent_without_a_name_is_not_yet_one() -> None:
    case = against("")
    case.cause = "追索劳动报酬"
    assert [one.field for one in lacking(case)] == ["respondents"]


def test_the_claims_tell_the_cause_too() -> None:
    case = against("平台公司")
    assert [one.field for one in lacking(case)] == ["cause"]
    worker = case.applicants[0]
    case.claims_all.append(Claim(id=worker.id, case_id=case.id, worker_id=worker.id, claim="gig_pay"))
    assert lacking(case) == []


def test_only_what_papers_print_may_be_filled_in_once_a_case_is_decided() -> None:
    case = against("平台公司")
    assert not is_completable(case, "case", "cause")  # an open case is simply edited
    case.status = Status.REFUSED
    assert is_completable(case, "case", "cause") and is_completable(case, "party", "address")
    assert not is_completable(case, "case", "received_on") and not is_completable(case, "claim", "asked")
    case.status = Status.VOIDED
    assert not is_completable(case, "case", "cause")


def test_a_decided_case_takes_in_only_a_side_that_it_lacks() -> None:
    case = against()
    assert not lacks_side(case, Role.RESPONDENT)  # still open
    case.status = Status.WITHDRAWN
    assert lacks_side(case, Role.RESPONDENT)
    assert not lacks_side(case, Role.APPLICANT) and not lacks_side(case, Role.AGENT)


def test_every_completable_field_is_one_that_there_is() -> None:
    case = against("平台公司")
    rows: dict[str, object] = {"case": case, "party": case.parties[0], "exhibit": Exhibit}
    for entity, names in COMPLETABLE.items():
        assert all(hasattr(rows[entity], name) for name in names)
    assert case.received_on == DAY
