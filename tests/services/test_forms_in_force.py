"""The office's own forms as papers find them."""

from __future__ import annotations

from mediation_desk.services.forms_in_force import forms_in_force
from mediation_desk.services.office import document_forms
from tests.offices import Office


def test_an_own_form_counts_until_it_is_dropped(office: Office) -> None:
    desk = office.first
    text = document_forms.text_of(desk, "rights-notice").replace("权利义务", "权利和义务", 1)
    document_forms.keep(desk, "rights-notice", text)
    with desk.reading() as work:
        assert forms_in_force(work) == {"documents/rights-notice.md": text}
    document_forms.drop(desk, "rights-notice", text)
    with desk.reading() as work:
        assert forms_in_force(work) == {}
