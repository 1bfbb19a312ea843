"""H3. Disabled, demoted or taken off the case while signed in: refused at the next step, not the next day."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import Side
from mediation_desk.services import drafts, history, reading
from mediation_desk.services.desk import Desk, ShutOut
from mediation_desk.services.keys import holding, looking, sharing
from mediation_desk.services.keys.holding import NotHeld
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import upkeep
from tests.holders import share
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, SECRET, accepted, colleague, notes
from tests.trust.forgers import states

Verb = Callable[[Desk, UUID], object]
SEALED: list[Verb] = [
    caucus.talk, holding.require_held, lambda d, c: caucus.note(d, c, Side.APPLICANT, "走后的话"),
    lambda d, c: caucus.forget(d, c, c)]
OPEN: list[Verb] = [
    reading.case, looking.watch, history.timeline, history.undo,
    lambda d, _c: reading.page(d, CaseFilter(), 0, 9),
    lambda d, _c: reading.find(d, "马晓岚"), lambda d, _c: reading.day(d), lambda d, _c: upkeep.standing(d),
    lambda d, _c: drafts.keep(d, "case/cause", "没写完")]


@pytest.fixture
def case_id(office: Office) -> UUID:
    return accepted(office.first)


@pytest.fixture
def theirs(office: Office, case_id: UUID) -> Desk:
    """王, who holds the case's key and sits at a desk of their own."""
    share(office.first, case_id, colleague(office, "wang", Role.MEDIATOR, Role.SUPERVISOR))
    desk = office.desk("wang", LENT)
    assert notes(desk, case_id) == [SECRET]
    return desk


def test_one_who_was_disabled_reads_and_writes_nothing_more(office: Office, theirs: Desk,
                                                           case_id: UUID) -> None:
    """Prevented, in words, for every reading and every writing."""
    accounts.disable(office.first, theirs.who.account_id)
    for verb in (*SEALED, *OPEN):
        with pytest.raises(ShutOut, match="disabled meanwhile"):
            verb(theirs, case_id)
    assert upkeep.prove(theirs) == []  # shows no case; the row that shuts somebody out may be a forged one


def test_one_who_was_disabled_never_renews_a_key_and_the_next_holder_does(office: Office, theirs: Desk,
                                                                         case_id: UUID) -> None:
    accounts.disable(office.first, theirs.who.account_id)
    before = states(office.first, case_id)
    with pytest.raises(ShutOut):
        caucus.note(theirs, case_id, Side.APPLICANT, "走后的话")
    assert [one.id for one in states(office.first, case_id)] == [one.id for one in before]
    caucus.note(office.first, case_id, Side.APPLICANT, "新话")
    latest = states(office.first, case_id)[-1]
    assert latest.generation == before[-1].generation + 1
    assert [line.account_id for line in latest.lines] == [office.first.who.account_id]
    assert notes(office.first, case_id) == [SECRET, "新话"]


def test_one_who_mediates_no_more_reads_nothing_sealed(office: Office, theirs: Desk, case_id: UUID) -> None:
    """Prevented at the next reading; as a supervisor they still see how the case stands."""
    accounts.change(office.first, theirs.who.account_id, "王", frozenset({Role.SUPERVISOR}))
    for verb in SEALED:
        with pytest.raises(NotAllowed):
            verb(theirs, case_id)
    assert reading.case(theirs, case_id).case.number


def test_one_whose_password_was_reset_reads_and_writes_nothing_more(office: Office, theirs: Desk,
                                                                    case_id: UUID) -> None:
    """Prevented, in words: whoever sits there came in with the former password, which somebody may have
    learnt. Who signs in with the new one goes on."""
    accounts.reset_password(office.first, theirs.who.account_id, "新借来的口令 4471")
    for verb in (*SEALED, *OPEN):
        with pytest.raises(ShutOut, match="reset meanwhile"):
            verb(theirs, case_id)
    assert reading.case(office.desk("wang", "新借来的口令 4471"), case_id).own


def test_what_was_said_alone_is_taken_back_and_put_back_by_holders_alone(office: Office, case_id: UUID
                                                                        ) -> None:
    """One who was put on the case without its key takes no bottom line out from under its zone."""
    sharing.add_mediator(office.first, case_id, colleague(office, "li", Role.MEDIATOR))
    li, (word,) = office.desk("li", LENT), caucus.talk(office.first, case_id).words
    with pytest.raises(NotHeld):
        caucus.forget(li, case_id, word.id)
    caucus.forget(office.first, case_id, word.id)
    with pytest.raises(NotHeld):
        history.restore(li, case_id, "sealed_items", str(word.id))
    history.restore(office.first, case_id, "sealed_items", str(word.id))
    assert notes(office.first, case_id) == [SECRET]


def test_a_step_with_a_private_word_is_taken_back_by_who_still_holds_the_key(office: Office, theirs: Desk,
                                                                            case_id: UUID) -> None:
    caucus.note(theirs, case_id, Side.RESPONDENT, "王记的话")
    accounts.change(office.first, theirs.who.account_id, "王", frozenset({Role.MEDIATOR}))
    with pytest.raises(NotHeld):
        history.undo(theirs, case_id)
    assert notes(office.first, case_id) == [SECRET, "王记的话"]


def test_lists_reach_no_further_than_the_roles_of_today(office: Office, theirs: Desk, case_id: UUID) -> None:
    other = accepted(office.first)
    assert {row.case_id for row in reading.page(theirs, CaseFilter(), 0, 9)} == {case_id, other}
    accounts.change(office.first, theirs.who.account_id, "王", frozenset({Role.MEDIATOR}))
    assert {row.case_id for row in reading.page(theirs, CaseFilter(), 0, 9)} == {case_id}
    accounts.change(office.first, theirs.who.account_id, "王", frozenset({Role.ADMINISTRATOR}))
    assert reading.page(theirs, CaseFilter(), 0, 9) == [] and reading.find(theirs, "马晓岚") == []
    assert accounts.everybody(theirs)  # and as far as them


def test_an_administrator_who_was_demoted_manages_nothing_more(office: Office, case_id: UUID) -> None:
    second = colleague(office, "admin", Role.ADMINISTRATOR)
    admin = office.desk("admin", LENT)
    accounts.change(office.first, second, "管理员", frozenset({Role.MEDIATOR}))
    for verb in (accounts.everybody, accounts.new_recovery_code, accounts.new_escrow_code,
                 lambda d: accounts.reset_password(d, office.first.who.account_id, "不该成功的口令 9"),
                 lambda d: accounts.disable(d, office.first.who.account_id)):
        with pytest.raises(NotAllowed):
            verb(admin)
