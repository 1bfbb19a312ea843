"""Sub-page of sorting: what each claim comes to on each version, and how that was reached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from mediation_desk.domain.calculators.working import Award
from mediation_desk.domain.money import ZERO, Money
from mediation_desk.domain.people import Claim
from mediation_desk.domain.sorting.sorting import ClaimWorth
from mediation_desk.domain.sorting.valuation import Worth
from mediation_desk.gui.case.sorting.sight import INKS, VERSIONS, Sight, labels, of_version
from mediation_desk.gui.kit.fields.kinds import SegmentField
from mediation_desk.gui.kit.later import Later
from mediation_desk.gui.kit.look.text import label, selectable
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.tables.table import Column, Kind, RowsModel, Table
from mediation_desk.gui.kit.words import tr, tr_sentence, words
from mediation_desk.services.sorting.sorting import claim_names


@dataclass(frozen=True)
class _Row:
    claim: Claim
    worth: ClaimWorth
    worker: str
    name: str

    @property
    def asked(self) -> Money | None:
        """What the worker asks for, in figures."""
        return self.claim.asked


@dataclass(frozen=True)
class WorkingLine:
    """A line of a working: words, formula and result, the article; ``meaning`` its colour token."""

    words: str
    formula: str = ""
    law: str = ""
    meaning: str = ""


def _amount(version: str, row: _Row) -> Money | None:
    return of_version(row.worth, version).amount


def _words(version: str, row: _Row) -> str | None:
    """What stands instead of an amount: that the side has not spoken, or a range of the respondents'."""
    if of_version(row.worth, version).unsaid:
        return tr("Not stated yet")
    amounts = [one.amount for one in row.worth.each.values() if one.amount is not None]
    if version != "respondent" or len(set(amounts)) < 2:
        return None
    return f"{min(amounts)} – {max(amounts)}"


