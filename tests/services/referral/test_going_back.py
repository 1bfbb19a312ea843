"""Going back: a receipt and an answer for the office that sent the package, and for nobody else."""

from __future__ import annotations

from datetime import date

import pytest

from mediation_desk.domain.words import DeskError, NotThere
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.taking import FileSource
from mediation_desk.services.referral import going_back, opening
from mediation_desk.services.referral.going_back import Answering
from mediation_desk.services.upkeep import upkeep
from mediation_desk.store.pace import Pace, Stopped
from mediation_desk.store.referral.manifest import Answer, Receipt
from mediation_desk.store.referral.refusals import ForAnotherOffice
from tests.services.referral.exchange import Exchange

DAY = date(2025, 1, 20)


def test_the_receipt_names_the_package_and_the_number_here(between: Exchange) -> None:
    made = between.taken()
    target = between.folder / "r.mdreceipt"
    written = going_back.write_receipt(between.other, made.case_id, made.origin_id, target)
    told = opening.whole(between.desk, target).manifest
    assert isinstance(told, Receipt) and written.office == "西宁市城中区劳动争议调解工作室"
    assert (told.to_package, told.to_sha256) == (between.referral.package_id, between.referral.package_sha256)
    assert (told.number, told.received_on, told.received_by) == (made.number, DAY, "海晏")
    (origin,) = going_back.origins(between.other, made.case_id)
    assert origin.receipt_at is not None and upkeep.prove(between.other) == []


def test_nobody_but_the_sender_opens_what_goes_back(between: Exchange) -> None:
    made, target = between.taken(), between.folder / "r.mdreceipt"
    going_back.write_receipt(between.other, made.case_id, made.origin_id, target)
    with pytest.raises(ForAnotherOffice):
        opening.whole(between.other, target)


def test_an_answer_takes_papers_and_exhibits_along(between: Exchange) -> None:
    made = between.taken()
    filing.add_files(between.other, made.case_id, [FileSource("核定表.pdf", data=b"%PDF-1.7 table")])
    table = filing.exhibits(between.other, made.case_id).exhibits[-1]
    target = between.folder / "a.mdanswer"
    going_back.write_answer(between.other, made.case_id, made.origin_id,
                           Answering(DAY, "已核定补缴基数。", papers=("mediation-application",),
                                     exhibits=(table.id,)), target)
    told = opening.whole(between.desk, target).manifest
    assert isinstance(told, Answer)
    assert (told.result, told.returned, told.day) == ("已核定补缴基数。", "", DAY)
    assert [one.title for one in told.papers][1:] == ["核定表.pdf"] and len(told.papers) == 2
    (origin,) = going_back.origins(between.other, made.case_id)
    assert origin.answered_at is not None and origin.result == "已核定补缴基数。"


@pytest.mark.parametrize(("told", "field"), [
    (Answering(DAY), "result"), (Answering(DAY, "有", "退"), "result"), (Answering(DAY, " "), "result"),
    (Answering(date(2025, 1, 21), "有"), "day"), (Answering(DAY, "长" * 20_001), "result"),
    (Answering(DAY, returned="长" * 20_001), "returned")])
def test_what_is_no_answer_is_refused_beside_its_field(between: Exchange, told: Answering, field: str
                                                       ) -> None:
    made, target = between.taken(), between.folder / "a.mdanswer"
    with pytest.raises(DeskError) as refused:
        going_back.write_answer(between.other, made.case_id, made.origin_id, told, target)
    assert refused.value.field == field and not target.exists()


def test_where_it_does_not_come_to_an_end_nothing_is_answered(between: Exchange) -> None:
    made = between.taken()
    exhibit = filing.exhibits(between.other, made.case_id).exhibits[0].id
    for exhibits, target, trouble in (((exhibit,), "a.mdanswer", Stopped), ((made.case_id,), "a", NotThere),
                                      ((), "none/a.mdanswer", DeskError)):
        with pytest.raises(trouble):
            going_back.write_answer(between.other, made.case_id, made.origin_id,
                                   Answering(DAY, "有", exhibits=exhibits), between.folder / target,
                                   Pace(cancelled=lambda: True))
    assert not list(between.folder.glob("*.mdanswer"))
    assert going_back.origins(between.other, made.case_id)[0].answered_at is None


def test_a_name_is_proposed_and_a_place_that_is_taken_is_refused(between: Exchange) -> None:
    made = between.taken()
    name = going_back.proposed_name(between.other, made.case_id, made.origin_id, "receipt")
    assert name == "宁中劳调〔2025〕0001号-城中区社会保险经办中心-20250120.mdreceipt"
    going_back.write_receipt_into(between.other, made.case_id, made.origin_id, str(between.folder), name)
    with pytest.raises(DeskError) as refused:
        going_back.write_receipt_into(between.other, made.case_id, made.origin_id, str(between.folder), name)
    assert refused.value.field == "file"
    told = going_back.write_answer_into(between.other, made.case_id, made.origin_id, Answering(DAY, "有"),
                                       str(between.folder), "x", progress=lambda _d, _t: None,
                                       cancelled=lambda: False)
    assert told.path.name == "x.mdanswer"


def test_a_case_that_did_not_come_so_has_nobody_to_answer(between: Exchange) -> None:
    assert going_back.origins(between.desk, between.case_id) == ()
    with pytest.raises(NotThere):
        going_back.write_receipt(between.desk, between.case_id, between.case_id, between.folder / "r")


def test_papers_that_stay_inside_go_into_no_answer(between: Exchange) -> None:
    made = between.taken()
    with pytest.raises(DeskError) as refused:
        going_back.write_answer(between.other, made.case_id, made.origin_id,
                               Answering(DAY, "有", papers=("case-summary",)), between.folder / "a.mdanswer")
    assert refused.value.field in {"papers", None, ""}
