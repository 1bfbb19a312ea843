"""Every part of the kit on a few pages, grabbed as pictures: ``python -m tests.gui.kit.gallery FOLDER``."""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from mediation_desk.domain.money import Money, yuan
from mediation_desk.domain.vocabulary import Progress
from mediation_desk.gui.frame import Frame
from mediation_desk.gui.kit import words
from mediation_desk.gui.kit.context import ContextColumn
from mediation_desk.gui.kit.empty import EmptyState
from mediation_desk.gui.kit.fields.kinds import (
    CheckField,
    ChoiceField,
    DateField,
    Form,
    IntegerField,
    MoneyField,
    SegmentField,
    SuggestField,
    TextArea,
    TextField,
    YesNo,
)
from mediation_desk.gui.kit.look import theme
from mediation_desk.gui.kit.look.chips import Chip, State
from mediation_desk.gui.kit.look.text import button, label
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.palette import Hit
from mediation_desk.gui.kit.pdf.view import PdfView
from mediation_desk.gui.kit.stepper import Stepper
from mediation_desk.gui.kit.tables.grid import Grid, GridCell, GridColumn, GridModel, GridRow
from mediation_desk.gui.kit.tables.table import Answer, Ask, Column, Kind, PagedModel, Table
from mediation_desk.gui.kit.tasks.bug_window import BugWindow
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.library.words import Words
from tests.gui.kit.papers import paper

TOTAL = 100_000
WORKERS = ("沈一鸣", "罗晓彤", "韩子墨", "唐若溪", "贺知秋")


@dataclass(frozen=True)
class Row:
    """An invented case."""

    number: str
    title: str
    state: State
    received: date
    claimed: Money


