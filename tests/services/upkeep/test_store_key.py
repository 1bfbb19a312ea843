"""Renewing the store key: everybody comes in as before, nothing former does, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import Role as Part
from mediation_desk.domain.vocabulary import Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import drafts, reading
from mediation_desk.services.desk import Desk, KeyRenewed
from mediation_desk.services.intake import registering
from mediation_desk.services.keys import escrow, looking, sharing
from mediation_desk.services.mediation import caucus
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import store_key, upkeep
from mediation_desk.services.upkeep.store_key import Why
from mediation_desk.store.journal import entries as journal
from mediation_desk.store.pace import Stopped
from mediation_desk.store.vault.vault import WrongPassword
from mediation_desk.store.verify.findings import Damage
from tests.holders import share
from tests.offices import PASSWORD, Office, embedded_place
from tests.services.keys.test_sharing import LENT, SECRET, accepted, colleague, notes


def alone(office: Office) -> Desk:
    """The administrator's desk, and no other open on the store: a file takes no second one meanwhile."""
    for desk in office.opened:
        desk.store.close()
    return office.first


# -- everybody comes in ------------------------------------------------------------------------


def test_everybody_signs_in_with_their_own_password_and_reads_what_is_sealed(office: Office) -> None:
    case_id = accepted(office.first)
    wang, xu = (colleague(office, one, Role.MEDIATOR) for one in ("wang", "xu"))
    share(office.first, case_id, wang)
    share(office.first, case_id, xu)
    drafts.keep(office.desk("wang", LENT), "place", "半句话")
    former = office.first.store.opened.store_key
    store_key.renew(alone(office), PASSWORD)
    assert office.first.store.opened.store_key != former
    assert notes(office.first, case_id) == [SECRET]
    for login in ("wang", "xu"):
        theirs = office.desk(login, LENT)
        assert notes(theirs, case_id) == [SECRET] and upkeep.prove(theirs) == []
        theirs.store.close()
    theirs = office.desk("wang", LENT)
    assert drafts.all_kept(theirs) == {"place": "半句话"}
    assert not theirs.store.place.vault.read().of(wang).boxes  # laid under the password by now


