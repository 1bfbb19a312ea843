"""Words that nobody would say by chance, planted in every sealed and many ordinary fields, and looked for.

Sealed words must be in no byte that leaves the program: not in the rows as an opened store gives them, not
in files, dumps, logs, papers. Ordinary words stand in an opened store, and in no file of an embedded one.
"""

from __future__ import annotations

import io
import logging
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, product
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import LargeBinary, inspect, select, table, text
from sqlalchemy import column as named

from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.mediation.packages.package import Deal
from mediation_desk.domain.mediation.proposals import Wish
from mediation_desk.domain.mediation.sealed import HEARD
from mediation_desk.domain.mediation.worth import Assessment, Risk
from mediation_desk.domain.money import yuan
from mediation_desk.domain.reports.figures import Behind
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.reports.publishing.amounts import Rounding
from mediation_desk.domain.reports.publishing.levels import Level
from mediation_desk.domain.vocabulary import Attendance, Outcome, SealedKind, SessionMode, Side
from mediation_desk.library.words import CHINESE
from mediation_desk.services import drafts, editing, history, reading
from mediation_desk.services.casefile import taking_out
from mediation_desk.services.casefile.binding import Wanted
from mediation_desk.services.casefile.listing import outline
from mediation_desk.services.casefile.taking_out import Draft
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.evidence import filing
from mediation_desk.services.keys import private_words
from mediation_desk.services.mediation import caucus, meeting, meeting_point, proposals, releasing
from mediation_desk.services.papers import making
from mediation_desk.services.papers.finishing import Paper
from mediation_desk.services.reports import case_list, exporting, sending, summaries
from mediation_desk.services.settlement import settling
from mediation_desk.services.sorting import sorting, workbooks
from mediation_desk.services.travel import bringing, homecoming, leaving, opening, returning
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.exchange.stream import read_chunks
from mediation_desk.store.tables.cases import sealed_items
from mediation_desk.store.tables.columns import metadata
from tests.documents.binding.papers import outline as bookmarks
from tests.documents.binding.papers import read
from tests.documents.reading_word import word_text
from tests.offices import CHEAP, PASSWORD, Office, embedded_place
from tests.postgres import PostgresServer
from tests.services.casefile.files_of import sheets
from tests.services.papers_desk import accepted, asked, case_of, copies, headed, terms, text_of

BY_KIND = {SealedKind.NOTE: "蟾宫折桂", SealedKind.INTEREST: "青鸾信杳", SealedKind.ADMISSION: "素手裂帛",
           SealedKind.BOTTOM_LINE: "孤帆远影", SealedKind.OFFER: "断鸿声远"}
"""A word in every kind of entry that a side has, for each side with its letter behind it."""
CONDITIONS = ("烟波江上", "鹦鹉洲前")
SEALED = ("鹧鸪天凉", "蒹葭苍苍", "霁月难逢", "彩云易散", "寒潭渡鹤", "冷月葬花", "quetzalcoatl", "玉笛飞声",
          "晓风残月", "孤山放鹤", *BY_KIND.values(), *CONDITIONS)
AMOUNTS = ("2876543", "28765.43", "28,765.43", "3123456", "31234.56", "2987654", "1765432", "17654.32",
           "17,654.32", "1654321", "16543.21", "16,543.21", "2037-03-19", "2037年3月19日", "2911111",
           "29111.11", "2922222")
TOLD, TAKEN_BACK = "愿意扣除请假的两天", "暮鼓晨钟收回的话"
"""In the words in which they may be told, open; the second was taken back before anybody was shown it."""
ORDINARY = ("澹台昭雪", "639999199803120629", "枇杷树下没有合同", "海棠依旧传媒", "xylophonist",
            "录音里的黄梅雨")


