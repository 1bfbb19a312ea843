"""Cases that stand at several stations, and a way to every page and form of the program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import cast
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication

from mediation_desk.demonstration import streamers
from mediation_desk.domain.vocabulary import PartyKind, Refusal, Role
from mediation_desk.gui.case.frame.window import CaseWindow
from mediation_desk.gui.desk.places import PARTED
from mediation_desk.gui.desk_frame import DeskFrame
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.page import Page
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.gui.pages.office.parted import PartedPage
from mediation_desk.gui.road import PAGES
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from mediation_desk.services.serving import serving
from mediation_desk.services.settlement import settling
from tests.gui import desks
from tests.gui.case import rooms

SCREEN = QSize(1366, 768)
OPENERS: Mapping[str, Sequence[str]] = {
    "cases": ("primary",),
    "payments": ("pane.call", "pane.remind", "to_kept"),
    "office accounts": ("parts.accounts.add",),
    "office safety": ("parts.safety.key.open",),
    "office figures": ("parts.figures.add", "parts.figures.needed.enter"),
    "reports overview": ("parts.overview.export",),
    "reports forms": ("parts.forms.export",),
    "fresh intake": ("parties.table", "parties.paste", "acceptance.refuse", "acceptance.void"),
    "drafted mediation": ("primary", "private.toggles.applicant", "private.toggles.respondent"),
    "drafted settlement": ("primary",),
    "signed performance": ("primary",),
    "drafted closing": ("add_visit",),
    "fresh service": ("primary",),
    "signed service": ("note",),
}
"""What opens a further form on a page, from the page on."""


@dataclass
class Walk:
    """A frame, cases that stand at several stations, and a way to each page."""

    frame: DeskFrame
    tasks: Tasks
    cases: Mapping[str, UUID]

    def settle(self) -> None:
        desks.settle(self.tasks)

    def places(self) -> list[str]:
        """Every page that is registered, the case's once for each case, by a name to ``bring``."""
        named = [key for key in self.frame.rail.buttons if key not in PARTED]
        for key in PARTED:
            page = cast(PartedPage, self.frame.show_page(key))
            named += [f"{key} {part}" for part in page.buttons]
        return named + [f"{case} {key}" for case in self.cases for key in PAGES]

    def bring(self, place: str) -> Page:
        """A page to the front."""
        key, _, part = place.partition(" ")
        page: Page | None = None
        if key in self.cases:
            window = self.frame.open_case(self.cases[key])
            self.settle()
            assert isinstance(window, CaseWindow)
            window.show_page(part)
            page = window.page_in_front()
        else:
            page = self.frame.show_page(key)
            if isinstance(page, PartedPage):
                page.go_to(part)
        self.settle()
        assert page is not None
        return page


def at_stations(desk: Desk) -> dict[str, UUID]:
    """A case that just came in, one with drafted terms, one that is signed, and one that was refused."""
    drafted, signed = (list(islice(streamers.walk(desk), stops))[-1].case_id for stops in (3, 4))
    settling.draft(desk, drafted, streamers.terms())
    fresh, closed = rooms.streamers(desk), rooms.named(desk, rooms.streamers(desk))
    registering.add_parties(desk, fresh, [PartyDraft(Role.RESPONDENT, "西宁某公会", PartyKind.ORGANISATION)])
    serving.serve(desk, signed, [serving.Given("受理通知书", recipient="某人", sent_on=desk.today)])
    registering.refuse(desk, closed, desk.today, Refusal.NO_CONSENT, "")
    return {"fresh": fresh, "drafted": drafted, "signed": signed, "closed": closed}


@contextmanager
def walking(desk: Desk, tasks: Tasks, memory: Memory, cases: Mapping[str, UUID]) -> Iterator[Walk]:
    """The frame in front, with a way to these cases; it is gone afterwards."""
    frame = DeskFrame(desk, tasks, memory)
    frame.resize(SCREEN)
    desks.bring_forward(frame)
    made = Walk(frame, tasks, cases)
    made.settle()
    yield made
    made.settle()
    frame.close()
    frame.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_there(page: Page, opener: str) -> None:
    if not opener:
        return
    found: object = page
    for name in opener.split("."):
        found = ({str(key): one for key, one in found.items()}[name] if isinstance(found, dict)
                 else getattr(found, name))
    if isinstance(found, QAbstractItemView):
        found.setFocus()
        QTest.keyClick(found, Qt.Key.Key_Home)
    elif isinstance(found, QAbstractButton) and found.isVisible() and found.isEnabled():
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
