"""A referral between two offices of different keys, on each engine: nothing said alone goes along, and nobody
but the office that it is for reads a word."""

from __future__ import annotations

import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from datetime import date
from pathlib import Path
from threading import Barrier
from typing import Any, get_args, get_type_hints
from uuid import UUID

import pytest
from pypdf import PdfReader

from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.intake.orders import OrderStep, WorkOrder
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.people import Claim, Party
from mediation_desk.domain.referral.offices import OfficeKind, ReceivingOffice
from mediation_desk.domain.referral.referrals import Referral
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing, looking
from mediation_desk.services.library import Library
from mediation_desk.services.referral import going_back, incoming, leaving, packages, replies
from mediation_desk.services.referral.contents import PARTICULARS, Papers
from mediation_desk.services.referral.going_back import Answering
from mediation_desk.services.referral.packages import Sealing
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.referral import manifest
from mediation_desk.store.store import Place
from tests import offices
from tests.offices import Office
from tests.postgres import PostgresServer
from tests.services.papers_desk import headed
from tests.services.referral.exchange import HAI, THERE, read_card
from tests.trust.test_canaries import AMOUNTS, ORDINARY, SEALED, TAKEN_BACK, all_rows, found_in, plant

FORBIDDEN = (*SEALED, *AMOUNTS, TAKEN_BACK)
GOES: dict[type, set[str]] = {
    Case: {"number", "cause", "facts_in_brief", "kind_of_work", "source", "received_on", "confidential"},
    Party: {*PARTICULARS, "role", "kind", "name", "acts_for", "authority", "also_worker"},
    Claim: {"worker_id", "claim", "asked"},
    Referral: {"office", "reason", "part", "asked", "due_on", "whole", "claims", "papers", "exhibits"},
    WorkOrder: {"source", "rule", "terms", "number", "arrived_at", "given_until", "title", "content", "kind",
                "urgency", "caller", "caller_phone", "confidential", "reply_wanted", "supervised",
                "former_number"},
    OrderStep: {"order_id", "kind", "at", "until", "reason", "by"},
    Exhibit: {"name", "sha256", "size", "position", "media_type", "given_by", "proves", "original", "source",
              "pages"}}
"""What of each row can be in a package; everything else of it, and every other row, cannot."""


@pytest.fixture(params=["folder-folder", "folder-server", "server-folder", "server-server"])
def both(request: pytest.FixtureRequest, tmp_path: Path, library_shelf: Library
         ) -> Iterator[tuple[Office, Office]]:
    """Two offices that know nothing of one another, each on one of the engines."""
    made: list[str] = []

    def place(kind: str, folder: Path) -> Place:
        folder.mkdir()
        if kind == "folder":
            return offices.embedded_place(folder)
        server: PostgresServer = request.getfixturevalue("postgres_server")
        made.append(server.create())
        return offices.shared_place(server.url(made[-1]))

    here_on, there_on = request.param.split("-")
    with offices.office(place(here_on, tmp_path / "a"), tmp_path / "notes", library_shelf) as here, \
            offices.office(place(there_on, tmp_path / "b"), tmp_path / "notes-there", library_shelf,
                           settings=THERE, who=HAI) as there:
        yield here, there
    for name in made:
        request.getfixturevalue("postgres_server").drop(name)


def referred(desk: Desk, there: Desk, folder: Path) -> tuple[UUID, UUID]:
    """A case in which everything was said, all of which is referred, with every paper and every exhibit."""
    case_id = plant(desk, folder)
    with desk.work("add_receiving_office", Verb.EDIT_RECEIVING_OFFICES) as work:
        office = ReceivingOffice(id=work.new_key(), kind=OfficeKind.SOCIAL_INSURANCE, name=THERE.name)
        work.put(office)
        work.commit()
        office_id = office.id
    (folder / "stick").mkdir()
    read_card(desk, there, folder / "stick", office_id)
    papers = [one.key for one in leaving.papers(headed(desk), case_id)]
    with desk.case_work(case_id, "draft_referral") as (work, case):
        exhibits = " ".join(str(one.id) for one in work.evidence.of(case_id))
        case.referrals_all.append(made := Referral(
            id=work.new_key(), case_id=case_id, office_id=office_id, office=THERE.name, whole=True,
            reason="管辖", drafted_on=desk.today, exhibits=exhibits, papers=" ".join(papers)))
        work.commit()
        referral_id = made.id
    reading.case(desk, case_id)
    assert len(papers) > 5 and exhibits
    return case_id, referral_id