@pytest.fixture
def planted(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
            caplog: pytest.LogCaptureFixture) -> Iterator[tuple[Office, UUID]]:
    """An office where everything was said, with every log turned up and a temporary folder of its own."""
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    caplog.set_level(logging.DEBUG)
    for name in ("sqlalchemy", "mediation_desk", "alembic", "psycopg"):
        caplog.set_level(logging.DEBUG, name)
    yield office, plant(office.first, tmp_path)


def plant(desk: Desk, folder: Path) -> UUID:
    """Every sealed field, and an ordinary word in a field of each kind."""
    case_id = asked(desk, accepted(desk, (ORDINARY[0], "路知夏")))
    applicant = case_of(desk, case_id).applicants[0].id
    for field, value in (("id_number", ORDINARY[1]), ("workplace", ORDINARY[3])):
        editing.save(desk, case_id, [editing.Edit("party", applicant, field, "", value)])
    wages: list[tuple[sorting.Voice, str]] = [("applicant", "4300"), ("respondent", "3000")]
    sorting.say(desk, case_id, [sorting.Saying("monthly_wage", None, voice, wage) for voice, wage in wages])
    facts = case_of(desk, case_id).facts_in_brief
    editing.save(desk, case_id, [editing.Edit("case", case_id, "facts_in_brief", facts, ORDINARY[2])])
    caucus.note(desk, case_id, Side.APPLICANT, f"{SEALED[0]} {SEALED[6]}")
    caucus.set_bottom_line(desk, case_id, Side.APPLICANT, yuan("28765.43"), text=SEALED[1])
    caucus.set_bottom_line(desk, case_id, Side.RESPONDENT, yuan("31234.56"), text=SEALED[2])
    caucus.take_offer(desk, case_id, Side.RESPONDENT, yuan("29876.54"), 3, terms=SEALED[3])
    weigh_and_propose(desk, case_id, applicant)
    gone = caucus.note(desk, case_id, Side.RESPONDENT, SEALED[4]).result
    assert gone
    caucus.forget(desk, case_id, gone)
    drafts.keep(desk, f"{case_id}/note", SEALED[5])
    meeting.hold_session(desk, case_id, meeting.SessionDraft(
        datetime(2024, 11, 26, 9), mode=SessionMode.JOINT, record=ORDINARY[4],
        attendees=[(Attendance.PARTY, ORDINARY[0])]))
    (folder / "handed-in.txt").write_text(ORDINARY[5] * 50, "utf-8")
    filing.add_files(desk, case_id, [folder / "handed-in.txt"])
    (folder / "handed-in.txt").unlink()
    in_every_kind(desk, case_id)
    on_the_road(desk, case_id, folder)
    return case_id


def in_every_kind(desk: Desk, case_id: UUID) -> None:
    """Every kind of entry and every part of its content, of each side; an admission that may be told in other
    words, and one of which that was taken back."""
    worker, company = (case_of(desk, case_id).applicants[0].id, case_of(desk, case_id).respondents[0].id)
    for side, who, conditions in ((Side.APPLICANT, worker, CONDITIONS[0]),
                                  (Side.RESPONDENT, company, CONDITIONS[1])):
        for kind in HEARD:
            caucus.note(desk, case_id, side, BY_KIND[kind], kind=kind)
        caucus.set_bottom_line(desk, case_id, side, yuan("28765.43"), first_share=yuan("17654.32"),
                               last_on=date(2037, 3, 19), conditions=conditions, party_id=who,
                               text=BY_KIND[SealedKind.BOTTOM_LINE])
        caucus.take_offer(desk, case_id, side, yuan("28765.43"), 3, BY_KIND[SealedKind.OFFER],
                          first_share=yuan("16543.21"), last_on=date(2037, 3, 19))
    admitted = [word.id for word in caucus.talk(desk, case_id).of(Side.APPLICANT, SealedKind.ADMISSION)]
    releasing.release_fact(desk, case_id, admitted[0], TOLD)
    noted = caucus.talk(desk, case_id).of(Side.RESPONDENT, SealedKind.NOTE)[0].id
    gone = releasing.release_fact(desk, case_id, noted, TAKEN_BACK).result
    assert gone
    releasing.take_back_told(desk, case_id, gone)