def test_who_signs_in_after_several_renewals_alone_still_comes_in(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    drafts.keep(office.desk("wang", LENT), "place", "半句话")
    for _ in range(3):
        store_key.renew(alone(office), PASSWORD)
    theirs = office.desk("wang", LENT)
    assert notes(theirs, case_id) == [SECRET] and drafts.all_kept(theirs) == {"place": "半句话"}
    accounts.change_password(theirs, LENT, "祁连山下好牧场 8", "祁连山下好牧场 8")
    theirs.store.close()
    assert notes(office.desk("wang", "祁连山下好牧场 8"), case_id) == [SECRET]
    assert upkeep.prove(office.first) == []


def test_work_goes_on_at_the_desk_that_renewed_it(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    store_key.renew(alone(office), PASSWORD)
    share(office.first, case_id, wang)
    assert notes(office.desk("wang", LENT), case_id) == [SECRET]
    sharing.remove_mediator(office.first, case_id, wang)
    assert upkeep.prove(office.first) == []
    caucus.note(office.first, case_id, Side.APPLICANT, "又说了一句")
    assert notes(office.first, case_id) == [SECRET, "又说了一句"]
    assert upkeep.prove(office.first) == []


def test_a_disabled_account_comes_in_again_once_it_is_enabled_after_the_renewal(office: Office) -> None:
    wang = colleague(office, "wang", Role.MEDIATOR)
    accounts.disable(office.first, wang)
    store_key.renew(alone(office), PASSWORD)
    with pytest.raises(DeskError, match="disabled"):
        office.desk("wang", LENT)
    accounts.enable(office.first, wang)
    assert upkeep.prove(office.desk("wang", LENT)) == []


# -- the sheets --------------------------------------------------------------------------------


def test_the_recovery_sheet_is_void_and_asked_for_until_it_is_printed_anew(office: Office) -> None:
    code = accounts.new_recovery_code(office.first)
    store_key.renew(office.first, PASSWORD)
    assert not accounts.has_recovery_sheet(office.first) and not accounts.drill(office.first, code)
    fresh = accounts.new_recovery_code(office.first)
    office.first.pauses.forget()
    assert accounts.drill(office.first, fresh) and not accounts.drill(office.first, code)


def test_the_escrow_sheet_restores_a_case_that_was_left_with_it_before(office: Office) -> None:
    code = accounts.new_escrow_code(office.first)
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    sharing.add_mediator(office.first, case_id, wang)
    store_key.renew(office.first, PASSWORD)
    theirs = office.desk("wang", LENT)
    assert not looking.watch(theirs, case_id).holds
    escrow.restore_from_escrow(theirs, case_id, code)
    assert notes(theirs, case_id) == [SECRET] and upkeep.prove(theirs) == []
    assert looking.watch(office.first, case_id).strange == ()


def test_who_agreed_to_the_escrow_sheet_is_not_asked_again(office: Office) -> None:
    accounts.new_escrow_code(office.first)
    store_key.renew(office.first, PASSWORD)
    case_id = accepted(office.first)
    assert not any(one.is_escrow for one in looking.watch(office.first, case_id).waiting)


# -- who may, and why ----------------------------------------------------------------------------


def test_an_administrator_renews_it_with_their_own_password_alone(office: Office) -> None:
    colleague(office, "wang", Role.MEDIATOR)
    former = office.first.store.opened.store_key
    theirs = office.desk("wang", LENT)
    for verb in (lambda: store_key.renew(theirs, LENT), lambda: store_key.reasons(theirs)):
        with pytest.raises(NotAllowed):
            verb()
    for _ in range(3):
        with pytest.raises(WrongPassword):
            store_key.renew(office.first, "x" + PASSWORD)
    with pytest.raises(DeskError, match="Too many wrong passwords"):
        store_key.renew(office.first, PASSWORD)
    assert office.first.store.opened.store_key == former


def test_the_office_is_told_who_renewed_it(office: Office) -> None:
    store_key.renew(office.first, PASSWORD)
    with office.first.reading() as work:
        told = journal.of_row(work.connection, None, "settings", "store_key")
    assert [(one.verb, one.account_id) for one in told] == [("renew_store_key", office.first.who.account_id)]


def test_it_is_offered_for_whoever_left_lost_a_role_or_lost_the_password(office: Office) -> None:
    wang, xu, ding, bai = (colleague(office, one, Role.MEDIATOR) for one in ("wang", "xu", "ding", "bai"))
    desk = office.first
    assert store_key.reasons(desk) == []
    accounts.disable(desk, wang)
    accounts.change(desk, xu, "Xu", frozenset({Role.SUPERVISOR}))
    accounts.reset_password(desk, ding, "门前的第三棵白杨")
    accounts.change(desk, bai, "Bai", frozenset({Role.MEDIATOR, Role.SUPERVISOR}))  # only given more
    assert [(one.name, one.why) for one in store_key.reasons(desk)] == [
        ("Ding", Why.RESET), ("Xu", Why.OTHER_ROLES), ("Wang", Why.DISABLED)]
    accounts.enable(desk, wang)
    assert [one.name for one in store_key.reasons(desk)] == ["Ding", "Xu"]
    store_key.renew(desk, PASSWORD)
    assert store_key.reasons(desk) == []
    accounts.disable(desk, wang)
    assert [one.name for one in store_key.reasons(desk)] == ["Wang"]


# -- broken off ----------------------------------------------------------------------------------


def test_it_tells_how_far_it_is_and_is_stopped_at_any_step(office: Office) -> None:
    case_id = accepted(office.first)
    former, steps = office.first.store.opened.store_key, list[tuple[int, int]]()

    def stopping(after: int) -> Callable[[], bool]:
        return lambda: len(steps) >= after

    for after in range(4):
        steps.clear()
        with pytest.raises(Stopped):
            store_key.renew(office.first, PASSWORD, progress=lambda done, total: steps.append((done, total)),
                            cancelled=stopping(after))
        assert office.first.store.opened.store_key == former
        assert notes(office.first, case_id) == [SECRET]
        if office.place.folder is not None:
            assert not list(office.place.folder.glob("*.renewed*"))
    assert upkeep.prove(office.first) == []
    steps.clear()
    store_key.renew(office.first, PASSWORD, progress=lambda done, total: steps.append((done, total)))
    assert steps and all(done <= total for done, total in steps)
    assert upkeep.prove(office.first) == []


# -- backups -------------------------------------------------------------------------------------


def test_backups_of_before_open_with_their_own_day_and_hold_the_store_to_what_it_was(
    office: Office, tmp_path: Path
) -> None:
    case_id, stick = accepted(office.first), tmp_path / "stick"
    stick.mkdir()
    upkeep.set_folder(office.first, stick)
    before = upkeep.back_up(office.first)
    store_key.renew(office.first, PASSWORD)
    assert upkeep.look_inside(before.path, "chen", PASSWORD, office.first.pauses).cases == 1
    assert upkeep.prove(office.first) == []
    with office.first.store.engine.begin() as connection:  # who holds the new key cuts off the ledger
        kept = connection.execute(text("SELECT total FROM journal_ledger ORDER BY number")).scalars().all()
        connection.execute(text("UPDATE journal_ledger SET total = total + 1 WHERE number = 1"))
    assert kept and Damage.ROLLED_BACK in {one.damage for one in upkeep.prove(office.first)}
    assert notes(office.first, case_id) == [SECRET]


@pytest.mark.parametrize("after", [False, True])
def test_a_backup_of_either_day_is_restored_into_a_store_that_everybody_opens(
    office: Office, tmp_path: Path, after: bool
) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    if after:
        store_key.renew(office.first, PASSWORD)
    made = upkeep.back_up(office.first, tmp_path / "stick")
    if not after:
        store_key.renew(office.first, PASSWORD)
    place = embedded_place(tmp_path / "restored")
    upkeep.restore(made.path, "chen", PASSWORD, place, office.around)
    office.place = place
    for login, password in (("chen", PASSWORD), ("wang", LENT)):
        theirs = office.desk(login, password)
        assert notes(theirs, case_id) == [SECRET] and upkeep.prove(theirs) == []
        theirs.store.close()


# -- another desk that is open meanwhile ---------------------------------------------------------


def test_another_desk_on_the_server_is_told_at_its_next_step_and_its_typing_is_kept(office: Office) -> None:
    case_id, wang = accepted(office.first), colleague(office, "wang", Role.MEDIATOR)
    share(office.first, case_id, wang)
    if office.place.folder is not None:
        return  # a file is open at one desk alone
    theirs = office.desk("wang", LENT)
    assert notes(theirs, case_id) == [SECRET]
    store_key.renew(office.first, PASSWORD)
    steps: list[Callable[[], object]] = [
        lambda: reading.case(theirs, case_id), lambda: caucus.talk(theirs, case_id),
        lambda: caucus.note(theirs, case_id, Side.APPLICANT, "新的话"),
        lambda: upkeep.prove(theirs), lambda: upkeep.standing(theirs)]
    for step in steps:
        with pytest.raises(KeyRenewed, match="sign in again"):
            step()
    drafts.keep(theirs, "place", "还没存的话")
    again = office.desk("wang", LENT)
    assert drafts.all_kept(again) == {"place": "还没存的话"} and notes(again, case_id) == [SECRET]
    assert upkeep.prove(again) == []


def test_a_case_that_another_desk_is_just_registering_is_not_kept_under_the_former_key(
    office: Office
) -> None:
    """The unit of work begins before the renewal, and its commit comes after: nothing of it is saved."""
    if office.place.folder is not None:
        return
    colleague(office, "wang", Role.MEDIATOR)
    theirs = office.desk("wang", LENT)
    require, renewed = theirs.store.require_present, list[bool]()

    def meanwhile(work: object) -> None:
        require(work)  # type: ignore[arg-type]
        if not renewed:
            renewed.append(True)
            store_key.renew(office.first, PASSWORD)

    theirs.store.require_present = meanwhile  # type: ignore[method-assign]
    draft = registering.IntakeDraft(date(2024, 11, 25),
                                    parties=[registering.PartyDraft(Part.APPLICANT, "马晓岚")])
    with pytest.raises(KeyRenewed):
        registering.register(theirs, draft)
    assert upkeep.prove(office.first) == []
    assert registering.register(office.desk("wang", LENT), draft).result


def test_a_backup_that_was_begun_before_is_not_given_a_key_file_that_does_not_open_it(
    office: Office, tmp_path: Path
) -> None:
    if office.place.folder is not None:
        return
    accepted(office.first)
    colleague(office, "wang", Role.MEDIATOR)
    theirs, renewed = office.desk("wang", LENT), list[bool]()

    def progress(_done: int, _total: int) -> None:
        if not renewed:
            renewed.append(True)
            store_key.renew(office.first, PASSWORD)

    with pytest.raises(KeyRenewed):
        upkeep.back_up(theirs, tmp_path / "stick", progress=progress)
    assert list((tmp_path / "stick").iterdir()) == []
