"""What a side said alone: kept for the case's mediators, and told only once it may be."""

from __future__ import annotations

from uuid import UUID

import pytest

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services.mediation import caucus
from tests.offices import Office
from tests.services.papers_desk import accepted, case_of


@pytest.fixture
def case_id(office: Office) -> UUID:
    return accepted(office.first)


def test_bottom_lines_make_a_zone_once_both_sides_have_one(office: Office, case_id: UUID) -> None:
    caucus.set_bottom_line(office.first, case_id, Side.APPLICANT, yuan("29000"), most_instalments=2)
    assert caucus.talk(office.first, case_id).zone is None
    caucus.set_bottom_line(office.first, case_id, Side.RESPONDENT, yuan("31000"), fewest_instalments=2)
    zone = caucus.talk(office.first, case_id).zone
    assert zone is not None and zone.exists
    assert (str(zone.low), str(zone.high)) == ("29,000.00", "31,000.00")
    assert (zone.fewest_instalments, zone.most_instalments) == (2, 2)


def test_a_note_is_read_as_it_was_written_and_its_row_holds_none_of_it(office: Office, case_id: UUID) -> None:
    caucus.note(office.first, case_id, Side.RESPONDENT, "最多能拿出三万一")
    (word,) = caucus.talk(office.first, case_id).words
    assert "最多能拿出三万一" in str(word) and "三万一" not in repr(case_of(office.first, case_id))


def test_an_offer_told_alone_is_made_openly_once_it_is_released(office: Office, case_id: UUID) -> None:
    made = caucus.take_offer(office.first, case_id, Side.APPLICANT, yuan("33000")).result
    assert made and case_of(office.first, case_id).offers == []
    caucus.release(office.first, case_id, made)
    (offer,) = case_of(office.first, case_id).offers
    assert (offer.side, str(offer.amount)) == (Side.APPLICANT, "33,000.00")
    with pytest.raises(DeskError):
        caucus.release(office.first, case_id, made)


def test_a_bottom_line_cannot_be_released_as_an_offer(office: Office, case_id: UUID) -> None:
    line = caucus.set_bottom_line(office.first, case_id, Side.APPLICANT, yuan("29000")).result
    assert line
    with pytest.raises(DeskError):
        caucus.release(office.first, case_id, line)
    assert case_of(office.first, case_id).offers == []
