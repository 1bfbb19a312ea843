"""A store with 100,000 invented cases, or with as many as are wanted, on either engine: built once for each
schema, kept in .benchmarks/.

The rows are what the program itself would write: each case is a real Case, its line, its agenda and its
search words come from the domain; only the writing goes past the unit of work, in bulk. Of a million, nine of
ten are copies (:mod:`.copies`).
"""

from __future__ import annotations

import gc
import random
import shutil
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Table, insert

from mediation_desk.demonstration import streamers
from mediation_desk.domain.accounts import Account
from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.calendar import WorkCalendar
from mediation_desk.domain.case import Case
from mediation_desk.domain.closing import ReturnVisit
from mediation_desk.domain.intake.orders import WorkOrder
from mediation_desk.domain.keys import new_key
from mediation_desk.domain.mediation.sealed import CaseKeyWrap
from mediation_desk.domain.mediation.sessions import MediationSession
from mediation_desk.domain.money import Money
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.reports import facts as facts_of
from mediation_desk.domain.reports import totals
from mediation_desk.domain.sites import SiteDraft
from mediation_desk.domain.summary import agenda, search_words, summarise
from mediation_desk.domain.text import storable
from mediation_desk.domain.vocabulary import (
    Business,
    KindOfWork,
    Outcome,
    PartyKind,
    Role,
    Satisfaction,
    Source,
    Station,
    Status,
)
from mediation_desk.services.desk import Desk, SignedIn
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Founding, Surroundings
from mediation_desk.services.library import Library
from mediation_desk.services.office import sites
from mediation_desk.store import schema
from mediation_desk.store.journal import entries
from mediation_desk.store.journal.pending import RowChange
from mediation_desk.store.reading import marks, search
from mediation_desk.store.reading.figures import keeping
from mediation_desk.store.reading.figures.packed import packing
from mediation_desk.store.store import Place, in_folder, on_server
from mediation_desk.store.tables import cases as tables
from mediation_desk.store.tables.columns import renamed
from mediation_desk.store.tables.desk import agenda_rows, case_rows
from mediation_desk.store.tables.reports import case_facts
from tests.benchmarks.copies import MOST, multiply
from tests.offices import CHEAP, PASSWORD, SETTINGS, Clock
from tests.postgres import PostgresServer

CASES = 100_000
BY_HAND = 100_000  # as many are made one by one; of more, nine of ten are copies
MEDIATORS = 50
FOLDER = Path(".benchmarks")
BATCH = 5_000
TODAY = date(2025, 1, 20)
SURNAMES = ("马韩李王张刘陈杨冶祁白石孟赵曾单解仇曹彭董袁蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
            "范方谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵龙万段雷钱汤")
GIVEN = ("晓岚雨桐向东小川玛措春生玉兰福来永文斌庆俊海艺成才让珠明建国志强秀英丽娟静敏芳婷"
         "慧洁琳雪梅桂花红霞艳勇军杰涛超磊鹏飞宇浩然博晨阳佳怡欣悦诗涵子轩")
TOWNS = ("西宁", "湟源", "湟中", "大通", "海东", "民和", "互助", "循化",
         "化隆", "德令哈", "格尔木", "玉树", "共和", "同仁", "门源", "祁连")
BRANDS = ("云上", "湟水", "河湟", "青藏", "西海", "柳湾", "海湖", "昆仑",
          "三江源", "日月山", "雪域", "高原红", "金银滩", "茶卡", "丹霞", "东关")
TRADES = (("同城配送有限公司", KindOfWork.DELIVERY), ("出行科技有限公司", KindOfWork.DRIVER),
          ("文化传媒有限公司", KindOfWork.STREAMER), ("速递服务有限公司", KindOfWork.COURIER),
          ("干线物流有限公司", KindOfWork.FREIGHT), ("家政服务有限公司", KindOfWork.HOUSEHOLD))
CAUSES = ("追索劳动报酬", "追索劳动报酬、二倍工资差额", "经济补偿", "确认劳动关系", "平台扣款")
CLAIMS = ("unpaid_wages", "gig_pay", "deductions", "overtime", "economic_compensation",
          "no_written_contract")
SITES = ("城东街道调解室", "城西街道调解室", "物流园区调解室")
ROADS = (Station.INTAKE, Station.SORTING, Station.MEDIATION, Station.SETTLEMENT)
Rows = dict[Table, list[dict[str, Any]]]