def weigh_and_propose(desk: Desk, case_id: UUID, worker: UUID) -> None:
    """What the mediator weighs, proposes and is answered."""
    meeting_point.assess(desk, case_id, Assessment(Decimal("1.375"), risk=Risk.SHARE, share=Decimal("3.625")))
    deal = Deal((date(2025, 1, 15),), (yuan("29111.11"),), (worker,), (yuan("29111.11"),))
    made = proposals.propose(desk, case_id, deal, SEALED[8]).result
    assert made
    for side in Side:
        proposals.answer(desk, case_id, made, side, True, hush=True)
    for side in Side:
        proposals.wish(desk, case_id, made, Wish(side, yuan("29222.22"), form=SEALED[9]))


def on_the_road(desk: Desk, case_id: UUID, folder: Path) -> None:
    """The case is taken along; something is said alone on the laptop, and it comes home with an ordinary
    word. Both bags and the travel desk stay where they are."""
    leaving.pack(desk, leaving.Leaving((case_id,), laptop="小白"), folder / "out.mdbag")
    around = Surroundings(desk.clock, desk.zone, folder / "laptop-notes", desk.library, CHEAP)
    laptop = opening.found(folder / "laptop", folder / "out.mdbag", PASSWORD, around)
    caucus.note(laptop, case_id, Side.APPLICANT, SEALED[7])
    reading.case(laptop, case_id)
    editing.save(laptop, case_id, [editing.Edit("case", case_id, "cause", "", ORDINARY[4])])
    returning.pack(laptop, folder / "home.mdbag")
    homecoming.look(desk, folder / "home.mdbag")
    bringing.bring_home(desk, folder / "home.mdbag")
    laptop.store.close()


def forms(words: Iterable[str]) -> list[bytes]:
    """Each word as it would stand in a file."""
    return [word.encode(code) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
            if len(word.encode(code)) > 5]


def found_in(content: bytes, words: Iterable[str]) -> list[bytes]:
    """The forms that are in it, in the clear or as hexadecimal digits."""
    return [form for form in forms(words)
            if form in content or form.hex().encode() in content or form.hex().upper().encode() in content]


def files_below(*folders: Path) -> bytes:
    return b"".join(file.read_bytes() for folder in folders for file in sorted(folder.rglob("*"))
                    if file.is_file())


def all_rows(desk: Desk) -> bytes:
    """Every value of every table, also of those of the search index, as an opened store gives it."""
    told = [b""]
    with desk.store.engine.connect() as connection:
        for name in inspect(connection).get_table_names():
            for row in connection.execute(text(f'SELECT * FROM "{name}"')):
                told += [value if isinstance(value, bytes) else str(value).encode() for value in row]
    return b"\n".join(told)


def test_the_words_are_found_where_they_are_meant_to_be(planted: tuple[Office, UUID]) -> None:
    """Otherwise the tests below would prove nothing."""
    office, case_id = planted
    rows = all_rows(office.first)
    assert all(word.encode() in rows for word in ORDINARY)
    told = caucus.talk(office.first, case_id).words
    kept = "".join(word.text + word.terms + word.conditions + str(word.amount.fen) for word in told)
    agreed = meeting_point.look(office.first, case_id).agreed
    assert agreed is not None
    kept += agreed.words + agreed.wishes[Side.APPLICANT].form
    kept += "".join(drafts.all_kept(office.first).values())
    assert all(word in kept for word in SEALED if word != SEALED[4])
    assert AMOUNTS[0] in kept
    assert {word.first_share for word in told} >= {yuan("17654.32"), yuan("16543.21")}
    assert {word.last_on for word in told} >= {date(2037, 3, 19)}
    assert TOLD.encode() in rows
    assert found_in("山有木兮".encode("utf-16-le").hex().encode(), ["山有木兮"])


