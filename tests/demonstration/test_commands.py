"""The streamers' case as `make demo` tells it: every figure in the account, every paper in the folder."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from contextlib import chdir
from pathlib import Path

import pytest
from pypdf import PdfReader

from mediation_desk.cli import checking, main
from mediation_desk.demonstration import office, streamers
from mediation_desk.demonstration.commands import CHINA
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Founding, Surroundings
from mediation_desk.services.library import Library
from mediation_desk.store.store import in_folder
from tests.offices import CHEAP, SETTINGS, Clock

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
          "arbitration-outlook-respondent", "options-sheet-applicant", "options-sheet-respondent",
          "minutes", "performance-ledger", "return-visit",
          "closing-form", "next-steps-applicant", "next-steps-respondent", "review-application",
          "confirmation-application", "mediation-certificate", "mediation-agreement-signed")


def _check_papers(out: Path, elsewhere: Path) -> None:
    """Its own store is asked, without a secret, and stays as it is to the byte; a copy may lie anywhere."""
    before, paper = digests(out), out / "mediation-agreement.pdf"
    changed = bytearray(paper.read_bytes())
    changed[len(changed) // 2] ^= 1
    (elsewhere / "copy.pdf").write_bytes(changed)
    with chdir(out.parent):
        assert [main.main(["check", str(file)]) for file in (
            paper, out / "mediation-agreement-signed.pdf", elsewhere / "copy.pdf",
            out / "next-steps-applicant.pdf")] == [
                checking.UNCHANGED, checking.UNCHANGED, checking.CHANGED, checking.NOT_OURS]
    assert digests(out) == before, "it can be cleared away and made anew"


def digests(folder: Path) -> dict[str, str]:
    """Every file of it, by its fingerprint."""
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in folder.rglob("*") if file.is_file()}


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
    _check_papers(out, tmp_path)


@pytest.mark.soak
def test_the_demonstration_is_made_anew_each_time_in_the_same_folder(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "demo"
    for _again in range(2):
        assert main.main(["demo", "--out", str(out), "--no-screenshots"]) == 0
        assert f"in {out}." in capsys.readouterr().out
    assert not (out / "demonstration").exists()


@pytest.mark.soak
def test_a_real_office_with_an_account_named_demo_outlives_the_demonstration(
        tmp_path: Path, library_shelf: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """Even with the demonstration's very password, and the mark of a demonstration copied beside it."""
    out = tmp_path / "demo"
    assert main.main(["demo", "--out", str(out), "--no-screenshots"]) == 0
    shutil.rmtree(out / "office")
    around = Surroundings(Clock(), CHINA, tmp_path / "notes", library_shelf, CHEAP)
    founding = Founding(SETTINGS, office.LOGIN, "陈调解", office.PASSWORD,
                        office.PASSWORD)
    sign_in.found(in_folder(out / "office"), founding, around).store.close()
    before = contents(out)
    capsys.readouterr()
    assert main.main(["demo", "--out", str(out), "--no-screenshots"]) == 0
    told = capsys.readouterr().out
    assert f"{out} holds something that no demonstration made" in told
    assert f"in {out / 'demonstration'}." in told
    assert {name: content for name, content in contents(out).items()
            if not name.startswith("demonstration/")} == before
    assert (out / "demonstration" / "mediation-agreement.pdf").is_file()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}
