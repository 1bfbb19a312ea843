"""Invented lists of work orders, as a city's hotline exports them; every name and number is made up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from mediation_desk.domain.intake.lists.orders import ListOf
from mediation_desk.domain.vocabulary import Source
from mediation_desk.library.spreadsheets.files import Sheet
from mediation_desk.services.intake.lists import reading

HEADINGS = ("工单编号", "来电时间", "来电类别", "姓名", "性别", "来电号码", "公司名称", "问题分类",
            "是否保密", "工单标题", "主要内容", "办理截止时间", "是否督办", "旧工单编号", "备注")
SURNAMES = "马韩李王张刘陈杨冶祁白石孟赵曾单解仇曹彭董袁蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
GIVEN = ["晓岚", "雨桐", "向东", "小川", "玛措", "春生", "玉兰", "福来", "永文", "斌", "俊海", "成才",
         "让珠", "建国"]
TOLD = ("市民来电反映其在该公司工作期间，公司拖欠其2024年10月至12月工资共计12,600元，多次协商未果，"
        "希望相关部门协调处理，尽快支付工资。")


def order(at: int, **said: str) -> list[str]:
    """One row; ``said`` stands under those headings instead."""
    hour = f"{at // 3600 % 24:02}:{at // 60 % 60:02}:{at % 60:02}"
    told = {
        "工单编号": f"250102{hour.replace(':', '')}{at:06}", "来电时间": f"2025-01-02 {hour}",
        "来电类别": "投诉", "姓名": SURNAMES[at % len(SURNAMES)] + GIVEN[at % len(GIVEN)],
        "性别": "男" if at % 2 else "女", "来电号码": f"1990{at:07}",
        "公司名称": f"西宁{'云湟青西藏'[at % 5]}{at}速递有限公司", "问题分类": "欠付工资", "是否保密": "否",
        "工单标题": f"反映拖欠工资{at}", "主要内容": TOLD, "办理截止时间": "2025-01-27 18:00:00",
        "是否督办": "否", "旧工单编号": "", "备注": "=1+1"}
    return [{**told, **said}[heading] for heading in HEADINGS]


def rows(count: int) -> list[list[str]]:
    """A list of so many orders under its headings."""
    return [list(HEADINGS), *(order(at) for at in range(count))]


def list_of(rows: Sequence[Sequence[str]], source: Source = Source.HOTLINE) -> ListOf:
    """A table as it is understood by its headings alone."""
    sheet = Sheet("", tuple(map(tuple, rows)))
    understood = reading.understand(sheet, [])
    return ListOf(sheet.rows, understood.head_at, understood.headings, understood.columns, source)


def workbook(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """The rows as a workbook, beneath a title over their whole width."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["城中区一月劳动类工单"])
    for row in rows:
        sheet.append(list(row))
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(rows[0]))
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.data_type = "s"  # text, whatever it begins with
    book.save(path)
    return path