def test_no_sealed_word_is_in_any_row_of_an_opened_store(planted: tuple[Office, UUID]) -> None:
    """Tables, journal values, drafts and the search index: what the store key alone lays open."""
    office, _case_id = planted
    assert not found_in(all_rows(office.first), (*SEALED, *AMOUNTS))


def test_no_sealed_word_is_in_a_summary_at_any_level(planted: tuple[Office, UUID], tmp_path: Path) -> None:
    """Nor an amount said alone, nor an offer that was not released; in what is said of it, the words of a
    file, or what it is kept by."""
    office, case_id = planted
    for level, rounding in product(Level, Rounding):
        made = summaries.look(office.first, case_id, summaries.Wanted(level, rounding))
        assert found_in(repr((made, made.text)).encode(), (*SEALED, *AMOUNTS)) == []
    for form in sending.Form:
        (file,) = sending.export(office.first, [case_id], summaries.Wanted(),
                                 sending.Target(str(tmp_path / "inside"), form)).files
        assert found_in(_read(file), (*SEALED, *AMOUNTS)) == []
        assert found_in(_read(file), ORDINARY[:1])  # else this would prove nothing


def _read(file: Path) -> bytes:
    """The words of a file."""
    if file.suffix == ".pdf":
        return "".join("".join(page.extract_text().split()) for page in PdfReader(file).pages).encode()
    said = word_text(file.read_bytes()).encode() if file.suffix == ".docx" else b""
    with zipfile.ZipFile(file) as opened:
        return said + b"".join(opened.read(name) for name in opened.namelist())


def test_no_sealed_word_is_in_the_timeline_or_found_by_search(planted: tuple[Office, UUID]) -> None:
    office, case_id = planted
    told = repr([line.entry for line in history.timeline(office.first, case_id)])
    told += repr(history.removed(office.first, case_id))
    assert not found_in(told.encode(), (*SEALED, *AMOUNTS, TAKEN_BACK))
    assert TOLD in told
    assert reading.find(office.first, ORDINARY[0])
    assert not any(reading.find(office.first, word) for word in (*SEALED, TOLD, TAKEN_BACK))


def test_no_word_at_all_is_in_any_file_of_an_embedded_store(planted: tuple[Office, UUID],
                                                           tmp_path: Path) -> None:
    """Database, write-ahead log, key file, notes, lock, backups, temporary files, bags, a travel desk."""
    office, _case_id = planted
    upkeep.back_up(office.first, tmp_path / "stick")
    if office.place.folder:
        assert (office.place.folder / "office.db-wal").stat().st_size > 0
    content = files_below(tmp_path)
    words = (*SEALED, *AMOUNTS) if office.place.folder is None else (*SEALED, *AMOUNTS, *ORDINARY)
    assert len(content) > 1000
    assert not found_in(content, words)


def test_no_ordinary_word_is_in_an_export_of_a_shared_store(planted: tuple[Office, UUID],
                                                           tmp_path: Path) -> None:
    """Only its key opens it, and then the sealed words stay sealed."""
    office, _case_id = planted
    if office.place.folder:
        pytest.skip("a store in a folder is copied, not exported")
    made = upkeep.back_up(office.first, tmp_path / "stick").path
    assert not found_in(files_below(made), (*SEALED, *AMOUNTS, *ORDINARY))
    with (made / "rows").open("rb") as file:
        opened = b"".join(read_chunks(file, office.first.store.opened.store_key))
    assert all(word.encode() in opened for word in ORDINARY)
    assert not found_in(opened, (*SEALED, *AMOUNTS))


def test_no_sealed_word_is_in_a_restored_store(planted: tuple[Office, UUID], tmp_path: Path) -> None:
    office, _case_id = planted
    made = upkeep.back_up(office.first, tmp_path / "stick").path
    upkeep.restore(made, "chen", PASSWORD, embedded_place(tmp_path / "again"), office.around)
    assert not found_in(files_below(tmp_path / "again"), (*SEALED, *AMOUNTS, *ORDINARY))


