"""Whatever somebody changes in any table by SQL, the verification names it, or this page says why it cannot.

Every column of every table is altered, every table gets a row too many, loses one, and has two rows
swapped, on both engines. What is allowed to stay unseen stands in ``UNSEEN`` with its reason.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Column, Connection, Table, delete, insert, select, text, update

from mediation_desk.domain.case import Case
from mediation_desk.domain.copied import CopiedField
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.file_review import FilePointAnswer
from mediation_desk.domain.inquiries import Inquiry
from mediation_desk.domain.intake.companies import Company
from mediation_desk.domain.intake.known import PersonLink
from mediation_desk.domain.intake.layouts import OrderLayout
from mediation_desk.domain.intake.orders import (
    CameBy,
    FoundTrue,
    OrderReply,
    OrderStep,
    OrderStepKind,
    WorkOrder,
)
from mediation_desk.domain.intake.waiting import WaitingMatter
from mediation_desk.domain.mediation.extension import ExtensionConsent
from mediation_desk.domain.mediation.minutes import MinuteEntry
from mediation_desk.domain.mediation.presence import SessionPresence, Stretch
from mediation_desk.domain.mediation.rights import Recusal, RightsTold
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.mediation.told import ToldFact
from mediation_desk.domain.money import Money
from mediation_desk.domain.own_files import OwnForm, OwnTypeface
from mediation_desk.domain.payments.layouts import BankLayout
from mediation_desk.domain.performance.following import PaymentNote, Reminder
from mediation_desk.domain.places import OfficePlace
from mediation_desk.domain.referral.offices import OfficeKind, ReceivingOffice
from mediation_desk.domain.referral.referrals import CaseOrigin, HandOff, Referral
from mediation_desk.domain.serving import ServiceManner, ServiceReceipt
from mediation_desk.domain.settlement.claim_terms import ClaimTerm
from mediation_desk.domain.settlement.debtors import Debtor
from mediation_desk.domain.settlement.signatures import Signature
from mediation_desk.domain.sites import Site
from mediation_desk.domain.sorting.relationship import RelationshipEntry
from mediation_desk.domain.sorting.statements import RespondentStatement
from mediation_desk.domain.vocabulary import (
    Authority,
    ClaimHandling,
    FilePoint,
    MinuteKind,
    PlaceKind,
    Presence,
    ReminderManner,
    RightsAnswer,
    Side,
    Source,
)
from mediation_desk.services import drafts, reading, unmasking
from mediation_desk.services.desk import Desk
from mediation_desk.store.reading.figures.packed.packing import pack_anew
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.tables.evidence import evidence_files
from mediation_desk.store.verify.findings import Finding
from mediation_desk.store.work.work import Work
from tests.offices import Office
from tests.store.tampering import OPEN, SETTLED, busy_office, case_of, findings, otherwise, run

LONG = os.environ.get("SOAK") is not None
TYPING = ("what is being typed is kept for its owner alone and replaced as it goes on; an altered piece does "
          "not open, one that is gone is missed by its owner")
PENDING = "a file that is being taken in is nobody's yet; what nobody finishes is swept away"
NUMBER = "the running number of a line; two dates to come change places in the table, and in no list"
INSTANT = "when a file was taken in says nothing that its exhibit, which the journal keeps, does not say"
LOOSE = "facts that are noted as loose are counted by their rows, which are what they are packed as"
FOLDED = "whether a day's totals were put together already says nothing that their sum does not say"
UNSEEN: Mapping[tuple[str, str], str] = {
    ("drafts", "place"): TYPING, ("drafts", "sealed"): TYPING, ("drafts", "at"): TYPING,
    ("drafts", "one too many"): TYPING, ("drafts", "one less"): TYPING, ("drafts", "two swapped"): TYPING,
    ("evidence_files", "touched_at"): INSTANT, ("evidence_files", "finished_at"): INSTANT,
    ("evidence_files", "one too many, unfinished"): PENDING,
    ("agenda_rows", "seq"): NUMBER, ("agenda_rows", "two swapped"): NUMBER,
    ("party_marks", "seq"): NUMBER, ("party_marks", "two swapped"): NUMBER,
    ("day_totals", "seq"): NUMBER, ("day_totals", "two swapped"): NUMBER, ("day_totals", "folded"): FOLDED,
    ("loose_facts", "seq"): NUMBER, ("loose_facts", "one too many"): LOOSE,
}
"""By table, and column or kind of change."""

ELSEWHERE = {"case_facts", "day_totals"}
"""Tables of which each column is tried in tests/store/verify/test_figures.py, where they alone are judged."""

ONCE = {"alembic_version", "journal_head", "figures_form"}  # have one row, so that none can be swapped


@dataclass(frozen=True)
class Tried:
    """One change to one table."""

    table: str
    what: str
    change: Callable[[Connection], object]


@pytest.fixture(scope="module", params=["embedded", "shared"])
def busy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A busy office on each engine that has a row in every table, and two ledger entries."""
    with busy_office(request, tmp_path_factory.mktemp("mutations")) as office:
        in_every_table(office.first)
        yield office


