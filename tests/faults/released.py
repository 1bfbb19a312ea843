"""Stores as released programs left them: one backup for each schema, written by the program of its day.

``python -m tests.faults.released FOLDER`` writes the one of the present schema, on a server of its own,
since rows are packed smaller than pages. A release that changes the tables keeps the former one here.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import column, insert, text
from sqlalchemy import table as plain_table

from mediation_desk.demonstration import streamers
from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import drafts, editing, history, reading, unmasking
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.evidence import filing
from mediation_desk.services.intake import registering
from mediation_desk.services.library import Library
from mediation_desk.services.office import accounts
from mediation_desk.services.office.accounts import AccountDraft
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store import schema as schemas
from mediation_desk.store.backup import restore, row_copy
from mediation_desk.store.backup.manifest import ROWS, read_keys
from mediation_desk.store.exchange import rows
from mediation_desk.store.pace import AT_EASE
from mediation_desk.store.store import Place
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.vault.document import OFFICE_COST
from tests import offices
from tests.holders import share
from tests.offices import CHEAP, PASSWORD, Clock
from tests.postgres import postgres

KEPT = Path(__file__).parent / "released"
COLLEAGUE, LENT = "wang", "门前的第三棵白杨"
APPLICANT = "扎西东智"
FIRST_ENTRIES = 134  # of the journal in the backup of the first schema, as its manifest says


@dataclass
class Released:
    """A store as that schema's program left it, and how today's program opens it."""

    place: Place
    where: str
    around: Surroundings
    desks: list[Desk] = field(default_factory=list)

    def desk(self) -> Desk:
        """Open the store with today's program."""
        made = sign_in.sign_in(self.place, "chen", PASSWORD, self.around)
        self.desks.append(made)
        return made


@contextmanager
def store_of(schema: str, request: pytest.FixtureRequest, folder: Path, shelf: Library) -> Iterator[Released]:
    """The store of that schema, on the engine of ``request.param``."""
    if request.param == "embedded":
        place, where = offices.embedded_place(folder), str(folder / "office")
        (folder / "office").mkdir(mode=0o700)
    else:
        where = request.getfixturevalue("postgres_url")
        place = offices.shared_place(where)
    pour(backup_of(schema), place)
    around = Surroundings(Clock(), ZoneInfo("Asia/Shanghai"), folder / "notes", shelf, CHEAP)
    made = Released(place, where, around)
    yield made
    for desk in made.desks:
        desk.store.close()
    place.close()


def pour(backup: Path, place: Place) -> None:
    """Fill an empty place with the rows of a backup, and stop at the schema that they are of."""
    manifest, opened = restore.open_backup(backup, "chen", PASSWORD)
    engine = place.connect(lambda: opened.store_key)
    with row_copy.stream_of(backup / ROWS, opened.store_key) as stream, engine.begin() as connection:
        told = rows.read_inside(next(stream))
        schemas.upgrade(connection, b"", manifest.revision)
        for name in told.tables:
            connection.execute(text(f"DELETE FROM {name}"))
        for message in rows._each(told, stream, AT_EASE):
            known = metadata.tables[message.table].c
            columns = [known[name] for name in told.tables[message.table]]
            table = plain_table(message.table, *(column(one.name, one.type) for one in columns))
            connection.execute(insert(table), [rows.values(columns, row) for row in message.rows])
        rows._continue_numbers(connection)
        connection.execute(text("DROP TABLE case_search_form"))  # its index is filed anew on opening
    engine.dispose()
    place.vault.write(read_keys(backup))


def backup_of(schema: str) -> Path:
    """The backup that the last program with that schema wrote."""
    return KEPT / f"{schema}.mdbackup"


def fill(desk: Desk, folder: Path) -> None:
    """Work as an office does: a case from intake to closing, another one under way, a colleague, evidence."""
    for _stop in streamers.walk(desk):
        pass
    colleague = accounts.add(desk, AccountDraft(COLLEAGUE, "王秀英", frozenset({AccountRole.MEDIATOR}),
                                                LENT)).result
    case_id = registering.register(desk, registering.IntakeDraft(date(2025, 1, 15), parties=[
        registering.PartyDraft(Role.APPLICANT, APPLICANT),
        registering.PartyDraft(Role.APPLICANT, "孟春生")])).result
    assert colleague and case_id
    share(desk, case_id, colleague)
    for before, after in (("", "欠薪"), ("欠薪", "追索劳动报酬")):
        editing.save(desk, case_id, [editing.Edit("case", case_id, "cause", before, after)])
    history.undo(desk, case_id)
    parties = reading.case(desk, case_id).case.applicants
    unmasking.unmask(desk, case_id, parties[0].id)
    registering.remove_party(desk, case_id, parties[1].id)
    (folder / "录音.m4a").write_bytes(b"sound" * 20_000)
    filing.add_files(desk, case_id, [folder / "录音.m4a"])
    drafts.keep(desk, "case/cause", "还没有写完的字")


def make(into: Path) -> Path:
    """Write the backup of such an office on a server, its passwords at the price of a real office."""
    with (postgres() as server, tempfile.TemporaryDirectory() as folder,
          pytest.MonkeyPatch.context() as patch):
        patch.setattr(offices, "CHEAP", OFFICE_COST)
        place = offices.shared_place(server.url(server.create()))
        with offices.office(place, Path(folder) / "notes") as office:
            fill(office.first, Path(folder))
            made = upkeep.back_up(office.first, Path(folder) / "stick")
            shutil.copytree(made.path, into)
    return into


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))
