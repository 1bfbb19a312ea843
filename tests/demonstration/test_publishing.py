"""The demonstration's published summaries, read back."""

from pathlib import Path
from zoneinfo import ZoneInfo

from docx import Document

from mediation_desk.demonstration import office, publishing, streamers
from mediation_desk.services.entry.sign_in import Surroundings
from tests.offices import CHEAP, Clock, shelf


def test_the_file_tells_of_the_streamers_without_a_name_or_a_place(tmp_path: Path) -> None:
    around = Surroundings(Clock(), ZoneInfo("Asia/Shanghai"), tmp_path / "notes", shelf(), CHEAP)
    desk = office.build(tmp_path / "office", around)
    try:
        file = publishing.release(desk, tmp_path)
    finally:
        desk.store.close()
    assert file == tmp_path / "summaries-published.docx"
    text = "\n".join(paragraph.text for paragraph in Document(str(file)).paragraphs)
    assert "马某、韩某、李某等5人与某文化传媒公司" in text and "约30,300元" in text
    for hidden in ("马晓岚", "云上湟水", "西宁", "陈守信", "宁中劳调", "199000", "639999"):
        assert hidden not in text
    assert streamers.RECEIVED.strftime("%Y-%m-%d") not in text
