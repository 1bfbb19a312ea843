"""A case that is over offers nothing that could only end in an error: no field, no button, on any page."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from mediation_desk.domain.vocabulary import Outcome, Progress, Refusal, Station
from mediation_desk.gui.case.closing.page import ClosingPage
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.intake.page import IntakePage
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.road import EVIDENCE
from mediation_desk.services import editing
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from tests.gui.case import rooms
from tests.gui.case.conftest import Opener

DAY = date(2024, 11, 25)
READING = {  # what only shows, prints, or opens the case again
    "Papers", "Reopen", "Side by side", "Applicants", "Respondent", "Finding",
    "Performance ledger", "Record of mediation",
    "Show what the applicants said alone", "Show what the respondents said alone", "List of exhibits",
    "Issues", "Elements"}


def refused(desk: Desk) -> UUID:
    case_id = rooms.named(desk, rooms.streamers(desk))
    registering.refuse(desk, case_id, DAY, Refusal.OUT_OF_SCOPE, "")
    return case_id


def failed(desk: Desk) -> UUID:
    case_id = rooms.streamers(desk)
    workers = rooms.stored(desk, case_id).applicants
    registering.set_claims(desk, case_id, {worker.id: ["unpaid_wages"] for worker in workers})
    editing.save(desk, case_id, [editing.Edit("case", case_id, side, None, DAY)
                                 for side in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, case_id, DAY)
    closing.close(desk, case_id, DAY, Outcome.NO_AGREEMENT, "")
    return case_id


def open_fields(page: QWidget) -> list[str]:
    """The fields in sight that can be written in, but for the reason for reopening and what only chooses."""
    return [field.label.text() or field.name for field in page.findChildren(Field)
            if field.isVisible() and not field._read_only and not field.property("staysOpen")]


def live_buttons(page: QWidget) -> set[str]:
    """What can be pressed there: by its words, or by its name where it shows an icon."""
    return {made.text() or made.toolTip() or made.accessibleName()
            for made in page.findChildren(QAbstractButton)
            if made.isVisible() and made.isEnabled() and (made.text() or made.toolTip())
            and not isinstance(made.parentWidget(), Field)}


@pytest.mark.parametrize("end", [refused, failed])
@pytest.mark.parametrize("station", list(Station))
def test_no_station_of_a_case_that_is_over_takes_anything(
        desk: Desk, open_case: Opener, end: object, station: Station) -> None:
    room = open_case(end(desk))  # type: ignore[operator]
    page = room.go(station.place + 1)
    assert open_fields(page) == []
    offered = {words for words in live_buttons(page) if words not in READING}
    assert not {words for words in offered if words.startswith(
        ("Add", "Book", "Go to", "Keep", "Sign", "Accept", "Refuse", "Remove", "Record", "Use", "Paste",
         "Close the case", "Import", "Extend", "Admits", "Denies"))}, offered


def test_the_evidence_of_a_case_that_is_over_takes_no_file(desk: Desk, open_case: Opener) -> None:
    room = open_case(failed(desk))
    room.window.show_page(EVIDENCE)
    room.settle()
    page = room.window.page_in_front()
    assert isinstance(page, StationPage)
    assert not {words for words in live_buttons(page) if words.startswith(("Add", "Paste", "Remove"))}


@pytest.mark.parametrize(("end", "marks"), [
    (refused, [Progress.ENDED, *[Progress.OPEN] * 5]),
    (failed, [Progress.PASSED, *[Progress.OPEN] * 4, Progress.ENDED])])
def test_the_stations_of_a_case_without_a_settlement_are_not_done(
        desk: Desk, open_case: Opener, end: object, marks: list[Progress]) -> None:
    room = open_case(end(desk))  # type: ignore[operator]
    steps = room.window.stepper.steps.values()
    assert [step.standing for step in steps] == marks
    assert room.window.header.status.state.meaning == "muted"


def test_what_was_put_away_is_back_when_the_case_is_open_again(desk: Desk, open_case: Opener) -> None:
    room = open_case(failed(desk))
    page = room.go(6)
    assert isinstance(page, ClosingPage) and not page.add_visit.isVisible()
    room.type(page.banner.reason, "补充材料")
    room.click(page.banner.reopen)
    assert page.add_visit.isVisible() and page.primary.isVisible()
    intake = room.go(1)
    assert isinstance(intake, IntakePage) and "Add applicant" in live_buttons(intake)
