"""What a side said alone: kept and opened for the holders of the case's key, each entry in its own place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Role, SealedKind, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.keys import holding
from mediation_desk.services.mediation import caucus
from mediation_desk.store.tables.cases import sealed_items
from mediation_desk.store.vault.seals import SealBroken
from tests.offices import Office
from tests.services.keys.test_sharing import SECRET, accepted, notes
from tests.services.papers_desk import RECEIVED, case_of, registered
from tests.services.papers_desk import accepted as accepted_papers


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


# -- words of each kind, and whose a bottom line is ----------------------------------------

def test_interests_and_admissions_are_kept_apart_from_notes(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    caucus.note(desk, case_id, Side.APPLICANT, "房租月底要交", kind=SealedKind.INTEREST)
    caucus.note(desk, case_id, Side.RESPONDENT, "确实少发了", kind=SealedKind.ADMISSION)
    talk = caucus.talk(desk, case_id)
    assert [word.text for word in talk.of(Side.APPLICANT, SealedKind.INTEREST)] == ["房租月底要交"]
    assert [word.text for word in talk.of(Side.RESPONDENT, SealedKind.ADMISSION)] == ["确实少发了"]
    with pytest.raises(ValueError, match="not kept as words"):
        caucus.note(desk, case_id, Side.APPLICANT, "x", kind=SealedKind.OFFER)


def test_a_line_keeps_all_its_parts_and_whose_it_is(office: Office) -> None:
    desk, case_id = office.first, accepted_papers(office.first)
    first, second = (party.id for party in case_of(desk, case_id).applicants)
    caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan("9000"), most_instalments=2,
                           first_share=yuan("5000"), last_on=date(2025, 1, 31), conditions="开离职证明",
                           party_id=second, text="不能再少")
    (word,) = caucus.talk(desk, case_id).of(Side.APPLICANT, SealedKind.BOTTOM_LINE)
    assert (word.party_id, word.amount, word.first_share, word.last_on, word.conditions, word.text) == (
        second, yuan("9000"), yuan("5000"), date(2025, 1, 31), "开离职证明", "不能再少")
    assert word.as_bottom_line().party_id == second != first


def test_a_line_is_of_somebody_on_its_side(office: Office) -> None:
    desk, case_id = office.first, accepted_papers(office.first)
    company = case_of(desk, case_id).respondents[0].id
    with pytest.raises(DeskError, match="among those of this side") as refused:
        caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan("9000"), party_id=company)
    assert refused.value.field == "party"
    assert caucus.talk(desk, case_id).words == ()


def test_a_representatives_line_stands_for_those_who_consented_and_makes_no_zone_for_the_others(
        office: Office) -> None:
    """Ten workers elect three; seven of the ten consent to what one of the three says."""
    desk = office.first
    case_id = registered(desk, [f"劳动者{number:02}" for number in range(10)], claims=["unpaid_wages"])
    elected = [registering.add_party(desk, case_id, registering.PartyDraft(Role.REPRESENTATIVE, name)).result
               for name in ("代表甲", "代表乙", "代表丙")]
    editing.save(desk, case_id, [editing.Edit("case", case_id, field, None, RECEIVED)
                                 for field in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, case_id, RECEIVED)
    workers = [party.id for party in case_of(desk, case_id).applicants]
    caucus.set_bottom_line(desk, case_id, Side.RESPONDENT, yuan("31000"))
    with pytest.raises(DeskError, match="Tick who consented"):
        caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan("29000"), party_id=elected[0])
    caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan("29000"), party_id=elected[0],
                           consenting=workers[:7])
    talk = caucus.talk(desk, case_id)
    (word,) = talk.of(Side.APPLICANT, SealedKind.BOTTOM_LINE)
    assert (word.party_id, word.consenting) == (elected[0], tuple(workers[:7]))
    assert talk.zone is None, "three workers have not consented"
    caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan("29000"), party_id=elected[0],
                           consenting=workers)
    assert caucus.talk(desk, case_id).zone is not None
