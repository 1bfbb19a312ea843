"""Intake: one way of writing, who consents, nobody twice, begun by mistake; and two who do it at once."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta
from threading import Barrier, Thread
from uuid import UUID

import pytest

from mediation_desk.domain.changes import Changes
from mediation_desk.domain.intake.orders import CameBy
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.merging import Conflicts, Kind
from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.people import Party
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.vocabulary import PartyKind, Refusal, Role, Source, Status
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import ClaimDraft, IntakeDraft, OrderDraft, PartyDraft
from mediation_desk.services.papers import making
from mediation_desk.services.sorting import sorting
from mediation_desk.services.upkeep import upkeep
from tests.gui.case.rooms import id_number
from tests.offices import Office
from tests.services.papers_desk import (
    COMPANY,
    RECEIVED,
    accepted,
    case_of,
    headed,
    registered,
    terms,
    text_of,
)
from tests.services.referral.referred import case_with_evidence, handed, noted

PLATFORM, PARTNER = "湟水快送网络科技有限公司", "宁西人力资源有限公司"
CARD = id_number(21)


def against_two(desk: Desk) -> UUID:
    """A rider against a platform and the enterprise that it works through."""
    parties = [PartyDraft(Role.APPLICANT, "扎西东珠")] + [
        PartyDraft(Role.RESPONDENT, name, PartyKind.ORGANISATION) for name in (PLATFORM, PARTNER)]
    draft = IntakeDraft(RECEIVED, cause="配送劳务报酬", facts_in_brief="九月配送费未结。", parties=parties)
    made = registering.register(desk, draft).result
    assert made
    worker = case_of(desk, made).applicants[0]
    registering.set_claims(desk, made, {worker.id: ["gig_pay"]})
    return made


def answer(desk: Desk, case_id: UUID, party_id: UUID, field: str, day: date | None,
           before: date | None = None) -> Changes:
    return editing.save(desk, case_id, [Edit("party", party_id, field, before, day)])


def consent_of_the_rider(desk: Desk, case_id: UUID) -> None:
    editing.save(desk, case_id, [Edit("case", case_id, "applicants_agree_on", None, RECEIVED)])


# Consent


def test_the_case_goes_on_with_the_respondent_who_agrees_and_the_other_is_refused_in_words(
        office: Office) -> None:
    desk = headed(office.first)
    case_id = against_two(desk)
    consent_of_the_rider(desk, case_id)
    platform, partner = case_of(desk, case_id).respondents
    answer(desk, case_id, platform.id, "agreed_on", RECEIVED)
    with pytest.raises(DeskError) as told:
        registering.accept(desk, case_id, RECEIVED)
    assert told.value.field == f"agreed_on/{partner.id}"
    answer(desk, case_id, partner.id, "declined_on", RECEIVED)
    registering.accept(desk, case_id, RECEIVED)
    case = case_of(desk, case_id)
    assert [one.name for one in case.respondents] == [PLATFORM]
    assert case.respondents_agree_on == RECEIVED
    notice = text_of(making.make(desk, case_id, "refusal-notice"))
    assert PARTNER in notice and PLATFORM not in notice and "不同意调解" in notice
    register = text_of(making.make(desk, case_id, "intake-register"))
    assert PARTNER in register and "不参加调解" in register


def test_who_declined_may_still_come_in_before_the_signing(office: Office) -> None:
    desk = office.first
    case_id = against_two(desk)
    consent_of_the_rider(desk, case_id)
    platform, partner = case_of(desk, case_id).respondents
    answer(desk, case_id, platform.id, "agreed_on", RECEIVED)
    answer(desk, case_id, partner.id, "declined_on", RECEIVED)
    registering.accept(desk, case_id, RECEIVED)
    answer(desk, case_id, partner.id, "agreed_on", date(2024, 12, 2))
    case = case_of(desk, case_id)
    assert [one.name for one in case.respondents] == [PLATFORM, PARTNER]
    assert case.party(partner.id).declined_on is None
    for field, day in (("declined_on", RECEIVED), ("agreed_on", None)):
        with pytest.raises(DeskError, match="stays on record"):
            answer(desk, case_id, platform.id, field, day, RECEIVED if field == "agreed_on" else None)


def test_nobody_consents_tomorrow_or_after_the_signing(office: Office) -> None:
    desk = office.first
    case_id = against_two(desk)
    platform = case_of(desk, case_id).respondents[0]
    with pytest.raises(DeskError, match="future"):
        answer(desk, case_id, platform.id, "agreed_on", date(2025, 6, 1))
    signed_case = accepted(desk)
    registering.ask_amounts(desk, signed_case, {})
    from mediation_desk.services.settlement import settling
    from tests.services.papers_desk import asked

    settling.draft(desk, asked(desk, signed_case), terms())
    settling.sign(desk, signed_case, date(2024, 12, 3))
    company = case_of(desk, signed_case).respondents[0]
    with pytest.raises(DeskError, match="signed"):
        answer(desk, signed_case, company.id, "declined_on", RECEIVED)


def test_one_press_writes_the_day_to_all_who_have_not_said(office: Office) -> None:
    desk = office.first
    case_id = against_two(desk)
    platform, partner = case_of(desk, case_id).respondents
    answer(desk, case_id, partner.id, "declined_on", date(2024, 11, 26))
    registering.consent_all(desk, case_id, RECEIVED)
    case = case_of(desk, case_id)
    assert (case.applicants_agree_on, case.party(platform.id).agreed_on) == (RECEIVED, RECEIVED)
    assert case.party(partner.id).agreed_on is None
    registering.accept(desk, case_id, RECEIVED)


def test_one_press_with_a_single_respondent_is_the_sides_day(office: Office) -> None:
    desk = office.first
    case_id = registered(desk)
    registering.consent_all(desk, case_id, RECEIVED)
    case = case_of(desk, case_id)
    assert (case.applicants_agree_on, case.respondents_agree_on) == (RECEIVED, RECEIVED)
    assert case.respondents[0].agreed_on is None
    registering.accept(desk, case_id, RECEIVED)


# Nobody twice


def test_one_man_is_elected_once_and_acts_once_for_the_same_party(office: Office) -> None:
    desk = office.first
    case_id = registered(desk)
    number = {"id_number": "639999199803120629"}
    registering.add_party(desk, case_id, PartyDraft(Role.REPRESENTATIVE, "马晓岚", particulars=number))
    with pytest.raises(DeskError, match="entered already") as told:
        registering.add_party(desk, case_id, PartyDraft(Role.REPRESENTATIVE, "马晓岚", particulars=number))
    assert told.value.field == "name"
    worker, other = case_of(desk, case_id).applicants
    for principal in (worker, other):  # the same lawyer for two workers
        registering.add_party(desk, case_id, PartyDraft(Role.AGENT, "李律师",
                                                        particulars={"acts_for": principal.id}))
    with pytest.raises(DeskError, match="entered already"):
        registering.add_party(desk, case_id, PartyDraft(Role.AGENT, "李律师",
                                                        particulars={"acts_for": worker.id}))


# What the notice needs


def test_no_case_is_refused_whose_notice_could_not_be_made(office: Office) -> None:
    desk = headed(office.first)
    case_id = registered(desk, company=False, claims=())
    for field in ("respondents", "cause"):
        with pytest.raises(DeskError) as told:
            registering.refuse(desk, case_id, RECEIVED, Refusal.OUT_OF_SCOPE, "")
        assert told.value.field == field
        assert case_of(desk, case_id).status is Status.OPEN
        if field == "respondents":
            registering.add_party(desk, case_id, PartyDraft(Role.RESPONDENT, PLATFORM,
                                                            PartyKind.ORGANISATION))
    editing.save(desk, case_id, [Edit("case", case_id, "cause", "", "配送劳务报酬")])
    registering.refuse(desk, case_id, RECEIVED, Refusal.OUT_OF_SCOPE, "")
    assert PLATFORM in text_of(making.make(desk, case_id, "refusal-notice"))


# Voiding


def test_a_case_begun_by_mistake_is_voided_with_its_reason_and_number(office: Office) -> None:
    desk = office.first
    case_id, other = registered(desk, company=False), registered(desk)
    number = case_of(desk, case_id).number
    with pytest.raises(DeskError) as told:
        registering.void(desk, case_id, RECEIVED, "  ")
    assert told.value.field == "reason"
    registering.void(desk, case_id, date(2024, 11, 26), "重复登记")
    case = case_of(desk, case_id)
    assert (case.status, case.voided_on, case.closing_note) == (Status.VOIDED, date(2024, 11, 26), "重复登记")
    rows = {row.case_id: row for row in reading.page(desk, CaseFilter(), 0, 10)}
    assert (rows[case_id].number, rows[case_id].status) == (number, Status.VOIDED)
    assert reading.day(desk).stations == {"intake": 1}  # the other one alone
    assert all(item[1].case_id == other for item in reading.day(desk).items)
    with pytest.raises(DeskError):
        registering.add_party(desk, case_id, PartyDraft(Role.RESPONDENT, PLATFORM))
    assert upkeep.prove(desk) == []


def test_a_case_is_not_voided_while_something_of_it_lies_with_another_office(office: Office) -> None:
    """In a voided case nothing is noted any more: the answer would have nowhere to go."""
    desk = office.first
    case_id = case_with_evidence(desk)
    key = handed(desk, case_id)
    with pytest.raises(DeskError, match="lies with"):
        registering.void(desk, case_id, desk.today, "重复登记")
    noted(desk, case_id, key, returned_on=desk.today, returned_why="不属管辖")
    registering.void(desk, case_id, desk.today, "重复登记")
    assert case_of(desk, case_id).status is Status.VOIDED


def test_a_voided_case_comes_back_and_a_signed_one_is_never_voided(office: Office) -> None:
    desk = office.first
    case_id = registered(desk)
    registering.void(desk, case_id, RECEIVED, "重复登记")
    closing.reopen(desk, case_id, "并非重复")
    case = case_of(desk, case_id)
    assert (case.status, case.voided_on, case.reopening_reason) == (Status.OPEN, None, "并非重复")
    from mediation_desk.services.settlement import settling
    from tests.services.papers_desk import asked

    signed = asked(desk, accepted(desk))
    settling.draft(desk, signed, terms())
    settling.sign(desk, signed, date(2024, 12, 3))
    with pytest.raises(DeskError, match="agreement was signed"):
        registering.void(desk, signed, date(2024, 12, 4), "误立")


# One way of writing


def taken_in(office: Office, *people: PartyDraft) -> UUID:
    made = registering.register(office.first, IntakeDraft(date(2024, 11, 25), parties=people))
    assert made.result is not None
    return made.result


def parties(office: Office, case_id: UUID) -> list[Party]:
    return reading.case(office.first, case_id).case.parties


def worker(name: str, **numbers: str) -> PartyDraft:
    return PartyDraft(Role.APPLICANT, name, PartyKind.PERSON, numbers)


def test_names_and_numbers_are_kept_in_one_writing(office: Office) -> None:
    case_id = taken_in(office, worker(" 扎西\u200b•才让\n", id_number=f"\u202d{CARD[:6]} {CARD[6:]}\u202c",
                                        phone="+86 138 0971 2001", address="城东区\u200b昆仑路"))
    one = parties(office, case_id)[0]
    assert (one.name, one.id_number, one.phone, one.address, one.sex) == (
        "扎西·才让", CARD, "13809712001", "城东区昆仑路", "male")


def test_an_edit_is_kept_in_the_same_writing(office: Office) -> None:
    case_id = taken_in(office, worker("冯雨"),
                         PartyDraft(Role.RESPONDENT, "云上・湟水", PartyKind.ORGANISATION))
    one, company = parties(office, case_id)
    editing.save(office.first, case_id, [
        editing.Edit("party", one.id, "name", "冯雨", "扎西．才让"),
        editing.Edit("party", one.id, "phone", "", "（0971）823-0155 转 8012"),
        editing.Edit("party", company.id, "credit_code", "", "91630100 ma75 2kx9 8h"),
        editing.Edit("party", company.id, "legal_representative", "", "阿卜杜拉•买买提")])
    one, company = parties(office, case_id)
    assert (one.name, one.phone) == ("扎西·才让", "0971-8230155转8012")
    assert (company.name, company.credit_code, company.legal_representative) == (
        "云上・湟水", "91630100MA752KX98H", "阿卜杜拉·买买提")


@pytest.mark.parametrize("again", [
    CARD, f"{CARD[:6]}-{CARD[6:14]}-{CARD[14:]}", f"{CARD[:9]}\u200b{CARD[9:]}", CARD[:6] + CARD[8:17]])
def test_nobody_is_an_applicant_twice(office: Office, again: str) -> None:
    """Also by the number of fifteen digits that the card had before."""
    case_id = taken_in(office, worker("冯雨", id_number=CARD))
    with pytest.raises(DeskError, match="冯雨 is in the case already") as refused:
        registering.add_parties(office.first, case_id, [worker("陈露"), worker("冯羽", id_number=again)])
    assert refused.value.field == "id_number"
    assert len(parties(office, case_id)) == 1


def test_an_applicant_may_represent_the_others_too(office: Office) -> None:
    case_id = taken_in(office, worker("冯雨", id_number=CARD))
    registering.add_party(office.first, case_id, PartyDraft(
        Role.REPRESENTATIVE, "冯雨", PartyKind.PERSON, {"id_number": CARD, "also_worker": True}))
    assert len(parties(office, case_id)) == 2


# Meanwhile


def test_nobody_claims_less_than_nothing(office: Office) -> None:
    case_id = accepted(office.first)
    claim = case_of(office.first, case_id).claims[0]
    with pytest.raises(DeskError) as told:
        registering.ask_amounts(office.first, case_id, {(claim.worker_id, claim.claim): Money(-1)})
    assert told.value.field == "asked"
    with pytest.raises(DeskError) as told:
        editing.save(office.first, case_id, [Edit("claim", claim.id, "asked", None, Money(-100))])
    assert told.value.field == "asked"


def test_a_matter_is_taken_in_whole_with_its_claims_and_consent(office: Office) -> None:
    """One unit of work: parties, what each asks for, and the applicants' consent. An amount is asked for
    where it was said; a claim named twice is one claim, as it was named last."""
    parties = [
        PartyDraft(Role.APPLICANT, "扎西东珠", claims=[ClaimDraft("gig_pay", yuan("4300"), "九月"),
                                                    ClaimDraft("unpaid_wages")]),
        PartyDraft(Role.APPLICANT, "马玉兰",
                   claims=[ClaimDraft("gig_pay"), ClaimDraft("gig_pay", yuan("5"))]),
        PartyDraft(Role.RESPONDENT, PLATFORM, PartyKind.ORGANISATION)]
    made = registering.register(office.first, IntakeDraft(RECEIVED, parties=parties,
                                                          applicants_agree_on=RECEIVED))
    assert made.result
    case = case_of(office.first, made.result)
    first, second = (one.id for one in case.applicants)
    assert {(one.worker_id, one.claim, one.asked, one.note) for one in case.claims} == {
        (first, "gig_pay", yuan("4300"), "九月"), (first, "unpaid_wages", None, ""),
        (second, "gig_pay", yuan("5"), "")}
    assert len(case.claims) == 3
    assert case.applicants_agree_on == RECEIVED and case.respondents_agree_on is None


def test_the_order_that_brought_a_matter_is_kept_as_it_came(office: Office) -> None:
    """It has the matter's number where it has none of its own, and gives its own to a matter without one."""
    came = datetime(2024, 9, 2, 9, 12)
    order = OrderDraft(arrived_at=came, given_until=datetime(2024, 9, 9, 17), content="来电反映欠薪",
                       came_by=CameBy.LIST, original="240902091200000123\t来电反映欠薪", row_sha256="ab" * 32)
    made = registering.register(office.first, IntakeDraft(RECEIVED, Source.HOTLINE, "240902091200000123",
                                                          order=order))
    assert made.result
    case = case_of(office.first, made.result)
    (kept,) = case.orders
    assert (kept.number, kept.source, kept.arrived_at, kept.came_by, kept.content) == (
        "240902091200000123", Source.HOTLINE, came, CameBy.LIST, "来电反映欠薪")
    assert (kept.original, kept.row_sha256) == (order.original, "ab" * 32)
    assert kept.given_until == order.given_until
    made = registering.register(office.first, IntakeDraft(RECEIVED, Source.HOTLINE, order=OrderDraft(
        arrived_at=came, number=" 77 ")))
    assert made.result and case_of(office.first, made.result).source_reference == "77"