@dataclass
class LargeStore:
    """The store at three desks: one that sees every case, one of a mediator who has two thousand
    of them, one of a mediator who has forty."""

    folder: Path
    supervisor: Desk
    mediator: Desk
    newcomer: Desk
    streamers: UUID = field(default_factory=lambda: UUID(int=0))

    def close(self) -> None:
        """Let go of the store."""
        self.supervisor.store.close()


def opened(said: Any = print, cases: int = CASES, server: PostgresServer | None = None) -> LargeStore:
    """The store, built first when it is not there; on that server, else in a file of its own."""
    recipe = f"{schema.NEWEST}-{_recipe()}"
    for old in FOLDER.glob("cases-*"):
        if not old.name.endswith(recipe):
            shutil.rmtree(old)  # stores of other schemas
    folder = FOLDER / f"cases-{cases}-{'file' if server is None else 'server'}-{recipe}"
    around = surroundings(folder)
    if not (folder / "whole").exists():
        said(f"building a store with {cases:,} cases for {folder}/ (once)")
        _build(_cleared(folder, server), folder, around, cases)
    desk = sign_in.sign_in(_place(folder, server), "chen", PASSWORD, around)
    key = UUID((folder / "whole").read_text())
    _, busy, *_, new = _mediators(desk)
    return LargeStore(folder, desk, seated(desk, busy), seated(desk, new), key)


def surroundings(folder: Path) -> Surroundings:
    """The office's clock stands at 20 January 2025; keys cost next to nothing."""
    return Surroundings(Clock(), ZoneInfo("Asia/Shanghai"), folder / "notes", Library(), CHEAP)


def _place(folder: Path, server: PostgresServer | None) -> Place:
    return in_folder(folder / "office") if server is None else on_server(server.url(_database(folder)))


def _database(folder: Path) -> str:
    return folder.name.replace("-", "_")


