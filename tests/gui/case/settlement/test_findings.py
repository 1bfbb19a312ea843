"""The list of findings: what stops is marked, the rest is ticked, and each leads to where it is mended."""

import pytest
from PySide6.QtWidgets import QPushButton

from mediation_desk.domain.agreeing.checks import Finding, Severity
from mediation_desk.domain.vocabulary import Station
from mediation_desk.domain.words import Sentence
from mediation_desk.gui.case.settlement.findings import FindingsList

pytestmark = pytest.mark.usefixtures("dressed")

WRONG = Finding("sums:0", Severity.ERROR, Sentence("Wrong sum."), Station.SETTLEMENT, "shares")
ACCOUNT = Finding("accounts:1", Severity.WARNING, Sentence("No account."), Station.INTAKE, "")
NUMBER = Finding("identity:1", Severity.WARNING, Sentence("No number."), Station.INTAKE, "")


def test_what_stops_has_no_box_and_is_counted_first() -> None:
    shown = FindingsList()
    shown.show_findings([WRONG, ACCOUNT])
    assert list(shown.boxes) == ["accounts:1"] and "1 thing must be mended" in shown.head.text()


def test_what_was_ticked_stays_ticked_when_it_is_found_again() -> None:
    shown = FindingsList()
    shown.show_findings([ACCOUNT, NUMBER])
    shown.boxes["accounts:1"].click()
    shown.show_findings([ACCOUNT, NUMBER])
    assert shown.looked_at == {"accounts:1"} and [box.text() for box in shown.left] == ["Looked at"]
    shown.show_findings([NUMBER])
    assert shown.looked_at == frozenset()


def test_another_signing_begins_with_nothing_looked_at() -> None:
    shown = FindingsList()
    shown.show_findings([ACCOUNT])
    shown.boxes["accounts:1"].click()
    shown.forget()
    shown.show_findings([ACCOUNT])
    assert len(shown.left) == 1


def test_the_button_beside_a_finding_leads_there() -> None:
    led: list[Finding] = []
    shown = FindingsList()
    shown.jump.connect(led.append)
    shown.show_findings([WRONG, ACCOUNT])
    buttons = shown.findChildren(QPushButton)
    buttons[-1].click()
    assert led == [ACCOUNT] and buttons[-1].accessibleName() == "Go there: No account."
