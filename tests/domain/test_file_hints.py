"""What the program sees of a file for itself, from the case as it stands."""

from __future__ import annotations

from mediation_desk.domain.case import Case
from mediation_desk.domain.file_hints import hints
from mediation_desk.domain.vocabulary import FilePoint
from tests.domain import cases


def told(case: Case, exhibits: int = 0, printed: int = 0) -> dict[FilePoint, str]:
    return {point: str(said) for point, said in hints(case, exhibits, printed).items()}


def test_every_point_has_a_hint_and_a_case_just_received_lacks_most() -> None:
    seen = told(cases.received())
    assert set(seen) == set(FilePoint)
    assert seen[FilePoint.ACCEPTED] == "It was not accepted."
    assert seen[FilePoint.AGREEMENT] == "No agreement was signed."
    assert (seen[FilePoint.EVIDENCE], seen[FilePoint.VISIT]) == (
        "No exhibit is filed.", "No return visit is recorded.")


def test_a_signed_case_says_its_days_and_who_has_no_number() -> None:
    case = cases.signed()
    seen = told(case, exhibits=3, printed=1)
    assert seen[FilePoint.ACCEPTED].startswith("Accepted on 2024-11-25")
    assert seen[FilePoint.AGREEMENT] == "The agreement was signed on 2024-12-03."
    assert (seen[FilePoint.EVIDENCE], seen[FilePoint.FORMS]) == (
        "3 exhibits are filed.", "1 paper is kept byte for byte.")
    assert seen[FilePoint.VISIT] == "1 return visit is recorded, on 2024-12-10."
    assert "温若晴" in seen[FilePoint.MATERIALS] and "某公司" in seen[FilePoint.MATERIALS]
    for party in case.parties_all:
        party.id_number = "11010519491231002X"
    assert told(case)[FilePoint.MATERIALS] == "Everybody's identity number or code is entered."
    case.cause, case.claims_all = "", []
    assert "Enter the cause" in told(case)[FilePoint.MATERIALS]
