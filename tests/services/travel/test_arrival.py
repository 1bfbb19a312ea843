"""Coming home as a window asks for it: decisions left and taken up again, a stop, and no bag left behind."""

from pathlib import Path

import pytest

from mediation_desk.domain.travel.homecoming import Decision, Whose
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.travel import arrival, deciding
from mediation_desk.store.pace import Stopped
from tests.day_out import CANARY, added, alone, facts, together, travelled
from tests.offices import PASSWORD, Office

BOTH_WROTE = together(facts("园区里这样写"), alone(CANARY)), facts("机构里那样写")


def test_what_was_decided_is_there_again_and_goes_when_its_case_is_home(
        office: Office, tmp_path: Path) -> None:
    desk = office.first
    with travelled(desk, tmp_path / "out", office.around, *BOTH_WROTE) as road:
        looked = arrival.look(desk, road.bag)
        [question] = looked.preview.cases[0].questions
        chosen = {road.case_id: {question.name: Decision(Whose.BOTH, "两边写的都在")}}
        deciding.keep(desk, looked.preview.bag_id, chosen)
        again = arrival.look(desk, road.bag)
        assert again.left.decisions == chosen
        arrival.bring_home(desk, again.preview, chosen, {}, "")
        assert arrival.look(desk, road.bag).left.decisions == {}
    assert reading.case(desk, road.case_id).case.facts_in_brief == "两边写的都在"


def test_a_decision_between_other_words_is_no_decision(office: Office, tmp_path: Path) -> None:
    """The office writes yet again after somebody decided for the laptop: nobody has decided about that."""
    desk = office.first
    with travelled(desk, tmp_path / "out", office.around, *BOTH_WROTE) as road:
        preview = arrival.look(desk, road.bag).preview
        chosen = {road.case_id: {one.name: Decision(Whose.LAPTOP) for one in preview.cases[0].questions}}
        facts("机构又改了一次")(desk, road.case_id)
        receipt = arrival.bring_home(desk, preview, chosen, {}, "")
    assert not receipt.kept and len(receipt.waiting) == 1
    assert reading.case(desk, road.case_id).case.facts_in_brief == "机构又改了一次"


def test_whom_one_declared_one_person_is_remembered(office: Office, tmp_path: Path) -> None:
    desk, twice = office.first, added("苏晓", phone="13997000005")
    with travelled(desk, tmp_path / "out", office.around, twice, twice) as road:
        preview = arrival.look(desk, road.bag).preview
        [same] = preview.cases[0].same
        joined = {road.case_id: {same.laptop: same.office}}
        deciding.keep(desk, preview.bag_id, {}, joined)
        looked = arrival.look(desk, road.bag)
        assert looked.left.joined == joined
        arrival.bring_home(desk, looked.preview, {}, looked.left.joined, "")
    names = [one.name for one in reading.case(desk, road.case_id).case.applicants]
    assert sorted(names) == sorted(["温若晴", "苏晓"])


def test_unasked_they_stay_two(office: Office, tmp_path: Path) -> None:
    desk, twice = office.first, added("苏晓", phone="13997000005")
    with travelled(desk, tmp_path / "out", office.around, twice, twice) as road:
        arrival.bring_home(desk, arrival.look(desk, road.bag).preview, {}, {}, "")
    assert [one.name for one in reading.case(desk, road.case_id).case.applicants].count("苏晓") == 2


def test_looking_is_stopped_on_the_way(office: Office, tmp_path: Path) -> None:
    with travelled(office.first, tmp_path / "out", office.around, *BOTH_WROTE) as road, \
            pytest.raises(Stopped):
        arrival.look(office.first, road.bag, cancelled=lambda: True)


def test_a_travel_desk_on_this_computer_is_brought_home_without_a_stick(
        office: Office, tmp_path: Path) -> None:
    desk = office.first
    with travelled(desk, tmp_path / "out", office.around, facts("园区里这样写")) as road:
        bag, looked = arrival.look_here(desk, str(road.folder), PASSWORD)
        arrival.bring_home(desk, looked.preview, {}, {}, "")
        bag.close()
    assert reading.case(desk, road.case_id).case.facts_in_brief == "园区里这样写"
    assert not bag.path.exists()


def test_a_bag_that_is_refused_leaves_no_file(office: Office, tmp_path: Path,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", None)
    with travelled(office.first, tmp_path / "out", office.around) as road:
        for folder, password, field in ((road.folder, "not this one", "password"),
                                        (tmp_path / "nowhere", PASSWORD, "place")):
            with pytest.raises(DeskError) as trouble:
                arrival.look_here(office.first, str(folder), password)
            assert trouble.value.field == field
    assert list((tmp_path / "temporary").iterdir()) == []
