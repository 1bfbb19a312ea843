"""Forms of papers at the office: looked at as a page, kept, had back, and what was typed is not lost."""

import pytest

from mediation_desk.gui.pages.office.document_forms import DocumentFormsPart
from mediation_desk.services.form_texts import Standing
from mediation_desk.services.office import document_forms
from tests.gui.case import rooms
from tests.gui.pages.office.hands import House

NOTICE = "rights-notice"


@pytest.fixture
def part(house: House) -> DocumentFormsPart:
    made = house.part("papers")
    assert isinstance(made, DocumentFormsPart)
    choose(house, made, NOTICE)
    return made


def choose(house: House, part: DocumentFormsPart, name: str) -> None:
    part.choice.set_value(name)
    part.choice.committed.emit(name)
    house.settle()


def type_over(part: DocumentFormsPart, old: str, new: str) -> None:
    part.text.area.setPlainText(part.text.typed().replace(old, new, 1))


def standing(house: House) -> Standing:
    return next(one.standing for one in document_forms.listed(house.desk) if one.name == NOTICE)


def test_a_form_is_seen_as_a_page_of_an_invented_case_before_it_is_kept(house: House,
                                                                       part: DocumentFormsPart) -> None:
    assert part.standing.text() == "As shipped with the program." and not part.case.isVisible()
    type_over(part, "# 当事人", "# 各方当事人")
    house.click(part.preview)
    assert part.paper.isVisible() and part.paper._data.startswith(b"%PDF")
    assert standing(house) is Standing.SHIPPED


def test_a_name_that_the_paper_lacks_is_said_with_its_line(house: House, part: DocumentFormsPart) -> None:
    type_over(part, "# 当事人", "{{ wages }}\n\n# 当事人")
    for press in (part.preview, part.keep):
        house.click(press)
        assert "wages" in part.text.error() and f"line {part.text.area.textCursor().blockNumber() + 1}:" in \
            part.text.error()
    assert standing(house) is Standing.SHIPPED


def test_a_kept_form_counts_and_what_was_kept_before_is_had_back(house: House,
                                                                part: DocumentFormsPart) -> None:
    for words in ("甲", "乙"):
        part.text.area.setPlainText(document_forms.text_of(house.desk, NOTICE).replace("# ", f"# {words}", 1))
        house.click(part.keep)
        assert house.said.startswith("The form is kept") and standing(house) is Standing.CHANGED
    house.settle()
    part.version.set_value("1")
    part.version.committed.emit("1")
    assert "# 甲当事人" in part.text.typed()
    house.click(part.keep)
    assert "# 甲当事人" in document_forms.text_of(house.desk, NOTICE)
    house.click(part.drop)
    assert standing(house) is Standing.SHIPPED and "# 当事人" in part.text.typed()
    house.click(house.page.bar.action)
    assert "# 甲当事人" in document_forms.text_of(house.desk, NOTICE)


def test_what_is_typed_stays_while_one_looks_at_another_form_or_page(house: House,
                                                                    part: DocumentFormsPart) -> None:
    type_over(part, "# 当事人", "# 各方当事人")
    house.click(part.preview)
    choose(house, part, "acceptance-notice")
    assert "# 各方当事人" not in part.text.typed()
    house.part("forms")
    house.part("papers")
    choose(house, part, NOTICE)
    assert "# 各方当事人" in part.text.typed()


def test_what_a_colleague_kept_while_one_typed_is_asked_about_after_looking_elsewhere(
        house: House, part: DocumentFormsPart) -> None:
    type_over(part, "# 当事人", "# 各方当事人")
    theirs = document_forms.text_of(house.desk, NOTICE).replace("# ", "# 同事的", 1)
    document_forms.keep(house.desk, NOTICE, theirs)
    choose(house, part, "acceptance-notice")
    choose(house, part, NOTICE)
    house.click(part.keep)
    assert document_forms.text_of(house.desk, NOTICE) == theirs
    assert "# 各方当事人" in part.text.typed()
    part.text.area.setPlainText(theirs.strip())  # nothing of one's own is left to be kept
    choose(house, part, "acceptance-notice")
    choose(house, part, NOTICE)
    assert "# 同事的当事人" in part.text.typed()


def test_one_comes_from_a_case_with_its_paper_in_front(house: House, part: DocumentFormsPart) -> None:
    case_id = rooms.streamers(house.desk)
    case = rooms.stored(house.desk, case_id)
    part.begin("acceptance-notice", case_id, case.number)
    house.settle()
    assert part.chosen == "acceptance-notice" and part.case.isVisible() and part.case.value() == str(case_id)

