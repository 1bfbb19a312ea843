"""A store in which 100,000 agreements are being performed: built once per schema, kept in .benchmarks/."""

from __future__ import annotations

import gc
import random
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, insert

from mediation_desk.domain.accounts import Account
from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.case import Case
from mediation_desk.domain.keys import new_key
from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.domain.money import Money
from mediation_desk.domain.performance.following import PaymentNote
from mediation_desk.domain.performance.ledger import Payment
from mediation_desk.domain.settlement.agreement import Agreement, Instalment, InstalmentShare, Share
from mediation_desk.domain.settlement.terms import matrix
from mediation_desk.domain.summary import agenda, summarise
from mediation_desk.domain.vocabulary import DefaultClause, Station
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Founding
from mediation_desk.store import schema
from mediation_desk.store.store import in_folder
from mediation_desk.store.tables import cases as tables
from mediation_desk.store.tables.columns import renamed
from mediation_desk.store.tables.desk import agenda_rows, case_rows
from tests.benchmarks import large_store
from tests.benchmarks.large_store import BATCH, FOLDER, TODAY, seated, surroundings
from tests.offices import PASSWORD, SETTINGS

CASES, INSTALMENTS, MEDIATORS = 100_000, 3, 50
TABLES = (tables.cases, tables.parties, tables.agreements, tables.shares, tables.instalments,
          tables.instalment_shares, tables.payments, tables.payment_notes, tables.case_key_wraps, case_rows,
          agenda_rows)
Rows = dict[Table, list[dict[str, Any]]]


def opened(said: Any = print, cases: int = CASES) -> tuple[Desk, Desk]:
    """The desks of one who sees every case and of a mediator of some two thousand."""
    import hashlib

    recipe = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    folder = FOLDER / f"owing-{cases}-{schema.NEWEST}-{recipe}"
    for old in FOLDER.glob("owing-*"):
        if old != folder and not (old / "whole").exists():
            shutil.rmtree(old)
    if not (folder / "whole").exists():
        said(f"building a store with {cases:,} agreements for {folder}/ (once)")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _build(folder, cases)
    desk = sign_in.sign_in(in_folder(folder / "office"), "chen", PASSWORD, surroundings(folder))
    with desk.reading() as work:
        other = max(account.id for account in work.accounts.all())
    return desk, seated(desk, other)


def _build(folder: Path, cases: int) -> None:
    gc.disable()
    founding = Founding(SETTINGS, "chen", "陈守信", PASSWORD, PASSWORD, frozenset(AccountRole))
    desk = sign_in.found(in_folder(folder / "office"), founding, surroundings(folder))
    with desk.work("add_account") as work:
        for number in range(1, MEDIATORS):
            work.accounts.add(Account(id=work.new_key(), login=f"mediator{number}", name=f"调解员{number}",
                                      roles=frozenset({AccountRole.MEDIATOR}), public_key=b"",
                                      created_at=work.who.now))
        work.commit()
    made, serial = _cases(desk, cases), count(1)
    while batch := list(islice(made, BATCH)):
        with desk.store.engine.begin() as connection:
            _write(connection, desk, batch, serial)
    desk.store.close()
    gc.enable()
    (folder / "whole").touch()


def _write(connection: Connection, desk: Desk, batch: Sequence[tuple[Case, CaseKeyWrap]],
           serial: Iterator[int]) -> None:
    rows: Rows = {table: [] for table in TABLES}
    for case, wrap in batch:
        made = case.signed_agreement
        parts = [part for one in made.instalments_all for part in one.shares_all]
        for table, own in ((tables.cases, [case]), (tables.parties, case.parties_all),
                           (tables.agreements, [made]), (tables.shares, made.shares_all),
                           (tables.instalments, made.instalments_all), (tables.instalment_shares, parts),
                           (tables.payments, case.payments_all), (tables.case_key_wraps, [wrap]),
                           (tables.payment_notes, case.payment_notes_all)):
            rows[table] += [_values(table, one) for one in own]
        rows[case_rows].append({"seq": next(serial), **vars(summarise(case, desk.calendar, case.created_at))})
        rows[agenda_rows] += [dict(vars(one)) for one in agenda(case, desk.calendar)]
    for table, lines in rows.items():
        if lines:
            connection.execute(insert(table), lines)


def _values(table: Table, row: Any) -> dict[str, Any]:
    own = renamed(table)
    return {column.name: getattr(row, own.get(column.name, column.name)) for column in table.columns}


def _cases(desk: Desk, wanted: int) -> Iterator[tuple[Case, CaseKeyWrap]]:
    """Signed over two years; of three instalments some are paid, some are late, most are still to come."""
    chance = random.Random(20250120)
    with desk.reading() as work:
        mediators = sorted(account.id for account in work.accounts.all())
    for number in range(wanted):
        received = TODAY - timedelta(days=(wanted - number) * 700 // wanted)
        case, wrap = large_store._case(chance, number, received, chance.choice(mediators))
        yield _performed(chance, case, received), wrap


def _performed(chance: random.Random, case: Case, received: date) -> Case:
    case.claims_all, case.station = [], Station.PERFORMANCE
    case.status, case.outcome, case.closed_on = type(case.status).OPEN, None, None
    signed = received + timedelta(days=10)
    made = _agreed(chance, case, signed)
    case.agreements_all = [made]
    for part in made.instalments:
        if part.due_on > TODAY or chance.random() < 0.08:
            break
        case.payments_all.append(Payment(
            id=new_key(case.created_at), case_id=case.id, amount=part.amount,
            paid_on=part.due_on + timedelta(days=chance.choice((-2, 0, 0, 0, 1, 3, 20)))))
    if chance.random() < 0.1:
        spoken = TODAY - timedelta(days=chance.randrange(60))
        case.payment_notes_all.append(PaymentNote(
            id=new_key(case.created_at), case_id=case.id, spoken_on=spoken, text="承诺付款",
            promised_on=spoken + timedelta(days=chance.randrange(40)), promised=Money(10_000)))
    return case


def _agreed(chance: random.Random, case: Case, signed: date) -> Agreement:
    workers = case.applicants
    shares = [Money(chance.randrange(100_000, 3_000_000)) for _ in workers]
    whole = sum(share.fen for share in shares)
    made = Agreement(id=new_key(case.created_at), case_id=case.id, total=Money(whole), signed_on=signed,
                     default_clause=chance.choice(list(DefaultClause)))
    parts = made.total.split([1] * INSTALMENTS)
    made.shares_all = [Share(id=new_key(case.created_at), case_id=case.id, agreement_id=made.id,
                             worker_id=one.id, position=at, amount=share)
                       for at, (one, share) in enumerate(zip(workers, shares, strict=True))]
    far = chance.randrange(1, 400)
    for number, (amount, column) in enumerate(zip(parts, matrix(shares, parts), strict=True), start=1):
        part = Instalment(id=new_key(case.created_at), case_id=case.id, agreement_id=made.id, number=number,
                          due_on=signed + timedelta(days=far * number), amount=amount)
        part.shares_all = [_cell(case, part.id, one.id, cell)
                           for one, cell in zip(workers, column, strict=True)]
        made.instalments_all.append(part)
    return made


def _cell(case: Case, part: UUID, worker: UUID, amount: Money) -> InstalmentShare:
    return InstalmentShare(id=new_key(case.created_at), case_id=case.id, instalment_id=part, worker_id=worker,
                           amount=amount)
