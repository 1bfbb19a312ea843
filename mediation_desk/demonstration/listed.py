"""A hotline's list of orders, as it comes once a week, and what the office makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from mediation_desk.documents.case_list import ListColumn, write_list
from mediation_desk.domain.intake.lists.orders import ListOf
from mediation_desk.domain.vocabulary import Source
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake.lists import importing, reading, remembered

FILE, NAME = "orders.xlsx", "12345每日派单"
HEADINGS = ("工单编号", "来电时间", "来电类别", "姓名", "联系方式", "被反映人", "工单标题", "主要内容",
            "办理截止时间")
CALLERS = (
    ("求助", "铁成玉", "19900000041", "海湖快送网络科技有限公司", "骑手反映配送费未结",
     "在平台送餐，上月配送费3860元至今未结。"),
    ("投诉", "尕玛措", "19900000042", "西海家政服务有限公司", "家政员反映押金不退",
     "离职后公司不退押金1000元。"),
    ("求助", "温玉珍", "19900000043", "河湟同城配送有限公司", "快递员反映工资拖欠",
     "十二月工资4800元没有发放。"),
    ("咨询", "", "", "", "咨询劳动合同", "来电人未留姓名和号码。"))
"""The last has nobody whom a case could be registered for."""


def write(desk: Desk, folder: Path) -> Path:
    """Write the list, as of the last two working days."""
    file = folder / FILE
    rows = [_row(desk.today - timedelta(days=at % 2), at, caller) for at, caller in enumerate(CALLERS)]
    with file.open("wb") as target:
        write_list(target, folder, "派单", [ListColumn(one, 18) for one in HEADINGS], rows)
    return file


def take(desk: Desk, file: Path) -> importing.TakenIn:
    """Read it, remember its columns, take in what can be."""
    sheet = reading.read_file(file)[0]
    known = reading.understand(sheet, remembered.layouts(desk))
    remembered.keep_layout(desk, Source.HOTLINE, NAME, known.columns)
    told = ListOf(sheet.rows, known.head_at, known.headings, known.columns, Source.HOTLINE)
    return importing.take(desk, told, {})


def _row(day: date, at: int, caller: Sequence[str]) -> tuple[str, ...]:
    return (f"{day:%y%m%d}0930{at:02d}000{500 + at}", f"{day:%Y-%m-%d} 09:3{at}", *caller,
            f"{day + timedelta(days=7):%Y-%m-%d} 18:00")
