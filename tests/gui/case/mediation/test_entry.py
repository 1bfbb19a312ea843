"""Forms that empty as soon as their words are sent off, and take them back where they were not kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.gui.case.mediation.entry import Entry, emptied, put_back
from mediation_desk.gui.kit.fields.kinds import Form, IntegerField, SegmentField, TextArea, TextField


@pytest.fixture
def form(dressed: QApplication) -> Iterator[Form]:
    made = Form()
    made.add(SegmentField("Kind", [("note", "Note"), ("worry", "Worry")], name="kind", required=True))
    made.add(TextArea("Words", name="words"))
    made.add(TextField("Terms", name="terms"))
    made.add(IntegerField("Instalments", name="instalments"))
    made.set_values({"kind": "worry", "words": "rent", "terms": "monthly", "instalments": 3})
    yield made
    made.deleteLater()


def test_an_emptied_form_keeps_the_kind_and_what_it_is_told_to(form: Form) -> None:
    sent = emptied(form, instalments=1)
    assert sent == {"kind": "worry", "words": "rent", "terms": "monthly", "instalments": "3"}
    assert {name: form.field(name).typed() for name in form.names()} == {
        "kind": "worry", "words": "", "terms": "", "instalments": "1"}
    assert not form.typed(), "nothing of it is a draft"


def test_what_was_not_kept_comes_back_before_what_was_typed_since(form: Form) -> None:
    sent = emptied(form)
    form.field("words").set_typed("and more")
    put_back(form, sent)
    assert form.field("words").typed() == "rent\nand more" and form.field("terms").typed() == "monthly"


def test_an_act_stands_behind_the_words(dressed: QApplication) -> None:
    pressed: list[bool] = []
    entry = Entry("rent is due", strong=True)
    entry.act("Let it be told", "tell", "megaphone", lambda: pressed.append(True)).click()
    assert pressed == [True]
    entry.deleteLater()
