"""A list with its row in hand, tried on a list of lockers that nobody keeps in a store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from mediation_desk.domain.merging import Conflict, Conflicts, Kind, Place
from mediation_desk.domain.words import DeskError
from mediation_desk.gui.kit.clash import ClashPanel
from mediation_desk.gui.kit.fields.kinds import Form, IntegerField, TextField
from mediation_desk.gui.kit.tables.table import Column
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.list_part import ListDoors, ListPart, ListWords, Values
from mediation_desk.services.desk import Desk
from tests.gui import desks

WORDS = ListWords(name="Lockers", about="Where coats hang.", empty="No locker yet", empty_help="Add one.",
                  picture="buildings", add="Add a locker", added="It is there.", kept="It is kept.",
                  clash="Locker of the list", removed="It is gone.")


@dataclass(frozen=True)
class Locker:
    """One of them."""

    id: UUID
    name: str
    number: int | None = None


class Hall:
    """The lockers that stand and those that were taken out, and the verbs behind them."""

    def __init__(self) -> None:
        self.standing: dict[UUID, Locker] = {}
        self.gone: dict[UUID, Locker] = {}

    def add(self, _desk: Desk, told: Values) -> None:
        if any(one.name == told["name"] for one in self.standing.values()):
            raise DeskError("“{name}” is there.", field="name", name=told["name"])
        made = Locker(uuid4(), **told)
        self.standing[made.id] = made

    def change(self, _desk: Desk, key: UUID, told: Values, seen: Locker | None) -> None:
        stands = self.standing[key]
        if seen is not None and seen != stands:
            raise Conflicts([Conflict(Kind.FIELD, Place("lockers", str(key), "name"), seen.name,
                                      told["name"], stands.name)])
        self.standing[key] = replace(stands, **told)

    def remove(self, _desk: Desk, key: UUID) -> None:
        self.gone[key] = self.standing.pop(key)

    def put_back(self, _desk: Desk, key: UUID) -> None:
        self.standing[key] = self.gone.pop(key)

    def listed(self, _desk: Desk) -> list[Locker]:
        return list(self.standing.values())

    @property
    def told(self) -> list[tuple[str, int | None]]:
        """What stands, in words."""
        return [(one.name, one.number) for one in self.standing.values()]


class LockersPart(ListPart):
    """The lockers."""

    table_height = 120

    def __init__(self, desk: Desk, tasks: Tasks, hall: Hall) -> None:
        super().__init__(desk, tasks, ListDoors(hall.add, hall.change, hall.remove, hall.put_back), WORDS,
                         [Column("name", "Name", lambda one: one.name, width=20)])
        self.hall = hall

    def make_form(self) -> Form:
        form = Form()
        form.add(TextField("Name", name="name", required=True))
        form.add(IntegerField("Number", name="number"))
        return form

    def shown(self) -> None:
        self.read(self.hall.listed, done=self.show_rows)


@dataclass
class Bench:
    """The part at its window, and hands to work with."""

    part: LockersPart
    tasks: Tasks
    said: list[tuple[str, Callable[[], object] | None]]

    @property
    def hall(self) -> Hall:
        return self.part.hall

    def press(self, button: QAbstractButton) -> None:
        button.click()
        desks.settle(self.tasks)

    def read(self) -> None:
        self.part.shown()
        desks.settle(self.tasks)

    def type(self, name: str, number: str = "") -> None:
        self.part.form.set_typed({"name": name, "number": number})

    def add(self, *names: str) -> None:
        for name in names:
            self.press(self.part.add)
            self.type(name, "7")
            self.press(self.part.keep_button)

    def undo(self) -> None:
        _words, back = self.said[-1]
        assert back is not None
        back()
        desks.settle(self.tasks)

    @property
    def panel(self) -> ClashPanel:
        (found,) = [one for one in self.part.findChildren(ClashPanel) if not one.isHidden()]
        return found


@pytest.fixture
def bench(qtbot: QtBot, desk: Desk, tasks: Tasks) -> Bench:
    part = LockersPart(desk, tasks, Hall())
    made = Bench(part, tasks, [])
    part.told.connect(lambda words, back: made.said.append((words, back)))
    part.resize(800, 600)
    desks.show(qtbot, part)
    made.read()
    return made


def test_an_empty_list_says_what_to_do_and_its_form_is_ready(bench: Bench) -> None:
    part = bench.part
    assert part.table._empty is not None and part.table._empty.isVisible()
    assert part.form.values() == {"name": "", "number": None} and not part.remove.isEnabled()
    assert part.form.field("name").isAncestorOf(part.focusWidget())


def test_an_entry_is_added_and_the_form_is_ready_for_another(bench: Bench) -> None:
    bench.add("A")
    assert bench.hall.told == [("A", 7)] and bench.said == [("It is there.", None)]
    assert bench.part.model.rowCount() == 1
    assert bench.part.form.values() == {"name": "", "number": None} and bench.part.in_hand is None


def test_an_entry_is_changed_with_a_way_back_and_stays_in_hand(bench: Bench) -> None:
    bench.add("A", "B")
    bench.part.table.choose_row(1)
    assert bench.part.form.values() == {"name": "B", "number": 7} and bench.part.remove.isEnabled()
    bench.type("C")
    bench.press(bench.part.keep_button)
    assert bench.hall.told == [("A", 7), ("C", None)] and bench.said[-1][0] == "It is kept."
    assert bench.part.in_hand.name == "C" and bench.part.table.currentIndex().row() == 1
    bench.undo()
    assert bench.hall.told == [("A", 7), ("B", 7)] and bench.said[-1] == ("Undone.", None)
    assert bench.part.form.values() == {"name": "B", "number": 7}


def test_an_entry_is_taken_out_with_a_way_back(bench: Bench) -> None:
    bench.add("A")
    bench.part.table.choose_row(0)
    bench.press(bench.part.remove)
    assert bench.hall.told == [] and bench.said[-1][0] == "It is gone."
    assert bench.part.form.values() == {"name": "", "number": None} and not bench.part.remove.isEnabled()
    bench.undo()
    assert bench.hall.told == [("A", 7)] and bench.part.model.rowCount() == 1


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(bench: Bench) -> None:
    name = bench.part.form.field("name")
    bench.press(bench.part.keep_button)
    assert name.error() and bench.hall.told == []
    bench.add("A", "A")
    assert name.error() == "“A” is there." and bench.hall.told == [("A", 7)]
    bench.press(bench.part.add)
    assert not name.error()


def test_an_entry_that_is_gone_from_the_list_gives_way_to_a_further_one(bench: Bench) -> None:
    bench.add("A", "B")
    bench.part.table.choose_row(0)
    bench.hall.remove(bench.part.desk, bench.part.in_hand.id)
    bench.read()
    assert bench.part.in_hand is None and bench.part.form.values() == {"name": "", "number": None}


def test_what_is_being_entered_stays_when_the_list_is_read_anew(bench: Bench) -> None:
    """As on leaving the list and coming back; what is added, or put away by the button, is not entered any
    more."""
    bench.type("", "8")
    bench.read()
    assert bench.part.form.field("number").typed() == "8"
    bench.type("A", "8")
    bench.press(bench.part.keep_button)
    bench.read()
    assert bench.hall.told == [("A", 8)] and bench.part.form.values() == {"name": "", "number": None}
    bench.type("B", "8")
    bench.press(bench.part.add)
    bench.read()
    assert bench.part.form.values() == {"name": "", "number": None}


def test_of_the_last_entry_that_is_taken_out_nothing_stays_in_the_form(bench: Bench) -> None:
    bench.add("A")
    bench.part.table.choose_row(0)
    bench.press(bench.part.remove)
    bench.read()
    assert bench.part.form.values() == {"name": "", "number": None} and not bench.part.remove.isEnabled()


@pytest.mark.parametrize("mine", [True, False])
def test_a_colleagues_word_stands_beside_the_own_one_until_a_person_decides(bench: Bench, mine: bool) -> None:
    bench.add("A")
    bench.part.table.choose_row(0)
    key = bench.part.in_hand.id
    bench.hall.change(bench.part.desk, key, {"name": "hers"}, None)
    bench.type("his", "7")
    bench.press(bench.part.keep_button)
    assert bench.hall.told == [("hers", 7)]
    bench.press(bench.panel.mine if mine else bench.panel.theirs)
    wanted = "his" if mine else "hers"
    assert bench.hall.told == [(wanted, 7)] and bench.part.form.values()["name"] == wanted


def test_a_conflict_is_told_by_the_labels_of_the_form(bench: Bench) -> None:
    words = bench.part.clash_words()
    assert [words.named("lockers", name) for name in ("name", "number", "site_id")] == [
        "Name", "Number", "site_id"]
    conflict = Conflict(Kind.FIELD, Place("lockers", "1", "name"), "a", "b", "c")
    assert words.versions(conflict).place == "Locker of the list"


def test_the_cursor_stays_at_the_row_in_hand_in_a_list_that_is_sorted(bench: Bench) -> None:
    bench.add("B", "A")
    bench.part.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    bench.part.table.choose_row(0)
    assert bench.part.in_hand.name == "A"
    bench.read()
    assert bench.part.in_hand.name == "A" and bench.part.table.currentIndex().data() == "A"