def test_round_trip_between_offices_of_different_keys_and_nothing_said_alone_in_any_of_it(
        both: tuple[Office, Office], tmp_path: Path) -> None:
    """Package, receipt and answer, on every pair of engines; canaries in what was decrypted too."""
    desk, other = headed(both[0].first), both[1].first
    case_id, referral_id = referred(desk, other, tmp_path)
    path, back, end = (tmp_path / name for name in ("a.mdpackage", "a.mdreceipt", "a.mdanswer"))
    packages.seal(desk, case_id, referral_id, Sealing(), path)
    made = incoming.take_in(other, path, compared=incoming.look(other, path).check)
    going_back.write_receipt(other, made.case_id, made.origin_id, back)
    replies.take(desk, back)
    answer = Answering(date(2025, 1, 20), "已核定。", papers=("mediation-application",))
    going_back.write_answer(other, made.case_id, made.origin_id, answer, end)
    replies.take(desk, end)
    sent = b"".join(file.read_bytes() for file in (path, back, end))
    assert found_in(sent, (*FORBIDDEN, *ORDINARY)) == []
    arrived = all_rows(other) + texts(other, made.case_id)
    assert found_in(arrived, FORBIDDEN) == []
    assert all(found_in(arrived, [word]) for word in (ORDINARY[0], ORDINARY[1], ORDINARY[2], ORDINARY[5]))
    referral = leaving.standing(reading.case(desk, case_id).case, referral_id)
    assert (referral.number_there, referral.result) == (made.number, "已核定。")
    assert upkeep.prove(desk) == [] == upkeep.prove(other)


def texts(desk: Desk, case_id: UUID) -> bytes:
    """The words on every paper that arrived, and every other file as it is."""
    told = []
    for one in filing.exhibits(desk, case_id).exhibits:
        content = b"".join(looking.chunks(desk, case_id, one.id))
        told.append("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).encode()
                    if one.is_pdf else content)
    return b"\n".join(told)


def worded(row: object) -> list[str]:
    """The fields of a row that hold words a person could have written."""
    hints = get_type_hints(type(row))
    return [one.name for one in fields(row)  # type: ignore[arg-type]
            if hints[one.name] is str or str in get_args(hints[one.name])]


def test_no_column_that_was_not_chosen_is_in_a_package(office: Office, tmp_path: Path, library_shelf: Library
                                                      ) -> None:
    """A word of its own in every column of words of every row of the case, in memory: those that a package
    has no place for are looked for in what it would say."""
    with offices.office(offices.embedded_place(tmp_path / "b"), tmp_path / "notes-there", library_shelf,
                        settings=THERE, who=HAI) as there:
        case_id, referral_id = referred(office.first, there.first, tmp_path)
    desk, planted = office.first, dict[str, str]()
    with desk.case_reading(case_id, Verb.REFER_CASE) as (work, case):
        rows: list[Any] = [case, *work.evidence.of(case_id), *work.caucus.items(case_id, removed_too=True)]
        for name in (one.name for one in fields(Case) if one.name.endswith("_all")):
            rows += getattr(case, name)
        for row in rows:
            for name in set(worded(row)) - GOES.get(type(row), set()):
                word = f"canary{len(planted):05}x"
                planted[word] = f"{type(row).__name__}.{name}"
                setattr(row, name, word)
        told = packages._told(desk, work, case, leaving.standing(case, referral_id), Sealing(), Papers())
        said = manifest.written(told)
    assert {"Case", "Party", "MediationSession", "ElementEntry", "Exhibit"} <= {
        name.partition(".")[0] for name in planted.values()}, sorted(planted.values())
    assert [name for word, name in planted.items() if word.encode() in said] == []


def test_two_desks_that_take_it_in_at_one_moment_make_one_case(both: tuple[Office, Office], tmp_path: Path
                                                              ) -> None:
    desk, there = both[0].first, both[1]
    case_id, referral_id = referred(desk, there.first, tmp_path)
    path = packages.seal(headed(desk), case_id, referral_id, Sealing(), tmp_path / "a.mdpackage").path
    check = incoming.look(there.first, path).check
    desks, met = [there.first, there.desk(HAI[0])], Barrier(2)

    def take(one: Desk) -> bool:
        met.wait()
        try:
            return bool(incoming.take_in(one, path, compared=check))
        except DeskError:
            return False

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(take, desks))
    assert sorted(made) == [False, True] and reading.count(there.first, CaseFilter()) == 1
    assert upkeep.prove(there.first) == []
