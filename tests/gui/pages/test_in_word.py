"""Papers on the screen, as DOCX."""

from io import BytesIO

from docx import Document

from mediation_desk.gui.pages.in_word import InWord
from mediation_desk.services.desk import Desk
from mediation_desk.services.papers.finishing import finished
from tests.documents import samples


def test_a_paper_is_made_when_it_is_asked_for_and_its_copy_goes_with_the_page(desk: Desk) -> None:
    door = InWord(desk)
    copy = door.of(finished(desk, samples.MONDAY_PAGE))
    assert copy is not None and door.folder.path is None
    assert Document(BytesIO(copy.make())).paragraphs
    path = copy.lay_out("周一例会.docx")
    assert path.name == "周一例会.docx" and path.read_bytes() == copy.make()
    door.folder.close()
    assert not path.exists()


def test_of_secrets_there_is_no_copy(desk: Desk) -> None:
    assert InWord(desk).of(finished(desk, samples.RECOVERY)) is None