class Amounts(Later):
    """A line for each worker's claim; beside it steps, articles and warnings on one version."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sight: Sight | None = None

    def make(self) -> QWidget:
        """The claims above, how the chosen one was worked out beneath."""
        self.rows = RowsModel([
            Column("worker", tr("Worker"), lambda row: row.worker, width=12),
            Column("claim", tr("Claim"), lambda row: row.name, width=24, stretch=True),
            *(Column(name, tr(title), partial(_amount, name), Kind.MONEY, 18, words=partial(_words, name))
              for name, title in VERSIONS.items()),
            Column("asked", tr("Claimed"), lambda row: row.asked, Kind.MONEY, 14)])
        self.table = Table(self.rows, name=tr("Claims and what they come to"))
        versions: list[tuple[object, str]] = [(name, tr(title)) for name, title in VERSIONS.items()]
        self.version = SegmentField("", versions, name="version", required=True)
        self.version.set_value("applicant")
        self.version.setProperty("staysOpen", True)  # it only chooses what is shown
        self.heading, self.total = label("", "strong"), label("", "figure")
        self.working = QVBoxLayout()
        self.table.chosen.connect(lambda _row: self._show_working())
        self.version.committed.connect(lambda _name: self._show_working())
        return self._laid()

    def _laid(self) -> QWidget:
        made, inner = QWidget(), QWidget()
        inner.setObjectName("scrolled")
        inner.setLayout(self.working)
        self.working.setContentsMargins(0, 0, look().px(8), 0)
        self.working.setSpacing(look().px(8))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setAccessibleName(tr("How it was computed"))
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, look().px(8), 0, 0)
        column.setSpacing(look().px(8))
        column.addLayout(self._head())
        column.addWidget(area, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, made)
        splitter.addWidget(self.table)
        splitter.addWidget(below)
        splitter.setSizes([look().px(200), look().px(220)])
        whole = QVBoxLayout(made)
        whole.setContentsMargins(0, look().px(8), 0, 0)
        whole.addWidget(splitter)
        return made

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look().px(16))
        row.addWidget(self.version)
        row.addWidget(self.heading, 1)
        row.addWidget(self.total)
        return row

    # -- showing -------------------------------------------------------------------------

    def show_sight(self, sight: Sight) -> None:
        """Show a sorting; while hidden it waits until it is looked at."""
        self._sight = sight
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """It is looked at."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        if self._sight is None:
            return
        self.rows.set_rows(list(_rows(self._sight)))
        if self.table.current_row() is None and self.rows.rowCount():
            self.table.choose_row(0)
        self._show_working()

    def _show_working(self) -> None:
        row = self.table.current_row()
        while (item := self.working.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if row is None or self._sight is None:
            return
        name = str(self.version.value())
        worth = of_version(row.worth, name)
        self.heading.setText(f"{row.worker}  ·  {row.name}")
        amount = "—" if worth.amount is None else str(words().shown(worth.amount))
        self.total.setText(_words(name, row) or amount)
        self.total.setProperty("meaning", INKS.get(name, ""))
        self.total.style().polish(self.total)
        for line in _lines(row.worth, name, self._sight):
            self.working.addWidget(_line(line))
        self.working.addStretch(1)


def _rows(sight: Sight) -> Iterator[_Row]:
    names = claim_names()
    claims = {(claim.worker_id, claim.claim): claim for claim in sight.case.claims}
    for worker, row in sight.outcome.worths.items():
        for name in (name for name in names if name in row):
            yield _Row(claims[worker, name], row[name], sight.name(worker), tr_sentence(names[name]))


def _lines(worth: ClaimWorth, version: str, sight: Sight) -> Iterator[WorkingLine]:
    """How it was computed on a version; respondent by respondent where they differ."""
    if version != "respondent" or not worth.each:
        yield from lines_of(of_version(worth, version), sight)
        return
    for party in sight.respondents:
        one = worth.of(party.id)
        amount = tr("Not stated yet") if one.unsaid else "—" if one.amount is None else str(one.amount)
        yield WorkingLine(tr("{who}: {said}", who=party.name, said=amount), meaning="respondents")
        yield from lines_of(one, sight)


def lines_of(worth: Worth, sight: Sight) -> Iterator[WorkingLine]:
    """How a claim was computed; or why it falls away; or what it waits for."""
    if worth.unsaid:
        yield WorkingLine(tr("This side has not stated anything on the claim yet."), meaning="missing")
    elif worth.award:
        yield from _award_lines(worth.award, sight)
    elif worth.bar:
        yield WorkingLine(worth.bar.reason.text(sight.language), law=worth.bar.law)
    elif worth.denied:
        yield WorkingLine(tr("Denied: {elements}", elements=labels(sight, worth.denied)))
        yield WorkingLine(tr("The claim rests on what is denied, so on this version nothing is due."),
                   formula=str(words().shown(ZERO)))
    else:
        yield WorkingLine(tr_sentence(worth.trouble) if worth.trouble else tr(
            "This claim waits until these elements are found."), meaning="missing")
        if worth.waits_for:
            yield WorkingLine(tr("Still open: {elements}", elements=labels(sight, worth.waits_for)))


def _award_lines(award: Award, sight: Sight) -> Iterator[WorkingLine]:
    for step in award.steps:
        result = tr("{amount} yuan", amount=step.value) if step.in_yuan else step.value
        yield WorkingLine(tr_sentence(step.label), f"{step.expression}  =  {result}",
                   sight.book.written(step.law, sight.language))
    for part in award.parts:
        yield WorkingLine(tr_sentence(part.label), tr("{amount} yuan", amount=part.amount.plain()))
    for warning in award.warnings:
        yield WorkingLine(tr_sentence(warning), meaning="disputed")


def _line(line: WorkingLine) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    told = f"⚠ {line.words}" if line.meaning == "disputed" else line.words
    for text, role in ((told, ""), (line.formula, "strong"), (line.law, "small")):
        if text:
            part: QLabel = selectable(label(text, role, wrap=True))
            part.setProperty("meaning", line.meaning)
            column.addWidget(part)
    return made
