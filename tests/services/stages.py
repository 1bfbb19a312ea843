"""A case in each of its stages, with a row of every kind, and how each verb of the services is called."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from sqlalchemy import select

from mediation_desk.demonstration import hands
from mediation_desk.demonstration.hands import written
from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.case import Case
from mediation_desk.domain.casefile.archive import ArchiveDraft
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.file_review import PointDraft
from mediation_desk.domain.intake.known import PersonLink
from mediation_desk.domain.intake.orders import OrderStepKind
from mediation_desk.domain.intake.spotting.sheet import Sheet
from mediation_desk.domain.intake.spotting.spots import About
from mediation_desk.domain.mediation.offers import Offer
from mediation_desk.domain.mediation.packages.package import Deal
from mediation_desk.domain.mediation.proposals import Wish
from mediation_desk.domain.mediation.worth import Assessment
from mediation_desk.domain.money import yuan
from mediation_desk.domain.performance.steps import Step
from mediation_desk.domain.referral.referrals import HandOff, Referral
from mediation_desk.domain.reports.publishing.levels import Corrections, Level
from mediation_desk.domain.serving import ServiceReceipt
from mediation_desk.domain.sites import SiteDraft
from mediation_desk.domain.verbs import Stage
from mediation_desk.domain.vocabulary import (
    FilePoint,
    MinuteKind,
    Outcome,
    Presence,
    Refusal,
    ReminderManner,
    RightsAnswer,
    Role,
    SealedKind,
    SessionState,
    Side,
    Source,
    Status,
)
from mediation_desk.services import editing, history, reading, replying, unmasking
from mediation_desk.services.calendar import moving
from mediation_desk.services.casefile import archiving, taking_out
from mediation_desk.services.closing import closing, reviewing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import Brought, FileSource, Meter, take
from mediation_desk.services.intake import extension, joining, orders, pasted_orders, registering
from mediation_desk.services.intake import moving as moving_sites
from mediation_desk.services.intake.orders import OrderDraft, StepDraft
from mediation_desk.services.keys import escrow, sharing
from mediation_desk.services.keys.recipients import Recipients
from mediation_desk.services.mediation import (
    caucus,
    clock,
    holding,
    meeting,
    meeting_point,
    minutes,
    presence,
    proposals,
    recusal,
    releasing,
    rights,
)
from mediation_desk.services.mediation.presence import PresenceDraft
from mediation_desk.services.office import accounts, sites
from mediation_desk.services.papers import copy_sheets
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.papers.settlement import AGREEMENT
from mediation_desk.services.papers.supplement import SUPPLEMENT
from mediation_desk.services.payments import following, letters
from mediation_desk.services.performance import booking, preparing
from mediation_desk.services.referral import answering, referring
from mediation_desk.services.referral.referring import Handing, ReferralDraft
from mediation_desk.services.replying import ReplyDraft
from mediation_desk.services.reports import case_list, sending, summaries
from mediation_desk.services.reports.summaries import Summary
from mediation_desk.services.serving import serving
from mediation_desk.services.settlement import on_screen, settling, supplementing
from mediation_desk.services.sorting import inquiries, sorting, workbooks
from mediation_desk.services.sorting.inquiries import InquiryDraft
from mediation_desk.services.travel import bringing, direct, leaving, opening, taking_back
from mediation_desk.store.journal.pending import pending
from mediation_desk.store.tables.cases import cases, parties
from mediation_desk.store.work.work import Work
from tests.holders import share
from tests.offices import CHEAP, PASSWORD
from tests.services.papers_desk import RECEIVED, case_of, registered, terms

SIGNED, DUE, LATER = date(2024, 12, 3), date(2024, 12, 10), date(2024, 12, 20)
UNTIL = date(2024, 12, 20)
SESSION = meeting.SessionDraft(datetime(2024, 11, 28, 14))
MOVED = datetime(2024, 11, 29, 9)
CAME, HOUR, ANSWER = datetime(2024, 11, 25, 9), timedelta(hours=1), "已经办理。"
ORDER = OrderDraft(CAME, number="241125090000000001", kind="求助", title="欠薪")
PASTED = (Sheet().put(About.SOURCE, Source.HOTLINE.value).put(About.ORDER, "241125090000000003")
          .put(About.ARRIVED, CAME))
REFERRED = ReferralDraft("某社会保险服务中心", part="社会保险费", reason="属于其职责")


@dataclass(frozen=True)
class Staged:
    """A case in a stage, and the keys of rows in it that verbs are called on."""

    desk: Desk
    case_id: UUID
    escrow: str
    colleague: UUID
    waiting: UUID
    stranger: UUID
    workbook: bytes
    site: UUID

    @property
    def case(self) -> Case:
        """As it stands."""
        return case_of(self.desk, self.case_id)

    def exhibits(self, *, removed: bool = False) -> list[UUID]:
        """The exhibits that stand, or are out, by number."""
        with self.desk.case_reading(self.case_id) as (work, _case):
            shelf = work.evidence.of(self.case_id, removed_too=True)
        return [one.id for one in shelf if bool(one.removed_at) is removed]

    def proposal(self) -> UUID:
        """The mediator's proposal that both sides accept; a key of nothing where none was made."""
        with self.desk.case_reading(self.case_id) as (work, _case):
            return next((item.id for item in work.caucus.items(self.case_id)
                         if item.kind is SealedKind.PROPOSAL), UUID(int=7))

    def sealed(self) -> list[UUID]:
        """The sealed rows: a note, an offer that is not released."""
        with self.desk.case_reading(self.case_id) as (work, _case):
            return [item.id for item in work.caucus.items(self.case_id)]


