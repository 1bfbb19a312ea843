"""A colleague changes what somebody has before them: both words stand side by side, and a person decides."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from mediation_desk.demonstration import streamers
from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.vocabulary import Attendance, Side
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.case.mediation.page import MediationPage
from mediation_desk.gui.case.mediation.session import SessionEditor
from mediation_desk.gui.case.settlement.page import PAUSE_MS, SettlementPage
from mediation_desk.gui.case.sorting.page import SortingPage
from mediation_desk.gui.kit.clash import ClashPanel
from mediation_desk.services import editing, history, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import meeting
from mediation_desk.services.office import accounts
from mediation_desk.services.settlement import settling
from mediation_desk.services.sorting import sorting
from mediation_desk.store.store import in_folder
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room
from tests.gui.case.settlement.hands import tick_all
from tests.gui.desks import SetClock
from tests.holders import share
from tests.services.mediation.drafted import as_drafted
from tests.services.papers_desk import terms

LENT, FACTOR = "lent 12 words", "process_control"


@pytest.fixture
def room(desk: Desk, open_case: Opener) -> Room:
    """The streamers' case after its mediation."""
    case_id = streamers._intake(desk)
    streamers._sorting(desk, case_id)
    streamers._mediation(desk, case_id)
    return open_case(case_id)


def panels(widget: QWidget) -> list[ClashPanel]:
    """What is to be decided there."""
    return [one for one in widget.findChildren(ClashPanel) if not one.isHidden()]


def said(panel: ClashPanel) -> str:
    """All that a panel says."""
    return "\n".join(one.text() for one in panel.findChildren(QLabel))


# A session in its editor


def editor_of(room: Room) -> SessionEditor:
    page = room.go(3)
    assert isinstance(page, MediationPage)
    page.sessions.edit(room.case.sessions[0])
    assert page.sessions.editor is not None
    return page.sessions.editor


def hers(room: Room, desk: Desk, **changed: object) -> None:
    """A colleague corrects the first session meanwhile."""
    session = room.case.sessions[0]
    as_it_is = as_drafted(session)
    meeting.change_session(desk, room.case_id, session.id, meeting.SessionDraft(
        **{**vars(as_it_is), **changed}))


def test_a_record_written_meanwhile_stands_beneath_the_own_one(room: Room, desk: Desk) -> None:
    editor = editor_of(room)
    hers(room, desk, place="Room 9", record="Her record")
    record = editor.form.field("record")
    room.type(record, "My record")
    room.click(editor.keep_button)
    (panel,) = panels(record)
    assert "Her record" in said(panel) and "My record" in said(panel) and "李调解 wrote" in said(panel)
    assert room.case.sessions[0].record == "Her record" and record.typed() == "My record"
    room.click(panel.mine)
    room.click(editor.keep_button)
    kept = room.case.sessions[0]
    assert (kept.record, kept.place) == ("My record", "Room 9")


def test_a_colleagues_record_can_stand_and_the_rest_is_kept(room: Room, desk: Desk) -> None:
    editor = editor_of(room)
    hers(room, desk, record="Her record")
    record, place = editor.form.field("record"), editor.form.field("place")
    room.type(record, "My record")
    room.type(place, "Room 7")
    room.click(editor.keep_button)
    room.click(panels(record)[0].theirs)
    assert record.typed() == "Her record"
    room.click(editor.keep_button)
    kept = room.case.sessions[0]
    assert (kept.record, kept.place) == ("Her record", "Room 7")


def test_a_session_that_a_colleague_wrote_in_asks_before_it_goes(room: Room, desk: Desk) -> None:
    editor = editor_of(room)
    there = len(room.case.sessions)
    hers(room, desk, record="Her record", attendees=((Attendance.MEDIATOR, "王敏"),))
    room.click(editor.remove)
    (panel,) = panels(editor)
    assert "Her record" in said(panel) and panel.mine.text() == "Take it out all the same"
    assert len(room.case.sessions) == there
    room.click(panel.mine)
    assert len(room.case.sessions) == there - 1


# Grids


def sorting_page(room: Room) -> SortingPage:
    page = room.go(2)
    assert isinstance(page, SortingPage)
    return page