def in_every_table(desk: Desk) -> None:
    """A row where the busy office has none, and one more entry of the ledger."""
    case_id = case_of(desk, OPEN)
    for place in ("case/cause", "case/facts"):
        drafts.keep(desk, place, "还没有写完的字")
    party = reading.case(desk, case_id).case.applicants[0].id
    unmasking.unmask(desk, case_id, party)
    with desk.case_work(case_id, "edit") as (work, _case):
        work._session.add(RelationshipEntry(id=work.new_key(), case_id=case_id, factor="process_control"))
        work._session.add(RespondentStatement(id=work.new_key(), case_id=case_id, party_id=party,
                                              worker_id=None, element="wage", said="4300.00"))
        work._session.add_all(at_the_table(work.new_key, case_id, party, _session_of(work, case_id)))
        work.commit()
    with desk.case_work(case_of(desk, SETTLED), "edit") as (work, settled):
        made = followed(work.new_key, settled)
        for typeface in (one for one in made if isinstance(one, OwnTypeface)):
            typeface.sha256 = work._session.scalars(select(Exhibit)).all()[0].sha256  # a file that is there
        work._session.add_all([*made, *known_elsewhere(work.new_key, settled),
                               *ordered(work.new_key, settled)])
        work.commit()
    with desk.store.engine.begin() as connection:
        pack_anew(connection)
    with desk.case_work(case_id, "edit") as (work, case):
        case.cause += "（另）"  # so that its facts alone are no longer as they are packed
        work.commit()
    desk.store.tell_ledger(desk.now)


def known_elsewhere(key: Callable[[], UUID], case: Case) -> list[object]:
    """Two rows of all that is kept of who is known from elsewhere, and of what waits to be registered."""
    now = datetime(2024, 12, 7, 2, tzinfo=UTC)
    return [made for number, name in enumerate(("甲", "乙")) for made in (
        PersonLink(id=key(), case_id=case.id, party_id=case.applicants[0].id, same_as=key(), joined_by=key(),
                   joined_at=now + timedelta(minutes=number)),
        Company(id=key(), name=name, address=name),
        WaitingMatter(id=key(), came_at=now + timedelta(minutes=number), source=list(Source)[number],
                      content=name, kept_by=key()))]


def ordered(key: Callable[[], UUID], case: Case) -> list[object]:
    """Two rows of all that is kept of the orders and the packages that brought a case."""
    made: list[object] = []
    for number, name in enumerate(("甲", "乙")):
        came, at = datetime(2024, 12, 7, 9, number), datetime(2024, 12, 7, 2, number, tzinfo=UTC)
        order, day = key(), date(2024, 12, 7 + number)
        made += [
            WorkOrder(id=order, case_id=case.id, source=list(Source)[number], rule=name, number=name,
                      arrived_at=came, given_until=came, title=name, content=name, kind=name, urgency=name,
                      caller=name, caller_phone=name, confidential=bool(number), reply_wanted=bool(number),
                      supervised=bool(number), former_number=name, came_by=list(CameBy)[number],
                      original=name, row_sha256=name),
            OrderStep(id=key(), case_id=case.id, order_id=order, kind=list(OrderStepKind)[number], at=came,
                      until=came, reason=name, by=name),
            OrderReply(id=key(), case_id=case.id, order_id=order, found_true=list(FoundTrue)[number],
                       beyond_duty=bool(number), beyond_kind=name, contacted=bool(number),
                       contacted_number=name, contacted_at=came, solved=bool(number), unsolved_why=name,
                       handling=name, public_answer=name, proofs_of_identity=name, proofs_of_contact=name,
                       proofs_of_result=name, released_at=at, released_by=key(), public_sha256=name),
            OrderLayout(id=key(), source=list(Source)[number], name=name, columns=name),
            CaseOrigin(id=key(), case_id=case.id, package_id=key(), store_id=key(), office=name, sender=name,
                       number=name, reason=name, part=name, asked=name, sent_at=at, due_on=day, sha256=name,
                       signing_key=name, public_key=name, taken_at=at, receipt_at=at, answered_at=at,
                       result=name, returned_why=name)]
    return made