Named = Callable[[Stage, UUID], object]


def staged(desk: Desk, wanted: Iterable[Stage] = Stage, named: Named = lambda _stage, _case_id: None
           ) -> dict[Stage, Staged]:
    """A case in each of the stages, in one office; ``named`` puts more people on it while it is young."""
    code = accounts.new_escrow_code(desk)
    colleague, waiting, stranger = (accounts.add(desk, accounts.AccountDraft(
        login, login.title(), frozenset({AccountRole.MEDIATOR}), "黄河之水天上来 88")).result
        for login in ("wang", "qian", "zhao"))
    site = sites.add_site(desk, SiteDraft("河湟街道工作站")).result
    assert colleague and waiting and stranger and site
    made, received = {}, {}
    for stage in wanted:
        received[stage] = _received(desk, colleague, waiting)
        named(stage, received[stage])
    _home_from_the_road(desk, tuple(received.values()))
    for stage, case_id in received.items():
        closing.visit(desk, case_id, closing.VisitDraft(LATER))
        workbook = b""
        if stage not in (Stage.RECEIVED, Stage.REFUSED):
            _accepted(desk, case_id)
            workbook = workbooks.exported(desk, case_id, "en")
            sorting.say(desk, case_id, [_saying(desk, case_id, "applicant", "4100")])
        if stage in (Stage.SIGNED, Stage.CLOSED):
            _signed(desk, case_id)
        editing.save(desk, case_id, [Edit("case", case_id, "cause", "", "欠薪")])
        history.undo(desk, case_id)
        _end(desk, case_id, stage)
        made[stage] = Staged(desk, case_id, code, colleague, waiting, stranger, workbook, site)
    return made


def _received(desk: Desk, colleague: UUID, waiting: UUID) -> UUID:
    case_id = registered(desk, ["温若晴"], claims=["unpaid_wages"])
    share(desk, case_id, colleague)
    sharing.add_mediator(desk, case_id, waiting)
    registering.add_party(desk, case_id, registering.PartyDraft(Role.AGENT, "郑代理"))
    editing.save(desk, case_id, [Edit("case", case_id, name, None, RECEIVED)
                                 for name in ("applicants_agree_on", "respondents_agree_on")])
    claim = case_of(desk, case_id).claims[0]
    registering.ask_amounts(desk, case_id, {(claim.worker_id, claim.claim): yuan("4300")})
    filing.add_files(desk, case_id, [FileSource(f"{name}.txt", data=name.encode()) for name in "abc"])
    with desk.case_reading(case_id) as (work, _case):
        last = work.evidence.of(case_id)[-1].id
    filing.remove(desk, case_id, last)
    serving.serve(desk, case_id, [serving.Given("受理通知书", party_id=claim.worker_id, due_on=LATER)])
    referring.draft(desk, case_id, REFERRED)
    _ordered(desk, case_id)
    with desk.case_work(case_id, "join_person") as (work, _case):
        work.put(PersonLink(id=work.new_key(), case_id=case_id, party_id=claim.worker_id, same_as=UUID(int=7),
                            joined_by=desk.who.account_id, joined_at=work.who.now))
        work.commit()
    return case_id


