"""Seals: what a side said alone is for the case's mediators, and for nobody else whatever the rank."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, SealedKind, Side
from mediation_desk.domain.vocabulary import Role as Part
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.keys import holding, sharing
from mediation_desk.services.keys.holding import NotHeld
from mediation_desk.services.keys.recipients import Recipients
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.store.vault.seals import ESCROW_ACCOUNT
from mediation_desk.store.vault.vault import WrongPassword
from tests.holders import let_in, share
from tests.offices import Office

LENT = "黄河之水天上来 88"
SECRET = "最低两万九千元否则鱼死网破"


def accepted(desk: Desk) -> UUID:
    day = date(2024, 11, 25)
    made = registering.register(desk, registering.IntakeDraft(day, kind_of_work=KindOfWork.STREAMER, parties=[
        registering.PartyDraft(Part.APPLICANT, "马晓岚"),
        registering.PartyDraft(Part.RESPONDENT, "西宁云上湟水文化传媒有限公司", PartyKind.ORGANISATION)]))
    assert made.result
    editing.save(desk, made.result, [editing.Edit("case", made.result, name, None, day)
                                     for name in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, made.result, day)
    caucus.note(desk, made.result, Side.APPLICANT, SECRET)
    return made.result


def colleague(office: Office, login: str, *roles: Role) -> UUID:
    made = accounts.add(office.first, accounts.AccountDraft(login, login.title(), frozenset(roles), LENT))
    assert made.result
    return made.result


def notes(desk: Desk, case_id: UUID) -> list[str]:
    return [word.text for word in caucus.talk(desk, case_id).words if word.kind is SealedKind.NOTE]


def test_a_colleague_put_on_the_case_reads_what_was_said_before(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    with pytest.raises(NotAllowed):
        caucus.talk(office.desk("wang", LENT), case_id)
    share(office.first, case_id, wang)
    assert notes(office.desk("wang", LENT), case_id) == [SECRET]


def test_supervisor_and_administrator_reach_nothing_sealed(office: Office) -> None:
    case_id = accepted(office.first)
    colleague(office, "boss", Role.SUPERVISOR)
    colleague(office, "admin", Role.ADMINISTRATOR)
    supervisor, administrator = office.desk("boss", LENT), office.desk("admin", LENT)
    assert reading.case(supervisor, case_id).case.number
    for desk in (supervisor, administrator):
        with pytest.raises(NotAllowed):
            caucus.talk(desk, case_id)
        with pytest.raises(NotAllowed):
            caucus.note(desk, case_id, Side.APPLICANT, "窥探")
    with pytest.raises(NotAllowed):
        reading.case(administrator, case_id)
    assert reading.find(administrator, "马晓岚") == []


def test_who_leaves_the_case_is_locked_out_and_the_key_renewed(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    theirs = office.desk("wang", LENT)
    with theirs.reading() as work:
        old = holding.opened(theirs, work, case_id).key
    sharing.remove_mediator(office.first, case_id, wang)
    with pytest.raises(NotAllowed):
        caucus.talk(theirs, case_id)
    with office.first.reading() as work:
        assert holding.opened(office.first, work, case_id).key != old
    assert notes(office.first, case_id) == [SECRET]


def test_a_supervisor_names_a_mediator_whom_a_holder_lets_in_by_an_act_of_their_own(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    colleague(office, "boss", Role.SUPERVISOR)
    boss = office.desk("boss", LENT)
    sharing.add_mediator(boss, case_id, wang)
    newcomer = office.desk("wang", LENT)
    assert reading.case(newcomer, case_id).own
    caucus.note(office.first, case_id, Side.RESPONDENT, "可以分两期")
    with pytest.raises(NotHeld):  # writing in the case lets nobody in
        caucus.talk(newcomer, case_id)
    for unheld in (boss, newcomer):
        with pytest.raises(DeskError):
            let_in(unheld, case_id, wang)
    let_in(office.first, case_id, wang)
    assert notes(newcomer, case_id) == [SECRET, "可以分两期"]


def test_whoever_got_other_keys_since_their_fingerprint_was_shown_is_not_let_in(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    sharing.add_mediator(office.first, case_id, wang)
    shown = Recipients(office.first).fingerprint(wang)
    accounts.reset_password(office.first, wang, "新借来的口令 4471")
    assert shown
    with pytest.raises(DeskError, match="changed since they were shown"):
        sharing.let_in(office.first, case_id, wang, shown)
    with pytest.raises(NotHeld):
        caucus.talk(office.desk("wang", "新借来的口令 4471"), case_id)


def test_nobody_is_let_in_twice_or_without_being_on_the_case(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    with pytest.raises(DeskError, match="Put that person on the case"):
        let_in(office.first, case_id, wang)
    share(office.first, case_id, wang)
    with pytest.raises(DeskError, match="holds this case's key already"):
        let_in(office.first, case_id, wang)
    with pytest.raises(DeskError, match="mediator of this case already"):
        sharing.add_mediator(office.first, case_id, wang)


def test_a_reset_password_loses_the_seals_until_a_holder_lets_them_in_again(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    accounts.reset_password(office.first, wang, "新借来的口令 4471")
    with pytest.raises(WrongPassword):
        office.desk("wang", LENT)
    back = office.desk("wang", "新借来的口令 4471")
    assert accounts.must_change_password(back)
    caucus.note(office.first, case_id, Side.RESPONDENT, "再谈")
    with pytest.raises(NotHeld):
        caucus.talk(back, case_id)
    let_in(office.first, case_id, wang)
    assert notes(back, case_id) == [SECRET, "再谈"]


def test_who_left_the_office_is_locked_out_of_the_next_words(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    accounts.disable(office.first, wang)
    with pytest.raises(DeskError, match="disabled"):
        office.desk("wang", LENT)
    caucus.note(office.first, case_id, Side.RESPONDENT, "新话")
    with office.first.reading() as work:
        assert work.members.of(case_id) == {office.first.who.account_id}
    assert notes(office.first, case_id) == [SECRET, "新话"]


def test_the_escrow_is_no_mediator_to_be_sent_away_or_put_in_charge(office: Office) -> None:
    accounts.new_escrow_code(office.first)
    case_id = accepted(office.first)
    for verb in (sharing.remove_mediator, sharing.hand_over):
        with pytest.raises(DeskError) as told:
            verb(office.first, case_id, ESCROW_ACCOUNT)
        assert told.value.field == "mediator"


def test_a_case_is_handed_only_to_somebody_who_mediates(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    accounts.disable(office.first, wang)
    with pytest.raises(DeskError) as told:
        sharing.hand_over(office.first, case_id, wang)
    assert told.value.field == "mediator"