class Gallery:
    """The pages, in Chinese or English words given in pairs."""

    def __init__(self, tasks: Tasks, chinese: bool) -> None:
        self.tasks, self.chinese = tasks, chinese

    def say(self, chinese: str, english: str) -> str:
        """The one that is read."""
        return chinese if self.chinese else english

    def states(self) -> list[State]:
        """One chip of each meaning."""
        say = self.say
        return [
            State(say("无争议", "Agreed"), "agreed"),
            State(say("有争议", "Disputed"), "disputed"),
            State(say("待查", "Missing"), "missing"),
            State(say("逾期 3 天", "3 days overdue"), "overdue"),
            State(say("申请人", "Applicants"), "applicants"),
            State(say("被申请人", "Respondent"), "respondents"),
            State(say("调解中", "Mediation"), "accent"),
        ]

    def fields(self) -> Page:
        """A form with every kind of field."""
        say = self.say
        page = Page(say("登记受理", "Intake"), say("宁中劳调〔2026〕0001号", "Case 0001 of 2026"))
        page.set_primary(say("受理", "Accept"), lambda: None, picture="check")
        form = Form()
        form.group(say("来源", "Source"))
        form.add(
            SegmentField(
                say("来源", "Source"),
                [
                    (1, say("来访", "Walk-in")),
                    (2, "12345"),
                    (3, say("网上", "Online")),
                    (4, say("工会", "Union")),
                ],
                name="source",
            )
        ).set_value(2)
        form.add(TextField(say("工单编号", "Order number"), name="order", width=24, required=True)).set_error(
            say("此项必填。", "This must be filled in.")
        )
        form.add(DateField(say("收到日期", "Date received"), name="received")).set_value(date(2024, 11, 25))
        form.add(
            ChoiceField(
                say("案由", "Cause"),
                [(1, say("追索劳动报酬", "Unpaid wages")), (2, say("未签书面合同", "No written contract"))],
                name="cause",
            )
        ).set_value(1)
        form.group(
            say("当事人", "Parties"),
            say("证件号码录入后自动核对。", "Numbers are checked as they are typed."),
        )
        form.add(TextField(say("姓名", "Name"), name="name", width=20)).set_value("沈一鸣")
        form.add(SuggestField(say("平台企业", "Platform"), [], name="platform")).set_value("星河直播")
        form.add(MoneyField(say("请求金额", "Claimed"), name="claimed")).set_value(yuan("38700"))
        form.add(IntegerField(say("人数", "Workers"), name="count", unit=say("人", "people"))).set_value(5)
        form.add(YesNo(say("是否签订书面合同", "Written contract"), name="contract")).set_value(False)
        form.add(
            CheckField(say("当事人要求保密", "The parties wish confidentiality"), name="secret")
        ).set_value(True)
        form.add(
            TextArea(
                say("事实概要", "Facts in brief"),
                name="facts",
                help=say("用当事人的话写。", "In the party's own words."),
            ),
            wide=True,
        ).set_value(
            say(
                "五名主播自九月起在公司直播间工作，公司未支付十月工资。",
                "Five streamers worked in the company's studio from September; October was not paid.",
            )
        )
        settled = form.add(TextField(say("经办人", "Mediator"), name="mediator"))
        settled.set_value("王敏")
        settled.set_read_only(True)
        page.add(form)
        page.body.addStretch(1)
        page.bar.notice(
            say("已保存受理日期。", "The date of acceptance was saved."),
            action=say("撤销", "Undo"),
            on_action=lambda: None,
        )
        return page

    def table(self) -> Page:
        """A hundred thousand invented cases."""
        say, states = self.say, self.states()
        page = Page(say("案件", "Cases"), f"{TOTAL:,}", scroll=False)
        page.set_primary(say("新建案件", "New case"), lambda: None, picture="plus")
        row = QHBoxLayout()
        for state in states:
            row.addWidget(Chip(state))
        row.addStretch(1)
        page.body.addLayout(row)

        def fetch(ask: Ask) -> Answer:
            numbers = range(ask.offset, min(ask.offset + ask.limit, TOTAL))
            return Answer(
                TOTAL,
                [
                    Row(
                        say(f"宁中劳调〔2026〕{at + 1:05d}号", f"2026-{at + 1:05d}"),
                        say("五名网络主播 / 某文化传媒公司", "Five streamers / a culture-media company"),
                        states[at % len(states)],
                        date(2024, 11, 1 + at % 28),
                        Money(at * 12345),
                    )
                    for at in numbers
                ],
            )

        model = PagedModel(
            self.tasks,
            [
                Column("number", say("案号", "Case number"), lambda row: row.number, width=28),
                Column("title", say("当事人", "Parties"), lambda row: row.title, stretch=True),
                Column("state", say("状态", "State"), lambda row: row.state, Kind.STATE, width=18),
                Column(
                    "received", say("收到日期", "Received"), lambda row: row.received, Kind.DATE, width=13
                ),
                Column("claimed", say("请求金额", "Claimed"), lambda row: row.claimed, Kind.MONEY, width=20),
            ],
            fetch,
            page,
        )
        table = Table(model, name=say("案件", "Cases"))
        table.set_empty(say("还没有案件", "No cases yet"))
        table.sort_by("received", descending=True)
        model.loaded.connect(lambda: table.choose_row(2))
        page.add(table, 1)
        return page

    def sorting(self) -> Page:
        """The case window's parts around the element grid."""
        say = self.say
        page = Page("", scroll=False, margin=0)
        head = label(
            say("五名网络主播 / 某文化传媒公司", "Five streamers / a culture-media company"), "title"
        )
        head.setContentsMargins(24, 0, 0, 0)
        page.add(head)
        names = [
            ("intake", say("登记受理", "Intake")),
            ("sorting", say("要素梳理", "Sorting")),
            ("mediation", say("调解", "Mediation")),
            ("settlement", say("协议", "Settlement")),
            ("performance", say("履行", "Performance")),
            ("closing", say("结案", "Closing")),
        ]
        stepper = Stepper(names)
        stepper.stand({"intake": Progress.DONE, "sorting": Progress.CURRENT})
        stepper.choose("sorting")
        page.add(stepper)
        middle = QHBoxLayout()
        middle.addWidget(self.grid(), 1)
        middle.addWidget(self.context())
        page.body.addLayout(middle, 1)
        return page

    def grid(self) -> Grid:
        """Five workers and some elements."""
        say, states = self.say, self.states()
        model = GridModel()
        grid = Grid(model, name=say("要素", "Elements"))
        columns = [
            GridColumn("from", say("入职日期", "Employed from"), width=15),
            GridColumn("wage", say("月工资（元）", "Monthly wage"), right=True, width=17),
            GridColumn(
                "contract", say("书面合同", "Contract"), choices=(say("有", "yes"), say("无", "no")), width=13
            ),
            GridColumn("unpaid", say("欠薪（元）", "Unpaid"), right=True, width=16),
            GridColumn("note", say("备注", "Note"), width=24),
        ]
        rows = [GridRow(str(at), name) for at, name in enumerate(WORKERS)]
        cells = {}
        for row in rows:
            cells[row.id, "from"] = GridCell("2024-09-01", states[0])
            cells[row.id, "wage"] = GridCell("4,300.00", states[1])
            cells[row.id, "contract"] = GridCell(say("无", "no"), states[1])
            cells[row.id, "unpaid"] = GridCell("4,300.00", states[0])
            cells[row.id, "note"] = GridCell("", states[2])
        cells["3", "wage"] = GridCell("四千三", None, say("不是金额。", "Not an amount."))
        model.set_grid(rows, columns, cells)
        grid.setCurrentIndex(model.index(1, 1))
        return grid

    def context(self) -> ContextColumn:
        """Parties and clock."""
        say = self.say
        column = ContextColumn()
        column.add_section(say("当事人", "Parties"), Chip(self.states()[4]))
        column.add_section(say("期限", "Clock"), label(say("还有 6 天", "6 days left"), "figure"))
        column.add_section(
            say("最近", "Lately"),
            label(say("十一月二十五日 登记", "25 November: registered"), "muted", wrap=True),
        )
        return column

    def pdf(self) -> Page:
        """A paper."""
        page = Page(self.say("调解协议书", "Mediation agreement"), scroll=False)
        view = PdfView(self.tasks)
        view.load(paper(3), "paper.pdf")
        view.line.setText("paper")
        page.add(view, 1)
        return page

    def empty(self) -> Page:
        """Nothing yet, a trouble, and buttons."""
        say = self.say
        page = Page(say("付款", "Payments"))
        page.bar.trouble(
            say("没有保存：另一台电脑刚修改过此案。", "Not saved: this case was just changed elsewhere.")
        )
        row = QWidget()
        line = QHBoxLayout(row)
        for role in ("primary", "", "quiet"):
            line.addWidget(button(say("按钮", "Button"), role))
            off = button(say("不可用", "Disabled"), role)
            off.setEnabled(False)
            line.addWidget(off)
        line.addStretch(1)
        page.add(row)
        page.add(
            EmptyState(
                say("还没有付款", "No payments yet"),
                say(
                    "协议签订后，每期应付款会列在这里。", "Instalments show here once an agreement is signed."
                ),
                picture="currency-cny",
                action=say("打开案件", "Open a case"),
                on_action=lambda: None,
            ),
            1,
        )
        return page


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def show(app: QApplication, folder: Path, code: str, chosen: theme.Theme, size: tuple[int, int]) -> None:
    """Grab all pages in one language and look."""
    words.install(app, Words.of(code))
    theme.apply(app, chosen)
    tasks = Tasks()
    gallery = Gallery(tasks, code == "zh_CN")
    frame = Frame(tasks, Memory(folder / "memory.ini"), version="0")
    pages = {
        "fields": ("sun", "今日", "Today", gallery.fields),
        "table": ("folders", "案件", "Cases", gallery.table),
        "sorting": ("calendar-blank", "日程", "Calendar", gallery.sorting),
        "empty": ("currency-cny", "付款", "Payments", gallery.empty),
        "pdf": ("chart-bar", "报表", "Reports", gallery.pdf),
        "office": ("buildings", "机构", "Office", gallery.empty),
    }
    for key, (picture, chinese, english, make) in pages.items():
        frame.register(key, gallery.say(chinese, english), picture, make)
    frame.status.show_facts(
        who="王敏",
        store=gallery.say("示范库", "Demonstration desk"),
        backup=gallery.say("备份于 10:32", "Backed up at 10:32"),
    )
    frame.resize(*size)
    frame.show()
    look = f"{code}-{'dark' if chosen.mode is theme.Mode.DARK else 'light'}-{chosen.percent}-{size[0]}"
    for key in [*pages][:5]:
        frame.show_page(key)
        wait(400)
        frame.grab().save(str(folder / f"{key}-{look}.png"))
    frame.palette_box.add_provider(
        lambda text: [
            Hit(
                gallery.say("五名网络主播 / 某文化传媒公司", "Five streamers"),
                "宁中劳调〔2026〕0001号",
                "folder",
                int,
            ),
            Hit("沈一鸣", gallery.say("申请人", "Applicant"), "user", int),
        ]
    )
    frame.palette_box.open()
    wait(300)
    frame.grab().save(str(folder / f"palette-{look}.png"))
    window = BugWindow(
        "Mediation Desk 0\nLinux\n\nKeyError\nmediation_desk/services/intake.py:41 register\n", frame
    )
    window.open()
    wait(200)
    window.grab().save(str(folder / f"bug-{look}.png"))
    window.accept()
    frame.close()
    tasks.close()


def main(folder: Path) -> None:
    """All pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    mode = theme.Mode
    for code, chosen, size in (
        ("zh_CN", theme.Theme(mode.LIGHT), (1366, 768)),
        ("en", theme.Theme(mode.DARK), (1366, 768)),
        ("en", theme.Theme(mode.LIGHT, 150), (1366, 768)),
        ("zh_CN", theme.Theme(mode.LIGHT, 200), (1366, 768)),
        ("zh_CN", theme.Theme(mode.DARK, 75), (1024, 640)),
    ):
        show(app, folder, code, chosen, size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