def _ordered(desk: Desk, case_id: UUID) -> None:
    """A work order whose citizen was contacted, with a reply that names nobody; and one that wants none."""
    order = orders.note_order(desk, case_id, ORDER).result
    assert order
    orders.contact(desk, case_id, order, "电话", CAME + HOUR)
    replying.write(desk, case_id, order, None, ReplyDraft(
        public_answer=ANSWER, handling="已约双方到所"))
    told = orders.note_order(desk, case_id, replace(
        ORDER, arrived_at=CAME + HOUR, number="241125100000000004", reply_wanted=False)).result
    assert told
    orders.contact(desk, case_id, told, "电话", CAME + 2 * HOUR)


def _home_from_the_road(desk: Desk, cases: tuple[UUID, ...]) -> None:
    """All of them were on a laptop, where a word was written that nobody touches again."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        leaving.pack(desk, leaving.Leaving(cases, laptop="小白"), folder / "out.mdbag")
        around = Surroundings(desk.clock, desk.zone, folder, desk.library, CHEAP)
        laptop = opening.found(folder / "laptop", folder / "out.mdbag", PASSWORD, around)
        for case_id in cases:
            editing.save(laptop, case_id, [Edit("case", case_id, "source_reference", "", "12345-7")])
        with direct.packed(laptop) as home:
            bringing.bring_home(desk, home)
        laptop.store.close()


def _saying(desk: Desk, case_id: UUID, voice: sorting.Voice, text: str) -> sorting.Saying:
    return sorting.Saying("monthly_wage", case_of(desk, case_id).applicants[0].id, voice, text)


def _accepted(desk: Desk, case_id: UUID) -> None:
    registering.accept(desk, case_id, RECEIVED)
    worker = case_of(desk, case_id).applicants[0].id
    sorting.say(desk, case_id, [sorting.Saying(name, worker, "applicant", text) for name, text in (
        ("monthly_wage", "4300"), ("employed_from", "2024-09-01"), ("employed_until", "2024-10-31"),
        ("unpaid_from", "2024-10-01"), ("unpaid_until", "2024-10-31"))])
    sorting.weigh_factor(desk, case_id, "pay", {"applicant": "由公司定"})
    _meet(desk, case_id)
    caucus.note(desk, case_id, Side.APPLICANT, "单独说的话")
    caucus.take_offer(desk, case_id, Side.APPLICANT, yuan("4000"))
    _released(desk, case_id)
    proposed = proposals.propose(desk, case_id, _deal(desk, case_id)).result
    assert proposed
    for side in Side:
        proposals.answer(desk, case_id, proposed, side, True)
    meeting.make_offer(desk, case_id, Side.RESPONDENT, yuan("3000"))
    settling.draft(desk, case_id, terms("4000.00"))
    early = hands.at(desk, datetime.combine(SIGNED, time(9), desk.zone))
    hands.put_out(early, case_id)
    hands.sign_one(early, case_id, str(worker))


def _released(desk: Desk, case_id: UUID) -> None:
    """An admission and an offer that may be told, which nobody was shown yet."""
    admitted = caucus.note(desk, case_id, Side.APPLICANT, "少报了一天", kind=SealedKind.ADMISSION).result
    offered = caucus.take_offer(desk, case_id, Side.APPLICANT, yuan("4200")).result
    assert admitted and offered
    releasing.release_fact(desk, case_id, admitted, "申请人有一天请假")
    caucus.release(desk, case_id, offered)


def _deal(desk: Desk, case_id: UUID) -> Deal:
    """4,100.00 for the one worker, at once."""
    return Deal((DUE,), (yuan("4100"),), (case_of(desk, case_id).applicants[0].id,), (yuan("4100"),))


def _meet(desk: Desk, case_id: UUID) -> None:
    """A session that nobody said more of, one under way with everybody's attendance, one that was adjourned;
    somebody was told their rights and asked for another mediator."""
    meeting.hold_session(desk, case_id, SESSION)
    for hour, state in ((15, SessionState.UNDER_WAY), (16, SessionState.ADJOURNED)):
        made = meeting.hold_session(desk, case_id, replace(
            SESSION, starts_at=datetime(2024, 11, 28, hour), state=state)).result
        assert made
        presence.note_presence(desk, case_id, made, _came(case_of(desk, case_id)))
    worker = case_of(desk, case_id).applicants[0].id
    rights.tell_rights(desk, case_id, RECEIVED, "李调解", {worker: RightsAnswer.OTHER_MEDIATOR})
    recusal.ask_recusal(desk, case_id, worker, RECEIVED, "李调解", "同乡")
    inquiries.record(desk, case_id, InquiryDraft(RECEIVED, person="邻居"))


def _came(case: Case) -> dict[UUID, PresenceDraft | None]:
    return {party.id: PresenceDraft(Presence.CAME) for party in [*case.applicants, *case.respondents]}


def _in(one: Staged, state: SessionState) -> UUID:
    """The session in that state; where there is none, one that never was."""
    return _first([session for session in one.case.sessions if session.state is state])


def _signed(desk: Desk, case_id: UUID) -> None:
    settling.sign(desk, case_id, SIGNED)
    booking.book(desk, case_id, booking.PaymentDraft(DUE, yuan("1000")))
    following.note(desk, case_id, following.NoteDraft(LATER, text="答应月底付"))
    supplementing.draft(desk, case_id, _rest())


def _end(desk: Desk, case_id: UUID, stage: Stage) -> None:
    if stage is Stage.REFUSED:
        registering.refuse(desk, case_id, RECEIVED, Refusal.OUT_OF_SCOPE, "")
    if stage is Stage.VOIDED:
        registering.void(desk, case_id, LATER, "误立")
    outcomes = {Stage.CLOSED: Outcome.AGREEMENT, Stage.WITHDRAWN: Outcome.WITHDRAWN,
                Stage.REFERRED: Outcome.REFERRED}
    if stage in outcomes:
        closing.close(desk, case_id, LATER, outcomes[stage], "说明", referred_to="某仲裁委", sure=True)


def _first(rows: list[Any]) -> UUID:
    """The first row's key; in a stage where there is none, of a row that never was."""
    return rows[0].id if rows else UUID(int=7)


