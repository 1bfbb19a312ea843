"""Blocks of a paper."""

from mediation_desk.documents.template.blocks import Paragraph, Picture, Run, plain_text


def test_runs_are_read_as_one_text_whatever_their_weight() -> None:
    runs = (Run("被申请人支付"), Run("30,264.00元", bold=True, solid=True), Run("。"))
    assert plain_text(runs) == Paragraph(runs).text == "被申请人支付30,264.00元。"
    assert plain_text(()) == ""


def test_a_pictures_bytes_are_not_told_in_a_trace() -> None:
    assert "secret" not in repr(Picture(b"secret"))
