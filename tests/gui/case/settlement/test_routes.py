"""The routes after signing, on the page of the signed agreement: each with its reason and its source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from mediation_desk.demonstration import streamers
from mediation_desk.domain.settlement.routes import Advice, Route, Settled, routes
from mediation_desk.gui.case.settlement.routes import RoutesPart, when_words
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.library.law import shipped_calendar
from mediation_desk.library.words import CHINESE, Words
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.performance import booking
from tests.gui.case.conftest import Opener
from tests.gui.case.settlement.hands import page_of
from tests.gui.desks import SetClock

SIGNED = date(2024, 11, 25)
STORY = Settled(claims=frozenset({"unpaid_wages", "double_wage"}), pays=True, signed_on=SIGNED,
                due_on=date(2024, 12, 10), grace_days=5, people_mediation=True)


def of(route: Route, settled: Settled = STORY, on: date = SIGNED) -> Advice:
    return next(one for one in routes(settled, shipped_calendar(), on) if one.route is route)


@pytest.mark.parametrize(("route", "day", "words"), [
    (Route.REVIEW, SIGNED, "Both sides together, until 10 December 2024."),
    (Route.REVIEW, date(2024, 12, 11), ""), (Route.SUIT, SIGNED, ""),
    (Route.PAYMENT_ORDER, SIGNED, "The workers alone, from 16 December 2024 if it is not paid by then."),
    (Route.PAYMENT_ORDER, date(2024, 12, 16), "The workers alone, since 16 December 2024."),
    (Route.ARBITRATION, SIGNED, "The workers alone, from 16 December 2024 if it is not paid by then; until "
                                "10 December 2025.")])
def test_when_a_route_is_open_is_said_in_one_sentence(dressed: QApplication, route: Route, day: date,
                                                      words: str) -> None:
    assert when_words(of(route, on=day), day) == words


def test_a_day_that_may_still_move_says_so(dressed: QApplication) -> None:
    far = replace(STORY, signed_on=date(2031, 1, 10))
    assert "holidays of 2031 not announced" in when_words(of(Route.REVIEW, far), SIGNED)


def said(part: RoutesPart) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel))


def test_the_signed_agreement_shows_all_five_with_why_and_on_what_source(desk: Desk,
                                                                         open_case: Opener) -> None:
    for stop in streamers.walk(desk):
        if stop.station.value == "settlement":
            break
    room = open_case(stop.case_id)
    part = page_of(room).signed_part.routes
    assert [one.route for one in part.advice] == list(Route) and part.isVisibleTo(room.window)
    words = said(part)
    for piece in ("Joint arbitration review", "Lawsuit at once", "Arbitration Case Rules, arts. 74 and 75",
                  "It settles more than pay", "To hand in: the application for review, signed by both sides"):
        assert piece in words
    assert words.index("Arbitration on the agreement") < words.index("Lawsuit at once"), "what is open first"
    kit_words.install(QApplication.instance(), Words.of(CHINESE))  # type: ignore[arg-type]
    part.show_case(reading.case(desk, stop.case_id))
    room.settle()
    shown = "".join(of_.text() for of_ in part.findChildren(QLabel) if of_.isVisibleTo(part))
    assert "双方共同，最迟2024年12月10日" in shown and "To hand in" not in shown


def test_once_all_is_paid_there_is_no_way_to_go(desk: Desk, clock: SetClock, open_case: Opener) -> None:
    clock.set(date(2025, 1, 12))
    for stop in streamers.walk(desk):
        if stop.station.value == "performance":
            break
    room = open_case(stop.case_id)
    page = page_of(room)
    assert not booking.standing(desk, stop.case_id).outstanding
    assert page.signed_part.routes.advice == () and page.signed_part.routes_head.isHidden()