def test_what_the_other_side_says_by_now_is_shown_before_it_is_admitted(room: Room, desk: Desk) -> None:
    """4,300 on the screen became 5,000 meanwhile."""
    page, worker = sorting_page(room), room.case.applicants[0].id
    sorting.say(desk, room.case_id, [sorting.Saying("monthly_wage", worker, "applicant", "5000")])
    page.elements.admitted.emit([("monthly_wage", worker)], "respondent", None)
    room.settle()
    (panel,) = panels(page.main)
    assert "5,000.00" in said(panel) and "4,300.00" in said(panel)
    entry = next(one for one in room.case.entries if (one.element, one.worker_id) == ("monthly_wage", worker))
    assert entry.respondent == "3000.00"
    room.click(panel.mine)
    entry = next(one for one in room.case.entries if (one.element, one.worker_id) == ("monthly_wage", worker))
    assert entry.respondent == "✓5000.00"


def test_a_leaning_chosen_meanwhile_is_not_chosen_over(room: Room, desk: Desk) -> None:
    page = sorting_page(room)
    page.tabs.setCurrentWidget(page.relationship)
    room.settle()
    row = page.relationship.rows[FACTOR]
    other, mine = list(row.cards)[:2]
    sorting.weigh_factor(desk, room.case_id, FACTOR, {"leaning": other.value})
    room.click(row.cards[mine])
    (panel,) = panels(page.relationship.details)
    room.click(panel.theirs)
    assert room.case.factors[0].leaning == other.value and row.cards[other].isChecked()


def test_an_amount_asked_for_meanwhile_is_not_asked_over(room: Room, desk: Desk) -> None:
    page = room.go(1)
    assert isinstance(page, IntakePage)
    claim = room.case.claims[0]
    place = (claim.worker_id, claim.claim)
    registering.ask_amounts(desk, room.case_id, {place: yuan("4200")})
    page.claims._ask({place: yuan("5000")})
    room.settle()
    (panel,) = panels(page.claims)
    assert "4,200.00" in said(panel) and "5,000.00" in said(panel)
    room.click(panel.mine)
    assert next(one for one in room.case.claims if one.id == claim.id).asked == Money(500000)


# Verbs without a field


def test_an_offer_accepted_meanwhile_is_told_before_another_is(room: Room, desk: Desk) -> None:
    page = room.go(3)
    assert isinstance(page, MediationPage)
    for offer in room.case.offers:
        if offer.accepted_at:
            history.undo(desk, room.case_id)
    made = [meeting.make_offer(desk, room.case_id, side, yuan("30000")).result for side in Side]
    room.window.bench.reload()
    room.settle()
    meeting.accept_offer(desk, room.case_id, made[0] or UUID(int=0))
    page.offers.accept(next(one for one in room.case.offers if one.id == made[1]))
    room.settle()
    (panel,) = panels(page.offers)
    assert "Two offers would be accepted" in said(panel)
    room.click(panel.theirs)
    assert [one.id for one in room.case.offers if one.accepted_at] == [made[0]]


@pytest.fixture
def wang(room: Room, desk: Desk, around: Surroundings) -> Iterator[Desk]:
    """A colleague on the case, at a desk of her own."""
    draft = accounts.AccountDraft("wang", "王敏", frozenset({Role.MEDIATOR}), LENT)
    made, folder = accounts.add(desk, draft).result, desk.store.place.folder
    assert made and folder
    share(desk, room.case_id, made)
    hers = sign_in.sign_in(in_folder(folder), "wang", LENT, around)
    reading.case(hers, room.case_id)
    yield hers
    hers.store.close()


def test_a_step_that_a_colleague_built_upon_is_told_at_the_foot_of_the_page(room: Room, wang: Desk) -> None:
    page = room.go(1)
    assert isinstance(page, IntakePage)
    room.type(page.matter.facts, "Wages of October are not paid.")
    editing.save(wang, room.case_id, [Edit("case", room.case_id, "facts_in_brief",
                                           "Wages of October are not paid.", "Since September.")])
    room.window.undo()
    room.settle()
    (panel,) = panels(page)
    assert "This step is not taken back. 王敏 wrote something else here" in said(panel)
    assert "Since September." in said(panel) and panel.mine.isHidden()
    assert room.case.facts_in_brief == "Since September."