def test_no_order_came_tomorrow(office: Office) -> None:
    desk = office.first
    tomorrow = desk.now.astimezone(desk.zone).replace(tzinfo=None) + timedelta(days=1)
    with pytest.raises(DeskError, match="in the future") as refused:
        registering.register(desk, IntakeDraft(RECEIVED, order=OrderDraft(arrived_at=tomorrow)))
    assert refused.value.field == "arrived_at" and reading.count(desk, CaseFilter()) == 0


def test_a_list_is_taken_in_as_a_whole_or_not_at_all(office: Office) -> None:
    """Several matters in one unit of work; the last of them cannot be."""
    desk = office.first
    drafts = [IntakeDraft(RECEIVED, parties=[PartyDraft(Role.APPLICANT, name)])
              for name in ("扎西", "马玉兰")]
    for some in (drafts, [*drafts, IntakeDraft(RECEIVED, Source.HOTLINE)]):
        with suppress(DeskError), desk.work("register_case", Verb.REGISTER_CASE) as work:
            for draft in some:
                registering.take_in(desk, work, draft)
            work.commit(lists=("cases",))
    found = reading.page(desk, CaseFilter(), 0, 10)
    assert sorted(row.first_applicant for row in found) == ["扎西", "马玉兰"]
    assert len({row.number for row in found}) == 2


