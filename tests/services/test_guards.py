"""What a case refuses in words: impossible amounts, days and characters, and changes after a signature."""

from __future__ import annotations

from datetime import date, datetime
from threading import Barrier, Thread
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.money import Money
from mediation_desk.domain.vocabulary import Outcome, Role, SessionMode, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, reading
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.intake import registering
from mediation_desk.services.keys import sharing
from mediation_desk.services.mediation import meeting
from mediation_desk.services.office import accounts
from mediation_desk.services.papers import making
from mediation_desk.services.settlement import settling
from mediation_desk.store.vault.seals import ESCROW_ACCOUNT
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import RECEIVED, WORKERS, accepted, asked, case_of, registered, terms

SIGNED = date(2024, 12, 3)


def signed(desk: Desk) -> UUID:
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, SIGNED)
    return case_id


# Amounts


def test_nobody_claims_less_than_nothing(office: Office) -> None:
    case_id = accepted(office.first)
    claim = case_of(office.first, case_id).claims[0]
    with pytest.raises(DeskError) as told:
        registering.ask_amounts(office.first, case_id, {(claim.worker_id, claim.claim): Money(-1)})
    assert told.value.field == "asked_fen"
    with pytest.raises(DeskError) as told:
        editing.save(office.first, case_id, [Edit("claim", claim.id, "asked_fen", None, -100)])
    assert told.value.field == "asked_fen"