def _session_of(work: Work, case_id: UUID) -> UUID:
    session = MediationSession(id=work.new_key(), case_id=case_id, starts_at=datetime(2024, 11, 27, 9, 30))
    work._session.add(session)
    return session.id


def at_the_table(key: Callable[[], UUID], case_id: UUID, party: UUID, session: UUID) -> list[object]:
    """Two rows of all that is kept of what happens at a session and beside it, and of the office's places."""
    day, now = date(2024, 11, 27), datetime(2024, 11, 27, 2, tzinfo=UTC)
    made: list[object] = []
    for number, name in enumerate(("甲", "乙")):
        at = now + timedelta(minutes=number)
        later = day + timedelta(days=number)
        made += [
            SessionPresence(id=key(), session_id=session, party_id=party, presence=Presence.REPRESENTED,
                            by=name, authority=Authority.SPECIAL, authority_seen=bool(number),
                            case_id=case_id),
            Stretch(id=key(), session_id=session, side=Side.APPLICANT, began_at=at, ended_at=at,
                    case_id=case_id),
            MinuteEntry(id=key(), session_id=session, kind=MinuteKind.STATEMENT, party_id=party, text=name,
                        position=number, case_id=case_id),
            RightsTold(id=key(), party_id=party, told_on=later, told_by=name,
                       answer=RightsAnswer.UNDERSTOOD, session_id=session, case_id=case_id),
            Recusal(id=key(), party_id=party, asked_on=later, of_whom=name, decided_on=later,
                    decided_by=name, granted=bool(number), case_id=case_id),
            ExtensionConsent(id=key(), party_id=party, agreed_on=later, until=later, case_id=case_id),
            ToldFact(id=key(), side=Side.APPLICANT, text=name, released_at=at, released_by=key(),
                     sealed_id=key(), shown_at=at, case_id=case_id),
            OfficePlace(id=key(), kind=PlaceKind.ROOM, name=name), Site(id=key(), name=name)]
    return made


def followed(key: Callable[[], UUID], case: Case) -> list[object]:
    """Two rows of all that is kept of who owes what a case's agreement says, and of what is done about it."""
    agreement, party, day = case.agreement, case.applicants[0].id, date(2024, 12, 10)
    assert agreement is not None
    made: list[object] = []
    for number, name in enumerate(("甲", "乙")):
        later = day + timedelta(days=number)
        made += [
            Debtor(id=key(), case_id=case.id, agreement_id=agreement.id, party_id=party,
                   amount=Money(number), position=number),
            ClaimTerm(id=key(), case_id=case.id, agreement_id=agreement.id, worker_id=party, claim="wage",
                      handling=ClaimHandling.PAID, amount=Money(number), note=name, position=number),
            PaymentNote(id=key(), case_id=case.id, spoken_on=later, party_id=party, spoken_with=name,
                        text=name, promised_on=later, promised=Money(number), remind_on=later),
            Reminder(id=key(), case_id=case.id, instalment=number, party_id=party, text=name, sent_by=key(),
                     sent_at=datetime(2024, 12, 7, 2, number, tzinfo=UTC), manner=ReminderManner.COPIED),
            Signature(id=key(), case_id=case.id, agreement_id=agreement.id, party_id=party, signer=name,
                      line=name, strokes="[]", signed_at=datetime(2024, 12, 1, 9, number, tzinfo=UTC),
                      paper_sha256=agreement.paper_sha256),
            FilePointAnswer(id=key(), case_id=case.id, point=list(FilePoint)[number], holds=bool(number),
                            note=name),
            BankLayout(id=key(), bank=name, columns="{}"),
            ServiceReceipt(id=key(), case_id=case.id, party_id=party, recipient=name, title=name, number=name,
                           template="rights-notice", copies=number, place=name, sent_by=name, sent_on=later,
                           manner=list(ServiceManner)[number],
                           due_on=later, served_at=datetime(2024, 12, 7, 9, number), signed_by=name,
                           relation=name, refused_why=name, witness=name, note=name),
            Inquiry(id=key(), case_id=case.id, held_on=later, began=name, ended=name, place=name,
                    asked_by=name, recorder=name, party_id=party, person=name, person_is=name, text=name),
            CopiedField(id=key(), case_id=case.id, platform=name, field=name, sha256=name, copied_by=key(),
                        copied_at=datetime(2024, 12, 7, 2, number, tzinfo=UTC)),
            ReceivingOffice(id=key(), kind=list(OfficeKind)[number], name=name, takes=name, contact=name,
                            phone=name, address=name, answer_days=number, store_id=key(), public_key=name,
                            signing_key=name),
            Referral(id=key(), case_id=case.id, number=name, office_id=key(), office=name,
                     office_kind=list(OfficeKind)[number], whole=bool(number), part=name, claims=name,
                     reason=name, asked=name, papers=name, exhibits=name, drafted_on=later, due_on=later,
                     manner=list(HandOff)[number], handed_on=later, handed_by=name, package_id=key(),
                     package_sha256=name, received_on=later, received_by=name, number_there=name,
                     urged_on=later, answered_on=later, result=name, returned_on=later, returned_why=name),
            OwnForm(id=key(), path=name, text=name),
            OwnTypeface(id=key(), name=name, sha256=name, size=number, position=number)]
    return made