def test_a_database_operator_reads_nothing_sealed(planted: tuple[Office, UUID], tmp_path: Path,
                                                  request: pytest.FixtureRequest) -> None:
    """pg_dump, run as the server's own superuser, with every value as text or hexadecimal digits."""
    office, _case_id = planted
    if office.place.folder:
        pytest.skip("a store in a folder has no operator")
    server: PostgresServer = request.getfixturevalue("postgres_server")
    address = office.first.store.engine.url
    command = [str(server.programs / "pg_dump"), "-h", str(server.folder), "-U", "postgres",
               str(address.database)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=server.folder, **server.identity)
    dump = done.stdout
    assert ORDINARY[0].encode() in dump, "the operator of a server reads what is not sealed"
    assert not found_in(dump, (*SEALED, *AMOUNTS))


def test_no_sealed_word_is_on_any_paper_or_in_any_workbook(planted: tuple[Office, UUID]) -> None:
    office, case_id = planted
    desk = headed(office.first)
    settling.draft(desk, case_id, terms())
    made = every_paper(desk, case_id)
    assert "options-sheet" in {paper.template for paper in made}
    settling.sign(desk, case_id, date(2024, 11, 26))
    made += every_paper(desk, case_id)
    told = "".join(map(text_of, made))
    raw = b"".join(paper.pdf for paper in made)
    with zipfile.ZipFile(io.BytesIO(workbooks.exported(desk, case_id, "zh"))) as book:
        told += b"".join(book.read(name) for name in book.namelist()).decode("utf-8", "replace")
    assert ORDINARY[0] in told
    assert not found_in(told.encode() + raw, (*SEALED, *AMOUNTS, TAKEN_BACK))


def test_no_sealed_word_is_in_the_bound_file_or_in_what_is_taken_out(planted: tuple[Office, UUID],
                                                                     tmp_path: Path) -> None:
    """In neither part of it, nor in bookmarks, papers to write on in, evidence, or the list."""
    office, case_id = planted
    desk = headed(office.first)
    settling.draft(desk, case_id, terms())
    settling.sign(desk, case_id, date(2024, 11, 26))
    closing.close(desk, case_id, desk.today, Outcome.AGREEMENT, "未付清", sure=True)
    everything = Wanted(frozenset(one.key for one in outline(desk, case_id).entries))
    made = taking_out.export(desk, case_id, Draft(str(tmp_path / "taken"), wanted=everything), sheets)
    told = files_below(made.path)
    for file in made.path.rglob("*"):
        if file.suffix == ".docx":
            told += _read(file)
        elif file.suffix == ".pdf":
            told += "".join(text for page in read(file.read_bytes()) for text in page.split()).encode()
            told += repr(bookmarks(file.read_bytes())).encode()
    assert found_in(told, ORDINARY[:1])
    assert not found_in(told, (*SEALED, *AMOUNTS, TAKEN_BACK))


def every_paper(desk: Desk, case_id: UUID) -> list[Paper]:
    """Every copy of every paper that can be printed now."""
    case = case_of(desk, case_id)
    return [making.make(desk, case_id, kind.template, **wanted)
            for kind in making.available(case) for wanted in copies(case, kind)]


def test_an_options_sheet_with_the_sides_own_offers_holds_nothing_else_that_was_said_alone(
        planted: tuple[Office, UUID]) -> None:
    """Of its own the offers and no bottom line, no note; of the other side's nothing at all."""
    office, case_id = planted
    desk = headed(office.first)
    for side in Side:
        told = text_of(making.make(desk, case_id, "options-sheet", side=side, own_offers=True))
        own = caucus.talk(desk, case_id, (side,)).of(side, SealedKind.OFFER)
        assert own and all(str(word.amount) in told and word.terms in told for word in own)
        printed = {BY_KIND[SealedKind.OFFER], *(word.terms for word in own), "28,765.43", "16,543.21",
                   "2037年3月19日"}
        assert not found_in(told.encode(), {*SEALED, *AMOUNTS, TAKEN_BACK} - printed)


