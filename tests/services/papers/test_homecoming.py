"""归并回执, read back from the paper: counts, decisions, numbers, both heads, and nothing said alone."""

from pathlib import Path

from mediation_desk.domain.travel.homecoming import Decision, Whose
from mediation_desk.domain.travel.register import Homecoming
from mediation_desk.services.papers import homecoming as receipt
from mediation_desk.services.papers.homecoming import DecidedLine
from mediation_desk.services.travel import arrival, register
from mediation_desk.services.travel.receipts import Receipt
from tests.day_out import CANARY, LAPTOP, alone, begun, facts, together, travelled
from tests.documents.reading import run_together
from tests.offices import Office


def brought(office: Office, road_bag: Path, decide: bool, reason: str = "") -> Receipt:
    preview = arrival.look(office.first, road_bag).preview
    chosen = {one.case_id: {question.name: Decision(Whose.LAPTOP) for question in one.questions if decide}
              for one in preview.cases}
    return arrival.bring_home(office.first, preview, chosen, {}, reason)


def test_the_paper_says_what_came_who_brought_it_and_where_both_chains_stand(
        office: Office, tmp_path: Path) -> None:
    with travelled(office.first, tmp_path / "out", office.around,
                   together(facts("园区里这样写"), alone(CANARY), begun), facts("机构里那样写")) as road:
        made = brought(office, road.bag, decide=True)
    line = DecidedLine(road.case_id, "案件，事实概要", "外出电脑", "机构里那样写")
    text = run_together(receipt.make(office.first, made, [line]).pdf)
    for word in ("归并回执", office.first.settings.name, LAPTOP, office.first.who.name, "已归并案件2件",
                 "案件1、密封记录1", "新登记", "案件1、当事人2", "案件，事实概要外出电脑机构里那样写"):
        assert word in text
    for kept in made.kept:
        assert kept.label in text
        for number, digest in (kept.laptop_head, kept.office_head):
            assert f"{number}-{digest[:4]}-{digest[4:8]}" in text
    assert CANARY not in text


def test_cases_that_wait_stand_there_with_their_reasons(office: Office, tmp_path: Path) -> None:
    with travelled(office.first, tmp_path / "out", office.around, facts("园区里"), facts("机构里")) as road:
        made = brought(office, road.bag, decide=False)
    text = run_together(receipt.make(office.first, made, []).pdf)
    assert "已归并案件0件" in text and "待归并案件1件" in text and "还有内容待决定。" in text
    assert "本次没有案件归并" in text


def test_the_reason_of_a_lost_bag_stands_there(office: Office, tmp_path: Path) -> None:
    with travelled(office.first, tmp_path / "out", office.around, facts("园区里")) as road:
        register.declare_lost(office.first, road.out, "落在出租车上")
        made = brought(office, road.bag, decide=False, reason="司机当晚送回")
    assert "报失后归并的理由司机当晚送回" in run_together(receipt.make(office.first, made, []).pdf)
    with office.first.reading() as work:
        [home] = work.rows_of(Homecoming, road.case_id)
        assert "司机当晚送回" in home.decisions  # kept with the case, and so in its journal


def test_a_character_that_no_typeface_has_does_not_stop_the_paper(office: Office, tmp_path: Path) -> None:
    with travelled(office.first, tmp_path / "out", office.around, facts("园区里")) as road:
        made = brought(office, road.bag, decide=False)
    line = DecidedLine(road.case_id, "案件", "机构", "说了算👍")
    assert "说了算👍" in run_together(receipt.make(office.first, made, [line]).pdf)
