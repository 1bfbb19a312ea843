"""A program in which a case is being typed until somebody kills it. Started by test_killed_while_typing.

It loads everything once and waits for orders on standard input: each one starts a process of its own
that opens the store and types. What that process does it says on standard output, before and after,
one JSON object a line; the starter says when it is gone.
"""

from __future__ import annotations

import json
import os
import random
import sys
import traceback
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from mediation_desk.domain.case import Case
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.vocabulary import Role
from mediation_desk.services import drafts, editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Surroundings
from mediation_desk.services.intake import registering
from mediation_desk.services.library import Library
from mediation_desk.services.sorting import sorting
from mediation_desk.services.sorting.sorting import Saying
from mediation_desk.store.store import in_folder
from tests.offices import CHEAP, PASSWORD, Clock

ELEMENT = "monthly_wage"
PLACES = ("case.facts_in_brief", "case.cause", "party.address", "party.workplace", "saying.note", "worker")


def sit_down(folder: Path, library: Library) -> Desk:
    """The desk as the program opens it."""
    around = Surroundings(Clock(), ZoneInfo("Asia/Shanghai"), folder / "notes", library, CHEAP)
    return sign_in.sign_in(in_folder(folder), "chen", PASSWORD, around)


def the_case(desk: Desk) -> Case:
    """The only case of the store."""
    (row,) = reading.page(desk, CaseFilter(), 0, 10)
    return reading.case(desk, row.case_id).case


def standing(case: Case) -> dict[str, str]:
    """What the case says at each place that is typed into."""
    worker = case.applicants[0]
    notes = [entry.note for entry in case.entries if entry.element == ELEMENT]
    return {"case.facts_in_brief": case.facts_in_brief, "case.cause": case.cause,
            "party.address": worker.address, "party.workplace": worker.workplace,
            "saying.note": (notes or [""])[0] or "", "worker": case.applicants[-1].name}


def say(what: str, **more: Any) -> None:
    """Tell the test, at once: the line and its end in one, since a kill may come at any moment."""
    os.write(sys.stdout.fileno(), (json.dumps({"say": what, **more}) + "\n").encode())


# -- typing through the services, as the windows do --------------------------------------

def type_through_services(folder: Path, seed: int, library: Library) -> None:
    """Draft after draft, then the save, then the draft's end; without end."""
    desk, chance = sit_down(folder, library), random.Random(seed)
    case = the_case(desk)
    say("seated")
    for serial in count():
        place = chance.choices(PLACES, weights=(4, 4, 4, 4, 4, 1))[0]
        text = f"第{seed}次开机键入的第{serial}处内容"
        say("typing", place=place, text=text)
        for end in range(4, len(text), 5):
            drafts.keep(desk, place, text[:end])
            say("draft", place=place, text=text[:end])
        save(desk, case, place, text)
        say("kept", place=place, text=text)
        drafts.drop(desk, place)


def save(desk: Desk, case: Case, place: str, text: str) -> None:
    """The verb that the place's field calls when it is left."""
    before = standing(reading.case(desk, case.id).case)[place]
    entity, _, name = place.partition(".")
    worker = case.applicants[0].id
    if place == "worker":
        registering.add_party(desk, case.id, registering.PartyDraft(Role.APPLICANT, text))
    elif place == "saying.note":
        sorting.say(desk, case.id, [Saying(ELEMENT, worker, "note", text)])
    else:
        row = case.id if entity == "case" else worker
        editing.save(desk, case.id, [editing.Edit(entity, row, name, before, text)])


# -- typing into the real window ---------------------------------------------------------

def type_into_the_window(folder: Path, seed: int, library: Library) -> None:
    """Key by key into the fields of Intake, each left with Tab; without end."""
    from PySide6.QtWidgets import QApplication

    from mediation_desk.gui.case.intake.page import IntakePage
    from mediation_desk.gui.kit.look import theme
    from mediation_desk.gui.kit.memory import Memory
    from mediation_desk.gui.kit.tasks.tasks import Tasks
    from tests.gui.case.rooms import Room

    app = QApplication([])
    theme.apply(app, theme.Theme(theme.Mode.LIGHT, motion=False))
    desk, chance = sit_down(folder, library), random.Random(seed)
    case = the_case(desk)
    room = Room(desk, Tasks(), Memory(folder / f"windows-{seed}.ini"), case.id)
    room.go(1)
    page = room.window.page_in_front()
    assert isinstance(page, IntakePage)
    page.parties.choose(case.applicants[0].id)
    room.settle()
    assert page.parties.detail is not None
    particulars = page.parties.detail.form
    fields = {"case.facts_in_brief": page.matter.facts, "party.address": particulars.field("address"),
              "party.workplace": particulars.field("workplace")}
    say("seated")
    for serial in count():
        place = chance.choice(list(fields))
        text = f"typed at start {seed} as number {serial}"
        say("typing", place=place, text=text)
        room.type(fields[place], text)
        say("kept", place=place, text=text)


# -- the starter -------------------------------------------------------------------------

WAYS: dict[str, Callable[[Path, int, Library], None]] = {
    "services": type_through_services, "window": type_into_the_window}


def main() -> None:
    """Start a typist for each line ``way seed folder``, and tell when it is gone."""
    import pypinyin  # noqa: F401 - loaded before the first fork, so that no typist waits for it

    library = Library()
    assert library.calendar and library.sheets and library.figures
    say("ready")
    for order in sys.stdin:
        way, seed, folder = order.rstrip("\n").split(" ", 2)
        pid = os.fork()
        if pid == 0:
            try:
                WAYS[way](Path(folder), int(seed), library)
            except BaseException:
                traceback.print_exc()
            os._exit(1)  # a typist ends only by being killed
        say("started", pid=pid)
        _, status = os.waitpid(pid, 0)
        say("gone", status=status)


if __name__ == "__main__":
    main()
