"""Typefaces of the office's own: a file is added, put in order and taken out, each with a way back."""

from __future__ import annotations

from pathlib import Path

from mediation_desk.gui.pages.office.typefaces import TypefacesPart
from mediation_desk.services.office import typefaces
from tests.gui.pages.office.hands import House
from tests.typefaces import made


def names(house: House) -> list[str]:
    return [one.name for one in typefaces.typefaces(house.desk)]


def test_a_typeface_is_added_put_first_and_taken_out_with_a_way_back(house: House, tmp_path: Path) -> None:
    part = house.part("typefaces")
    assert isinstance(part, TypefacesPart)
    for name in ("宁中楷体", "宁中宋体"):
        (tmp_path / f"{name}.ttf").write_bytes(made(name))
        part.take(tmp_path / f"{name}.ttf")
        house.settle()
    assert names(house) == ["宁中楷体", "宁中宋体"]
    row = part.table.current_row()
    assert row is not None and row.name == "宁中宋体" and not part.down.isEnabled()
    house.click(part.up)
    assert names(house) == ["宁中宋体", "宁中楷体"] and not part.up.isEnabled()
    house.click(house.page.bar.action)
    assert names(house) == ["宁中楷体", "宁中宋体"]
    house.click(part.remove)
    assert names(house) == ["宁中楷体"]
    house.click(house.page.bar.action)
    assert names(house) == ["宁中楷体", "宁中宋体"]
    (tmp_path / "字.otf").write_bytes(b"OTTO")
    part.take(tmp_path / "字.otf")
    house.settle()
    assert "PostScript outlines" in house.page.bar.words.text() and len(names(house)) == 2
