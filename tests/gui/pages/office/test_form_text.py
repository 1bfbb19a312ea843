"""Both kinds of forms are changed in one way; what that is, is tried with each of them."""

from mediation_desk.gui.pages.office.document_forms import DocumentFormsPart
from mediation_desk.gui.pages.office.form_text import FormTextPart
from mediation_desk.gui.pages.office.report_forms import ReportFormsPart
from tests.gui.pages.office.hands import House


def test_statistical_forms_and_papers_are_changed_alike(house: House) -> None:
    for key, kind in (("forms", ReportFormsPart), ("papers", DocumentFormsPart)):
        part = house.part(key)
        assert isinstance(part, kind) and isinstance(part, FormTextPart) and part.text.typed()
        typed = part.text.typed() + "\n"
        part.text.area.setPlainText(typed + "# …")
        part.shown()
        house.settle()
        assert part.text.typed().endswith("# …")  # the list came anew; the words stay
