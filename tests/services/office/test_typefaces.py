"""The office's own typefaces: added, put in order and taken out by its administrator; they travel along."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, func, select

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.office import typefaces
from mediation_desk.services.travel import leaving, opening
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.store import in_folder
from mediation_desk.store.tables.evidence import evidence_chunks, evidence_files
from mediation_desk.store.verify.findings import Damage, Finding
from mediation_desk.store.verify.verify import verify
from tests.offices import PASSWORD, Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.papers_desk import accepted
from tests.typefaces import made


def file(folder: Path, name: str) -> Path:
    path = folder / f"{name}.ttf"
    path.write_bytes(made(name))
    return path


def listed(desk: Desk) -> list[str]:
    return [one.name for one in typefaces.typefaces(desk)]


def stored(desk: Desk) -> int:
    with desk.store.engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(evidence_files)).scalar_one())


def test_typefaces_are_added_put_in_order_taken_out_and_put_back(office: Office, tmp_path: Path) -> None:
    desk = office.first
    kai = typefaces.add_typeface(desk, file(tmp_path, "宁中楷体")).result
    song = typefaces.add_typeface(desk, file(tmp_path, "宁中宋体")).result
    assert kai and song and listed(desk) == ["宁中楷体", "宁中宋体"]
    typefaces.order_typefaces(desk, [song])
    assert listed(desk) == ["宁中宋体", "宁中楷体"]
    typefaces.remove_typeface(desk, song)
    assert listed(desk) == ["宁中楷体"]
    with pytest.raises(NotThere):
        typefaces.remove_typeface(desk, song)
    typefaces.put_back_typeface(desk, song)
    assert listed(desk) == ["宁中宋体", "宁中楷体"]


def test_what_is_there_already_or_no_typeface_is_refused_and_leaves_nothing_behind(office: Office,
                                                                                  tmp_path: Path) -> None:
    desk, song = office.first, file(tmp_path, "宁中宋体")
    first = typefaces.add_typeface(desk, song).result
    before = stored(desk)
    (tmp_path / "字.ttf").write_bytes(b"OTTO")
    for path, said in ((song, "in the list already"), (tmp_path / "字.ttf", "PostScript"),
                       (tmp_path / "none.ttf", "cannot be read"), (tmp_path, "cannot be read")):
        with pytest.raises(DeskError, match=said) as refused:
            typefaces.add_typeface(desk, path)
        assert refused.value.field == "typeface"
    assert stored(desk) == before and first
    typefaces.remove_typeface(desk, first)
    typefaces.add_typeface(desk, song)
    with pytest.raises(DeskError, match="in the list already"):
        typefaces.put_back_typeface(desk, first)


def test_only_an_administrator_changes_them(office: Office, tmp_path: Path) -> None:
    colleague(office, "wang", Role.MEDIATOR)
    theirs = office.desk("wang", LENT)
    with pytest.raises(NotAllowed):
        typefaces.add_typeface(theirs, file(tmp_path, "宁中宋体"))
    assert listed(theirs) == []


def test_their_files_are_verified_and_backups_keep_them(office: Office, tmp_path: Path) -> None:
    desk = office.first
    typefaces.add_typeface(desk, file(tmp_path, "宁中宋体"))
    assert found_in(desk) == []
    (tmp_path / "backups").mkdir()
    made_ = upkeep.back_up(desk, tmp_path / "backups")
    upkeep.restore(made_.path, "chen", PASSWORD, in_folder(tmp_path / "again"), office.around)
    again = sign_in.sign_in(in_folder(tmp_path / "again"), "chen", PASSWORD, office.around)
    assert list(typefaces.files(again).values()) == [made("宁中宋体")]
    again.store.close()
    with desk.store.engine.begin() as connection:
        connection.execute(delete(evidence_chunks))
        connection.execute(delete(evidence_files))
    assert [(one.damage, one.table) for one in found_in(desk)] == [(Damage.EVIDENCE, "own_typefaces")]
    assert typefaces.files(desk) == {}


def found_in(desk: Desk) -> list[Finding]:
    return [one for one in verify(desk.store, desk.calendar) if isinstance(one, Finding)]


def test_they_go_with_the_office_to_its_laptop_without_any_evidence(office: Office, tmp_path: Path) -> None:
    desk = office.first
    song = typefaces.add_typeface(desk, file(tmp_path, "宁中宋体")).result
    case_id = accepted(desk)
    wanted = leaving.Leaving((case_id,), laptop="小白", with_evidence=False)
    assert leaving.size(desk, [case_id], with_evidence=False).bytes > len(made("宁中宋体"))
    leaving.pack(desk, wanted, tmp_path / "a.mdbag")
    laptop = opening.found(tmp_path / "laptop", tmp_path / "a.mdbag", PASSWORD, office.around)
    assert listed(laptop) == ["宁中宋体"]
    assert list(typefaces.files(laptop).values()) == [made("宁中宋体")]
    with pytest.raises(NotAllowed):
        typefaces.add_typeface(laptop, file(tmp_path, "宁中楷体"))
    assert song and laptop.branch
    typefaces.remove_typeface(desk, song)
    leaving.pack(desk, leaving.Leaving((accepted(desk),), laptop.branch.laptop_id), tmp_path / "b.mdbag")
    opening.open_bag(laptop, tmp_path / "b.mdbag")
    assert listed(laptop) == []
    laptop.store.close()
