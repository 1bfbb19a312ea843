"""Blocks as a DOCX that an office can go on writing in; same measures as the PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from mediation_desk.documents.setting.charts import ink
from mediation_desk.documents.setting.strips import BODY, BODY_LEADING, COMPACT, COMPACT_LEADING, Sheet
from mediation_desk.documents.template.blocks import (
    Align,
    Block,
    Chart,
    Columns,
    Form,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Picture,
    QrCode,
    Rule,
    Run,
    Runs,
    SignatureArea,
    SignaturePlace,
    Spacer,
    Table,
    Title,
)
from mediation_desk.library.forms import Compact

BAR_MM = 80  # the longest bar of a chart
SONG, HEI = "宋体", "黑体"  # every Chinese office suite has both
_ALIGN = {Align.LEFT: 0, Align.CENTER: 1, Align.RIGHT: 2, Align.JUSTIFY: 3}  # WD_ALIGN_PARAGRAPH


def make_docx(blocks: Sequence[Block], *, title: str, created: datetime, wide: bool = False,
              numbered: bool = True, compact: Compact = False, handout: bool = False,
              foot: str = "") -> bytes:
    """The paper as DOCX bytes. ``title`` names the kind of paper; no person stands in the file's
    description. ``created`` is an aware datetime."""
    writer = _Writer(Sheet(wide, compact, handout),
                     *((COMPACT, COMPACT_LEADING) if compact else (BODY, BODY_LEADING)))
    writer.describe(title, created)
    if numbered:
        writer.number_pages()
    if foot:
        writer.sign_pages(foot)
    for block in blocks:
        writer.write(block)
    return writer.finished()


class _Writer:
    """One document being written, block by block."""

    def __init__(self, sheet: Sheet, size: float, leading: float) -> None:
        from docx import Document

        self.document: Any = Document()
        self.sheet, self.size, self.leading = sheet, size, leading
        self._lay_out()

    def _lay_out(self) -> None:
        from docx.shared import Pt

        section: Any = self.document.sections[0]
        section.page_width, section.page_height = (Pt(side) for side in self.sheet.paper)
        for side in ("left", "right", "top", "bottom"):
            setattr(section, f"{side}_margin", Pt(getattr(self.sheet, side)))

    def describe(self, title: str, created: datetime) -> None:
        """The file's description: kind of paper and time, nobody's name."""
        told = self.document.core_properties
        told.title, told.author, told.comments, told.last_modified_by = title, "", "", ""
        told.created = told.modified = created.replace(tzinfo=None)

    def number_pages(self) -> None:
        """第 x 页 共 y 页 in the foot, as fields that the office suite fills."""
        line = self.document.sections[0].footer.paragraphs[0]
        line.alignment = 1
        for text, field in (("第 ", "PAGE"), (" 页 共 ", "NUMPAGES"), (" 页", "")):
            self._run(line, Run(text), 10.5, SONG)
            if field:
                _field(line, field)

    def sign_pages(self, words: str) -> None:
        """Words and a line to sign on, beneath the page's number."""
        footer = self.document.sections[0].footer
        self._run(footer.add_paragraph(), Run(f"{words}{'＿' * 24}"), 10.5, SONG)

    def finished(self) -> bytes:
        """The finished file."""
        target = BytesIO()
        self.document.save(target)
        return target.getvalue()

    def write(self, block: Block) -> None:
        """One block."""
        match block:
            case Title():
                self._line((Run(block.text, bold=True),), 18 if block.office else 22, Align.CENTER,
                           after=4 if block.office else 14, keep=True)
            case Heading():
                bold = block.level > 2
                self._line((Run(block.text, bold=bold),), self.size, Align.LEFT, indent=True, keep=True,
                           font=SONG if bold else HEI)
            case Paragraph():
                self._line(block.runs, 10.5 if block.small else self.size, block.align, indent=block.indent,
                           keep=block.keep_with_next)
            case Items():
                for one in block.paragraphs():
                    self._line(one.runs, self.size, one.align, indent=one.indent)
            case Table():
                self._table(block)
            case Form():
                self._form(block)
            case SignatureArea():
                self._signatures(block)
            case Columns():
                self._grid([list(block.cells[at:at + block.per_row])
                            for at in range(0, len(block.cells), block.per_row)], block.per_row)
            case QrCode():
                self._qr(block)
            case Picture():
                self._picture(block.data, block.width)
            case Chart():
                self._chart(block)
            case Spacer():
                self._line((), self.size * block.lines, Align.LEFT)
            case Rule():
                self._line((Run("─" * 20),), 10.5, Align.CENTER)
            case PageBreak():
                self.document.add_page_break()

    def _line(self, runs: Runs, size: float, align: Align, *, indent: bool = False, keep: bool = False,
              font: str = SONG, after: float = 0) -> Any:
        return self._fill(self.document.add_paragraph(), runs, size, align, indent, keep, font, after)

    def _fill(self, line: Any, runs: Runs, size: float, align: Align, indent: bool = False,
              keep: bool = False, font: str = SONG, after: float = 0) -> Any:
        from docx.shared import Pt

        line.alignment = _ALIGN[align]
        shape = line.paragraph_format
        shape.space_before, shape.space_after = Pt(0), Pt(after)
        shape.line_spacing = Pt(self.leading if size == self.size else size * 1.55)
        shape.first_line_indent = Pt(2 * size) if indent else None
        shape.keep_with_next, shape.widow_control = keep, True
        for run in runs:
            self._run(line, run, size, font)
        return line

    def _run(self, line: Any, run: Run, size: float, font: str) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt

        made = line.add_run(_printable(run.text))
        made.bold, made.font.size, made.font.name = run.bold, Pt(size), font
        made._element.rPr.rFonts.set(qn("w:eastAsia"), font)

    def _table(self, table: Table) -> None:
        if table.caption:
            self._line((Run(table.caption),), table.size, Align.CENTER, keep=True, font=HEI)
        rows = [*table.header, *table.rows]
        grid: Any = self.document.add_table(len(rows), len(table.columns), style="Table Grid")
        plain = len(rows) - table.totals
        for at, row in enumerate(rows):
            head = at < len(table.header)
            _unbroken(grid.rows[at], repeated=head)
            for cell, runs, column in zip(grid.rows[at].cells, row, table.columns, strict=True):
                if at >= plain:
                    runs = tuple(Run(run.text, bold=True) for run in runs)
                self._fill(cell.paragraphs[0], runs, table.size, Align.CENTER if head else column.align,
                           keep=head or (at == plain - 1 and table.totals > 0), font=HEI if head else SONG)
        self._share(grid, [column.share for column in table.columns])

    def _share(self, grid: Any, shares: list[float]) -> None:
        """Column widths in proportion, where the template gives any."""
        from docx.shared import Pt

        if not any(shares):
            return
        grid.autofit = False
        for column, share in zip(grid.columns, shares, strict=True):
            for cell in column.cells:
                cell.width = Pt(self.sheet.width * share / sum(shares))

    def _form(self, form: Form) -> None:
        """Each row a table of its own, so that rows may differ; they join seamlessly."""
        width = 12  # columns; every row of one to four pairs divides it
        grid: Any = self.document.add_table(len(form.rows), width, style="Table Grid")
        for row, pairs in zip(grid.rows, form.rows, strict=True):
            _unbroken(row)
            each = width // len(pairs)
            for at, pair in enumerate(pairs):
                first = at * each
                last = width - 1 if at == len(pairs) - 1 else first + each - 1
                label = 1 if each > 3 else 0
                self._fill(row.cells[first].merge(row.cells[first + label]).paragraphs[0], (Run(pair.label),),
                           form.size, Align.CENTER, font=HEI)
                value = row.cells[first + label + 1].merge(row.cells[last]).paragraphs[0]
                blank = (Run("\n" * (pair.lines - 1)),) if pair.lines > 1 else ()
                self._fill(value, (*pair.value, *blank), form.size, Align.LEFT)

    def _signatures(self, area: SignatureArea) -> None:
        self._line((), 8, Align.LEFT, keep=True)
        rows = [area.places[at:at + area.columns] for at in range(0, len(area.places), area.columns)]
        grid: Any = self.document.add_table(len(rows), area.columns)
        for row, places in zip(grid.rows, rows, strict=True):
            _unbroken(row)
            for cell, place in zip(row.cells, places, strict=False):
                self._fill(cell.paragraphs[0], _place(place), 14, Align.LEFT, keep=True)
        if area.date:
            self._line((Run(area.date),), self.size, Align.RIGHT)

    def _grid(self, rows: list[list[str]], columns: int) -> None:
        grid: Any = self.document.add_table(len(rows), columns, style="Table Grid")
        for row, cells in zip(grid.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=False):
                self._fill(cell.paragraphs[0], (Run(text, bold=True),), 14, Align.CENTER)

    def _qr(self, block: QrCode) -> None:
        import segno

        target = BytesIO()
        segno.make_qr(block.text, error="m").save(target, kind="png", scale=8)
        self._picture(target.getvalue(), block.size)
        if block.caption:
            self._line((Run(block.caption),), 10.5, Align.CENTER)

    def _chart(self, chart: Chart) -> None:
        """A row for each bar; the bar is a drawing as long as it says."""
        from docx.shared import Mm

        if chart.caption:
            self._line((Run(chart.caption),), 10.5, Align.CENTER, keep=True, font=HEI)
        grid: Any = self.document.add_table(len(chart.bars), 3)
        for row, bar in zip(grid.rows, chart.bars, strict=True):
            _unbroken(row)
            self._fill(row.cells[0].paragraphs[0], (Run(bar.label),), 10.5, Align.RIGHT)
            self._fill(row.cells[2].paragraphs[0], (Run(bar.shown),), 10.5, Align.LEFT)
            line = row.cells[1].paragraphs[0]
            if bar.length > 0:
                line.add_run().add_picture(BytesIO(ink()), width=Mm(max(0.3, bar.length * BAR_MM)),
                                           height=Mm(4))
        self._share(grid, [30, BAR_MM / 2, 20])

    def _picture(self, data: bytes, width: float) -> None:
        from docx.shared import Mm

        line = self.document.add_paragraph()
        line.alignment = 1
        line.add_run().add_picture(BytesIO(data), width=Mm(width))


def _place(place: SignaturePlace) -> Runs:
    manner = f"（{place.manner}）" if place.manner else ""
    space = "\n\n\n" if place.seal else "\n"
    return (Run(f"{place.label}：{place.name}\n{manner}{'' if place.seal else '＿' * 6}{space}"),)


def _printable(text: str) -> str:
    """Text that XML can hold."""
    return "".join(character for character in text if character in "\n\t" or character >= " ")


def _unbroken(row: Any, repeated: bool = False) -> None:
    """A row that no page break may cut; a header row returns on every page."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeated:
        properties.append(OxmlElement("w:tblHeader"))


def _field(line: Any, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    line._p.append(field)
