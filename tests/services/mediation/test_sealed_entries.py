"""What the mediators weigh, sealed and read again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import update

from mediation_desk.domain.mediation.packages.package import Deal
from mediation_desk.domain.mediation.proposals import Wish
from mediation_desk.domain.mediation.worth import Assessment, Risk
from mediation_desk.domain.money import yuan
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys.holding import opened
from mediation_desk.services.mediation import caucus, meeting_point
from mediation_desk.services.mediation.sealed_entries import (
    Entry,
    entries,
    last,
    read_assessment,
    read_deal,
    read_wish,
    written_assessment,
    written_deal,
    written_wish,
)
from mediation_desk.store.tables.cases import sealed_items
from tests.offices import Office
from tests.services.keys.test_sharing import accepted

FULL = Assessment(Decimal("1.5"), Decimal("0"), Risk.SHARE, Decimal("2.25"), date(2025, 12, 10), 6)


@pytest.mark.parametrize("how", [FULL, Assessment(), Assessment(risk=Risk.NONE)])
def test_an_assessment_comes_back_as_it_was_written(how: Assessment) -> None:
    assert read_assessment(written_assessment(how)) == how


def test_a_deal_comes_back_to_the_fen() -> None:
    deal = Deal((date(2024, 12, 10), date(2025, 1, 10)), (yuan("0.01"), yuan("2")), (UUID(int=1),),
                (yuan("2.01"),))
    assert read_deal(written_deal(deal)) == deal


@pytest.mark.parametrize("wish", [Wish(Side.APPLICANT), Wish(Side.APPLICANT, yuan("0"), yuan("1"), 3,
                                                             date(2025, 1, 1), "现金")])
def test_a_wish_comes_back_as_it_was_said(wish: Wish) -> None:
    entry = Entry(UUID(int=1), wish.side, SealedKind.WISH, None, written_wish(wish))  # type: ignore[arg-type]
    assert read_wish(entry) == wish


def read(desk: Desk, case_id: UUID) -> tuple[list[Entry], int]:
    with desk.case_reading(case_id, Verb.READ_SEALED) as (work, _case):
        return entries(work, opened(desk, work, case_id), meeting_point.KINDS)


def test_the_latest_counts_and_what_does_not_open_is_counted(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    meeting_point.assess(desk, case_id, Assessment(Decimal(1)))
    meeting_point.assess(desk, case_id, FULL)
    found, broken = read(desk, case_id)
    latest = last(found, SealedKind.RISK)
    assert broken == 0 and latest is not None and read_assessment(latest.content) == FULL
    with desk.store.engine.begin() as connection:
        connection.execute(update(sealed_items).where(sealed_items.c.id == latest.id).values(
            side=Side.APPLICANT))
    found, broken = read(desk, case_id)
    assert len(found) == 1 and broken == 1


def test_the_mediators_entries_say_nothing_as_a_sides_words(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    meeting_point.assess(desk, case_id, FULL)
    (word,) = caucus.talk(desk, case_id).of(Side.RESPONDENT, SealedKind.RISK)
    assert (word.text, word.terms, word.amount.fen, word.first_share) == ("", "", 0, None)
