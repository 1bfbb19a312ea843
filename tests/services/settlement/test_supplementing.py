"""A signed agreement is changed: drafted, printed, signed, frozen; what was paid and both papers stay."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.agenda import INSTALMENT
from mediation_desk.domain.money import ZERO, Money, yuan
from mediation_desk.domain.reports.publishing.levels import Corrections
from mediation_desk.domain.settlement.terms import Terms
from mediation_desk.domain.vocabulary import Outcome, SplitKind
from mediation_desk.domain.words import DeskError
from mediation_desk.services import history
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import genuine, making
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.papers.supplement import SUPPLEMENT
from mediation_desk.services.payments import letters
from mediation_desk.services.performance import booking
from mediation_desk.services.reports import summaries
from mediation_desk.services.reports.summaries import Wanted
from mediation_desk.services.settlement import settling, supplementing
from mediation_desk.services.settlement.supplementing import RestDraft
from mediation_desk.services.upkeep import upkeep
from tests.offices import Clock, Office
from tests.services.papers_desk import accepted, asked, case_of, terms, text_of
from tests.services.settlement.test_settling import signed

HALF = yuan("15132.00")
DAYS = (date(2025, 3, 10), date(2025, 4, 10), date(2025, 5, 12))
REST_LESS = RestDraft(Terms(HALF - yuan("1.00"), DAYS), "春节期间回款推迟")
REST = RestDraft(Terms(HALF, DAYS), "春节期间回款推迟", further="甲方保证不再拖延")


@pytest.fixture
def case_id(office: Office) -> UUID:
    """Signed on 3 December 2024; the first half was paid on its day."""
    assert isinstance(office.around.clock, Clock)
    made = signed(office.first)
    office.around.clock.set(2025, 1, 20)
    booking.book(office.first, made, booking.PaymentDraft(date(2024, 12, 10), HALF))
    return made


def changed(desk: Desk, case_id: UUID, on: date = date(2025, 1, 20)) -> None:
    supplementing.draft(desk, case_id, REST)
    supplementing.sign(desk, case_id, on)


def test_once_signed_the_rest_falls_due_as_it_was_changed_and_the_sums_are_the_same(office: Office,
                                                                                     case_id: UUID) -> None:
    desk = office.first
    assert sum((amount.fen for _worker, amount in supplementing.rest(desk, case_id)), 0) == HALF.fen
    before = booking.standing(desk, case_id)
    assert before.accelerated_on is not None  # ten days after the second day
    changed(desk, case_id)
    after = booking.standing(desk, case_id)
    assert (after.outstanding, after.owed_today, after.accelerated_on) == (HALF, ZERO, None)
    assert after.workers == before.workers
    assert [one.due_on for one in after.instalments if one.owed] == list(DAYS)
    case = case_of(desk, case_id)
    assert [one.signed_on for one in case.signed_agreements] == [date(2024, 12, 3), date(2025, 1, 20)]
    assert case.first_signed_on == date(2024, 12, 3) and case.supplement is None
    with desk.reading() as work:
        ahead = work.lists.agenda(date(2025, 1, 1), date(2026, 1, 1))
        agenda = [row.on for row, _case in ahead if row.kind == INSTALMENT]
    assert agenda == list(DAYS)
    booking.book(desk, case_id, booking.PaymentDraft(date(2025, 1, 20), HALF))
    assert booking.standing(desk, case_id).outstanding == ZERO
    assert upkeep.prove(desk) == []


def test_while_it_is_drafted_the_agreement_stands_as_it_was_signed(office: Office, case_id: UUID) -> None:
    desk = office.first
    before = booking.standing(desk, case_id)
    supplementing.draft(desk, case_id, REST)
    supplementing.draft(desk, case_id, RestDraft(Terms(HALF, DAYS[:1]), "又改了"))
    assert booking.standing(desk, case_id) == before
    assert len([one for one in case_of(desk, case_id).agreements_all if not one.removed_at]) == 2
    supplementing.drop(desk, case_id)
    assert case_of(desk, case_id).supplement is None
    history.undo(desk, case_id)
    assert case_of(desk, case_id).supplement is not None


def test_both_papers_stay_to_the_byte_and_each_is_known(office: Office, case_id: UUID) -> None:
    desk = office.first
    first = making.make(desk, case_id, AGREEMENT)
    supplementing.draft(desk, case_id, REST)
    paper = making.make(desk, case_id, SUPPLEMENT)
    text = text_of(paper)
    for words in ("补充协议书", "2024年12月3日", "春节期间回款推迟", "15,132.00", "5,044.00", "2025年5月12日",
                  "甲方保证不再拖延"):
        assert words in text, words
    supplementing.put_out(desk, case_id, paper)
    assert supplementing.about_to_be_signed(desk, case_id).pdf == paper.pdf
    supplementing.sign(desk, case_id, date(2025, 1, 20), shown=paper.sha256)
    assert making.make(desk, case_id, AGREEMENT).pdf == first.pdf
    assert making.make(desk, case_id, SUPPLEMENT).pdf == paper.pdf
    for one in (first, paper):
        assert genuine.check(desk, one.pdf).signed
    assert not genuine.check(desk, paper.pdf[:-1] + b"x").signed


def test_what_both_sides_signed_as_received_is_not_reversed_afterwards(office: Office, case_id: UUID) -> None:
    desk = office.first
    changed(desk, case_id)
    (before,) = case_of(desk, case_id).payments
    with pytest.raises(DeskError, match="Both sides signed"):
        booking.reverse_payments(desk, case_id, [before.id], "记错了")
    later = booking.book(desk, case_id, booking.PaymentDraft(date(2025, 1, 20), yuan("1.00"))).result
    assert later
    booking.reverse_payments(desk, case_id, [later], "记错了")
    assert [one.id for one in case_of(desk, case_id).payments] == [before.id]


def refused(desk: Desk, case_id: UUID, *, on: date = date(2025, 1, 20)) -> DeskError:
    with pytest.raises(DeskError) as told:
        supplementing.sign(desk, case_id, on)
    return told.value


def test_what_cannot_be_signed_is_said_beside_its_field(office: Office, case_id: UUID) -> None:
    desk = office.first
    assert "Nothing is drafted" in str(refused(desk, case_id))
    supplementing.draft(desk, case_id, REST)
    assert refused(desk, case_id, on=date(2024, 12, 1)).field == "signed_on"
    assert refused(desk, case_id, on=date(2025, 1, 21)).field == "signed_on"
    with pytest.raises(DeskError, match="changed since"):
        supplementing.sign(desk, case_id, date(2025, 1, 20), shown="another")
    booking.book(desk, case_id, booking.PaymentDraft(date(2025, 1, 15), yuan("1.00")))
    assert "Draft it anew" in str(refused(desk, case_id))


def test_a_payment_to_all_of_before_the_change_is_parted_by_hand(office: Office, case_id: UUID) -> None:
    desk, wen, lu = office.first, *(one.id for one in case_of(office.first, case_id).applicants)
    changed(desk, case_id)
    fifty, on = yuan("50.00"), date(2024, 12, 5)
    with pytest.raises(DeskError, match="worker by worker") as told:
        booking.book(desk, case_id, booking.PaymentDraft(on, fifty))
    assert told.value.field == "amount"
    half = yuan("25.00")
    booking.book(desk, case_id, booking.PaymentDraft(on, fifty, parts=((wen, half), (lu, half))))
    assert [str(got) for _worker, _share, got in booking.standing(desk, case_id).workers] == ["7,591.00"] * 2


def test_what_was_received_otherwise_than_the_draft_says_is_drafted_anew(office: Office,
                                                                             case_id: UUID) -> None:
    """The same sum, booked to one worker, is reversed and booked to the other."""
    desk, wen, lu = office.first, *(one.id for one in case_of(office.first, case_id).applicants)
    on, one = date(2025, 1, 15), yuan("1.00")
    booking.book(desk, case_id, booking.PaymentDraft(on, one, worker_id=wen))
    supplementing.draft(desk, case_id, REST_LESS)
    assert refused(desk, case_id, on=date(2025, 1, 14)).field == "signed_on"  # before the money came
    booking.reverse_payments(desk, case_id, [case_of(desk, case_id).payments[-1].id], "付给了另一人")
    booking.book(desk, case_id, booking.PaymentDraft(on, one, worker_id=lu))
    assert "Draft it anew" in str(refused(desk, case_id))


def test_what_cannot_be_drafted_is_said(office: Office, case_id: UUID) -> None:
    desk = office.first
    at_once = Terms(HALF, DAYS, split_kind=SplitKind.ON_SIGNING, edge=Money(100))
    twofold = "违约金：被申请人逾期的，另付违约金五百元"  # and all that is left falls due at once
    for wanted, field in ((RestDraft(Terms(HALF, DAYS), " "), "supplements_why"),
                          (RestDraft(Terms(HALF, DAYS), "x", further=twofold), "other_terms"),
                          (RestDraft(at_once, "x"), "split_kind")):
        with pytest.raises(DeskError) as told:
            supplementing.draft(desk, case_id, wanted)
        assert told.value.field == field
    booking.book(desk, case_id, booking.PaymentDraft(date(2025, 1, 15), HALF))
    with pytest.raises(DeskError, match="nothing left to change"):
        supplementing.rest(desk, case_id)
    assert SUPPLEMENT not in {one.template for one in making.available(case_of(desk, case_id))}


def test_an_outdated_print_is_not_kept(office: Office, case_id: UUID) -> None:
    desk = office.first
    supplementing.draft(desk, case_id, REST)
    paper = making.make(desk, case_id, SUPPLEMENT)
    supplementing.draft(desk, case_id, REST)
    with pytest.raises(DeskError, match="drafted anew"):
        supplementing.put_out(desk, case_id, paper)
    assert supplementing.work_out(desk, case_id, REST.terms).due_dates == DAYS
    with pytest.raises(DeskError, match="no signed agreement"):
        supplementing.rest(desk, settling_only(desk))


def settling_only(desk: Desk) -> UUID:
    """A case whose terms are drafted and not signed."""
    made = asked(desk, accepted(desk))
    settling.draft(desk, made, terms())
    return made


def test_every_paper_made_later_names_both_days_and_only_what_is_still_to_be_paid(office: Office,
                                                                                  case_id: UUID) -> None:
    """The agreement was signed on 3 December and changed on 20 January; what the change leaves to be paid is
    counted as on its paper."""
    desk = office.first
    changed(desk, case_id)
    papers = {name: text_of(making.make(desk, case_id, name)) for name in (
        "next-steps", "mediation-certificate", "review-application", "confirmation-application")}
    papers["reminder"] = text_of(letters.letter(desk, case_id, 2).paper)
    sheet = papers["next-steps"]
    assert "2024-12-10" not in sheet and "尚应付15,132.00元" in sheet and "第一期从2025年3月16日起" in sheet
    assert "补充协议自2025年1月20日起生效" in papers["review-application"]
    assert "第一期" in papers["reminder"] and "第二期" not in papers["reminder"]
    assert isinstance(office.around.clock, Clock)
    office.around.clock.set(2025, 3, 20)
    for name in ("demand-letter", "arbitration-application", "payment-order-application"):
        papers[name] = text_of(making.make(desk, case_id, name))
        assert "第一期2025-03-10" in papers[name], name
    for name, text in papers.items():
        assert "2024年12月3日" in text and "2025年1月20日" in text and "补充协议" in text, name
    assert "2025年1月20日" not in text_of(making.make(desk, case_id, "signing-checks"))
    assert "变更- " not in papers["arbitration-application"]
    told = summaries.look(desk, case_id, Wanted(), Corrections()).text
    assert "2024年12月3日" in told and "2025年1月20日签订补充协议" in told
    closing.close(desk, case_id, date(2025, 3, 20), Outcome.AGREEMENT, "甲方失联",
                  sure=True)
    course = text_of(making.make(desk, case_id, "closing-form"))
    assert "2024年12月3日" in course and "2025年1月20日" in course
