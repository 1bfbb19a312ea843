"""Release: told to the other side, taken back until it was shown, journalled, by holders of the key alone."""

from datetime import timedelta
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services import history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.keys import sharing
from mediation_desk.services.keys.holding import NotHeld
from mediation_desk.services.mediation import caucus, meeting, releasing
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, accepted, colleague
from tests.services.papers_desk import case_of

ADMITTED, TELLING = "其实有两天没来上班", "申请人愿意扣除请假的两天"


def admitted(desk: Desk, case_id: UUID) -> UUID:
    made = caucus.note(desk, case_id, Side.APPLICANT, ADMITTED, kind=SealedKind.ADMISSION).result
    assert made
    return made


def offered(desk: Desk, case_id: UUID) -> UUID:
    """An offer of the company that was released."""
    kept = caucus.take_offer(desk, case_id, Side.RESPONDENT, yuan("30264"), 2, "年底前付清").result
    assert kept
    made = caucus.release(desk, case_id, kept).result
    assert made
    return made


def test_a_fact_is_told_in_words_of_its_own_and_the_sealed_ones_stay_sealed(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    entry = admitted(desk, case_id)
    releasing.release_fact(desk, case_id, entry, f"  {TELLING}\n")
    (fact,) = case_of(desk, case_id).told_facts
    assert (fact.side, fact.text, fact.sealed_id) == (Side.APPLICANT, TELLING, entry)
    assert (fact.released_by, fact.shown_at) == (desk.who.account_id, None)
    (word,) = caucus.talk(desk, case_id).of(Side.APPLICANT, SealedKind.ADMISSION)
    assert word.released and word.text == ADMITTED
    journal = repr([line.entry for line in history.timeline(desk, case_id)])
    assert TELLING in journal and ADMITTED not in journal
    assert "release_fact" in journal and desk.who.name in {
        line.who for line in history.timeline(desk, case_id) if line.entry.verb == "release_fact"}


def test_what_cannot_be_told_in_words_or_is_told_already_is_refused(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    entry = admitted(desk, case_id)
    line = caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan("29000")).result
    assert line
    with pytest.raises(DeskError, match="Write the words"):
        releasing.release_fact(desk, case_id, entry, " ")
    with pytest.raises(DeskError, match="Only what was said in words"):
        releasing.release_fact(desk, case_id, line, TELLING)
    releasing.release_fact(desk, case_id, entry, TELLING)
    with pytest.raises(DeskError, match="may be told already"):
        releasing.release_fact(desk, case_id, entry, TELLING)


def test_a_release_is_taken_back_and_made_anew_until_it_was_shown(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    entry = admitted(desk, case_id)
    fact = releasing.release_fact(desk, case_id, entry, TELLING).result
    offer = offered(desk, case_id)
    assert fact
    releasing.take_back_told(desk, case_id, fact)
    releasing.take_back_offer(desk, case_id, offer)
    assert case_of(desk, case_id).told_facts == [] and case_of(desk, case_id).offers == []
    words = caucus.talk(desk, case_id).words
    assert words and not any(word.released for word in words)
    (kept,) = caucus.talk(desk, case_id).of(Side.RESPONDENT, SealedKind.OFFER)
    caucus.release(desk, case_id, kept.id)
    assert [one.round for one in case_of(desk, case_id).offers] == [1]
    releasing.release_fact(desk, case_id, entry, "换一种说法")
    assert [one.text for one in case_of(desk, case_id).told_facts] == ["换一种说法"]


def test_what_the_other_sides_page_showed_is_taken_back_by_nobody_and_not_undone(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    fact = releasing.release_fact(desk, case_id, admitted(desk, case_id), TELLING).result
    offer = offered(desk, case_id)
    assert fact
    releasing.show_told(desk, case_id, Side.RESPONDENT, {fact, offer})
    assert all(one.shown_at for one in case_of(desk, case_id).told_facts)
    assert case_of(desk, case_id).offers[0].shown_at is None, "the company's own page tells it nothing new"
    releasing.show_told(desk, case_id, Side.APPLICANT, {offer})
    for act, row in ((releasing.take_back_told, fact), (releasing.take_back_offer, offer)):
        with pytest.raises(DeskError, match="has shown it since 2025-01-20"):
            act(desk, case_id, row)
    with pytest.raises(DeskError, match="nothing to undo"):
        history.undo(desk, case_id)
    assert case_of(desk, case_id).told_facts and case_of(desk, case_id).offers


def test_only_what_the_page_named_counts_as_shown(office: Office) -> None:
    """What a colleague released since is still to be shown, and can be taken back."""
    desk, case_id = office.first, accepted(office.first)
    fact = releasing.release_fact(desk, case_id, admitted(desk, case_id), TELLING).result
    later = releasing.release_fact(desk, case_id, admitted(desk, case_id), "后来的").result
    assert fact and later
    releasing.show_told(desk, case_id, Side.RESPONDENT, {fact})
    releasing.take_back_told(desk, case_id, later)
    assert [one.id for one in case_of(desk, case_id).told_facts] == [fact]


def test_what_a_colleague_showed_meanwhile_is_not_undone_either(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    wang = colleague(office, "wang", Role.MEDIATOR)
    share(desk, case_id, wang)
    fact = releasing.release_fact(desk, case_id, admitted(desk, case_id), TELLING).result
    assert fact
    theirs = office.desk("wang", LENT)
    reading.case(theirs, case_id)
    releasing.show_told(theirs, case_id, Side.RESPONDENT, {fact})
    with pytest.raises(Conflicts):
        history.undo(desk, case_id)
    assert case_of(desk, case_id).told_facts


def test_undo_takes_a_release_back_while_nobody_was_shown_it(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    releasing.release_fact(desk, case_id, admitted(desk, case_id), TELLING)
    history.undo(desk, case_id)
    assert case_of(desk, case_id).told_facts == []
    history.redo(desk, case_id)
    assert [one.text for one in case_of(desk, case_id).told_facts] == [TELLING]


def test_what_was_taken_back_is_in_no_events_and_no_recycle_bin(office: Office) -> None:
    """That somebody released and took it back is told, with the hour; what it said is not."""
    desk, case_id = office.first, accepted(office.first)
    fact = releasing.release_fact(desk, case_id, admitted(desk, case_id), TELLING).result
    offer = offered(desk, case_id)
    assert fact
    releasing.take_back_told(desk, case_id, fact)
    releasing.take_back_offer(desk, case_id, offer)
    lines = history.timeline(desk, case_id)
    told = repr([line.entry.fields for line in lines if line.entry.table in ("offers", "told_facts")])
    assert "released_at" in told and not any(word in told for word in (TELLING, "3026400", "年底前付清"))
    assert {"release_fact", "take_back_told", "release_offer", "take_back_offer"} <= {
        line.entry.verb for line in lines}
    assert history.removed(desk, case_id) == []
    with pytest.raises(NotThere):
        history.restore(desk, case_id, "offers", str(offer))


def test_an_offer_made_at_the_table_or_accepted_is_not_taken_back(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    openly = meeting.make_offer(desk, case_id, Side.APPLICANT, yuan("38700")).result
    taken = offered(desk, case_id)
    meeting.accept_offer(desk, case_id, taken)
    assert openly
    for offer, reason in ((openly, "made openly"), (taken, "accepted this offer")):
        with pytest.raises(DeskError, match=reason):
            releasing.take_back_offer(desk, case_id, offer)


def test_an_offer_put_back_from_the_recycle_bin_is_not_released_a_second_time(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    offer = offered(desk, case_id)
    meeting.remove_offer(desk, case_id, offer)
    history.restore(desk, case_id, "offers", str(offer))
    (word,) = caucus.talk(desk, case_id).of(Side.RESPONDENT, SealedKind.OFFER)
    with pytest.raises(DeskError, match="not released yet"):
        caucus.release(desk, case_id, word.id)


def test_without_the_key_nothing_is_released_or_taken_back(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    entry = admitted(desk, case_id)
    fact = releasing.release_fact(desk, case_id, entry, TELLING).result
    assert fact
    sharing.add_mediator(desk, case_id, colleague(office, "wang", Role.MEDIATOR))
    theirs = office.desk("wang", LENT)
    with pytest.raises(NotHeld):
        releasing.release_fact(theirs, case_id, entry, TELLING)
    with pytest.raises(NotHeld):
        releasing.take_back_told(theirs, case_id, fact)
    with pytest.raises(NotHeld):
        releasing.show_told(theirs, case_id, Side.RESPONDENT, {fact})


def test_the_hour_of_showing_stays_the_first(office: Office) -> None:
    desk, case_id = office.first, accepted(office.first)
    fact = releasing.release_fact(desk, case_id, admitted(desk, case_id), TELLING).result
    assert fact
    releasing.show_told(desk, case_id, Side.RESPONDENT, {fact})
    first = case_of(desk, case_id).told_facts[0].shown_at
    clock, desk.clock = desk.clock, lambda: clock() + timedelta(hours=1)
    releasing.show_told(desk, case_id, Side.RESPONDENT, {fact})
    assert case_of(desk, case_id).told_facts[0].shown_at == first
