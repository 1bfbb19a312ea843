"""A file is bound: what can be printed is in it, the rest is named with its digest, and both parts have
contents of their own."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage, QPainter

from mediation_desk.domain.casefile.entries import Part
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.apart import process
from mediation_desk.library import forms
from mediation_desk.library.shipped import shipped
from mediation_desk.services.casefile import binding
from mediation_desk.services.casefile.binding import Bound, Wanted, bind
from mediation_desk.services.casefile.listing import outline
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import filing
from mediation_desk.services.papers import making, whole_case
from mediation_desk.services.settlement.settling import AGREEMENT
from mediation_desk.store.pace import Stopped
from tests.documents.binding.papers import outline as bookmarks
from tests.documents.binding.papers import read
from tests.gui.kit.apart.hands import HEIC_TURNED
from tests.offices import Office
from tests.services.casefile.files_of import SOUND, closed_case, sheets
from tests.services.papers_desk import accepted

COVER = """+++
title = "{title}"
title_en = "x"
station = "closing"
place = "{place}"
told = "case"
ready = "applied"
numbered = false
+++
# {title}

{{{{ case.number }}}}
"""


ALL = Wanted()


def bound(desk: Desk, case_id: UUID, wanted: Wanted = ALL) -> tuple[bytes, Bound]:
    target = io.BytesIO()
    made = bind(desk, case_id, wanted, target, sheets)
    return target.getvalue(), made


def exhibits(desk: Desk, case_id: UUID) -> Wanted:
    """The evidence alone."""
    return Wanted(frozenset(one.key for one in outline(desk, case_id).entries if one.exhibit))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_both_parts_are_bound_with_contents_that_name_the_right_pages(desk: Desk) -> None:
    case_id = closed_case(desk)
    data, made = bound(desk, case_id)
    pages = [squeezed(text) for text in read(data)]
    assert len(pages) == made.pages and not made.left_out
    starts = [at for at, text in enumerate(pages) if "卷内目录" in text]
    assert len(starts) == 2 and starts[0] == 1, "behind the cover"
    assert "正卷" in pages[1] and "副卷" in pages[starts[1]]
    titles = dict(one for part in bookmarks(data) if isinstance(part, list) for one in part)
    for title in ("受理登记表", "调解协议书", "证据2　合同.pdf", "未装订证据清单"):
        at = titles[title]
        number = at - titles["调解申请书"] + 1  # the first paper behind the contents
        assert f"{squeezed(title)}{number}" in "".join(pages[starts[0]:titles["调解申请书"]])
    assert "pageone" in pages[titles["证据2　合同.pdf"]] and "pagetwo" in pages[titles["证据2　合同.pdf"] + 1]
    assert squeezed(read(making.make(desk, case_id, AGREEMENT).pdf)[0]) in pages[titles["调解协议书"]]


def test_what_is_no_picture_and_no_pdf_is_listed_with_its_digest_and_a_broken_file_stops_nothing(desk: Desk
                                                                                                 ) -> None:
    case_id = closed_case(desk)
    data, made = bound(desk, case_id, exhibits(desk, case_id))
    assert [name for name, _why in made.unbound] == ["证据3 录音.mp3", "证据4 坏的.pdf"]
    sheet = squeezed(next(text for text in read(data) if "未装订证据清单" in text and "SHA" in text))
    assert hashlib.sha256(SOUND).hexdigest() in sheet and "PDF文件已损坏" in sheet
    assert "不是图片或者PDF文件" in sheet


def test_a_selection_of_one_part_holds_that_alone(desk: Desk) -> None:
    case_id = closed_case(desk, evidence=False)
    keys = frozenset({"closing-form", "performance-ledger"})
    data, _made = bound(desk, case_id, Wanted(keys, (Part.INSIDE,)))
    text = squeezed("".join(read(data)))
    assert "结案审批表" in text and "履行台账" not in text and "正卷" not in text
    assert binding.parts_of(desk, case_id, Wanted(keys)) == tuple(Part)
    with pytest.raises(DeskError, match="Nothing of the file is chosen"):
        bound(desk, case_id, Wanted(frozenset()))


def test_forms_told_the_whole_case_take_their_places_before_and_behind_by_their_headers(
        desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    case_id = closed_case(desk, evidence=False)
    shutil.copytree(shipped("forms"), tmp_path / "forms")
    for name, title, place in (("a-cover", "试用封面", "0.1"), ("a-back", "试用封底", "13.2")):
        file = tmp_path / "forms" / "documents" / f"{name}.md"
        file.write_text(COVER.format(title=title, place=place), "utf-8")
    monkeypatch.setattr(forms, "shipped", lambda *parts: tmp_path.joinpath(*parts))
    whole_case._shipped.cache_clear()
    try:
        kept = {one.key for one in outline(desk, case_id).entries if not (one.is_front or one.is_back)}
        data, _made = bound(desk, case_id, Wanted(frozenset({*kept, "a-cover", "a-back"})))
        pages = [squeezed(text) for text in read(data)]
        assert "试用封面" in pages[0] and "卷内目录" in pages[1] and "试用封底" in pages[-1]
        assert not re.search(r"\d$", pages[0].replace(squeezed(outline(desk, case_id).number), ""))
    finally:
        whole_case._shipped.cache_clear()


def test_it_tells_how_far_it_is_and_stops_when_asked(desk: Desk) -> None:
    case_id, told = closed_case(desk), list[tuple[int, int]]()
    wanted = exhibits(desk, case_id)
    bind(desk, case_id, wanted, io.BytesIO(), sheets, progress=lambda done, total: told.append((done, total)))
    assert told[0][0] == 0 and told[-1][0] == told[-1][1] and told == sorted(told)
    with pytest.raises(Stopped):
        bind(desk, case_id, wanted, io.BytesIO(), sheets, cancelled=lambda: len(told) > 0)


def test_what_a_decoder_that_was_taken_over_sends_is_one_more_file_that_is_only_listed(desk: Desk) -> None:
    target, case_id = io.BytesIO(), closed_case(desk)
    made = bind(desk, case_id, exhibits(desk, case_id), target, lambda *_told: b"%PDF-1.7 nonsense")
    assert len(made.unbound) == 4 or "证据2 合同.pdf" in [name for name, _why in made.unbound]
    assert "证据2　合同.pdf" not in str(bookmarks(target.getvalue()))


@pytest.mark.parametrize(("count", "said"), [(5, "5 B"), (2048, "2 KB"), (5 << 20, "5.0 MB")])
def test_sizes_are_said_as_people_say_them(count: int, said: str) -> None:
    assert binding.size(count) == said


def test_photos_of_telephones_and_long_talks_are_bound_as_pictures(office: Office, tmp_path: Path) -> None:
    """A photo on one page; a screenshot of 1,080 by 9,000 on several; nothing is only listed."""
    image = QImage(1080, 9000, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for top in range(100, 9000, 400):
        painter.fillRect(60, top, 700, 300, QColor("teal"))
    painter.end()
    assert image.save(str(tmp_path / "微信聊天.png"))
    (tmp_path / "IMG_1.HEIC").write_bytes(HEIC_TURNED)
    case_id = accepted(office.first)
    filing.add_files(office.first, case_id, [tmp_path / "IMG_1.HEIC", tmp_path / "微信聊天.png"])
    target = io.BytesIO()
    made = bind(office.first, case_id, exhibits(office.first, case_id), target, process.sheets)
    assert made.unbound == made.left_out == ()
    pictures = [image for page in PdfReader(target).pages for image in page.images]
    assert 5 <= len(pictures) <= 7
    assert {one.image.size for one in pictures if one.image} >= {(32, 64)}