@pytest.mark.parametrize("claims", [[ClaimDraft("gig_pay", yuan("-1"))], [ClaimDraft("no_such_claim")]])
def test_nothing_is_taken_in_with_a_claim_that_cannot_be(office: Office, claims: list[ClaimDraft]) -> None:
    with pytest.raises(DeskError):
        registering.register(office.first, IntakeDraft(RECEIVED, parties=[
            PartyDraft(Role.APPLICANT, "扎西东珠", claims=claims)]))
    assert reading.count(office.first, CaseFilter()) == 0


def test_a_claim_that_does_not_exist_is_refused(office: Office) -> None:
    case_id = accepted(office.first)
    worker = case_of(office.first, case_id).applicants[0]
    with pytest.raises(DeskError, match="There is no claim"):
        registering.set_claims(office.first, case_id, {worker.id: ["sorcery"]})


def test_two_desks_register_the_first_cases_of_a_year_at_once(office: Office) -> None:
    made: list[UUID | None] = []
    barrier, second = Barrier(2), office.desk()

    def register(desk: Desk) -> None:
        barrier.wait()
        made.append(registering.register(desk, registering.IntakeDraft(date(2023, 5, 4))).result)

    threads = [Thread(target=register, args=(desk,)) for desk in (office.first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = sorted(case_of(office.first, case_id).number for case_id in made if case_id)
    assert numbers == ["宁中劳调〔2023〕0001号", "宁中劳调〔2023〕0002号"]


# Meanwhile


@pytest.fixture
def case_id(office: Office) -> UUID:
    return accepted(office.first)


@pytest.fixture
def hers(office: Office, case_id: UUID) -> Desk:
    """A second desk, at which the case was just read."""
    desk = office.desk()
    case_of(desk, case_id)
    return desk


def asked_of(desk: Desk, case_id: UUID) -> dict[str, int | None]:
    case = case_of(desk, case_id)
    return {one.claim: one.asked.fen if one.asked else None
            for one in case.claims if one.worker_id == case.applicants[0].id}


def test_claims_ticked_at_two_desks_are_both_ticked(office: Office, hers: Desk, case_id: UUID) -> None:
    """Each sends the worker's whole list along, as it was seen, with one tick more or less."""
    seen = reading.case(office.first, case_id).seen
    worker = case_of(office.first, case_id).applicants[0].id
    registering.set_claims(hers, case_id, {worker: ["unpaid_wages", "double_wage", "overtime"]})
    registering.set_claims(office.first, case_id, {worker: ["unpaid_wages", "annual_leave"]}, seen)
    assert set(asked_of(office.first, case_id)) == {"unpaid_wages", "overtime", "annual_leave"}


def test_a_claim_that_a_colleague_put_in_figures_is_not_unticked_unseen(office: Office, hers: Desk,
                                                                        case_id: UUID) -> None:
    seen = reading.case(office.first, case_id).seen
    worker = case_of(office.first, case_id).applicants[0].id
    registering.ask_amounts(hers, case_id, {(worker, "double_wage"): yuan("4200")})
    with pytest.raises(Conflicts) as told:
        registering.set_claims(office.first, case_id, {worker: ["unpaid_wages"]}, seen)
    assert told.value.conflicts[0].kind is Kind.REMOVED
    assert asked_of(office.first, case_id)["double_wage"] == 420000
    registering.set_claims(office.first, case_id, {worker: ["unpaid_wages"]}, told.value.seen)
    assert set(asked_of(office.first, case_id)) == {"unpaid_wages"}


def test_no_amount_vanishes_with_a_claim_that_was_unticked(office: Office, hers: Desk, case_id: UUID) -> None:
    seen = reading.case(office.first, case_id).seen
    worker = case_of(office.first, case_id).applicants[0].id
    registering.set_claims(hers, case_id, {worker: ["unpaid_wages"]})
    with pytest.raises(Conflicts, match="took this out") as told:
        registering.ask_amounts(office.first, case_id, {(worker, "double_wage"): yuan("4200")}, seen)
    assert told.value.conflicts[0].place.table == "claims"


def test_nobody_asks_under_a_claim_that_never_was(office: Office, case_id: UUID) -> None:
    worker = case_of(office.first, case_id).applicants[0].id
    with pytest.raises(DeskError, match="no longer there"):
        registering.ask_amounts(office.first, case_id, {(worker, "overtime"): yuan("1")})


def test_a_party_whose_phone_a_colleague_entered_is_not_removed_unseen(office: Office, hers: Desk,
                                                                       case_id: UUID) -> None:
    seen = reading.case(office.first, case_id).seen
    worker = case_of(hers, case_id).applicants[1]
    editing.save(hers, case_id, [Edit("party", worker.id, "phone", "", "13900000000")])
    with pytest.raises(Conflicts) as told:
        registering.remove_party(office.first, case_id, worker.id, seen)
    (conflict,) = told.value.conflicts
    assert (conflict.kind, conflict.mine) == (Kind.REMOVED, None)
    registering.remove_party(office.first, case_id, worker.id, told.value.seen)
    assert len(case_of(office.first, case_id).applicants) == 1


def test_a_party_for_whom_a_colleague_said_something_is_not_removed_unseen(office: Office, hers: Desk,
                                                                           case_id: UUID) -> None:
    seen = reading.case(office.first, case_id).seen
    worker = case_of(hers, case_id).applicants[1].id
    sorting.say(hers, case_id, [sorting.Saying("monthly_wage", worker, "applicant", "4300")])
    with pytest.raises(Conflicts, match="does not stand without the other") as told:
        registering.remove_party(office.first, case_id, worker, seen)
    assert len(case_of(office.first, case_id).applicants) == 2
    registering.remove_party(office.first, case_id, worker, told.value.seen)
    assert case_of(office.first, case_id).entries == []


def test_a_word_typed_for_a_party_who_was_taken_out_is_not_kept_in_the_bin(office: Office, hers: Desk,
                                                                           case_id: UUID) -> None:
    seen = reading.case(office.first, case_id).seen
    worker = case_of(hers, case_id).applicants[1].id
    registering.remove_party(hers, case_id, worker)
    with pytest.raises(Conflicts, match="took this out"):
        editing.save(office.first, case_id, [Edit("party", worker, "phone", "", "139")], seen)


def test_an_application_is_accepted_on_what_was_seen(office: Office) -> None:
    case_id = registered(office.first)
    editing.save(office.first, case_id, [Edit("case", case_id, name, None, RECEIVED)
                                         for name in ("applicants_agree_on", "respondents_agree_on")])
    seen, hers = reading.case(office.first, case_id).seen, office.desk()
    company = case_of(hers, case_id).respondents[0]
    editing.save(hers, case_id, [Edit("party", company.id, "name", company.name, "另一家公司")])
    with pytest.raises(Conflicts):
        registering.accept(office.first, case_id, RECEIVED, seen)
    editing.save(hers, case_id, [Edit("party", company.id, "phone", "", "0971-8230155")])
    registering.accept(office.first, case_id, RECEIVED, reading.case(office.first, case_id).seen)


# What leans on a party


def test_an_agent_goes_out_with_the_party_and_comes_back_with_it(office: Office, case_id: UUID) -> None:
    desk = office.first
    worker = case_of(desk, case_id).applicants[1]
    registering.add_party(desk, case_id, registering.PartyDraft(
        Role.AGENT, "郑代理", particulars={"acts_for": worker.id}))
    registering.remove_party(desk, case_id, worker.id)
    assert [one.name for one in case_of(desk, case_id).parties] == ["温若晴", COMPANY]
    history.restore(desk, case_id, "parties", str(worker.id))
    assert case_of(desk, case_id).agents[0].acts_for == worker.id
    assert len(case_of(desk, case_id).claims) == 4


def test_what_goes_out_with_a_party_is_put_back_after_it_only(office: Office, case_id: UUID) -> None:
    desk = office.first
    worker = case_of(desk, case_id).applicants[1].id
    registering.set_claims(desk, case_id, {worker: ["unpaid_wages"]})
    registering.remove_party(desk, case_id, worker)
    claim = next(one for one in case_of(desk, case_id).claims_all
                 if one.worker_id == worker and one.claim == "double_wage")
    with pytest.raises(Conflicts, match="not put back"):
        history.restore(desk, case_id, "claims", str(claim.id))


def test_nobody_acts_for_somebody_who_is_out(office: Office, case_id: UUID) -> None:
    desk = office.first
    worker = case_of(desk, case_id).applicants[1].id
    agent = registering.add_party(desk, case_id, registering.PartyDraft(Role.AGENT, "郑代理")).result
    assert agent
    registering.remove_party(desk, case_id, worker)
    with pytest.raises(DeskError, match="no longer there"):
        editing.save(desk, case_id, [Edit("party", agent, "acts_for", None, worker)])
    with pytest.raises(DeskError, match="no longer there"):
        registering.add_party(desk, case_id, registering.PartyDraft(
            Role.AGENT, "孙代理", particulars={"acts_for": worker}))


def test_an_accepted_case_keeps_somebody_on_either_side(office: Office, case_id: UUID) -> None:
    company = case_of(office.first, case_id).respondents[0].id
    with pytest.raises(DeskError, match="one respondent"):
        registering.remove_party(office.first, case_id, company)
