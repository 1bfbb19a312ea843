"""Going on beyond the fifteen days: each party is asked, and nobody's consent is taken for granted."""

from datetime import date

from mediation_desk.gui.case.intake.extension import ExtensionPart
from tests.gui.case.intake.hands import accepted, page_of
from tests.gui.case.rooms import COMPANY, RECEIVED, WORKERS, Room

UNTIL = "2024-12-20"


def extension_of(room: Room) -> ExtensionPart:
    accepted(room)
    part = page_of(room).acceptance.extension
    room.click(part.open_button)
    return part


def test_without_everybodys_consent_nothing_is_extended_and_who_lacks_is_named(room: Room) -> None:
    part = extension_of(room)
    room.begin(part.field("extended_to"), UNTIL)
    room.type(part.field(f"consent/{room.case.applicants[0].id}"), "2024-11-25")
    room.click(part.extend)
    said = part.field("extended_to").error()
    assert WORKERS[0] not in said and WORKERS[1] in said and COMPANY in said
    assert room.case.extended_to is None and room.case.extension_consents == []


def test_consents_are_kept_as_they_come_and_the_last_one_extends(room: Room) -> None:
    part = extension_of(room)
    room.begin(part.field("extended_to"), UNTIL)
    for party in room.case.applicants:
        room.type(part.field(f"consent/{party.id}"), "2024-11-25")
    room.click(part.keep_button)
    assert len(room.case.extension_consents) == 5 and room.case.extended_to is None
    assert part.standing.text() == "5 of 6 have consented."
    room.click(part.open_button)
    assert part.field(f"consent/{room.case.applicants[0].id}").typed() == "2024-11-25"
    room.type(part.field(f"consent/{room.case.respondents[0].id}"), "2024-11-25")
    room.click(part.extend)
    case = room.case
    assert case.extended_to == date(2024, 12, 20)
    assert {one.agreed_on for one in case.extension_consents} == {RECEIVED}
    assert {one.until for one in case.extension_consents} == {date(2024, 12, 20)}
    assert len(case.extension_consents) == 6


def test_a_consent_entered_by_mistake_is_taken_back_until_it_carries_the_extension(room: Room) -> None:
    part = extension_of(room)
    room.begin(part.field("extended_to"), UNTIL)
    name = f"consent/{room.case.applicants[0].id}"
    room.type(part.field(name), "2024-11-25")
    room.click(part.keep_button)
    room.click(part.open_button)
    room.type(part.field(name), "")
    room.click(part.keep_button)
    assert room.case.extension_consents == []
    room.click(part.open_button)
    room.begin(part.field("extended_to"), UNTIL)
    room.click(part.everybody)
    room.click(part.extend)
    room.click(part.open_button)
    room.type(part.field(name), "")
    room.click(part.keep_button)
    assert "stays on record" in part.field("extended_to").error()
    assert len(room.case.extension_consents) == 6


def test_everybody_is_answered_by_a_press_and_by_nothing_less(room: Room) -> None:
    part = extension_of(room)
    assert part.form is not None
    assert [part.field(name).typed() for name in part.form.names()] == [""] * 7
    room.click(part.everybody)
    assert room.case.extension_consents == []  # nothing is kept before somebody extends
    room.begin(part.field("extended_to"), UNTIL)
    room.click(part.extend)
    assert room.case.extended_to == date(2024, 12, 20)
