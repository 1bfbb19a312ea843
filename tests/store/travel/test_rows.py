"""A case's rows as merging takes them, the same out of a store, out of a bag and back in time."""

from __future__ import annotations

from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import editing
from mediation_desk.services.editing import Edit
from mediation_desk.services.intake import registering
from mediation_desk.services.travel.homecoming import ours
from mediation_desk.store.travel import loads
from mediation_desk.store.travel.coming_home import arriving
from mediation_desk.store.travel.rows import Raw, as_rows, beside, loaded, owner_of, rewound
from tests.services.travel.roads import Road, raw_rows

OUT = "2025-01-21T01:00:00+00:00"


def test_rows_out_of_a_bag_are_those_of_the_store_it_was_packed_from(accepted_road: Road) -> None:
    case_id, laptop = accepted_road.case_id, accepted_road.laptop()
    editing.save(laptop, case_id, [Edit("case", case_id, "cause", "", "欠薪")])
    path = accepted_road.pack()
    load = loads.read(path, ours(accepted_road.desk, path)[1])
    assert loaded(load.rows[case_id]) == raw_rows(laptop, case_id)


def test_taken_back_through_the_journal_they_are_as_at_the_departure(accepted_road: Road) -> None:
    case_id, laptop = accepted_road.case_id, accepted_road.laptop()
    editing.save(laptop, case_id, [Edit("case", case_id, "cause", "", "欠薪")])
    editing.save(laptop, case_id, [Edit("case", case_id, "cause", "欠薪", "欠薪及加班")])
    made = registering.add_party(laptop, case_id, registering.PartyDraft(Role.AGENT, "郑代理")).result
    assert made
    registering.remove_party(laptop, case_id, made)
    path = accepted_road.pack()
    outside, key = ours(accepted_road.desk, path)
    load = loads.read(path, key)
    with accepted_road.desk.reading() as work:
        found = arriving(work, load, load.cases[case_id], outside.laptop_id)
    assert as_rows(rewound(found.mine, found.entries)) == accepted_road.departure


def test_a_part_of_what_was_taken_out_is_out_with_it() -> None:
    session = {"id": "s", "removed_at": OUT}
    part = {"id": "a", "session_id": "s", "removed_at": None}
    assert as_rows({("sessions", "s"): session, ("attendees", "a"): part}) == {}
    assert owner_of("attendees", part) == ("sessions", "s")
    assert owner_of("sessions", session) is None


def test_what_stands_nowhere_at_home_comes_into_the_bin_with_its_parts() -> None:
    mine: Raw = {
            ("sessions", "out"): {"id": "out", "removed_at": OUT},
            ("attendees", "a"): {"id": "a", "session_id": "out", "removed_at": None},
            ("offers", "not chosen"): {"id": "not chosen", "removed_at": None},
            ("claims", "known otherwise"): {"id": "known otherwise", "removed_at": None}}
    found = beside(mine, {}, {}, {("claims", "known otherwise"): ("claims", "theirs")}, "now")
    assert {key[1]: row["removed_at"] for key, row in found.items()} == {"out": OUT, "a": None,
                                                                       "not chosen": "now"}
