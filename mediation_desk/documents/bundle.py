"""Several finished papers in one file to print: each recipient's behind a sheet that says what they get."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from mediation_desk.documents.pdf import make_pdf
from mediation_desk.documents.template.blocks import Align, Block, Column, Paragraph, Run, Runs, Table, Title
from mediation_desk.library.fonts import Fonts

if TYPE_CHECKING:
    pass

TITLE = "文书份数单"


@dataclass(frozen=True)
class Part:
    """So many copies of one paper; ``title``: its kind in Chinese."""

    title: str
    pdf: bytes
    copies: int = 1


def sheet(office: str, number: str, recipient: str, parts: Sequence[Part], fonts: Fonts, *,
          created: datetime) -> bytes:
    """What one recipient gets: a page that is laid before their papers and is none of them."""
    head: list[Block] = [Title(office, office=True), Title(TITLE)]
    to: list[Block] = [Paragraph(_run(number), indent=False, align=Align.RIGHT),
                       Paragraph(_run(f"交付：{recipient}"), indent=False, keep_with_next=True)]
    rows = tuple((_run(str(at)), _run(part.title), _run(str(part.copies)))
                 for at, part in enumerate(parts, start=1))
    table = Table((Column(Align.CENTER, 16), Column(Align.LEFT, 120), Column(Align.RIGHT, 24)),
                  ((_run("序号"), _run("文书"), _run("份数")),), rows)
    return make_pdf([*head, *to, table], fonts, title=TITLE, created=created, numbered=False, compact=True)


def _run(text: str) -> Runs:
    return (Run(text),)


def bundled(files: Iterable[tuple[bytes, int]], step: Callable[[], object]) -> bytes:
    """The files one behind the other, each as often as it says, every page as it is; ``step`` is called
    before each. What stands in it several times is kept once, so that many copies take no more room."""
    from pypdf import PdfReader, PdfWriter

    writer, known = PdfWriter(), dict[bytes, PdfReader]()
    for data, copies in files:
        step()
        reader = known.setdefault(data, PdfReader(BytesIO(data)))
        for _copy in range(copies):
            for page in reader.pages:
                writer.add_page(page)
    writer.add_metadata({"/Title": TITLE, "/Producer": "Mediation Desk"})
    target = BytesIO()
    writer.write(target)
    return target.getvalue()
