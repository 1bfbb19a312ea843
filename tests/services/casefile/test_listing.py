"""What lies in a file: papers that were signed as they are kept, the others as they can be made now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mediation_desk.domain.casefile.entries import Part, State
from mediation_desk.domain.words import DeskError
from mediation_desk.services.casefile import listing
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from mediation_desk.services.settlement.settling import AGREEMENT
from mediation_desk.store.pace import Stopped
from tests.services.casefile.files_of import closed_case
from tests.services.papers_desk import accepted, case_of, registered


def test_a_closed_case_has_its_papers_in_order_and_the_signed_one_byte_for_byte(desk: Desk) -> None:
    case_id = closed_case(desk)
    file = listing.listed(desk, case_id)
    shown = [one for one in file.entries if one.part is Part.SHOWN]
    assert [one.order for one in shown] == sorted(one.order for one in shown)
    kept = next(one for one in shown if one.template == AGREEMENT)
    assert (kept.state, kept.sha256) == (State.KEPT, case_of(desk, case_id).signed_agreement.paper_sha256)
    assert listing.paper(desk, case_id, kept) == making.make(desk, case_id, AGREEMENT).pdf
    assert kept.pages and kept.remark == "2024年12月3日"
    names = [one.title for one in shown if one.exhibit]
    assert names == ["证据1　工资条.jpg", "证据2　合同.pdf", "证据3　录音.mp3", "证据4　坏的.pdf"]
    assert [one.title for one in shown].index(names[-1]) < [one.title for one in shown].index("调解协议书")
    inside = {one.template for one in file.entries if one.part is Part.INSIDE}
    assert "closing-form" in inside and "options-sheet" not in {one.template for one in file.entries}
    with pytest.raises(DeskError, match="missing from the store"):
        listing.paper(desk, case_id, replace(kept, sha256="0" * 64))


def test_a_notice_comes_for_each_side_and_a_paper_that_cannot_be_made_says_why(desk: Desk) -> None:
    case_id = accepted(desk)
    entries = listing.listed(desk, case_id).entries
    assert {one.title for one in entries if one.template == "acceptance-notice"} == {
        "受理通知书（申请人）", "受理通知书（被申请人）"}
    assert AGREEMENT not in {one.template for one in entries}
    bare = listing.listed(desk, registered(desk, claims=())).entries
    lacking = [one for one in bare if not one.is_ready]
    assert lacking and all(one.why and one.station and not one.is_proposed for one in lacking)


def test_evidence_that_was_never_described_is_among_what_is_missing(desk: Desk) -> None:
    case_id = closed_case(desk)
    seen = {str(one.sentence) for one in listing.lacking(desk, case_id)}
    assert "What 证据1, 证据2, 证据3, … shall prove is not entered." in seen
    assert seen == {str(one.sentence) for one in listing.outline(desk, case_id).missing}


def test_whoever_stops_looking_stops_it(desk: Desk) -> None:
    with pytest.raises(Stopped):
        listing.listed(desk, accepted(desk), cancelled=lambda: True)
