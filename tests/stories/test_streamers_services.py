"""The streamers' case through the services: every figure of the story, on both engines."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader

from mediation_desk.demonstration import streamers
from mediation_desk.domain.money import ZERO, Money, total, yuan
from mediation_desk.domain.vocabulary import (
    ClockKind,
    InstalmentState,
    Outcome,
    SealedKind,
    Side,
    Station,
    Status,
)
from mediation_desk.services import reading
from mediation_desk.services.mediation import caucus
from mediation_desk.services.papers import making
from mediation_desk.services.papers.told import asked_by_worker
from mediation_desk.services.performance import booking
from mediation_desk.services.sorting import sorting
from tests.offices import Office


@pytest.fixture
def walked(office: Office) -> tuple[Office, UUID]:
    stops = list(streamers.walk(office.first))
    assert [stop.station for stop in stops] == list(Station)
    return office, stops[-1].case_id


def text_of(pdf: bytes) -> str:
    """The paper's text with the line breaks and spaces of its setting taken out."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return re.sub(r"\s+", "", "".join(pages))


def test_the_streamers_are_paid(walked: tuple[Office, UUID]) -> None:
    office, case_id = walked
    view = reading.case(office.first, case_id)
    case = view.case

    # Who claims what: the calculators arrive at it from the dates and the wage.
    asked = asked_by_worker(case)
    claimed = {worker.name: asked[worker.id] for worker in case.applicants}
    assert list(claimed.values()) == [yuan("8600")] * 4 + [yuan("4300")]
    assert case.claimed == yuan("38700.00")
    assert claims_total(case, "unpaid_wages") == yuan("21500.00")
    assert claims_total(case, "double_wage") == yuan("17200.00")

    # What each dispute is worth.
    outcome = sorting.sort(case, sorting.sorter(office.first, case))
    stakes = {issue.element.id: (issue.stake, len(issue.affected)) for issue in outcome.issues}
    assert stakes == {"employment_relationship": (yuan("17200"), 4), "written_contract": (yuan("17200"), 4),
                      "monthly_wage": (yuan("11700"), 5)}
    assert outcome.applicants_amount() == yuan("38700")

    # Back to back.
    talk = caucus.talk(office.first, case_id)
    assert talk.zone is not None
    assert talk.zone.exists
    assert (talk.zone.low, talk.zone.high) == (yuan("29000"), yuan("31000"))
    assert len(talk.of(Side.APPLICANT, SealedKind.BOTTOM_LINE)) == 1
    offers = [(o.round, o.side, str(o.amount), o.instalments) for o in case.offers]
    assert offers == [
        (1, Side.APPLICANT, "38,700.00", 1), (1, Side.RESPONDENT, "21,500.00", 6),
        (2, Side.APPLICANT, "33,000.00", 2), (2, Side.RESPONDENT, "28,000.00", 3),
        (3, Side.RESPONDENT, "30,264.00", 2)]

    # The settlement, exact to the fen in rows and columns.
    agreement = case.signed_agreement
    assert agreement.total == yuan("30264.00")
    shares = sorted(str(share.amount) for share in agreement.shares)
    assert shares.count("3,362.67") == 1
    assert set(shares) <= {"6,725.33", "6,725.34", "3,362.67"}
    parts = [(part.due_on, part.amount) for part in agreement.instalments]
    assert parts == [(date(2024, 12, 10), yuan("15132")), (date(2025, 1, 10), yuan("15132"))]
    for part in agreement.instalments:
        assert sum(share.amount.fen for share in part.shares) == part.amount.fen
    for share in agreement.shares:
        cells = [c.amount.fen for p in agreement.instalments for c in p.shares
                 if c.worker_id == share.worker_id]
        assert sum(cells) == share.amount.fen


def claims_total(case: Any, name: str) -> Money:
    return total(claim.asked or ZERO for claim in case.claims if claim.claim == name)


def test_every_date_on_the_way_is_computed(walked: tuple[Office, UUID]) -> None:
    office, case_id = walked
    due = {clock.kind: clock.due_on for clock in reading.case(office.first, case_id).clocks}
    assert due == {
        ClockKind.ACCEPTANCE: date(2024, 11, 28), ClockKind.ARBITRATION_OPEN: date(2024, 12, 10),
        ClockKind.MEDIATION_END: date(2024, 12, 10), ClockKind.REVIEW: date(2024, 12, 10),
        ClockKind.CONFIRMATION: date(2024, 12, 25)}


def test_the_ledger_knows_on_each_day_what_is_owed(walked: tuple[Office, UUID]) -> None:
    office, case_id = walked
    days = {date(2024, 12, 9): ("0.00", "30,264.00"), date(2024, 12, 10): ("0.00", "15,132.00"),
            date(2025, 1, 10): ("7,132.00", "7,132.00"), date(2025, 1, 11): ("7,132.00", "7,132.00"),
            date(2025, 1, 12): ("0.00", "0.00")}
    for day, owed in days.items():
        standing = booking.standing(office.first, case_id, day)
        assert (str(standing.owed_today), str(standing.outstanding)) == owed, day
        assert standing.accelerated_on is None
    second = booking.standing(office.first, case_id, date(2025, 1, 11)).instalments[1]
    assert second.state is InstalmentState.GRACE
    last = booking.standing(office.first, case_id, date(2025, 1, 15))
    assert [(part.settled_on, part.days_late) for part in last.instalments] == [
        (date(2024, 12, 10), 0), (date(2025, 1, 12), 2)]


def test_the_case_closes_as_mediated_and_performed(walked: tuple[Office, UUID]) -> None:
    office, case_id = walked
    case = reading.case(office.first, case_id).case
    assert (case.status, case.outcome, case.closed_on) == (
        Status.CLOSED, Outcome.PERFORMED, date(2025, 1, 15))
    assert len(case.visits) == 1


def test_the_agreement_reads_right_to_the_fen(walked: tuple[Office, UUID]) -> None:
    office, case_id = walked
    text = text_of(making.make(office.first, case_id, "mediation-agreement").pdf)
    for words in ("调解协议书", "宁中劳调〔2024〕0001号", "人民币叁万零贰佰陆拾肆元整", "30,264.00",
                  "38,700.00", "15,132.00", "6,725.33", "6,725.34", "3,362.67", "2024年12月10日",
                  "2025年1月10日", "639999199803120629", "91639999MADEM00112", "第1页共"):
        assert words in text, words
    for worker in streamers.WORKERS:
        assert worker[0] in text
    assert "29,000" not in text
    assert "31,000" not in text
