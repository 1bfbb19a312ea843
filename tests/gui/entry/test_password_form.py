"""The own password is changed with the old one, and nothing of either stays on the screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediation_desk.domain.words import DeskError
from mediation_desk.gui.entry.password_form import LentPassword, PasswordForm
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.store.store import in_folder
from tests.gui import desks

NEW = "river stones in May"


@pytest.fixture
def form(desk: Desk, tasks: Tasks, qtbot: QtBot) -> Iterator[PasswordForm]:
    made = PasswordForm(desk, tasks)
    desks.show(qtbot, made)
    yield made


def change(form: PasswordForm, tasks: Tasks, old: str, new: str, again: str) -> list[int]:
    """Type the three and press the button; once for each time that it was changed."""
    changed: list[int] = []
    form.changed.connect(lambda: changed.append(1))
    for field, text in ((form.old, old), (form.new, new), (form.again, again)):
        field.line.setText(text)
        field.line.textEdited.emit(text)
    QTest.mouseClick(form.change, Qt.MouseButton.LeftButton)
    while tasks.busy:
        assert tasks.drain()
    return changed


def test_the_new_password_opens_the_store_and_the_old_one_no_more(
        form: PasswordForm, tasks: Tasks, desk: Desk, around: Surroundings) -> None:
    assert change(form, tasks, desks.PASSWORD, NEW, NEW) == [1]
    assert [one.typed() for one in (form.old, form.new, form.again)] == ["", "", ""]
    assert form.hint.isHidden()
    folder = desk.store.place.folder
    assert folder is not None
    sign_in.sign_in(in_folder(folder), desks.LOGIN, NEW, around).store.close()
    with pytest.raises(DeskError):
        sign_in.sign_in(in_folder(folder), desks.LOGIN, desks.PASSWORD, around)


@pytest.mark.parametrize(("old", "new", "again", "field"), [
    ("wrong one", NEW, NEW, "old_password"), ("", NEW, NEW, "old_password"),
    (desks.PASSWORD, "short", "short", "password"), (desks.PASSWORD, NEW, NEW + "!", "password_again"),
    (desks.PASSWORD, "", "", "password")])
def test_what_is_wrong_is_said_beside_its_field_and_nothing_changes(
        form: PasswordForm, tasks: Tasks, desk: Desk, around: Surroundings, old: str, new: str, again: str,
        field: str) -> None:
    assert change(form, tasks, old, new, again) == []
    wrong = [name for name in form.form.names() if form.form.field(name).error()]
    assert field in wrong and form.change.isEnabled()
    folder = desk.store.place.folder
    assert folder is not None
    sign_in.sign_in(in_folder(folder), desks.LOGIN, desks.PASSWORD, around).store.close()


def test_a_new_password_is_judged_while_it_is_typed(form: PasswordForm) -> None:
    assert form.hint.isHidden()
    QTest.keyClicks(form.new.line, "aaaaaaaa")
    assert not form.hint.isHidden() and form.hint.state.text == "Weak"
    QTest.keyClicks(form.new.line, " three unrelated Words 7")
    assert form.hint.state.text == "Strong"


@pytest.mark.parametrize("chosen", [False, True])
def test_whoever_closes_the_lent_passwords_window_without_one_does_not_come_in(
        desk: Desk, tasks: Tasks, qtbot: QtBot, chosen: bool) -> None:
    window = LentPassword(desk, tasks)
    qtbot.addWidget(window)
    window.begin()
    left: list[int] = []
    window.left.connect(lambda: left.append(1))
    assert window.form.old.label.text() == "Lent password *"
    if chosen:
        change(window.form, tasks, desks.PASSWORD, NEW, NEW)
    else:
        window.form.new.line.setText("half typed")
    window.close()
    assert left == ([] if chosen else [1])
    assert window.form.new.typed() == ""