def test_no_sealed_word_is_in_an_export_or_a_report(planted: tuple[Office, UUID], tmp_path: Path) -> None:
    """The list of cases, the overview and a form, and the papers of both."""
    office, _case_id = planted
    desk, month = office.first, Period.months(2024, 11)
    case_list.export(desk, case_list.Wanted(CaseFilter()), str(tmp_path / "list.xlsx"), CHINESE)
    csv = exporting.Wanted(exporting.Kind.CSV)
    exporting.export_overview(desk, month, Narrow(), csv, str(tmp_path / "overview.csv"))
    exporting.export_cases(desk, month, Narrow(), Behind(None), "Stock at end", csv,
                           str(tmp_path / "cases.csv"))
    told = text_of(exporting.paper_of_overview(desk, month, Narrow())).encode()
    files = [file for file in tmp_path.rglob("*") if file.suffix in (".xlsx", ".csv")]
    assert len(files) == 3
    told += b"".join(_read(file) if file.suffix == ".xlsx" else file.read_bytes() for file in files)
    assert found_in(told, ORDINARY[:1])  # else this would prove nothing
    assert not found_in(told, (*SEALED, *AMOUNTS, TOLD, TAKEN_BACK))


def test_no_sealed_word_is_in_any_log_nor_in_an_error(planted: tuple[Office, UUID],
                                                      caplog: pytest.LogCaptureFixture) -> None:
    """With every log turned up, while papers are made, a backup is written and everything is verified."""
    office, case_id = planted
    desk = headed(office.first)
    making.make(desk, case_id, "sorting-record")
    assert upkeep.prove(desk) == []
    told = "".join(chain(caplog.messages, map(repr, caplog.records)))
    told += repr(private_words.opened_word) + repr(desk.store.opened) + repr(office.place.vault.read())
    assert not found_in(told.encode(), (*SEALED, *AMOUNTS))
    assert not found_in(told.encode(), [PASSWORD])


def test_every_sealed_column_is_planted(planted: tuple[Office, UUID]) -> None:
    """A new column of ciphertext must be given a canary here, or be told apart from those that need one."""
    office, _case_id = planted
    with office.first.store.engine.connect() as connection:
        kinds = set(connection.execute(select(sealed_items.c.kind)).scalars())
    assert kinds == set(SealedKind), "a new kind of entry needs a word here"
    binary = {f"{one.name}.{column.name}" for one in metadata.sorted_tables for column in one.columns
              if isinstance(column.type, LargeBinary)}
    not_sealed = {"accounts.public_key", "accounts.pin", "case_key_wraps.wrapped", "case_key_wraps.for_key",
                  "case_key_wraps.pinned", "case_key_wraps.vouched", "case_holders.mac",
                  "case_holders.former",
                  "case_holders.former_key", "papers.pdf", "frozen_reports.content",
                  "packed_facts.content",  # facts as figures count them, which know nothing sealed
                  "journal.digest", "journal.hash", "journal_head.hash", "journal_chains.origin",
                  "journal_chains.digest", "journal_chains.stamp", "journal_ledger.digest",
                  "journal_ledger.stamp", "evidence_chunks.data", "bag_cases.digest", "homecomings.head",
                  "homecomings.entries"}  # the last: journal entries, which know sealed values by their hash
    sealed = {"sealed_items.sealed", "drafts.sealed"}
    assert binary == sealed | not_sealed
    with office.first.store.engine.connect() as connection:
        for name in sealed:
            one, column = name.split(".")
            assert connection.execute(select(named(column)).select_from(table(one))).all()
