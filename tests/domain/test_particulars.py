"""Particulars of a party, each declared once; an invented one is found wherever there is one to be found."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

from mediation_desk.domain.particulars import Found, Identity, declared, found_by, particulars, telling
from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import PartyKind, Role

ROOT = Path(__file__).resolve().parents[2]
FIELD = '''    permit: Annotated[str, Particular(
        N_("Residence permit"), masks.number, kept=codes.kept, kinds=PERSON, printed=True,
        found=Found.DOCUMENT, identity=Identity.DOCUMENT)] = ""
'''
MIGRATION = '''
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "9999", "{newest}", None, None
def upgrade() -> None:
    op.add_column("parties", sa.Column("permit", sa.Text(), nullable=False, server_default=""))
'''
OFFICE_DAY = '''
from datetime import date
from pathlib import Path
import sys
from mediation_desk.domain.deciding import COMPLETABLE
from mediation_desk.domain.intake.likeness import Likeness, likeness
from mediation_desk.domain.summary import search_words
from mediation_desk.domain.vocabulary import Role
from mediation_desk.gui.journal.words import CaseWords, field_words
from mediation_desk.gui.case.intake.party_detail import LINES
from mediation_desk.services import editing, history, reading, unmasking
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import IntakeDraft, PartyDraft
from mediation_desk.store.store import in_folder
from tests.offices import office

home = Path(sys.argv[1])
with office(in_folder(home / "store"), home / "notes") as made:
    desk = made.first
    draft = IntakeDraft(date(2024, 11, 25), parties=[PartyDraft(Role.APPLICANT, "马晓兰")])
    case_id = registering.register(desk, draft).result
    worker = reading.case(desk, case_id).case.applicants[0]
    typed = "ab 1234 5678 9012"
    editing.save(desk, case_id, [editing.Edit("party", worker.id, "permit", "", typed)])
    case = reading.case(desk, case_id).case
    worker = case.applicants[0]
    assert worker.permit == "AB123456789012", worker.permit
    entry = history.timeline(desk, case_id)[-1].entry
    words = CaseWords(case, desk.zone, {}, desk.library.sheets)
    assert field_words("parties", "permit") == "Residence permit"
    assert words.value("parties", "permit", entry.fields["permit"][1]) == "AB123*****9012"
    assert "permit" in COMPLETABLE["party"] and "permit" in LINES
    assert "AB123456789012" in search_words(case).others
    assert [one.number for one in reading.find(desk, "AB123456789012")] == [case.number]
    assert [one.name for one in reading.people(desk, "AB123456789012")] == ["马晓兰"]
    assert unmasking.unmask(desk, case_id, worker.id).numbers["permit"] == "AB123456789012"
    other = PartyDraft(Role.APPLICANT, "马小兰", particulars={"permit": "AB-1234-5678-9012"})
    try:
        registering.add_party(desk, case_id, other)
    except Exception as refused:
        assert "in the case already" in str(refused), refused
    else:
        raise AssertionError("the same permit twice")
'''


def copied(to: Path) -> Path:
    """The program in a folder of its own, with the one field added: its declaration, its column, its line."""
    house = to / "mediation_desk"
    shutil.copytree(ROOT / "mediation_desk", house, ignore=shutil.ignore_patterns("__pycache__"))
    for beside in ("forms", "resources", "tests"):
        (to / beside).symlink_to(ROOT / beside)
    newest = re.search(r'NEWEST = "(\d+)"', (house / "store/schema.py").read_text("utf-8"))
    assert newest is not None
    amend(house / "domain/people.py", "    bank_account: Annotated", FIELD + "    bank_account: Annotated")
    amend(house / "store/schema.py", f'NEWEST = "{newest[1]}"', 'NEWEST = "9999"')
    amend(house / "store/schema.py", f'"{newest[1]}")', f'"{newest[1]}", "9999")')
    migration = house / "store/migrations/versions/v9999_permit.py"
    migration.write_text(MIGRATION.format(newest=newest[1]), "utf-8")
    amend(house / "gui/case/intake/party_detail.py", '"bank_account": 26', '"permit": 22, "bank_account": 26')
    return to


def amend(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1, (file, old)
    file.write_text(text.replace(old, new), "utf-8")


def test_an_invented_particular_is_declared_once_and_found_everywhere(tmp_path: Path) -> None:
    """A residence permit: one field with its declaration, one migration, one line of the form. It is edited,
    kept in one writing, named and masked in the timeline, searched, unmasked, and tells a double."""
    house = copied(tmp_path / "house")
    (tmp_path / "home").mkdir()
    done = subprocess.run([sys.executable, "-c", OFFICE_DAY, str(tmp_path / "home")], cwd=house, check=False,
                          env=os.environ | {"PYTHONPATH": str(house)}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_every_field_of_a_party_is_declared() -> None:
    assert set(declared(Party)) == {one.name for one in fields(Party)}


def test_a_particular_belongs_to_parties_of_its_kind_and_part() -> None:
    known = particulars(Party)
    assert known["bank_account"].belongs(PartyKind.PERSON, Role.APPLICANT)
    assert not known["bank_account"].belongs(PartyKind.PERSON, Role.AGENT)
    assert not known["credit_code"].belongs(PartyKind.PERSON, Role.APPLICANT)
    assert known["phone"].belongs(PartyKind.ORGANISATION, Role.RESPONDENT)
    assert known["authority"].belongs(PartyKind.PERSON, Role.AGENT)
    assert not known["authority"].belongs(PartyKind.PERSON, Role.REPRESENTATIVE)


def test_a_party_is_found_by_names_phones_and_documents() -> None:
    texts = {"name": "平台公司", "legal_representative": "周某", "phone": "0971-1234567/13809710001",
             "id_number": "", "credit_code": "9163 9999-MADEM00112"}
    assert list(found_by(Party, texts.__getitem__, Found.NAME)) == ["平台公司", "周某"]
    assert list(found_by(Party, texts.__getitem__, Found.PHONE)) == ["09711234567", "13809710001"]
    assert list(found_by(Party, texts.__getitem__, Found.DOCUMENT)) == ["", "91639999MADEM00112"]


def test_a_document_tells_a_person_and_a_phone_helps() -> None:
    assert telling(Party, Identity.DOCUMENT) == ("id_number",)
    assert telling(Party, Identity.CONTACT) == ("phone",)
