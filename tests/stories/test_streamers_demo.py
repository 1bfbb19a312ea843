"""The streamers' case as `make demo` tells it: every figure in the account, every paper in the folder."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from mediation_desk.cli import main
from mediation_desk.demonstration import streamers

TOLD = (
    "案号：宁中劳调〔2024〕0001号", "决定是否受理：2024年11月28日", "可申请仲裁：2024年12月10日",
    "调解期满：2024年12月10日", "请求合计：38,700.00元", "按申请人主张：38,700.00元",
    "是否存在劳动关系（4人）：17,200.00元", "未订立书面劳动合同（4人）：17,200.00元",
    "月工资标准（5人）：11,700.00元", "存在协商区间：是", "轮次：3", "接受的方案：30,264.00元", "分期：2",
    "协议总额：30,264.00元", "马晓岚：6,725.34元", "韩雨桐：6,725.33元", "李向东：6,725.33元",
    "祁小川：6,725.33元",
    "白玛措：3,362.67元", "第1期 2024-12-10：15,132.00元", "第2期 2025-01-10：15,132.00元",
    "共同申请仲裁审查：2024年12月10日", "共同申请司法确认：2024年12月25日", "第1期 付清：2024-12-10（迟0天）",
    "第2期 付清：2025-01-12（迟2天）", "尚欠：0.00元", "加速到期：无", "结案方式：调解成功，已履行",
    "结案日：2025年1月15日")
PAPERS = ("mediation-agreement", "intake-register", "acceptance-notice-applicant", "element-sheet",
          "sorting-record", "calculation-sheet-applicant", "arbitration-outlook-applicant",
          "arbitration-outlook-respondent", "mediation-record", "performance-ledger", "return-visit",
          "closing-form")


def test_the_demonstration_tells_every_figure_and_writes_every_paper(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "demo"
    assert main.main(["demo", "--out", str(out), "--no-screenshots"]) == 0
    account = capsys.readouterr().out
    assert [words for words in TOLD if words not in account] == []
    assert [name for name in PAPERS if not (out / f"{name}.pdf").is_file()] == []
    pages = PdfReader(io.BytesIO((out / "mediation-agreement.pdf").read_bytes())).pages
    text = re.sub(r"\s+", "", "".join(page.extract_text() for page in pages))
    for words in ("人民币叁万零贰佰陆拾肆元整", "30,264.00", "6,725.34", "3,362.67", "15,132.00"):
        assert words in text
    assert all(worker[0] in text for worker in streamers.WORKERS)


def test_the_demonstration_is_made_anew_each_time_but_never_over_a_real_office(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "demo"
    for _again in range(2):
        assert main.main(["demo", "--out", str(out), "--no-screenshots"]) == 0
    (out / "office" / "office.vault").unlink()
    (out / "office" / "office.vault.copy").unlink()
    capsys.readouterr()
    assert main.main(["demo", "--out", str(out), "--no-screenshots"]) == 0
    assert list((out / "office").glob("office.db.without-key-*"))