def rows_of(desk: Desk, table: Table) -> list[dict[str, Any]]:
    with desk.store.engine.connect() as connection:
        found = connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
        return [dict(row) for row in found]


def here(table: Table, row: Mapping[str, Any]) -> list[Any]:
    return [key == row[key.name] for key in table.primary_key.columns]


def altered(table: Table, row: dict[str, Any], column: Column[Any]) -> Callable[[Connection], object]:
    value = row[column.name]
    other = fresh(column, value) if column.primary_key else otherwise(column, value)
    return lambda c: c.execute(update(table).where(*here(table, row)).values({column.name: other}))


def inserted(table: Table, row: dict[str, Any], **other: Any) -> Callable[[Connection], object]:
    """The same row once more under another key."""
    keys = {key.name: fresh(key, row[key.name]) for key in table.primary_key.columns}
    return lambda c: c.execute(insert(table).values(row | keys | other))


def fresh(key: Column[Any], value: Any) -> Any:
    """Another key of that kind, which no row has."""
    if isinstance(value, UUID):
        return UUID(int=value.int ^ 5)
    return value + "x" if isinstance(value, str) else value + 1_000_000


def swapped(table: Table, one: dict[str, Any], other: dict[str, Any]) -> Callable[[Connection], object]:
    """Each gets the other's fields; the keys stay."""
    names = [column.name for column in table.columns if not column.primary_key]

    def change(connection: Connection) -> None:
        connection.execute(delete(table).where(*here(table, other)))  # unique columns let no two be equal
        connection.execute(update(table).where(*here(table, one)).values({n: other[n] for n in names}))
        connection.execute(insert(table).values(other | {n: one[n] for n in names}))

    return change


def differing(rows: list[dict[str, Any]], table: Table) -> tuple[dict[str, Any], dict[str, Any]] | None:
    keys = {key.name for key in table.primary_key.columns}
    plain = [({n: v for n, v in row.items() if n not in keys}, row) for row in rows]
    for fields, row in plain[1:]:
        if fields != plain[0][0]:
            return plain[0][1], row
    return None


def trials(desk: Desk) -> Iterator[Tried]:
    """Every change to every table of the program."""
    for table in metadata.sorted_tables:
        rows = rows_of(desk, table)
        assert rows, f"{table.name} has nothing to alter"
        for number, column in enumerate(table.columns):
            if table.name in ELSEWHERE and number > 1:
                continue
            yield Tried(table.name, column.name, altered(table, rows[number % len(rows)], column))
        yield Tried(table.name, "one less", partial(deleted, table=table, row=rows[-1]))
        yield Tried(table.name, "one too many", inserted(table, rows[0], **unlike(table)))
        if table.name not in ONCE and (pair := differing(rows, table)):
            yield Tried(table.name, "two swapped", swapped(table, *pair))
    unfinished = rows_of(desk, evidence_files)[0]
    yield Tried("evidence_files", "one too many, unfinished",
                inserted(evidence_files, unfinished, finished_at=None))