def _cleared(folder: Path, server: PostgresServer | None) -> Place:
    """The place, with nothing left there of a building that was interrupted."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if server is not None:
        server.drop(_database(folder))
        server.create(name=_database(folder))
    return _place(folder, server)


def _recipe() -> str:
    """Changes when the tables or this recipe do."""
    import hashlib

    made = [Path(__file__), *sorted(Path(schema.__file__).parent.glob("migrations/versions/*.py")),
            Path(search.__file__), Path(facts_of.__file__), Path(totals.__file__),
            *sorted(Path(storable.__file__).parent.glob("*.py"))]
    return hashlib.sha256(b"".join(one.read_bytes() for one in made)).hexdigest()[:12]


def seated(desk: Desk, account_id: UUID, *roles: AccountRole) -> Desk:
    """The same opened store with somebody else sitting at it."""
    account = Account(id=account_id, login="", name="", roles=frozenset({AccountRole.MEDIATOR, *roles}),
                      public_key=b"", created_at=desk.now)
    other = copy(desk)
    other.who = SignedIn(account_id, account.name, account)
    return other


def _mediators(desk: Desk) -> list[UUID]:
    with desk.reading() as work:
        others = sorted(a.id for a in work.accounts.all() if a.id != desk.who.account_id)
    return [desk.who.account_id, *others]


def _build(place: Place, folder: Path, around: Surroundings, cases: int) -> None:
    gc.disable()  # nothing here goes in circles; collecting would be half the time
    founding = Founding(SETTINGS, "chen", "陈守信", PASSWORD, PASSWORD, frozenset(AccountRole))
    desk = sign_in.found(place, founding, around)
    _colleagues(desk)
    *_, last = streamers.walk(desk)
    copies = 0 if cases <= BY_HAND else MOST
    _fill(desk, cases // (copies + 1) - 1)
    if copies:
        with desk.store.engine.begin() as connection:
            multiply(connection, copies, last.case_id)
    with desk.store.engine.begin() as connection:
        packing.pack_anew(connection)
        marks.file_all(connection)
    desk.store.close()
    gc.enable()
    (folder / "whole").write_text(str(last.case_id))


def _colleagues(desk: Desk) -> None:
    with desk.work("add_account") as work:
        for number in range(1, MEDIATORS):
            work.accounts.add(Account(
                id=work.new_key(), login=f"mediator{number}", name=f"调解员{number}",
                roles=frozenset({AccountRole.MEDIATOR}), public_key=b"", created_at=work.who.now))
        work.commit()


def _sites(desk: Desk) -> list[UUID]:
    for name in SITES:
        sites.add_site(desk, SiteDraft(name))
    return [one.site.id for one in sites.sites(desk)]


def _fill(desk: Desk, wanted: int) -> None:
    people = People(_mediators(desk), _sites(desk))
    made = _cases(random.Random(20250120), people, wanted + 1)
    added: dict[totals.Key, totals.Sums] = {}
    serial = count(2)  # the running number 1 is the streamers'
    while batch := list(islice(made, min(BATCH, wanted))):
        wanted -= len(batch)
        with desk.store.engine.begin() as connection:
            keeping.counted(added, _write(connection, desk, batch, serial))
    with desk.store.engine.begin() as connection:
        keeping.add(connection, added, folded=True)


def _write(connection: Connection, desk: Desk, batch: Sequence[tuple[Case, CaseKeyWrap]],
           serial: Iterator[int]) -> list[facts_of.CaseFacts]:
    told = [facts_of.facts(case) for case, _wrap in batch]
    rows: Rows = {table: [] for table in (
        tables.cases, tables.parties, tables.claims, tables.sessions, tables.orders, tables.visits,
        tables.case_key_wraps, case_rows, agenda_rows)}
    rows[case_facts] = [dict(vars(one)) for one in told]
    filed, noted = [], []
    for case, wrap in batch:
        seq = next(serial)
        _rows(rows, case, wrap, seq, desk.calendar)
        words = search_words(case)
        filed.append((seq, search.index_tokens(words), search.digest(words)))
        noted.append(RowChange("cases", str(case.id), case.id, "insert",
                               {"number": [None, case.number], "cause": [None, case.cause]}))
    for table, lines in rows.items():
        if lines:
            connection.execute(insert(table), lines)
    search.file_rows(connection, filed)
    entries.write(connection, desk.store.journal_key, _act(desk), noted)
    return told


def _act(desk: Desk) -> entries.Act:
    return entries.Act(work_id=new_key(desk.now), at=desk.now, account_id=desk.who.account_id,
                       verb="register")


def _rows(rows: Rows, case: Case, wrap: CaseKeyWrap, seq: int, calendar: WorkCalendar) -> None:
    rows[tables.cases].append(_values(tables.cases, case))
    rows[tables.parties] += [_values(tables.parties, party) for party in case.parties_all]
    rows[tables.claims] += [_values(tables.claims, claim) for claim in case.claims_all]
    rows[tables.sessions] += [_values(tables.sessions, session) for session in case.sessions_all]
    rows[tables.orders] += [_values(tables.orders, order) for order in case.orders_all]
    rows[tables.visits] += [_values(tables.visits, visit) for visit in case.visits_all]
    rows[tables.case_key_wraps].append(_values(tables.case_key_wraps, wrap))
    line = summarise(case, calendar, case.created_at)
    rows[case_rows].append({"seq": seq, **vars(line)})
    rows[agenda_rows] += [dict(vars(one)) for one in agenda(case, calendar)]


def _values(table: Table, row: Any) -> dict[str, Any]:
    own = renamed(table)
    return {column.name: getattr(row, own.get(column.name, column.name)) for column in table.columns}


# -- the invented cases ------------------------------------------------------------------

@dataclass(frozen=True)
class People:
    """Who mediates, and the sites where cases belong."""

    mediators: Sequence[UUID]
    sites: Sequence[UUID]


def _cases(chance: random.Random, people: People, wanted: int) -> Iterator[tuple[Case, CaseKeyWrap]]:
    """From the oldest to the newest, over eight years; the last two months' are still open."""
    for number in range(wanted):
        received = TODAY - timedelta(days=(wanted - number) * 8 * 365 // wanted)
        one = people.mediators[-1] if number % 2_500 == 0 else chance.choice(people.mediators[:-1])
        case, wrap = _case(chance, number, received, one)
        case.site_id = chance.choice((None, *people.sites))
        yield case, wrap


def _case(chance: random.Random, number: int, received: date, mediator: UUID) -> tuple[Case, CaseKeyWrap]:
    at = datetime.combine(received, time(2), UTC) + timedelta(seconds=number % 3600)
    trade, kind = chance.choice(TRADES)
    case = Case(id=new_key(at), version=1, number=f"宁中劳调〔{received.year}〕{number:05d}号",
                mediator_id=mediator, received_on=received,
                registered_on=received + timedelta(days=number % 7 == 0), source=chance.choice(list(Source)),
                kind_of_work=kind, cause=chance.choice(CAUSES), created_at=at,
                facts_in_brief="申请人称被申请人拖欠劳动报酬，双方对数额有争议。",
                applicants_agree_on=received, respondents_agree_on=received, accepted_on=received)
    case.parties_all = [_worker(chance, case, at, i) for i in range(chance.choice((1, 1, 1, 1, 2, 3)))]
    case.parties_all += [_company(chance, case, at, trade), *_platform(chance, case, at)]
    claim = chance.choice(CLAIMS)
    case.claims_all = [Claim(id=new_key(at), case_id=case.id, worker_id=worker.id, claim=claim,
                             asked=Money(chance.randrange(100_000, 5_000_000))) for worker in case.applicants]
    case.sessions_all = list(_sessions(random.Random(number), case, at))
    _standing(chance, case, received)
    _asked(chance, case, at)
    return case, CaseKeyWrap(id=new_key(at), case_id=case.id, account_id=mediator,
                             wrapped=chance.randbytes(92), for_key=chance.randbytes(16))


def _sessions(chance: random.Random, case: Case, at: datetime) -> Iterator[MediationSession]:
    """None to two within a fortnight, in ten rooms."""
    for _ in range(chance.choice((0, 1, 1, 2))):
        begins = datetime.combine(case.received_on, time(9)) + timedelta(
            days=chance.randrange(1, 14), minutes=30 * chance.randrange(16))
        yield MediationSession(id=new_key(at), case_id=case.id, starts_at=begins,
                               place=f"第{chance.randrange(1, 11)}调解室")


def _standing(chance: random.Random, case: Case, received: date) -> None:
    if (TODAY - received).days < 60:
        case.station = chance.choice(ROADS)
        return
    case.station, case.status = Station.CLOSING, Status.CLOSED
    case.outcome = chance.choice((Outcome.NO_AGREEMENT, Outcome.RECONCILED, Outcome.WITHDRAWN))
    case.closed_on = received + timedelta(days=chance.randrange(3, 25))


def _asked(chance: random.Random, case: Case, at: datetime) -> None:
    """What came from the hotline has its order, a few have two; of most that are over somebody was asked."""
    if case.source is not Source.HOTLINE:
        return
    case.orders_all = [
        WorkOrder(id=new_key(at), case_id=case.id, source=Source.HOTLINE,
                  number=f"{case.received_on:%Y%m%d}{chance.randrange(10 ** 5):05d}",
                  arrived_at=datetime.combine(case.received_on, time(9)))
        for _ in range(2 if chance.random() < 0.05 else 1)]
    if case.closed_on and chance.random() < 0.8:
        case.visits_all = [
            ReturnVisit(id=new_key(at), case_id=case.id, visited_on=case.closed_on, order_id=order.id,
                        satisfaction=chance.choice(list(Satisfaction)), contacted=True,
                        solved=chance.random() < 0.8) for order in case.orders_all]


def _worker(chance: random.Random, case: Case, at: datetime, position: int) -> Party:
    return Party(id=new_key(at), case_id=case.id, position=position, role=Role.APPLICANT, name=_name(chance),
                 phone=f"199{chance.randrange(10 ** 8):08d}", address="青海省西宁市（演示地址）")


def _company(chance: random.Random, case: Case, at: datetime, trade: str) -> Party:
    name = chance.choice(TOWNS) + chance.choice(BRANDS) + trade
    return Party(id=new_key(at), case_id=case.id, position=9, role=Role.RESPONDENT,
                 kind=PartyKind.ORGANISATION, name=name, business=Business.EMPLOYER,
                 legal_representative=_name(chance))


def _platform(chance: random.Random, case: Case, at: datetime) -> Iterator[Party]:
    """Half of the cases are also against the platform whose orders were carried."""
    if chance.random() < 0.5:
        yield Party(id=new_key(at), case_id=case.id, position=10, role=Role.RESPONDENT,
                    kind=PartyKind.ORGANISATION, name=f"{chance.choice(BRANDS)}生活服务平台有限公司",
                    business=Business.PLATFORM)


def _name(chance: random.Random) -> str:
    """One of some nine thousand names; the common ones are as common as anywhere."""
    given = chance.choice(GIVEN)
    return chance.choice(SURNAMES) + given + (GIVEN[GIVEN.index(given) - 1] if chance.random() < 0.7 else "")
