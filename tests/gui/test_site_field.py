"""Which site is looked at: seen only where there is one, remembered, and never stale."""

from datetime import UTC, datetime
from uuid import UUID

from pytestqt.qtbot import QtBot

from mediation_desk.domain.sites import HERE, Site
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.site_field import SiteField, belonging, site_words
from mediation_desk.services.office.sites import Choice

EAST, WEST = Choice(UUID(int=1), "城东街道工作站"), Choice(UUID(int=2), "旧站", removed=True)
KNOWN = [Choice(HERE, ""), EAST, WEST]


def field(qtbot: QtBot, memory: Memory | None = None) -> SiteField:
    made = SiteField(memory, "here-site")
    qtbot.addWidget(made)
    return made


def choose(made: SiteField, at: int) -> None:
    made.combo.setCurrentIndex(at)
    made.combo.activated.emit(at)


def test_an_office_without_sites_sees_no_field(qtbot: QtBot) -> None:
    made = field(qtbot)
    assert not made.set_sites([]) and made.isHidden() and made.chosen() == ()
    assert not made.set_sites(KNOWN) and not made.isHidden()
    assert [made.combo.itemText(at) for at in range(4)] == [
        "All", "The office itself", "城东街道工作站", "旧站 (taken out)"]


def test_what_was_chosen_is_chosen_next_time_from_the_first_reading_on(qtbot: QtBot, memory: Memory) -> None:
    made = field(qtbot, memory)
    made.set_sites(KNOWN)
    choose(made, 2)
    again = field(qtbot, memory)
    assert again.chosen() == (EAST.id,)  # before anybody said which sites there are
    assert not again.set_sites(KNOWN) and again.value() == EAST.id
    choose(again, 0)
    assert field(qtbot, memory).chosen() == ()


def test_a_site_that_is_there_no_more_narrows_nothing(qtbot: QtBot, memory: Memory) -> None:
    made = field(qtbot, memory)
    made.set_sites(KNOWN)
    choose(made, 3)
    again = field(qtbot, memory)
    assert again.set_sites(KNOWN[:2]), "what is listed is something else now"
    assert again.chosen() == ()


def test_another_page_chooses_without_being_remembered(qtbot: QtBot, memory: Memory) -> None:
    made = field(qtbot, memory)
    made.set_sites(KNOWN)
    made.put(HERE)
    assert made.chosen() == (HERE,) and field(qtbot, memory).chosen() == ()


def test_where_something_can_belong_is_offered_with_where_it_is(qtbot: QtBot) -> None:
    gone = Site(id=WEST.id, name=WEST.name, removed_at=datetime(2024, 12, 1, tzinfo=UTC))
    there = Site(id=EAST.id, name=EAST.name)
    assert belonging([], None) == [] and belonging([gone], None) == []
    assert belonging([there, gone], None) == [(HERE, "The office itself"), (EAST.id, EAST.name)]
    assert belonging([there, gone], gone.id)[-1] == (gone.id, "旧站 (taken out)")
    assert site_words(EAST) == EAST.name
