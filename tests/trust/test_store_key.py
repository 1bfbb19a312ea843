"""A renewed store key against whoever kept the former one: an old vault, an old sheet, an old copy of all."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services.keys.recipients import Recipients
from mediation_desk.services.library import Library
from mediation_desk.services.office import accounts
from mediation_desk.services.upkeep import store_key, upkeep
from mediation_desk.store.engines.embedded import driver, keyed
from mediation_desk.store.engines.readable import StoreUnreadable
from mediation_desk.store.journal.chain import OFFICE, entry_stamp, head_stamp, journal_key, linked, said
from mediation_desk.store.journal.first import first_link
from mediation_desk.store.journal.heads import head_of
from mediation_desk.store.journal.present_key import FormerKey
from mediation_desk.store.store import DATABASE
from mediation_desk.store.tables.cases import case_key_wraps
from mediation_desk.store.tables.desk import settings
from mediation_desk.store.tables.journal import journal, journal_chains, journal_head
from mediation_desk.store.vault.document import VaultDamaged, read_vault_text
from mediation_desk.store.vault.recovery import drill
from mediation_desk.store.vault.seals import wrap_for, wrap_salt
from mediation_desk.store.verify.findings import Damage
from tests.faults import released
from tests.faults.released import Released
from tests.offices import PASSWORD, Office
from tests.services.keys.test_sharing import LENT, SECRET, accepted, colleague, notes
from tests.trust.test_vault import put_back, text_of

ALSO = (StoreUnreadable, FormerKey)


def test_an_old_vault_put_back_opens_nothing_with_whosever_password(office: Office) -> None:
    colleague(office, "wang", Role.MEDIATOR)
    older = text_of(office)
    store_key.renew(office.first, PASSWORD)
    newest = text_of(office)
    put_back(office, older)
    office.first.store.close()
    for login, password in (("chen", PASSWORD), ("wang", LENT)):
        with pytest.raises(ALSO):
            office.desk(login, password)
    put_back(office, newest)
    assert upkeep.prove(office.desk("wang", LENT)) == []


def test_the_old_sheet_opens_neither_the_new_vault_nor_the_store_through_the_old_one(office: Office) -> None:
    code = accounts.new_recovery_code(office.first)
    older = read_vault_text(text_of(office))
    store_key.renew(office.first, PASSWORD)
    assert not drill(office.place.vault.read(), code)
    assert drill(older, code)  # the arithmetic holds; what it opens is the former key
    assert not accounts.drill(office.first, code)


def test_the_old_store_key_does_not_open_the_file(office: Office, tmp_path: Path) -> None:
    if office.place.folder is None:
        return
    former = office.first.store.opened.store_key
    store_key.renew(office.first, PASSWORD)
    office.first.store.close()
    with closing(keyed(str(office.place.folder / DATABASE), former)) as connection, \
            pytest.raises(driver().DatabaseError):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def test_who_kept_the_former_key_forges_no_entry_that_the_verification_accepts(office: Office) -> None:
    """A name altered with its entry, the digests linked anew, stamps and head made with the former key."""
    wang, former = colleague(office, "wang", Role.MEDIATOR), office.first.store.opened.store_key
    store_key.renew(office.first, PASSWORD)
    key = journal_key(former)
    with office.first.store.engine.begin() as connection:
        connection.execute(text("UPDATE accounts SET name = '另一个人' WHERE login = 'wang'"))
        rows = connection.execute(select(journal).where(journal.c.chain == OFFICE)
                                  .order_by(journal.c.number)).mappings().all()
        head = connection.execute(select(journal_chains).where(
            journal_chains.c.chain == OFFICE)).mappings().one()
        digest = bytes(head["origin"])
        for row in rows:
            forged = dict(row)
            if row["row_id"] == str(wang):
                forged["changes"] = str(row["changes"]).replace("Wang", "另一个人")
            content = said(forged)
            digest = linked(digest, content)
            here = (journal.c.chain == OFFICE, journal.c.number == row["number"])
            connection.execute(update(journal).where(*here).values(
                changes=forged["changes"], digest=digest, hash=entry_stamp(key, content, digest)))
        moved = dict(head) | {"digest": digest}
        connection.execute(update(journal_chains).where(journal_chains.c.chain == OFFICE).values(
            digest=digest, stamp=head_stamp(key, head_of(moved))))
    assert Damage.JOURNAL in {one.damage for one in upkeep.prove(office.first)}
    with pytest.raises(DeskError, match="altered outside the program"):
        accounts.disable(office.first, wang)


def test_who_kept_the_former_key_slips_in_no_wrap(office: Office) -> None:
    """They know every public key, and may write any row of the server."""
    case_id, former = accepted(office.first), office.first.store.opened.store_key
    store_key.renew(office.first, PASSWORD)
    assert notes(office.first, case_id) == [SECRET]
    public = Recipients(office.first).public_key(office.first.who.account_id)
    assert public is not None
    forged = wrap_for(b"\x09" * 32, public, case_id, office.first.who.account_id, salt=wrap_salt(former))
    with office.first.store.engine.begin() as connection:
        connection.execute(update(case_key_wraps).values(wrapped=forged))
    with pytest.raises(DeskError):
        notes(office.first, case_id)
    assert "vouched" in {field for one in upkeep.prove(office.first) for field in one.fields}


def test_a_server_operator_hands_nobody_a_store_key_of_their_own(office: Office) -> None:
    """The box is bound to the key before, which the operator never had."""
    colleague(office, "wang", Role.MEDIATOR)
    store_key.renew(office.first, PASSWORD)
    other = office.place.vault.read()
    entry = next(one for one in other.entries if one.login == "wang")
    box = entry.boxes[0]
    put_back(office, text_of(office).replace(_text(box), _text(bytes(reversed(box)))))
    with pytest.raises(VaultDamaged):
        office.desk("wang", LENT)


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def test_the_setting_taken_out_lets_no_former_key_write(office: Office) -> None:
    """An operator puts the old vault back and takes out the setting that names the present key."""
    if office.place.folder is not None:
        return
    colleague(office, "wang", Role.MEDIATOR)
    older = text_of(office)
    store_key.renew(office.first, PASSWORD)
    put_back(office, older)
    with office.first.store.engine.begin() as connection:
        connection.execute(settings.delete().where(settings.c.name == "store_key"))
    theirs = office.desk()
    with pytest.raises(DeskError, match="altered outside the program"):
        accounts.add(theirs, accounts.AccountDraft("xu", "Xu", frozenset({Role.MEDIATOR}), LENT))
    assert upkeep.prove(theirs) != []


@pytest.fixture(params=["embedded", "shared"])
def first(request: pytest.FixtureRequest, tmp_path: Path, library_shelf: Library) -> Iterator[Released]:
    """The first schema's store on each engine."""
    with released.store_of("0001", request, tmp_path, library_shelf) as made:
        yield made


def test_the_first_journal_is_verified_with_the_key_of_its_day_and_not_linked_anew(first: Released) -> None:
    desk = first.desk()
    former = desk.store.opened.store_key
    for _ in range(2):
        store_key.renew(desk, PASSWORD)
        assert upkeep.prove(desk) == []
    key, link = journal_key(former), b"\0" * 32
    with desk.store.engine.begin() as connection:  # two entries change places in it
        rows = [dict(row) for row in connection.execute(
            select(journal).where(journal.c.seq.is_not(None)).order_by(journal.c.seq)).mappings()]
        rows[3], rows[4] = rows[4], rows[3]
        connection.execute(update(journal).where(journal.c.seq.is_not(None)).values(seq=None))
        for seq, row in enumerate(rows, 1):
            link = first_link(key, link, row | {"seq": seq})
            here = (journal.c.chain == row["chain"], journal.c.number == row["number"])
            connection.execute(update(journal).where(*here).values(seq=seq, hash=link))
        connection.execute(update(journal_head).values(hash=link))
    assert "journal_head" in {one.table for one in upkeep.prove(desk)}
