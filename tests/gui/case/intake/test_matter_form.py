"""The matter: where it came from, when, and what it is about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mediation_desk.domain.sites import HERE, SiteDraft
from mediation_desk.domain.vocabulary import Refusal, Source
from mediation_desk.gui.case.intake.matter_form import offered_causes
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.words import CHINESE, ENGLISH, Words
from mediation_desk.services.closing import closing
from mediation_desk.services.intake import registering
from mediation_desk.services.office import sites
from tests.gui.case.intake.hands import page_of
from tests.gui.case.rooms import Room, editor, named
from tests.services.papers_desk import RECEIVED


def test_the_order_number_is_asked_for_only_when_the_12345_hotline_sent_the_matter(room: Room) -> None:
    matter = page_of(room).matter
    assert matter.reference.isHidden()
    room.choose(matter.source, list(Source).index(Source.HOTLINE))
    assert not matter.reference.isHidden()
    room.type(matter.reference, "QH20241125001")
    assert (room.case.source, room.case.source_reference) == (Source.HOTLINE, "QH20241125001")


def test_the_site_is_seen_where_there_are_any_and_moving_the_case_is_told_and_undone(room: Room) -> None:
    matter, header = page_of(room).matter, room.window.header
    assert matter.site.isHidden() and header.site.isHidden()
    east = sites.add_site(room.desk, SiteDraft("城东街道工作站")).result
    room.window.bench.reload()
    room.settle()
    assert not matter.site.isHidden() and header.site.toolTip() == "Site: The office itself"
    room.choose(matter.site, 1)
    assert room.case.site_id == east and header.site.toolTip() == "Site: 城东街道工作站"
    assert "moved to “城东街道工作站”" in page_of(room).bar.words.text()
    room.window.bench.undo()
    room.settle()
    assert room.case.site_id is None and matter.site.value() == HERE


def test_a_case_that_is_over_is_still_moved(room: Room) -> None:
    sites.add_site(room.desk, SiteDraft("城东街道工作站"))
    registering.void(room.desk, room.case_id, RECEIVED, "误立")
    room.window.bench.reload()
    room.settle()
    matter = page_of(room).matter
    assert matter.site.combo.isEnabled() is False  # a voided one is not
    closing.take_back(room.desk, room.case_id)
    registering.refuse(room.desk, named(room.desk, room.case_id), RECEIVED, Refusal.OUT_OF_SCOPE, "")
    room.window.bench.reload()
    room.settle()
    assert matter.site.combo.isEnabled() and not matter.source.combo.isEnabled()


def test_the_wish_for_confidentiality_is_one_tick(room: Room) -> None:
    room.click(page_of(room).matter.confidential.tick)
    assert room.case.confidential is True


def test_an_order_number_once_written_stays_in_sight_when_the_source_was_a_slip(room: Room) -> None:
    matter = page_of(room).matter
    room.choose(matter.source, list(Source).index(Source.HOTLINE))
    room.type(matter.reference, "QH20241125001")
    room.choose(matter.source, list(Source).index(Source.WALK_IN))
    assert not matter.reference.isHidden() and room.case.source_reference == "QH20241125001"
    room.type(matter.reference, "")
    room.window.bench.reload()
    room.settle()
    assert matter.reference.isHidden() and room.case.source_reference == ""


def test_a_cause_is_offered_but_any_other_may_be_typed(room: Room) -> None:
    matter = page_of(room).matter
    room.type(matter.cause, "平台突然封号")
    assert room.case.cause == "平台突然封号"


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_the_causes_are_offered_in_the_readers_language(dressed: QApplication, language: str) -> None:
    kit_words.install(dressed, Words.of(language))
    offered = offered_causes()
    assert len(offered) == len(set(offered)) > 5
    assert all(cause.isascii() is (language == ENGLISH) for cause in offered)


@pytest.mark.parametrize(("typed", "told"), [
    ("", "This must be filled in."), ("2024-12-24", "lies in the future"), ("soon", "soon")])
def test_a_day_of_receipt_that_cannot_be_is_told_and_the_old_one_stays(room: Room, typed: str,
                                                                      told: str) -> None:
    received = page_of(room).matter.received
    room.type(received, typed)
    assert told in received.error() and room.case.received_on == RECEIVED


def test_the_facts_keep_their_lines_and_lose_nothing(room: Room) -> None:
    facts = page_of(room).matter.facts
    room.begin(facts, "五名申请人为主播。\n十月工资未发。\n\n　　约定底薪4300元。")
    QTest.keyClick(editor(facts), Qt.Key.Key_Tab)
    room.settle()
    assert room.case.facts_in_brief == "五名申请人为主播。\n十月工资未发。\n\n　　约定底薪4300元。"


def test_no_row_of_the_matter_has_a_hole_whether_or_not_an_order_number_is_asked_for(room: Room) -> None:
    """Either two fields stand side by side, or one has the row to itself."""
    matter = page_of(room).matter
    own_row = {"source_reference", "cause", "facts_in_brief"}
    for source in (Source.WALK_IN, Source.HOTLINE):
        room.choose(matter.source, list(Source).index(source))
        rows: dict[int, set[str]] = {}
        for name in matter.names():
            if matter.field(name).isVisible():
                rows.setdefault(matter.field(name).y(), set()).add(name)
        assert all(len(names) == 2 or names <= own_row for names in rows.values()), rows
