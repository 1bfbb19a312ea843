"""The papers of the closing: an end in writing, return visits, and the approval."""

from __future__ import annotations

from datetime import date

from mediation_desk.domain.vocabulary import (
    Outcome,
    VisitOccasion,
)
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import making
from tests.services.papers.streamers_walk import Walk
from tests.services.papers_desk import (
    accepted,
    text_of,
)


def test_a_mediation_that_fails_ends_in_writing(desk: Desk) -> None:
    case_id = accepted(desk)
    closing.close(desk, case_id, date(2024, 12, 10), Outcome.NO_AGREEMENT, "期限届满，差距过大")
    text = text_of(making.make(desk, case_id, "termination-notice"))
    assert "因各方未能达成调解协议，期限届满，差距过大，本调解组织于2024年12月10日终止调解" in text
    assert "西宁市城中区劳动人事争议仲裁委员会" in text


def test_a_return_visit_is_signed_by_both_and_left_blank_where_nobody_said(desk: Desk) -> None:
    case_id = accepted(desk)
    closing.visit(desk, case_id, closing.VisitDraft(date(2024, 12, 10), occasion=VisitOccasion.SIGNED,
                                                    visited_by="陈守信", spoken_with="温若晴",
                                                    result="没有疑问"))
    text = text_of(making.make(desk, case_id, "return-visit"))
    for said in ("回访事由签订后", "回访人陈守信被访人温若晴", "回访结果没有疑问", "回访人：陈守信（签名）",
                 "被访人：温若晴（签名）"):
        assert said in text, said
    closing.visit(desk, case_id, closing.VisitDraft(date(2024, 12, 11)))
    assert "回访事由回访日期2024年12月11日" in text_of(making.make(desk, case_id, "return-visit"))


def test_the_case_is_closed_as_performed(walk: Walk) -> None:
    text = walk.text("closing-form")
    for said in ("达成调解协议并已履行", "38,700.00元（人民币叁万捌仟柒佰元整）",
                 "30,264.00元（人民币叁万零贰佰陆拾肆元整）", "51天", "已支付30,264.00元，尚欠0.00元",
                 "归纳争议焦点3项", "面对面调解1次、背对背调解2次"):
        assert said in text
    visit = walk.text("return-visit")
    assert "马晓岚" in visit and "■满意" in visit and "五人均已收到全部款项" in visit
