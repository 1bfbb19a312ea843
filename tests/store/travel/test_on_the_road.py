"""The laptop's own steps in a homecoming: who did what on the road, in its order."""

from pathlib import Path

from mediation_desk.services import history
from mediation_desk.services.travel import arrival, taking_back
from tests.day_out import CANARY, LAPTOP, alone, begun, facts, together, travelled
from tests.offices import Office


def test_the_timeline_tells_the_laptops_steps_before_what_the_homecoming_wrote(
        office: Office, tmp_path: Path) -> None:
    desk = office.first
    with travelled(desk, tmp_path / "out", office.around,
                   together(facts("先这样写"), facts("后那样写"), alone(CANARY))) as road:
        arrival.bring_home(desk, arrival.look(desk, road.bag).preview, {}, {}, "")
    lines = history.timeline(desk, road.case_id)
    theirs = [line for line in lines if line.laptop]
    assert {line.laptop for line in theirs} == {LAPTOP} and {line.who for line in theirs} == {desk.who.name}
    assert [line.entry.fields["facts_in_brief"][1] for line in theirs
            if "facts_in_brief" in line.entry.fields] == ["先这样写", "后那样写"]
    after = lines[max(at for at, line in enumerate(lines) if line.laptop) + 1:]
    assert {line.entry.verb for line in after} == {"bring_home"}
    assert any(line.entry.fields.get("facts_in_brief", (0, 0))[1] == "后那样写" for line in after)
    assert CANARY not in repr(lines)


def test_a_case_begun_on_the_laptop_has_its_steps_as_its_own(office: Office, tmp_path: Path) -> None:
    desk = office.first
    with travelled(desk, tmp_path / "out", office.around, begun) as road:
        made = arrival.bring_home(desk, arrival.look(desk, road.bag).preview, {}, {}, "")
    [kept] = made.kept
    lines = history.timeline(desk, kept.case_id)
    assert lines[0].entry.verb == "register_case" and not any(line.laptop for line in lines)


def test_what_the_laptop_removed_is_put_back_from_the_office_alone(office: Office, tmp_path: Path) -> None:
    """A homecoming that was taken back still tells what was done on the road; the bin knows the office."""
    desk = office.first
    with travelled(desk, tmp_path / "out", office.around, facts("先这样写")) as road:
        arrival.bring_home(desk, arrival.look(desk, road.bag).preview, {}, {}, "")
    taking_back.take_back(desk, road.case_id)
    lines = history.timeline(desk, road.case_id)
    assert any(line.laptop for line in lines)
    assert not any(line.laptop for line in history.gone(lines))


def test_what_the_office_did_since_is_told_without_the_road(office: Office, tmp_path: Path) -> None:
    desk = office.first
    with travelled(desk, tmp_path / "out", office.around, alone(CANARY), facts("机构里")) as road:
        [case] = arrival.look(desk, road.bag).preview.cases
    told = history.since(desk, road.case_id, case.departed)
    assert [line.entry.verb for line in told] == ["edit"] and len(told) == case.meanwhile
