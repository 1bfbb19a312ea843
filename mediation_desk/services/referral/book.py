"""What was chosen of a case for a referral, as a workbook: numbers stay numbers, and text stays text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.money import Money
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.people import Party
from mediation_desk.services.casefile.outlets import Kept
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers import evidence
from mediation_desk.services.papers.parties import id_kind
from mediation_desk.services.papers.told import Told
from mediation_desk.services.referral.leaving import Leaving

if TYPE_CHECKING:
    from mediation_desk.documents.case_list import Cell

PARTIES = (("称谓", 12), ("姓名或者名称", 28), ("证件类型", 16), ("证件号码", 24), ("联系电话", 18),
           ("地址", 40), ("工作单位", 24), ("统一社会信用代码", 24), ("法定代表人", 16), ("代理谁", 20))
CLAIMS = (("劳动者", 20), ("请求事项", 36), ("请求金额（元）", 16), ("说明", 30))
EXHIBITS = (("编号", 8), ("名称", 40), ("提交人", 20), ("证明内容", 40), ("来源", 24), ("形式", 8),
            ("页数", 8), ("提交日", 12))
MOST_OF_A_CELL = 32_000  # characters; ECMA-376 allows few more
FILES = (("文件", 60), ("字节数", 12), ("SHA-256", 66))


def write(desk: Desk, case_id: UUID, those: Leaving, files: Sequence[Kept], target: BinaryIO, aside: Path
          ) -> None:
    """The referral itself on a sheet of its own, then people, claims and the files of the folder."""
    from mediation_desk.documents.case_list import ListColumn, ListSheet, write_lists

    with desk.case_reading(case_id) as (work, case):
        told = replace(Told.of(desk, work, case), exhibits=those.exhibits)
        sheets = [
            ListSheet(name, [ListColumn(title, width) for title, width in columns], list(rows))
            for name, columns, rows in (
                ("当事人", PARTIES, _parties(told, those)), ("请求事项", CLAIMS, _claims(told, those)),
                ("证据", EXHIBITS, _exhibits(told)),
                ("文件", FILES, ((one.name, one.size, one.sha256) for one in files)))]
        about = list(_about(told, case, those))
    write_lists(target, aside, sheets, about=about)


def _about(told: Told, case: Case, those: Leaving) -> Iterator[tuple[str, str]]:
    referral, office = those.referral, told.desk.settings
    scope = "整案" if referral.whole else referral.part or "部分请求"
    for name, text in (
            ("转办单位", office.name), ("联系电话", office.phone), ("地址", office.address),
            ("调解员", "、".join(told.mediators)), ("转办函编号", referral.number), ("案号", case.number),
            ("收到日期", f"{case.received_on}"), ("案由", told.known_cause),
            ("从业类型", told.label(case.kind_of_work)), ("承办单位", referral.office), ("转办范围", scope),
            ("转办理由", referral.reason), ("申请人陈述", case.facts_in_brief), ("请谁答复", referral.asked),
            ("答复期限", f"{referral.due_on or ''}")):
        yield from ((name, piece) for piece in _pieces(text))


def _pieces(text: str) -> Iterator[str]:
    """What a cell cannot hold goes on in the next."""
    return (text[at:at + MOST_OF_A_CELL] for at in range(0, len(text), MOST_OF_A_CELL))


def _parties(told: Told, those: Leaving) -> Iterator[tuple[Cell, ...]]:
    names = {one.id: one.name for one in told.case.parties_all}
    for one in those.parties:
        yield (told.label(one.role), one.name, id_kind(told, one) if one.id_number else "", one.id_number,
               one.phone, one.address, one.workplace, one.credit_code, one.legal_representative,
               names.get(one.acts_for, "") if one.acts_for else "")


def _claims(told: Told, those: Leaving) -> Iterator[tuple[Cell, ...]]:
    called = _called(those.parties)
    for one in those.claims:
        asked: Money | None = one.asked
        yield called.get(one.worker_id, ""), told.claim(one.claim), asked, one.note


def _exhibits(told: Told) -> Iterator[tuple[Cell, ...]]:
    for row in evidence.rows(told):
        yield (f"证据{row.number}", row.name, row.given_by, row.proves, row.source, row.form, row.pages,
               row.received_on)


def _called(parties: Sequence[Party]) -> dict[UUID, str]:
    return dict(told_apart(parties))
