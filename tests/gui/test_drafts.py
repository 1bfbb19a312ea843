"""Drafts by place: each page knows its own, and they outlive the page."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.gui.drafts import Drafts, standing
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services import drafts
from mediation_desk.services.desk import Desk
from tests.gui import desks


@pytest.fixture
def form(dressed: QApplication) -> Iterator[Form]:
    made = Form()
    made.add(TextField("Name", name="name"))
    made.add(TextField("Phone", name="phone"))
    yield made
    made.deleteLater()


def test_a_draft_is_known_under_its_prefix_alone_and_gone_once_it_is_dropped(desk: Desk, tasks: Tasks
                                                                             ) -> None:
    made = Drafts(desk, tasks, "one/")
    made.keep("place", "half a sent")
    made.flush()
    desks.settle(tasks)
    assert drafts.all_kept(desk) == {"one/place": "half a sent"}
    then: list[int] = []
    again, other = Drafts(desk, tasks, "one/"), Drafts(desk, tasks, "other/")
    for one in (again, other):
        one.load(lambda: then.append(1))
    desks.settle(tasks)
    assert then == [1, 1] and again.text("place") == "half a sent" and other.text("place") is None
    again.drop("place")
    desks.settle(tasks)
    assert again.text("place") is None and drafts.all_kept(desk) == {}


def test_a_form_comes_back_with_what_stood_in_it(desk: Desk, tasks: Tasks, form: Form) -> None:
    made = Drafts(desk, tasks, "one/")
    assert not made.bring_back(form, "call")
    form.set_typed({"name": "马晓岚", "phone": ""})
    assert standing(form) == {"name": "马晓岚"}
    made.keep_form(form, "call")
    form.set_typed({"name": ""})
    assert made.bring_back(form, "call") and form.field("name").typed() == "马晓岚"