def _agent(one: Staged) -> UUID:
    return one.case.agents[0].id


def _worker(one: Staged) -> UUID:
    return one.case.applicants[0].id


def _wage(one: Staged) -> tuple[str, UUID]:
    return "monthly_wage", _worker(one)


def _printed(one: Staged) -> Paper:
    """The agreement as it would be put before the parties."""
    drafted = one.case.agreement
    return Paper(AGREEMENT, "调解协议书", b"pages", drafted.id if drafted else None)


def _rest() -> supplementing.RestDraft:
    """What is left of 4,000.00 of which 1,000.00 was paid, in one sum in February."""
    return supplementing.RestDraft(terms("3000.00", date(2025, 2, 10)).terms, "公司资金周转困难")


def _changed(one: Staged) -> Paper:
    """The supplementary agreement as it would be put before the parties."""
    drafted = one.case.supplement
    return Paper(SUPPLEMENT, "补充协议书", b"pages", drafted.id if drafted else None)


def _signing(one: Staged) -> on_screen.Signing:
    """The mediator signs the paper that was put out; where none was, a paper that never was."""
    drafted, name = one.case.agreement, one.desk.who.name
    with one.desk.reading() as work:
        printed = work.papers.printed_of(drafted.id) if drafted else None
    return on_screen.Signing(f"mediator {name}", "mediator", f"{name}，{one.desk.settings.name}调解员",
                             written(name), printed.sha256 if printed else "")


def _mark(one: Staged) -> bytes | None:
    """What the key of the colleague who waits is known by."""
    return Recipients(one.desk).fingerprint(one.waiting)


def _draft(name: str) -> registering.PartyDraft:
    return registering.PartyDraft(Role.AGENT, name)


def _brought(one: Staged) -> Brought:
    """Files that arrived while the case was still open."""
    return Brought((take(one.desk, FileSource("d.txt", data=b"d"), Meter(2, None, None)),), ())


def _receipt(one: Staged) -> ServiceReceipt:
    """How far the first paper is."""
    return one.case.receipts[0]


def _referral(one: Staged) -> Referral:
    """The first that was drafted."""
    return one.case.referrals[0]


def replace_row(receipt: ServiceReceipt, **changed: object) -> ServiceReceipt:
    """The same receipt with something noted."""
    return replace(receipt, **changed)  # type: ignore[arg-type]