def test_what_a_colleague_answered_meanwhile_is_not_doubled_by_doing_it_again(room: Room, wang: Desk) -> None:
    """He says 4,300 and takes it back; she answers the same cell; he does it again."""
    page, worker = sorting_page(room), room.case.applicants[0].id
    said_by_him = sorting.Saying("monthly_wage", worker, "applicant", "4321")
    before = sorting_of(room, worker)
    room.window.bench.run(sorting.say, [said_by_him])
    room.settle()
    room.window.undo()
    room.settle()
    assert sorting_of(room, worker) == before
    reading.case(wang, room.case_id)
    sorting.say(wang, room.case_id, [sorting.Saying("monthly_wage", worker, "applicant", "5432")])
    room.window.redo()
    room.settle()
    (panel,) = panels(page)
    assert "This step is not done again. 王敏" in said(panel) and panel.mine.isHidden()
    assert sorting_of(room, worker) == ["5432.00"]


def test_a_step_is_taken_back_around_what_a_colleague_wrote_beside_it(room: Room, wang: Desk) -> None:
    page = room.go(1)
    assert isinstance(page, IntakePage)
    room.type(page.matter.facts, "Wages of October are not paid.")
    editing.save(wang, room.case_id, [Edit("case", room.case_id, "cause", room.case.cause, "Unpaid wages")])
    room.window.undo()
    room.settle()
    assert (room.case.facts_in_brief == "Wages of October are not paid.", room.case.cause) == (
        False, "Unpaid wages")
    room.window.redo()
    room.settle()
    assert (room.case.facts_in_brief, room.case.cause) == ("Wages of October are not paid.", "Unpaid wages")
    assert not panels(page)


def sorting_of(room: Room, worker: UUID) -> list[str | None]:
    """What the applicants say of a worker's wage."""
    return [one.applicant for one in room.case.entries
            if (one.element, one.worker_id) == ("monthly_wage", worker)]


def test_a_party_that_a_colleague_entered_a_phone_for_asks_before_it_goes(room: Room, desk: Desk) -> None:
    page = room.go(1)
    assert isinstance(page, IntakePage)
    worker = room.case.applicants[4]
    page.parties.choose(worker.id)
    room.settle()
    editing.save(desk, room.case_id, [Edit("party", worker.id, "address", worker.address, "湟源县")])
    assert page.parties.detail is not None
    room.click(page.parties.detail.remove)
    (panel,) = panels(page)
    assert "湟源县" in said(panel)
    room.click(panel.theirs)
    assert len(room.case.applicants) == 5


# Terms and signature


def settlement_page(room: Room) -> SettlementPage:
    page = room.go(4)
    assert isinstance(page, SettlementPage)
    return page


def test_terms_kept_meanwhile_stand_beside_the_own_ones(room: Room, desk: Desk) -> None:
    page = settlement_page(room)
    room.type(page.terms.total, "30000")
    room.type(page.terms.first, "2024-12-10")
    settling.draft(desk, room.case_id, terms("28000.00"))
    page.keep_terms()
    room.settle()
    (panel,) = panels(page)
    assert "28,000.00" in said(panel) and "30,000.00" in said(panel)
    room.click(panel.mine)
    agreement = room.case.agreement
    assert agreement and agreement.total == yuan("30000")


def test_a_colleagues_terms_can_stay(room: Room, desk: Desk) -> None:
    page = settlement_page(room)
    room.type(page.terms.total, "30000")
    room.type(page.terms.first, "2024-12-10")
    settling.draft(desk, room.case_id, terms("28000.00"))
    page.keep_terms()
    room.settle()
    room.click(panels(page)[0].theirs)
    assert page.terms.total.value() == yuan("28000")
    agreement = room.case.agreement
    assert agreement and agreement.total == yuan("28000")


def test_nothing_is_signed_that_changed_since_everybody_was_asked(room: Room, desk: Desk,
                                                                  clock: SetClock) -> None:
    page = settlement_page(room)
    settling.draft(desk, room.case_id, terms("28000.00"))
    clock.set(date(2024, 12, 3))
    room.window.bench.reload()
    room.settle()
    page._sign()
    room.settle()
    settling.draft(desk, room.case_id, terms("27000.00"))
    tick_all(page)
    room.click(page.sign_card.sign_button)
    (panel,) = panels(page)
    assert "27,000.00" in said(panel) and panel.mine.isHidden()
    assert not room.case.is_signed
    room.click(panel.theirs)
    page._sign()
    QTest.qWait(PAUSE_MS + 50)  # until the paper of those terms is in sight
    room.settle()
    tick_all(page)
    room.click(page.sign_card.sign_button)
    assert room.case.is_signed and str(room.case.signed_agreement.total) == "27,000.00"
