"""What was merged is written as it should stand: put in, changed, taken out, and papers byte for byte."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select

from mediation_desk.demonstration import hands
from mediation_desk.services import editing, history
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.intake import registering
from mediation_desk.services.papers import making
from mediation_desk.services.settlement import settling
from mediation_desk.services.travel import bringing
from mediation_desk.store.tables.desk import papers
from tests.services.papers_desk import case_of, terms
from tests.services.travel.roads import Road, raw_rows


def test_a_paper_that_was_signed_on_the_road_is_the_same_to_the_byte(accepted_road: Road) -> None:
    road, laptop = accepted_road, accepted_road.laptop()
    case_of(laptop, road.case_id)  # looked at first
    settling.draft(laptop, road.case_id, terms("12000.00"))
    early = hands.at(laptop, datetime(2024, 12, 3, 2, tzinfo=UTC))
    hands.put_out(early, road.case_id)
    hands.sign_one(early, road.case_id, str(case_of(laptop, road.case_id).applicants[0].id))
    settling.sign(laptop, road.case_id, date(2024, 12, 3))
    bringing.bring_home(road.desk, road.pack())
    frozen = []
    for desk in (laptop, road.desk):
        with desk.reading() as work:
            found = work.connection.execute(select(papers).where(papers.c.case_id == road.case_id))
            frozen.append([(row.id, row.sha256, bytes(row.pdf), row.made_from, row.form_sha256, row.program)
                           for row in found])
    assert frozen[0] == frozen[1] != [] and all(all(row) for row in frozen[0])
    assert case_of(road.desk, road.case_id).is_signed
    signed = [[(one.id, one.strokes, one.paper_sha256) for one in case_of(desk, road.case_id).signatures]
              for desk in (laptop, road.desk)]
    assert signed[0] == signed[1] and len(signed[0]) == 1
    assert making.make(road.desk, road.case_id, "signed-copy").pdf == making.make(
        laptop, road.case_id, "signed-copy").pdf
    road.assert_whole()


def test_what_was_handed_in_and_taken_out_again_on_the_road_lies_in_the_bin_at_home(
        accepted_road: Road) -> None:
    road, laptop = accepted_road, accepted_road.laptop()
    filing.add_files(laptop, road.case_id, [FileSource("录音.txt", data=b"sound")])
    last = filing.exhibits(laptop, road.case_id).exhibits[-1]
    filing.remove(laptop, road.case_id, last.id)
    bringing.bring_home(road.desk, road.pack())
    road.assert_whole()
    assert str(last.id) in {line.entry.row_id for line in history.removed(road.desk, road.case_id)}
    history.restore(road.desk, road.case_id, "exhibits", str(last.id))
    assert filing.exhibits(road.desk, road.case_id).exhibits[-1].name == "录音.txt"
    road.assert_whole()


def test_what_was_taken_out_one_after_the_other_comes_back_one_by_one(accepted_road: Road) -> None:
    road, laptop = accepted_road, accepted_road.laptop()
    case_of(laptop, road.case_id)  # looked at first
    one, other, *_ = filing.exhibits(laptop, road.case_id).exhibits
    for exhibit in (one, other):
        filing.remove(laptop, road.case_id, exhibit.id)
    bringing.bring_home(road.desk, road.pack())
    history.restore(road.desk, road.case_id, "exhibits", str(one.id))
    there = {exhibit.id for exhibit in filing.exhibits(road.desk, road.case_id).exhibits}
    assert one.id in there
    assert other.id not in there


def test_only_what_changed_is_written(accepted_road: Road) -> None:
    road, laptop = accepted_road, accepted_road.laptop()
    worker = case_of(laptop, road.case_id).applicants[0]
    editing.save(laptop, road.case_id, [Edit("party", worker.id, "phone", worker.phone, "13997000001")])
    before = raw_rows(road.desk, road.case_id)
    receipt = bringing.bring_home(road.desk, road.pack())
    assert receipt.kept[0].brings == {"parties": 1}
    after = raw_rows(road.desk, road.case_id)
    assert {key for key in after if after[key] != before.get(key)} == {("parties", str(worker.id))}


def test_a_party_taken_out_on_the_road_is_out_at_home_with_their_claims(accepted_road: Road) -> None:
    road, laptop = accepted_road, accepted_road.laptop()
    worker = case_of(laptop, road.case_id).applicants[-1]
    registering.remove_party(laptop, road.case_id, worker.id)
    bringing.bring_home(road.desk, road.pack())
    case = case_of(road.desk, road.case_id)
    assert worker.id not in {one.id for one in case.parties}
    assert worker.id not in {one.worker_id for one in case.claims}
    history.restore(road.desk, road.case_id, "parties", str(worker.id))
    assert worker.id in {one.worker_id for one in case_of(road.desk, road.case_id).claims}
    road.assert_whole()
