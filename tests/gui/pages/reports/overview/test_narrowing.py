"""What narrows the figures, as a person chooses it and as it is written down."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.domain.reports.period import Narrow
from mediation_desk.domain.sites import HERE
from mediation_desk.domain.vocabulary import KindOfWork, Source, Station
from mediation_desk.gui.pages.reports.overview.narrowing import Narrowing
from mediation_desk.services.office.sites import Choice
from mediation_desk.services.reports.choices import Choices
from tests.gui.desks import show

CHEN, WANG = UUID(int=1), UUID(int=2)
EAST = UUID(int=3)
KNOWN = Choices(((CHEN, "陈守信"), (WANG, "王调解")), ("云上平台",), ("劳务报酬",), ("unpaid_wages",),
                (Choice(HERE, ""), Choice(EAST, "城东街道工作站")))


@pytest.fixture
def narrowing(qtbot: QtBot, dressed: QApplication) -> Narrowing:
    made = Narrowing()
    made.resize(1000, 160)
    made.show_choices(KNOWN)
    show(qtbot, made)
    return made


def choose_all(narrowing: Narrowing) -> Narrow:
    for field, value in zip(narrowing.fields, (WANG, EAST, Source.UNION, KindOfWork.COURIER,
                                               Station.MEDIATION, "劳务报酬", "unpaid_wages", "云上平台"),
                            strict=True):
        field.set_value(value)
    return Narrow((WANG,), (Source.UNION,), (KindOfWork.COURIER,), ("云上平台",), ("劳务报酬",),
                  ("unpaid_wages",), (Station.MEDIATION,), (EAST,))


def test_nothing_chosen_counts_every_case(narrowing: Narrowing) -> None:
    assert narrowing.narrow().is_wide and narrowing.in_words() == "" and narrowing.kept() == {}


def test_each_field_narrows_and_says_so(narrowing: Narrowing) -> None:
    assert choose_all(narrowing) == narrowing.narrow()
    assert narrowing.in_words() == (
        "Mediator: 王调解 · Site: 城东街道工作站 · Source: Trade union · Kind of work: Courier · "
        "Station: Mediation · Cause: 劳务报酬 · Matter: Unpaid wages · Platform: 云上平台")


def test_what_was_written_down_comes_back(qtbot: QtBot, narrowing: Narrowing) -> None:
    wanted = choose_all(narrowing)
    kept = narrowing.kept()
    with qtbot.waitSignal(narrowing.changed):
        narrowing.clear()
    assert narrowing.narrow().is_wide
    narrowing.bring(kept)
    assert narrowing.narrow() == wanted


def test_what_there_is_no_more_is_no_longer_chosen(narrowing: Narrowing) -> None:
    choose_all(narrowing)
    narrowing.show_choices(Choices(((CHEN, "陈守信"), (WANG, "王调解")), (), (), ()))
    assert narrowing.narrow() == Narrow((WANG,), (Source.UNION,), (KindOfWork.COURIER,),
                                        stations=(Station.MEDIATION,))
    narrowing.bring({"sources": "by_pigeon", "mediators": "nobody", "platforms": "云上平台"})
    assert narrowing.narrow().is_wide
    assert not narrowing.sites.isVisible()  # an office without sites is asked for none


def test_with_a_single_mediator_there_is_nothing_to_choose(narrowing: Narrowing) -> None:
    narrowing.show_choices(Choices(((CHEN, "陈守信"),), (), (), ()))
    assert not narrowing.mediators.isVisible() and narrowing.sources.isVisible()


def test_the_fields_stand_in_more_rows_where_one_is_too_narrow(qtbot: QtBot, dressed: QApplication) -> None:
    page = QWidget()
    narrowing = Narrowing(page)
    narrowing.show_choices(KNOWN)
    narrowing.setGeometry(0, 0, 1200, 300)
    show(qtbot, page)
    wide = len({field.y() for field in narrowing.fields})
    narrowing.setGeometry(0, 0, 420, 600)
    QApplication.processEvents()
    assert len({field.y() for field in narrowing.fields}) > wide
