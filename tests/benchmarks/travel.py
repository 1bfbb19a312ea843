"""Leaving with a hundred cases and coming home with what was done to each; and whether it grows in a line."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.intake import registering
from mediation_desk.services.travel import bringing, homecoming, leaving, opening, returning
from mediation_desk.store.tables.evidence import evidence_files
from mediation_desk.store.work import evidence
from tests import offices
from tests.benchmarks.figures import Figure, seconds
from tests.offices import PASSWORD, Office

CASES, MANY, MEGABYTES = 100, 1_000, 500
SLOWER, PREVIEW, APPLY, LINEAR = 3.0, 2.0, 5.0, 1.6  # times, seconds, seconds, times per case


def figures() -> Iterator[Figure]:
    """A bag against a plain copy of the same bytes; a hundred cases come home; and ten times as many."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "other").mkdir()
        with offices.office(offices.embedded_place(folder), folder / "notes") as office:
            cases = [_case(office.first, number) for number in range(CASES)]
            yield from _with_evidence(office, folder, cases)
            few = _there_and_back(office, folder / "few", cases)
            yield Figure(f"looking into a bag with {CASES} returned cases", few[1], "s", PREVIEW)
            yield Figure(f"bringing {CASES} cases home", few[2], "s", APPLY)
            cases += [_case(office.first, number) for number in range(CASES, MANY)]
            many = _there_and_back(office, folder / "many", cases)
            for what, one, other in zip(("packing", "looking", "bringing home"), few, many,
                                        strict=True):
                yield Figure(f"  {what}, a case of {MANY} against one of {CASES}",
                             other / one * CASES / MANY, "x", LINEAR)


def _case(desk: Desk, number: int) -> UUID:
    made = registering.register(desk, registering.IntakeDraft(date(2025, 1, 20), parties=[
        registering.PartyDraft(Role.APPLICANT, f"工人{number}"),
        registering.PartyDraft(Role.RESPONDENT, f"公司{number}")])).result
    assert made
    return made


def _with_evidence(office: Office, folder: Path, cases: list[UUID]) -> Iterator[Figure]:
    """Against the same evidence without a bag: out of the office's store into a plain file that is brought to
    the disk, and from plain files into a fresh store. Told besides: against a bare copy of the file."""
    source, files = random.Random(7), folder / "files"
    files.mkdir()
    for number, case_id in enumerate(cases):
        (files / f"{number}.m4a").write_bytes(source.randbytes(MEGABYTES * 1_000_000 // CASES))
        filing.add_files(office.first, case_id, [files / f"{number}.m4a"])
    wanted, target = leaving.Leaving(tuple(cases), laptop="小白"), folder / "big.mdbag"
    out = seconds(lambda: _plainly_out(office.first, folder / "plain"))
    bare = seconds(lambda: _copy(folder / "plain", folder / "copy"))
    written = seconds(lambda: leaving.pack(office.first, wanted, target))
    into = _plainly_in(folder, files)
    opened = seconds(lambda: opening.found(folder / "big", target, PASSWORD, office.around).store.close())
    yield Figure(f"a bag with {MEGABYTES} MB of evidence written", written, "s")
    yield Figure("  against the same out of the store into a plain file", written / out, "x", SLOWER)
    yield Figure("  against a bare copy of that file", written / bare, "x")
    yield Figure("the bag opened", opened, "s")
    yield Figure("  against the same from plain files into a store", opened / into, "x", SLOWER)
    for left in ("plain", "copy", "big.mdbag"):
        (folder / left).unlink()
    for left in ("big", "files", "other"):
        shutil.rmtree(folder / left)


def _plainly_out(desk: Desk, target: Path) -> None:
    with desk.reading() as work, target.open("wb") as file:
        for sha256 in work.connection.scalars(select(evidence_files.c.sha256)).all():
            file.writelines(evidence.read(work.connection, sha256))
        file.flush()
        os.fsync(file.fileno())


def _plainly_in(folder: Path, files: Path) -> float:
    with offices.office(offices.embedded_place(folder / "other"), folder / "other" / "notes") as office:
        case_id = _case(office.first, 0)
        return seconds(lambda: filing.add_files(office.first, case_id, sorted(files.iterdir())))


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _there_and_back(office: Office, folder: Path, cases: list[UUID]) -> tuple[float, float, float]:
    """Packing; looking; bringing home, after something was done to every case on the laptop."""
    folder.mkdir()
    desk, out, home = office.first, folder / "out.mdbag", folder / "home.mdbag"
    wanted = leaving.Leaving(tuple(cases), laptop="小黑", with_evidence=False)
    left = seconds(lambda: leaving.pack(desk, wanted, out))
    laptop = opening.found(folder / "laptop", out, PASSWORD, office.around)
    for case_id in cases:
        case = reading.case(laptop, case_id).case
        editing.save(laptop, case_id, [Edit("case", case_id, "cause", case.cause, f"{folder.name}欠薪"),
                                       Edit("party", case.applicants[0].id, "phone",
                                            case.applicants[0].phone, f"13{len(cases):09d}")])
    returning.pack(laptop, home)
    laptop.store.close()
    looked = seconds(lambda: homecoming.look(desk, home))
    return left, looked, seconds(lambda: bringing.bring_home(desk, home))
