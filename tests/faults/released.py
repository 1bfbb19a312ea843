"""Stores as released programs left them: one backup for each schema, written by the program of its day.

``python -m tests.faults.released FOLDER`` writes the one of the present schema, on a server of its own,
since rows are packed smaller than pages. A release that changes the tables keeps the former one here.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

import pytest

from mediation_desk.demonstration import streamers
from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import drafts, editing, history, keys, reading, unmasking
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.intake import registering
from mediation_desk.services.office import accounts
from mediation_desk.services.office.accounts import AccountDraft
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.vault.document import OFFICE_COST
from tests import offices
from tests.postgres import postgres

KEPT = Path(__file__).parent / "released"
COLLEAGUE, LENT = "wang", "门前的第三棵白杨"
APPLICANT = "扎西东智"


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
    keys.add_mediator(desk, case_id, colleague)
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