def beside_the_tables(desk: Desk) -> Iterator[Tried]:
    """The same for what lies beside the program's tables, in the engine's own words."""
    other = {"case_search": [("a token", "UPDATE case_search SET tokens = {token} WHERE rowid = 1"),
                             ("words", "UPDATE case_search SET words = words || 'x' WHERE rowid = 1"),
                             ("one less", "DELETE FROM case_search WHERE rowid = 1"),
                             ("one too many", "INSERT INTO case_search (rowid, tokens, words) "
                                              "SELECT 4711, tokens, words FROM case_search WHERE rowid = 1")],
             "case_search_form": [("form", "UPDATE case_search_form SET form = 1"),
                                  ("one less", "DELETE FROM case_search_form"),
                                  ("one too many", "INSERT INTO case_search_form (form) VALUES (9)")],
             "alembic_version": [("version_num", "UPDATE alembic_version SET version_num = '0001'"),
                                 ("one less", "DELETE FROM alembic_version"),
                                 ("one too many", "INSERT INTO alembic_version (version_num) VALUES ('x')")],
             "vault": [("content", "UPDATE vault SET content = replace(content, 'chen', 'chan')"),
                       ("one less", "DELETE FROM vault"),
                       ("one too many", "INSERT INTO vault (content) SELECT content FROM vault")]}
    embedded = desk.store.place.folder is not None
    token = "tokens || ' x'" if embedded else "tokens || array_to_tsvector(ARRAY['x'])"
    for table, tried in other.items():
        if not (embedded and table == "vault"):  # a key file then, tried in test_flips
            yield from (Tried(table, what, partial(run, statement=text(sql.format(token=token))))
                        for what, sql in tried)


def deleted(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    connection.execute(delete(table).where(*here(table, row)))


def unlike(table: Table) -> dict[str, Any]:
    """What a unique index asks to be another."""
    unlike: Mapping[str, dict[str, Any]] = {
        "journal": {"seq": None}, "frozen_reports": {"edition": 99}, "evidence_files": {"sha256": "0" * 64},
        "case_rows": {"case_id": UUID(int=77)}, "case_facts": {"case_id": UUID(int=77)}}
    return unlike.get(table.name, {})


DERIVED = (("case_rows", "journal_ledger", "evidence_files", "serials", "drafts", "alembic_version",
            "figures_form"),
           ("agenda_rows", "party_marks", "day_totals", "case_facts", "journal_head", "evidence_chunks",
            "case_search_form", "vault"), ("case_search",), ("journal",), ("journal_chains",),
           ("packed_facts",), ("loose_facts",))
"""Tables that are judged by others, and so are not altered together with these."""


def apart(tried: list[Tried]) -> Iterator[list[Tried]]:
    """Changes to several tables in one go, those to one table one after the other."""
    derived = {name for names in DERIVED for name in names}
    rows = tuple({one.table for one in tried} - derived)
    for tables in (rows, *DERIVED):
        by_table = {name: [one for one in tried if one.table == name] for name in tables}
        for number in range(max(map(len, by_table.values()))):
            yield [ones[number] for ones in by_table.values() if number < len(ones)]


def names(found: list[Finding], tried: Tried) -> bool:
    """Whether a finding is about the table that was changed, or about what is derived from it."""
    wanted = {"agenda_rows": {"case_rows", "agenda_rows"}, "case_rows": {"case_rows", "case_search"},
              "evidence_files": {"evidence_files", "exhibits", "evidence_chunks"},
              "evidence_chunks": {"evidence_chunks", "evidence_files"},
              "journal_chains": {"journal_chains", "journal_ledger"}, "loose_facts": {"packed_facts"},
              "case_facts": {"case_facts", "packed_facts"}}
    return any(one.table in wanted.get(tried.table, {tried.table}) for one in found)


def test_every_change_to_every_table_is_named(busy: Office, moment: random.Random) -> None:
    """Changes to tables of their own are tried together, since each must be named by its own table. In every
    run a third of them by chance, in ``make soak`` all."""
    unseen = []
    every = list(apart([*trials(busy.first), *beside_the_tables(busy.first)]))
    for together in every if LONG else moment.sample(every, len(every) // 3):
        alone = [one for one in together if (one.table, one.what) in UNSEEN]
        tried = [one for one in together if one not in alone]

        def change(connection: Connection, tried: list[Tried] = tried) -> None:
            for one in tried:
                one.change(connection)

        found = findings(busy.first, change)
        unseen += [(one.table, one.what) for one in tried if not names(found, one)]
    assert not unseen, str(unseen)
