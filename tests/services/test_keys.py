"""Seals: what a side said alone is for the case's mediators, and for nobody else whatever the rank."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.money import yuan
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import KindOfWork, PartyKind, SealedKind, Side
from mediation_desk.domain.vocabulary import Role as Part
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history, keys, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.store.vault.recovery import WrongCode
from mediation_desk.store.vault.seals import ESCROW_ACCOUNT
from mediation_desk.store.vault.vault import WrongPassword
from tests.offices import PASSWORD, Office

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
    keys.add_mediator(office.first, case_id, wang)
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
    keys.add_mediator(office.first, case_id, wang)
    theirs = office.desk("wang", LENT)
    with theirs.reading() as work:
        old = keys.case_key(theirs, work, case_id)
    keys.remove_mediator(office.first, case_id, wang)
    with pytest.raises(NotAllowed):
        caucus.talk(theirs, case_id)
    with office.first.reading() as work:
        assert keys.case_key(office.first, work, case_id) != old
    assert notes(office.first, case_id) == [SECRET]


def test_a_supervisor_names_a_mediator_who_gets_the_key_when_a_colleague_writes(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    colleague(office, "boss", Role.SUPERVISOR)
    keys.add_mediator(office.desk("boss", LENT), case_id, wang)
    newcomer = office.desk("wang", LENT)
    assert reading.case(newcomer, case_id).own
    with pytest.raises(DeskError, match="does not hold this case's key yet"):
        caucus.talk(newcomer, case_id)
    caucus.note(office.first, case_id, Side.RESPONDENT, "可以分两期")
    assert notes(newcomer, case_id) == [SECRET, "可以分两期"]


def test_a_reset_password_loses_the_seals_until_a_colleague_shares_again(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    keys.add_mediator(office.first, case_id, wang)
    accounts.reset_password(office.first, wang, "新借来的口令 4471")
    with pytest.raises(WrongPassword):
        office.desk("wang", LENT)
    back = office.desk("wang", "新借来的口令 4471")
    assert accounts.must_change_password(back)
    with pytest.raises(DeskError, match="does not hold"):
        caucus.talk(back, case_id)
    caucus.note(office.first, case_id, Side.RESPONDENT, "再谈")
    assert notes(back, case_id) == [SECRET, "再谈"]


def test_who_left_the_office_is_locked_out_of_the_next_words(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    keys.add_mediator(office.first, case_id, wang)
    accounts.disable(office.first, wang)
    with pytest.raises(DeskError, match="disabled"):
        office.desk("wang", LENT)
    caucus.note(office.first, case_id, Side.RESPONDENT, "新话")
    with office.first.reading() as work:
        assert work.members.of(case_id) == {office.first.who.account_id}
    assert notes(office.first, case_id) == [SECRET, "新话"]


def test_the_escrow_sheet_restores_a_seal_and_leaves_a_trace_in_the_journal(office: Office) -> None:
    code = accounts.new_escrow_code(office.first)
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    colleague(office, "boss", Role.SUPERVISOR)
    keys.add_mediator(office.desk("boss", LENT), case_id, wang)
    newcomer = office.desk("wang", LENT)
    other = accounts.new_escrow_code(office.first)
    with pytest.raises(WrongCode):
        keys.restore_from_escrow(newcomer, case_id, other)
    keys.restore_from_escrow(newcomer, case_id, code)
    assert notes(newcomer, case_id) == [SECRET]
    assert "recover_seal" in {line.entry.verb for line in history.timeline(office.first, case_id)}


def test_the_recovery_drill_tells_a_good_sheet_from_an_old_one(office: Office) -> None:
    old = accounts.new_recovery_code(office.first)
    assert accounts.drill(office.first, old)
    new = accounts.new_recovery_code(office.first)
    assert not accounts.drill(office.first, old)
    assert accounts.drill(office.first, new)


def test_the_own_password_changes_and_the_seals_stay(office: Office) -> None:
    case_id = accepted(office.first)
    accounts.change_password(office.first, PASSWORD, "换一个口令 5512", "换一个口令 5512")
    assert notes(office.desk("chen", "换一个口令 5512"), case_id) == [SECRET]


def test_the_last_administrator_stays_one(office: Office) -> None:
    with pytest.raises(DeskError, match="only administrator"):
        accounts.change(office.first, office.first.who.account_id, "陈守信", frozenset({Role.MEDIATOR}))


def test_bottom_lines_make_a_zone_that_only_mediators_see(office: Office) -> None:
    case_id = accepted(office.first)
    caucus.set_bottom_line(office.first, case_id, Side.APPLICANT, yuan("29000"), most_instalments=2)
    assert caucus.talk(office.first, case_id).zone is None
    caucus.set_bottom_line(office.first, case_id, Side.RESPONDENT, yuan("31000"), fewest_instalments=2)
    zone = caucus.talk(office.first, case_id).zone
    assert zone is not None
    assert (zone.exists, str(zone.low), str(zone.high), zone.fewest_instalments, zone.most_instalments) == (
        True, "29,000.00", "31,000.00", 2, 2)


def test_the_escrow_is_no_mediator_to_be_sent_away_or_put_in_charge(office: Office) -> None:
    accounts.new_escrow_code(office.first)
    case_id = accepted(office.first)
    for verb in (keys.remove_mediator, keys.hand_over):
        with pytest.raises(DeskError) as told:
            verb(office.first, case_id, ESCROW_ACCOUNT)
        assert told.value.field == "mediator"


def test_a_case_is_handed_only_to_somebody_who_mediates(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    keys.add_mediator(office.first, case_id, wang)
    accounts.disable(office.first, wang)
    with pytest.raises(DeskError) as told:
        keys.hand_over(office.first, case_id, wang)
    assert told.value.field == "mediator"
