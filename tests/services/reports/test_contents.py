"""What the summary of the streamers' case tells, at each level and at the end of its road."""

from mediation_desk.domain.reports.publishing.amounts import Rounding
from mediation_desk.domain.reports.publishing.levels import Corrections, Level
from mediation_desk.services.reports import summaries
from mediation_desk.services.reports.summaries import Wanted
from tests.services.papers_desk import registered
from tests.services.reports.conftest import Walked


def text(walked: Walked, wanted: Wanted) -> str:
    return summaries.look(walked.desk, walked.case_id, wanted, Corrections()).text


def test_it_tells_who_what_how_and_how_it_ended(walked: Walked) -> None:
    told = text(walked, Wanted())
    for words in ("马晓岚、韩雨桐、李向东等5人与西宁云上湟水文化传媒有限公司",
    "欠付工资：5人，共21,500.00元。",
                  "未订立书面劳动合同二倍工资差额：4人，共17,200.00元。", "请求金额合计38,700.00元。",
                  "争议金额11,700.00元",
                  "按申请人陈述：38,700.00元。", "第三轮，被申请人提出30,264.00元，分两期支付。",
                  "第一期15,132.00元，2024年12月10日前支付。", "已支付30,264.00元，尚欠0.00元。",
                  "第二期已付清，迟延2天。",
                  "2025年1月14日回访：满意"):
        assert words in told, words
    assert [section.title for section in summaries.look(
        walked.desk, walked.case_id, Wanted(), Corrections()).sections] == [
        "当事人", "请求事项", "基本事实", "争议焦点", "依法核算", "调解经过", "调解结果", "履行"]


def test_rounded_amounts_of_one_sum_add_up(walked: Walked) -> None:
    told = text(walked, Wanted(Level.PUBLISHED, Rounding.THOUSAND))
    for words in ("共约22,000元", "共约17,000元", "请求金额合计约39,000元", "第一期约15,000元",
    "第二期约15,000元",
                  "被申请人支付约30,000元", "已支付约30,000元，尚欠0元"):
        assert words in told, words


def test_a_case_of_the_first_visit_is_told_as_far_as_it_goes(walked: Walked) -> None:
    made = summaries.look(walked.desk, registered(walked.desk), Wanted(), Corrections())
    assert [section.title for section in made.sections] == ["当事人", "请求事项", "基本事实", "调解经过",
                                        "调解结果"]
    assert "本案正在调解中。" in made.text


def test_an_empty_case_is_no_error(walked: Walked) -> None:
    made = summaries.look(walked.desk, registered(walked.desk, (), company=False, claims=(), facts=""),
                          Wanted(Level.PUBLISHED), Corrections())
    assert "（未录入）" in made.heading
