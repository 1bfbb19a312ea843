"""The panel that shows two versions of one place, and takes the person's choice."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.merging import Author, Conflict, Conflicts, Kind, Place, Seen
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.kit.clash import ClashPanel, ClashWords, ask_beneath, ask_in_form, spoken
from mediation_desk.gui.kit.fields.kinds import Form, TextField

BY = Author(UUID(int=1), "王敏", datetime(2025, 1, 20, 9, 30, tzinfo=UTC), "edit")


def conflict(field: str = "phone", kind: Kind = Kind.FIELD, mine: object = "138", stands: object = "139",
             seen: object = "") -> Conflict:
    return Conflict(kind, Place("parties", "1", field), seen, mine, stands, BY)


def texts(panel: ClashPanel) -> list[str]:
    return [one.text() for one in panel.findChildren(QLabel)]


@pytest.fixture
def host(dressed: QApplication, qtbot: QtBot) -> QWidget:
    """A widget with room beneath."""
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def test_both_words_and_who_wrote_the_other_are_shown(host: QWidget) -> None:
    chosen: list[bool] = []
    panel = ask_beneath(host, Conflicts([conflict()]), ClashWords(), chosen.append)
    assert any("王敏 wrote something else here (20 January 2025 09:30)" in text for text in texts(panel))
    assert {"138", "139"} <= set(texts(panel))
    assert (panel.theirs.accessibleName(), panel.mine.accessibleName()) == ("Keep theirs: 139",
                                                                             "Keep mine: 138")
    panel.mine.click()
    assert chosen == [True] and panel.isHidden()


def test_a_place_asks_once_however_often_it_is_asked(host: QWidget) -> None:
    first = ask_beneath(host, Conflicts([conflict()]), ClashWords(), lambda _mine: None)
    ask_beneath(host, Conflicts([conflict(stands="137")]), ClashWords(), lambda _mine: None)
    assert first.isHidden()


def test_several_conflicts_are_listed_and_decided_together(host: QWidget) -> None:
    many = [conflict(f"field{number}", stands=f"theirs{number}") for number in range(8)]
    panel = ask_beneath(host, Conflicts(many), ClashWords(), lambda _mine: None)
    listed = next(text for text in texts(panel) if "theirs0" in text)
    assert listed.count("\n") == 6 and "and 2 more" in listed


def test_what_was_taken_out_can_only_be_seen(host: QWidget) -> None:
    gone = conflict("", Kind.GONE, {"phone": "138"}, None, {"phone": ""})
    panel = ask_beneath(host, Conflicts([gone]), ClashWords(), lambda _mine: None)
    assert panel.mine.isHidden() and panel.theirs.text() == "Close" and "(taken out)" in texts(panel)


def test_a_row_that_was_changed_says_what_became_of_it(host: QWidget) -> None:
    seen, stands = {"phone": "", "name": "温若晴"}, {"phone": "139", "name": "温若晴"}
    changed = conflict("", Kind.REMOVED, None, stands, seen)
    panel = ask_beneath(host, Conflicts([changed]), ClashWords(), lambda _mine: None)
    assert "phone: (empty) → 139" in texts(panel) and panel.mine.text() == "Take it out all the same"


def test_each_field_of_a_form_asks_for_itself(dressed: QApplication, qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    fields = {name: form.add(TextField(name, name=name)) for name in ("phone", "name")}
    chosen: list[tuple[str, bool]] = []
    error = Conflicts([conflict("phone"), conflict("name")], Seen(7))
    assert ask_in_form(fields, error, ClashWords(), lambda name, mine: chosen.append((name, mine)))
    for name, field in fields.items():
        (panel,) = field.findChildren(ClashPanel)
        (panel.theirs if name == "phone" else panel.mine).click()
    assert chosen == [("phone", False), ("name", True)]
    assert not ask_in_form(fields, Conflicts([conflict("elsewhere")]), ClashWords(), lambda *_: None)


def test_values_are_told_in_the_readers_words(dressed: QApplication) -> None:
    assert [spoken(value) for value in (None, "", True, yuan("4300"), Side.APPLICANT)] == [
        "(empty)", "(empty)", "Yes", "4,300.00 yuan", "Applicants"]
