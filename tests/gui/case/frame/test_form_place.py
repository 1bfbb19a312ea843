"""A form that is put by comes back as it stood; one that is put away comes back empty."""

from mediation_desk.gui.case.frame.form_place import FormPlace
from mediation_desk.gui.kit.fields.kinds import Form, TextField
from mediation_desk.gui.kit.look.text import button
from tests.gui.case.rooms import Room


def opened(room: Room, place: FormPlace[Form]) -> TextField:
    form = Form(room.window)
    field = form.add(TextField("Who", name="who"))
    place.put(form, "who", button("Keep"))
    return field


def test_put_by_it_comes_back_and_put_away_it_does_not(room: Room) -> None:
    place = FormPlace[Form](room.window.bench)
    opened(room, place).set_typed("周启航")
    assert place.form is not None
    room.window.bench.notes.keep_form(place.form, "who")
    place.put_by()
    assert place.form is None
    assert opened(room, place).typed() == "周启航"
    place.put_away()
    assert opened(room, place).typed() == ""
    place.put_away()
    place.put_away()  # nothing stands there
    room.settle()
