"""The office's places, layouts and forms on the laptop: as there, and nothing entered here is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints
from uuid import UUID

import pytest

from mediation_desk.domain.own_files import OwnForm
from mediation_desk.domain.payments.layouts import BankLayout
from mediation_desk.domain.sites import SiteDraft
from mediation_desk.domain.travel.tables import Goes, going
from mediation_desk.domain.vocabulary import PlaceKind
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import moving, registering
from mediation_desk.services.office import accounts, document_forms, places, sites
from mediation_desk.services.travel import bringing, leaving, opening, returning
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.travel import office_rows
from mediation_desk.store.travel.bag import BagDamaged
from mediation_desk.store.travel.manifest import OfficeRow
from mediation_desk.store.travel.rows import entity_of
from mediation_desk.store.work.work import Work
from tests.offices import PASSWORD, Office
from tests.services.papers_desk import accepted

NAME = "rights-notice"


def reworded(desk: Desk, ending: str) -> str:
    return document_forms.text_of(desk, NAME).rstrip() + f"\n\n{ending}\n"


def keep(desk: Desk, text: str) -> None:
    document_forms.keep(desk, NAME, text, document_forms.own_text_of(desk, NAME))


def with_laptop(office: Office, folder: Path) -> Desk:
    leaving.pack(office.first, leaving.Leaving((accepted(office.first),), laptop="小白"), folder / "a.mdbag")
    return opening.found(folder / "laptop", folder / "a.mdbag", PASSWORD, office.around)


def lay_out(desk: Desk, bank: str, columns: str) -> None:
    with desk.work("office") as work:
        work.put(BankLayout(id=work.new_key(), bank=bank, columns=columns))
        work.commit()


def test_each_table_that_goes_with_the_office_is_taken_along_somehow() -> None:
    elsewhere = {"accounts", "settings", "own_typefaces"}  # the manifest has lists of their own for them
    assert set(office_rows.STANDS_FOR) | elsewhere == set(going(Goes.WITH_OFFICE))


SAMPLES: Mapping[type, object] = {UUID: UUID(int=7), str: "文字", int: 7}


def whole(entity: type, key: UUID, at: datetime) -> Any:
    """A row with something in every field."""
    told: dict[str, object] = {"id": key, "removed_at": None}
    for name, hint in get_type_hints(entity).items():
        kind = next(one for one in get_args(hint) or (hint,) if one is not NoneType)
        value = SAMPLES.get(kind, at) if kind in (*SAMPLES, datetime) else next(iter(kind))
        told.setdefault(name, value)
    return entity(**told)


def test_a_row_of_each_table_arrives_with_all_that_it_says(office: Office, tmp_path: Path) -> None:
    desk = office.first
    with desk.work("office") as work:
        for table in office_rows.STANDS_FOR:
            work.put(whole(entity_of(table), work.new_key(), work.who.now))
        work.commit()
    laptop = with_laptop(office, tmp_path)
    with desk.reading() as here, laptop.reading() as there:
        for table in office_rows.STANDS_FOR:
            sent, arrived = told(here, table), told(there, table)
            assert sent and sent == arrived, table
    laptop.store.close()


def told(work: Work, table: str) -> list[dict[str, object]]:
    rows: list[Any] = list(work.all_of(entity_of(table)))
    return [{one.name: getattr(row, one.name) for one in fields(row)} for row in rows]


def test_a_laptop_has_the_offices_places_layouts_and_forms_the_former_ones_too(
        office: Office, tmp_path: Path) -> None:
    desk = office.first
    places.add_place(desk, PlaceKind.ROOM, "调解一室", "昆仑中路 8 号")
    keep(desk, first := reworded(desk, "本所地址：昆仑中路。"))
    keep(desk, second := reworded(desk, "本所电话：0971。"))
    lay_out(desk, "青海银行", "日期=day")
    laptop = with_laptop(office, tmp_path)
    assert [(one.name, one.address) for one in places.places(laptop)] == [("调解一室", "昆仑中路 8 号")]
    assert document_forms.text_of(laptop, NAME) == second == laptop.forms[f"documents/{NAME}.md"]
    assert [one.text for one in document_forms.versions(laptop, NAME)] == [second, first]
    with laptop.reading() as work:
        assert [one.bank for one in work.all_of(BankLayout)] == ["青海银行"]
    laptop.store.close()


def test_a_laptop_has_the_offices_sites_and_who_registers_there_sits_where_they_sit(
        office: Office, tmp_path: Path) -> None:
    """The case taken along belongs to one site, the person to the other; moved there, it comes home so."""
    desk = office.first
    east, west = (sites.add_site(desk, SiteDraft(name)).result for name in ("城东街道工作站", "生物园区"))
    assert east and west
    accounts.change(desk, desk.who.account_id, desk.who.name, desk.who.account.roles, site_id=west)
    case_id = accepted(desk)
    moving.move_site(desk, case_id, east)
    leaving.pack(desk, leaving.Leaving((case_id,), laptop="小白"), tmp_path / "a.mdbag")
    laptop = opening.found(tmp_path / "laptop", tmp_path / "a.mdbag", PASSWORD, office.around)
    assert [one.site.name for one in sites.sites(laptop)] == ["城东街道工作站", "生物园区"]
    assert reading.case(laptop, case_id).case.site_id == east
    begun = registering.register(laptop, registering.IntakeDraft(laptop.today)).result
    assert begun and reading.case(laptop, begun).case.site_id == west
    moving.move_site(laptop, case_id, west)
    returning.pack(laptop, tmp_path / "home.mdbag")
    laptop.store.close()
    bringing.bring_home(desk, tmp_path / "home.mdbag")
    assert {reading.case(desk, one).case.site_id for one in (case_id, begun)} == {west}
    assert upkeep.prove(desk) == []


def test_a_further_bag_brings_the_offices_and_keeps_what_was_entered_on_the_road(
        office: Office, tmp_path: Path) -> None:
    desk = office.first
    places.add_place(desk, PlaceKind.ROOM, "调解一室", "昆仑中路 8 号")
    keep(desk, first := reworded(desk, "本所地址：昆仑中路。"))
    laptop = with_laptop(office, tmp_path)
    lay_out(laptop, "农商银行", "路上=day")
    lay_out(laptop, "青海银行", "路上=day")
    lay_out(desk, "青海银行", "日期=day")
    places.remove_place(desk, places.places(desk)[0].id)
    keep(desk, second := reworded(desk, "本所电话：0971。"))
    known = laptop.branch.laptop_id if laptop.branch else None
    leaving.pack(desk, leaving.Leaving((accepted(desk),), laptop_id=known), tmp_path / "b.mdbag")
    opening.open_bag(laptop, tmp_path / "b.mdbag")
    assert places.places(laptop) == []
    assert laptop.forms[f"documents/{NAME}.md"] == second
    assert {one.text for one in document_forms.versions(laptop, NAME)} == {first, second}
    with laptop.reading() as work:
        layouts = work.all_of(BankLayout)
        assert {(one.bank, one.columns) for one in layouts if not one.removed_at} == {
            ("农商银行", "路上=day"), ("青海银行", "日期=day")}
        assert len(layouts) == 3  # what gave way can still be read
    laptop.store.close()


@pytest.mark.parametrize("values", [
    {}, {"id": "no key", "path": "a", "text": "b", "removed_at": None}, {"unknown": "column"},
    {"id": "00000000-0000-0000-0000-000000000001", "path": "a", "text": "b", "removed_at": "yesterday"}])
def test_a_row_that_is_none_is_refused_and_changes_nothing(office: Office, values: dict[str, str | None]
                                                           ) -> None:
    with pytest.raises(BagDamaged), office.first.work("office") as work:
        office_rows.take(work, [OfficeRow(table="own_forms", values=values)])
    with office.first.reading() as work:
        assert not work.all_of(OwnForm)