def test_instalments_beyond_any_calendar_are_refused_beside_their_days(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    with pytest.raises(DeskError) as told:
        settling.draft(office.first, case_id, terms("100.00", date(2024, 12, 10), date(9999, 12, 31)))
    assert told.value.field == "due_dates"


def test_a_total_of_too_few_fen_has_no_empty_instalment(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    with pytest.raises(DeskError, match="every instalment"):
        settling.draft(office.first, case_id, terms("0.01"))


# The parties of an agreement


@pytest.mark.parametrize("change", ["removed", "added", "other part"])
def test_terms_drafted_for_others_are_neither_printed_nor_signed(office: Office, change: str) -> None:
    desk = office.first
    case_id = asked(desk, accepted(desk))
    settling.draft(desk, case_id, terms())
    second = case_of(desk, case_id).applicants[1].id
    if change == "removed":
        registering.remove_party(desk, case_id, second)
    elif change == "added":
        registering.add_party(desk, case_id, registering.PartyDraft(Role.APPLICANT, "后来的人"))
    else:
        editing.save(desk, case_id, [Edit("party", second, "role", Role.APPLICANT, Role.THIRD_PARTY)])
    for attempt in (lambda: settling.sign(desk, case_id, SIGNED),
                    lambda: making.make(desk, case_id, making.AGREEMENT)):
        with pytest.raises(DeskError, match="anew"):
            attempt()


def test_after_the_signing_no_side_gains_or_loses_anybody(office: Office) -> None:
    desk = office.first
    case_id = signed(desk)
    first = case_of(desk, case_id).applicants[0]
    with pytest.raises(DeskError, match="signed"):
        editing.save(desk, case_id, [Edit("party", first.id, "role", Role.APPLICANT, Role.THIRD_PARTY)])
    for role in (Role.APPLICANT, Role.RESPONDENT):
        with pytest.raises(DeskError, match="signed"):
            registering.add_parties(desk, case_id, [registering.PartyDraft(role, "后来的人")])
    agent = registering.add_party(desk, case_id, registering.PartyDraft(Role.AGENT, "郑代理")).result
    assert agent
    registering.remove_party(desk, case_id, agent)
    editing.save(desk, case_id, [Edit("party", first.id, "phone", "", "13900000000")])
    assert len(case_of(desk, case_id).applicants) == len(WORKERS)


# Days


def test_a_case_is_not_closed_before_it_was_accepted_or_its_agreement_signed(office: Office) -> None:
    case_id = signed(office.first)
    for day in (date(2024, 11, 24), date(2024, 12, 2)):
        with pytest.raises(DeskError) as told:
            closing.close(office.first, case_id, day, Outcome.AGREEMENT, "按期履行中")
        assert told.value.field == "closed_on"


def test_a_consent_is_not_moved_behind_the_acceptance(office: Office) -> None:
    case_id = accepted(office.first)
    with pytest.raises(DeskError) as told:
        editing.save(office.first, case_id, [Edit("case", case_id, "applicants_agree_on", RECEIVED,
                                                  date(2024, 12, 1))])
    assert told.value.field == "applicants_agree_on"


# Characters that no engine keeps


def test_characters_that_no_store_can_keep_are_left_out(office: Office) -> None:
    case_id = registered(office.first)
    editing.save(office.first, case_id, [Edit("case", case_id, "cause", "", "欠\0薪\ud800")])
    assert case_of(office.first, case_id).cause == "欠薪\ufffd"
    assert history.timeline(office.first, case_id)[-1].entry.fields["cause"] == ("", "欠薪\ufffd")
    assert len(reading.find(office.first, "\0\ud800马")) >= 0


def test_numbers_and_names_of_any_length_are_filed_for_searching(office: Office) -> None:
    made = registering.register(office.first, registering.IntakeDraft(RECEIVED, parties=[
        registering.PartyDraft(Role.APPLICANT, sign * 5000) for sign in "9薪"])).result
    assert [row.case_id for row in reading.find(office.first, "9999999999")] == [made]


# Who sees and stays


def test_whoever_mediates_no_more_sees_no_case_in_any_list(office: Office) -> None:
    registered(office.first)
    wang = colleague(office, "wang", AccountRole.MEDIATOR)
    case_id = accepted(office.desk("wang", LENT))
    accounts.change(office.first, wang, "Wang", frozenset({AccountRole.ADMINISTRATOR}))
    desk = office.desk("wang", LENT)
    assert reading.page(desk, CaseFilter(), 0, 10) == []
    assert reading.count(desk, CaseFilter()) == 0
    assert reading.find(desk, WORKERS[0]) == []
    assert reading.day(desk, 3650).items == ()
    with pytest.raises(DeskError):
        reading.case(desk, case_id)


def test_the_escrow_is_no_mediator_to_be_sent_away_or_put_in_charge(office: Office) -> None:
    accounts.new_escrow_code(office.first)
    case_id = accepted(office.first)
    for verb in (sharing.remove_mediator, sharing.hand_over):
        with pytest.raises(DeskError) as told:
            verb(office.first, case_id, ESCROW_ACCOUNT)
        assert told.value.field == "mediator"


def test_a_case_is_handed_only_to_somebody_who_mediates(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", AccountRole.MEDIATOR)
    share(office.first, case_id, wang)
    accounts.disable(office.first, wang)
    with pytest.raises(DeskError) as told:
        sharing.hand_over(office.first, case_id, wang)
    assert told.value.field == "mediator"


def test_a_talk_with_one_side_alone_has_no_open_record(office: Office) -> None:
    case_id = accepted(office.first)
    draft = meeting.SessionDraft(datetime(2024, 12, 1, 9), mode=SessionMode.CAUCUS, side=Side.APPLICANT,
                                 record="她说最低两万九")
    with pytest.raises(DeskError) as told:
        meeting.hold_session(office.first, case_id, draft)
    assert told.value.field == "record"


# Two desks at one moment


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


def test_terms_that_a_colleague_drafted_anew_are_not_signed_unseen(office: Office) -> None:
    case_id = asked(office.first, accepted(office.first))
    settling.draft(office.first, case_id, terms())
    seen = case_of(office.first, case_id).agreement
    settling.draft(office.desk(), case_id, terms())
    assert seen is not None
    with pytest.raises(DeskError, match="drafted anew meanwhile"):
        settling.sign(office.first, case_id, SIGNED, seen.id)
    drafted = case_of(office.first, case_id).agreement
    assert drafted is not None
    settling.sign(office.first, case_id, SIGNED, drafted.id)


def test_a_claim_that_does_not_exist_is_refused(office: Office) -> None:
    case_id = accepted(office.first)
    worker = case_of(office.first, case_id).applicants[0]
    with pytest.raises(DeskError, match="There is no claim"):
        registering.set_claims(office.first, case_id, {worker.id: ["sorcery"]})
