"""What a side said alone: kept and opened for the holders of the case's key, each entry in its own place."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import holding
from mediation_desk.services.mediation import caucus
from mediation_desk.store.tables.cases import sealed_items
from mediation_desk.store.vault.seals import SealBroken
from tests.offices import Office
from tests.services.keys.test_sharing import SECRET, accepted, notes


def put(desk: Desk, row: UUID, **values: Any) -> None:
    """Whoever can write to the database writes it."""
    with desk.store.engine.begin() as connection:
        connection.execute(update(sealed_items).where(sealed_items.c.id == row).values(values))


def test_bottom_lines_make_a_zone_that_only_mediators_see(office: Office) -> None:
    case_id = accepted(office.first)
    caucus.set_bottom_line(office.first, case_id, Side.APPLICANT, yuan("29000"), most_instalments=2)
    assert caucus.talk(office.first, case_id).zone is None
    caucus.set_bottom_line(office.first, case_id, Side.RESPONDENT, yuan("31000"), fewest_instalments=2)
    zone = caucus.talk(office.first, case_id).zone
    assert zone is not None
    assert (zone.exists, str(zone.low), str(zone.high), zone.fewest_instalments, zone.most_instalments) == (
        True, "29,000.00", "31,000.00", 2, 2)


def test_a_turned_or_redated_entry_is_named_in_its_place_and_the_others_are_read(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    kept = caucus.note(desk, case_id, Side.APPLICANT, "还可以再谈").result
    assert kept
    for change in ({"side": Side.RESPONDENT}, {"kind": SealedKind.OFFER}, {"written_by": UUID(int=5)},
                   {"written_at": desk.now - timedelta(days=3)}):
        before = next(word for word in caucus.talk(desk, case_id).words if word.id == kept)
        put(desk, kept, **change)
        talk = caucus.talk(desk, case_id)
        assert [word.text for word in talk.words] == [SECRET]
        assert [(word.id, word.side) for word in talk.closed] == [(kept, change.get("side", Side.APPLICANT))]
        put(desk, kept, side=before.side, kind=before.kind, written_by=desk.who.account_id,
            written_at=before.written_at)
    assert notes(desk, case_id) == [SECRET, "还可以再谈"]


def test_a_row_of_which_nothing_can_be_read_is_named_too(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    with desk.store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE sealed_items SET side = 'both'")
    talk = caucus.talk(desk, case_id)
    assert talk.words == () and [word.side for word in talk.closed] == [None]
    caucus.note(desk, case_id, Side.APPLICANT, "新话")
    assert notes(desk, case_id) == ["新话"]


def test_a_bottom_line_is_not_released_as_an_offer(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    line = caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan("29000")).result
    assert line
    put(desk, line, kind=SealedKind.OFFER)
    with pytest.raises(SealBroken):
        caucus.release(desk, case_id, line)


def test_no_zone_is_told_while_an_entry_does_not_open(office: Office) -> None:
    """The one that does not open may be the latest bottom line: an older one must not pass for it."""
    desk, case_id = office.first, accepted(office.first)
    caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan("29000"))
    caucus.set_bottom_line(desk, case_id, Side.RESPONDENT, yuan("31000"))
    later = caucus.set_bottom_line(desk, case_id, Side.RESPONDENT, yuan("20000")).result
    assert later
    put(desk, later, written_at=desk.now - timedelta(days=3))
    talk = caucus.talk(desk, case_id)
    assert talk.zone is None and len(talk.closed) == 1


def test_an_offers_terms_are_called_so_from_the_talk_alone_to_the_table(office: Office) -> None:
    case_id = accepted(office.first)
    made = caucus.take_offer(office.first, case_id, Side.RESPONDENT, yuan("30264"), 2, "年底前付清").result
    assert made
    (word,) = caucus.talk(office.first, case_id).of(Side.RESPONDENT, SealedKind.OFFER)
    assert (word.terms, word.text) == ("年底前付清", "")
    caucus.release(office.first, case_id, made)
    (offer,) = reading.case(office.first, case_id).case.offers
    assert offer.terms == "年底前付清"


def test_the_terms_of_an_offer_that_the_first_release_sealed_are_still_read(office: Office) -> None:
    """It called them text."""
    desk, case_id = office.first, accepted(office.first)
    made = caucus.take_offer(desk, case_id, Side.RESPONDENT, yuan("30264"), 2, "年底前付清").result
    assert made
    with desk.work("keep_sealed") as work:
        held = holding.opened(desk, work, case_id)
        (item,) = (one for one in work.caucus.items(case_id) if one.id == made)
        held.seal(item, '{"amount": 3026400, "instalments": 2, "text": "三日内付清"}')
        work.commit()
    caucus.release(desk, case_id, made)
    (offer,) = reading.case(desk, case_id).case.offers
    assert (offer.terms, str(offer.amount)) == ("三日内付清", "30,264.00")
