"""What goes home: what was done on the laptop since its bag was opened, new evidence, and nothing else."""

from __future__ import annotations

from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.travel import homecoming, returning
from mediation_desk.store.travel import loads
from mediation_desk.store.travel.loads import Load
from tests.services.travel.roads import Road


def packed(road: Road) -> Load:
    path = road.pack()
    return loads.read(path, homecoming.ours(road.desk, path)[1])


def test_a_case_in_which_nothing_was_done_is_only_named(accepted_road: Road) -> None:
    load = packed(accepted_road)
    assert (load.inside.cases, load.inside.still, load.rows) == ([], [accepted_road.case_id], {})


def test_new_evidence_goes_home_and_what_came_from_the_office_does_not(accepted_road: Road) -> None:
    road = accepted_road
    filing.add_files(road.laptop(), road.case_id, [FileSource("新.txt", data=b"new on the road")])
    assert [one.size for one in packed(road).inside.contents] == [len(b"new on the road")]


def test_only_entries_since_the_departure_are_in_it(accepted_road: Road) -> None:
    road = accepted_road
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "", "欠薪")])
    load = packed(road)
    (travelling,) = load.inside.cases
    told = load.of(road.case_id, "journal")
    assert [row["verb"] for row in told] == ["edit"]
    assert travelling.end == travelling.base + 1
    assert travelling.number > 0


def test_packing_again_changes_nothing_and_packs_the_same(accepted_road: Road) -> None:
    road = accepted_road
    editing.save(road.laptop(), road.case_id, [Edit("case", road.case_id, "cause", "", "欠薪")])
    one, other = packed(road), packed(road)
    assert one.rows == other.rows
    assert returning.pack(road.laptop(), road.folder / "third.mdbag").changed == 1