def _alone(offers: list[Offer]) -> list[Offer]:
    """Those that were told alone and released."""
    return [offer for offer in offers if offer.sealed_id]


def _order(one: Staged) -> UUID:
    """The work order of the case."""
    return one.case.orders[0].id


def _elsewhere(one: Staged) -> UUID:
    """An applicant of another case that was not voided."""
    others = select(parties.c.id).join(cases, cases.c.id == parties.c.case_id).where(
        parties.c.case_id != one.case_id, parties.c.role == Role.APPLICANT, cases.c.status != Status.VOIDED)
    with one.desk.store.engine.connect() as connection:
        found: UUID = connection.scalars(others).all()[0]
    return found


def _sealed_note(one: Staged) -> UUID:
    """A note that may not be told yet."""
    return [*one.sealed(), UUID(int=7)][0]


Call = tuple[Callable[..., object], Callable[[Staged], tuple[object, ...]]]

_CALLS: tuple[Call, ...] = (
    (registering.add_party, lambda one: (_draft("孙代理"),)),
    (registering.add_parties, lambda one: ([_draft("孙代理"), _draft("周代理")],)),
    (registering.remove_party, lambda one: (_agent(one),)),
    (joining.join_person, lambda one: (_worker(one), _elsewhere(one))),
    (joining.part_person, lambda one: (one.case.links[0].id,)),
    (registering.set_claims, lambda one: ({_worker(one): ["unpaid_wages", "double_wage"]},)),
    (registering.ask_amounts, lambda one: ({(_worker(one), "unpaid_wages"): yuan("5000")},)),
    (registering.consent_all, lambda one: (RECEIVED,)),
    (registering.void, lambda one: (LATER, "误立")),
    (registering.accept, lambda one: (RECEIVED,)),
    (registering.refuse, lambda one: (RECEIVED, Refusal.OUT_OF_SCOPE, "")),
    (registering.extend, lambda one: (UNTIL, dict.fromkeys(_came(one.case), RECEIVED))),
    (moving_sites.move_site, lambda one: (one.site,)),
    (extension.consent_to_extension, lambda one: (UNTIL, dict.fromkeys(_came(one.case), RECEIVED))),
    (editing.save, lambda one: ([Edit("case", one.case_id, "cause", "", "欠薪及加班")],)),
    (sorting.say, lambda one: ([sorting.Saying(*_wage(one), "applicant", "4200")],)),
    (sorting.admit, lambda one: (*_wage(one), "respondent")),
    (sorting.admit_all, lambda one: ([_wage(one)], "respondent")),
    (sorting.deny, lambda one: (*_wage(one), "respondent")),
    (sorting.deny_all, lambda one: ([_wage(one)], "respondent")),
    (sorting.weigh_factor, lambda one: ("pay", {"respondent": "自己定"})),
    (sorting.ask_computed, lambda one: ()),
    (inquiries.record, lambda one: (InquiryDraft(RECEIVED, person="店长"),)),
    (inquiries.remove, lambda one: (_first(one.case.inquiries),)),
    (workbooks.imported, lambda one: (one.workbook,)),
    (meeting.hold_session, lambda one: (SESSION,)),
    (meeting.change_session, lambda one: (_first(one.case.sessions), SESSION)),
    (meeting.remove_session, lambda one: (_first(one.case.sessions),)),
    (moving.move, lambda one: (_first(one.case.sessions), MOVED)),
    (holding.begin_session, lambda one: (_first(one.case.sessions),)),
    (holding.adjourn_session, lambda one: (_in(one, SessionState.UNDER_WAY),)),
    (holding.go_on_with_session, lambda one: (_in(one, SessionState.ADJOURNED), datetime(2024, 12, 2, 9))),
    (holding.end_session, lambda one: (_in(one, SessionState.UNDER_WAY), datetime(2024, 11, 28, 16))),
    (holding.call_off_session, lambda one: (_first(one.case.sessions),)),
    (presence.note_presence, lambda one: (_first(one.case.sessions), _came(one.case))),
    (clock.run_clock, lambda one: (_in(one, SessionState.UNDER_WAY), None)),
    (clock.stop_clock, lambda one: (_in(one, SessionState.UNDER_WAY),)),
    (rights.tell_rights, lambda one: (RECEIVED, "李调解", {_worker(one): RightsAnswer.UNDERSTOOD})),
    (rights.remove_rights, lambda one: (_first(one.case.rights_told),)),
    (recusal.ask_recusal, lambda one: (_worker(one), RECEIVED, "李调解")),
    (recusal.decide_recusal, lambda one: (_first(one.case.recusals), recusal.Decision(
        False, RECEIVED, "主任", "没有利害关系"))),
    (recusal.remove_recusal, lambda one: (_first(one.case.recusals),)),
    (minutes.keep_minutes, lambda one: (_first(one.case.sessions), minutes.MinutesDraft(
        [minutes.EntryDraft(MinuteKind.STATEMENT, "双方说了经过")]))),
    (meeting.make_offer, lambda one: (Side.APPLICANT, yuan("3500"))),
    (meeting.accept_offer, lambda one: (_first(one.case.offers),)),
    (meeting.remove_offer, lambda one: (_first(one.case.offers),)),
    (caucus.note, lambda one: (Side.RESPONDENT, "他说的话")),
    (caucus.set_bottom_line, lambda one: (Side.RESPONDENT, yuan("4500"))),
    (caucus.take_offer, lambda one: (Side.RESPONDENT, yuan("3200"))),
    (caucus.release, lambda one: ([*one.sealed(), UUID(int=7)][1],) if one.sealed() else (UUID(int=7),)),
    (releasing.release_fact, lambda one: (_sealed_note(one), "可以转告的话")),
    (releasing.take_back_offer, lambda one: (_first(_alone(one.case.offers)),)),
    (releasing.take_back_told, lambda one: (_first(one.case.told_facts),)),
    (releasing.show_told, lambda one: (Side.RESPONDENT, {row.id for row in one.case.told_facts})),
    (caucus.forget, lambda one: ([*one.sealed(), UUID(int=7)][0],)),
    (meeting_point.assess, lambda one: (Assessment(Decimal(1)),)),
    (proposals.propose, lambda one: (_deal(one.desk, one.case_id),)),
    (proposals.answer, lambda one: (one.proposal(), Side.RESPONDENT, False)),
    (proposals.wish, lambda one: (one.proposal(), Wish(Side.RESPONDENT, form="现金"))),
    (proposals.adopt, lambda one: (one.proposal(),)),
    (settling.draft, lambda one: (terms("4100.00"),)),
    (settling.put_out, lambda one: (_printed(one),)),
    (on_screen.sign_on_screen, lambda one: (_signing(one),)),
    (on_screen.remove_signature, lambda one: (_first(one.case.signatures),)),
    (settling.sign, lambda one: (SIGNED,)),
    (supplementing.draft, lambda one: (_rest(),)),
    (supplementing.drop, lambda one: ()),
    (supplementing.put_out, lambda one: (_changed(one),)),
    (supplementing.sign, lambda one: (LATER,)),
    (booking.book, lambda one: (booking.PaymentDraft(DUE, yuan("500")),)),
    (booking.reverse_payments, lambda one: ([_first(one.case.payments)], "重复登记")),
    (booking.attach, lambda one: ([_first(one.case.payments)], None)),
    (following.note, lambda one: (following.NoteDraft(LATER, promised_on=LATER),)),
    (following.remove_note, lambda one: (_first(one.case.payment_notes),)),
    (following.remind, lambda one: (2, ReminderManner.COPIED)),
    (preparing.prepare, lambda one: (Step.CERTIFICATE,)),
    (letters.letter, lambda one: (1,)),
    (closing.visit, lambda one: (closing.VisitDraft(LATER),)),
    (closing.visit_for_order, lambda one: (closing.VisitDraft(LATER, order_id=_order(one)),)),
    (closing.remove_visit, lambda one: (_first(one.case.visits),)),
    (reviewing.review_file, lambda one: ({FilePoint.BOUND: PointDraft(True)},)),
    (serving.serve, lambda one: ([serving.Given("受理通知书", party_id=_worker(one), sent_on=RECEIVED)],)),
    (serving.note, lambda one: (_receipt(one), replace_row(_receipt(one), note="门卫代收"))),
    (serving.remove, lambda one: (_first(one.case.receipts),)),
    (referring.draft, lambda one: (REFERRED,)),
    (referring.change, lambda one: (_referral(one), replace(REFERRED, asked="稽核科"))),
    (referring.remove, lambda one: (_referral(one).id,)),
    (referring.hand_off, lambda one: (_referral(one).id, Handing(HandOff.LETTER, one.desk.today, "李调解"))),
    (referring.note, lambda one: (_referral(one), replace(_referral(one), asked="征缴科"))),
    (answering.answer, lambda one: (_referral(one), replace(_referral(one), asked="征缴科"))),
    (orders.note_order, lambda one: (replace(ORDER, number="241125090000000002"),)),
    (orders.change_order, lambda one: (one.case.orders[0], replace(ORDER, title="拖欠工资"))),
    (orders.count_anew, lambda one: (_order(one),)),
    (orders.remove_order, lambda one: (_order(one),)),
    (orders.step_order, lambda one: (_order(one), StepDraft(OrderStepKind.URGED, CAME + HOUR))),
    (orders.sign_in, lambda one: (_order(one), CAME + HOUR)),
    (orders.contact, lambda one: (_order(one), "上门", CAME + HOUR)),
    (orders.extend, lambda one: (_order(one), datetime(2024, 12, 5, 18), "双方正在协商", CAME + HOUR)),
    (orders.give_back, lambda one: (_order(one), "不属于本单位职责", CAME + HOUR)),
    (orders.finish, lambda one: (one.case.orders[1].id, CAME + 3 * HOUR)),
    (orders.remove_step, lambda one: (_first(one.case.order_steps),)),
    (pasted_orders.join_pasted, lambda one: ("来电人反映欠薪", PASTED)),
    (replying.write, lambda one: (_order(one), one.case.replies[0], ReplyDraft(
        public_answer=ANSWER, handling="双方已到所"))),
    (replying.release, lambda one: (_order(one), ANSWER)),
    (copy_sheets.copy, lambda one: ("internet-mediation", "0.1.name")),
    (closing.close, lambda one: (LATER, Outcome.AGREEMENT if one.case.is_signed else Outcome.WITHDRAWN,
                                 "说明")),
    (archiving.archive, lambda one: (ArchiveDraft(LATER, "2025-007"),)),
    (taking_out.note_exported, lambda one: ([_worker(one)],)),
    (closing.take_back, lambda one: ()),
    (closing.reopen, lambda one: ("又愿意谈",)),
    (filing.add_files, lambda one: ([FileSource("d.txt", data=b"d")],)),
    (filing.file_away, lambda one: (_brought(one),)),
    (filing.change, lambda one: ([Edit("exhibit", one.exhibits()[0], "proves", "", "欠薪")],)),
    (filing.remove, lambda one: (one.exhibits()[0],)),
    (filing.renumber, lambda one: (list(reversed(one.exhibits())),)),
    (history.undo, lambda one: ()),
    (history.redo, lambda one: ()),
    (history.restore, lambda one: ("exhibits", str(one.exhibits(removed=True)[0]))),
    (sharing.add_mediator, lambda one: (one.stranger,)),
    (sharing.let_in, lambda one: (one.waiting, _mark(one))),
    (sharing.remove_mediator, lambda one: (one.colleague,)),
    (sharing.hand_over, lambda one: (one.colleague,)),
    (escrow.restore_from_escrow, lambda one: (one.escrow,)),
    (taking_back.take_back, lambda one: ()),
    (unmasking.unmask, lambda one: (_worker(one),)),
    (case_list.note_asked, lambda one: ([_worker(one)],)),
    (sending.note, lambda one: (_clean(one),)),
)
"""How each verb is called on a case; a new verb belongs here too."""
def _clean(one: Staged) -> Summary:
    """Its published summary, as if everything in it had been seen to."""
    made = summaries.look(one.desk, one.case_id, summaries.Wanted(Level.PUBLISHED), Corrections())
    return replace(made, found=())


CALLS: Mapping[str, Call] = {f"{call[0].__module__.rpartition('.')[2]}.{call[0].__name__}": call
                             for call in _CALLS}


def judged(work: Work, **_told: object) -> Changes:
    """In the place of ``Work.commit``: what a verb is about to keep is judged, and nothing of it kept."""
    if work.guard is not None:
        work.guard(pending(work._session))
    return Changes()


def version(one: Staged) -> int:
    """How often the case was changed."""
    return reading.case(one.desk, one.case_id).case.version
