"""What the notices still need before a case is decided, and the way to where it is entered."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.vocabulary import Role
from mediation_desk.gui.case.frame.lacks import Lacks
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.intake.registering import PartyDraft
from tests.gui.case import rooms


@pytest.fixture
def gone() -> list[str]:
    return []


@pytest.fixture
def lacks(dressed: QApplication, gone: list[str]) -> Iterator[Lacks]:
    made = Lacks(gone.append)
    yield made
    made.deleteLater()


def test_each_thing_that_lacks_is_said_and_the_press_leads_to_the_first(desk: Desk, lacks: Lacks,
                                                                       gone: list[str]) -> None:
    case_id = rooms.register(desk)
    for add, lines, field in ((None, 3, "applicants"),
                              (PartyDraft(Role.APPLICANT, "马晓兰"), 2, "respondents"),
                              (PartyDraft(Role.RESPONDENT, ""), 2, "respondents")):
        if add is not None:
            registering.add_party(desk, case_id, add)
        lacks.show_case(rooms.stored(desk, case_id))
        assert len(lacks.words.text().splitlines()) == lines and not lacks.isHidden()
        lacks.enter.click()
        assert gone[-1] == field
    assert "Every party needs a name." in lacks.words.text()


def test_it_hides_as_soon_as_nothing_lacks(desk: Desk, lacks: Lacks) -> None:
    case_id = rooms.streamers(desk)
    lacks.show_case(rooms.stored(desk, case_id))
    assert not lacks.isHidden() and len(lacks.words.text().splitlines()) == 1
    lacks.show_case(rooms.stored(desk, rooms.named(desk, case_id)))
    assert lacks.isHidden() and lacks.words.text() == ""


def test_claims_name_the_dispute_as_well_as_a_cause(desk: Desk, lacks: Lacks) -> None:
    case_id = rooms.streamers(desk)
    worker = rooms.stored(desk, case_id).applicants[0].id
    registering.set_claims(desk, case_id, {worker: ["unpaid_wages"]})
    lacks.show_case(rooms.stored(desk, case_id))
    assert lacks.isHidden()


def test_what_lacks_is_said_in_chinese_to_who_reads_chinese(desk: Desk, lacks: Lacks,
                                                           dressed: QApplication) -> None:
    kit_words.install(dressed, Words.of(CHINESE))
    lacks.show_case(rooms.stored(desk, rooms.register(desk)))
    told = lacks.words.text()
    assert len(told.splitlines()) == 3 and not any(sign.isascii() and sign.isalpha() for sign in told)
