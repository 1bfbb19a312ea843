"""Where the sides can meet, on screen only while both sides' words are open."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediation_desk.domain.mediation.full_zone import FullZone
from mediation_desk.domain.mediation.private import PrivateTalk
from mediation_desk.domain.money import Money
from mediation_desk.domain.namesakes import told_apart
from mediation_desk.domain.vocabulary import SealedKind, Side
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.layouts import empty_layout
from mediation_desk.gui.case.mediation.packages import PackagesPart
from mediation_desk.gui.case.mediation.proposal import ProposalPart
from mediation_desk.gui.case.mediation.quiet import Quiet
from mediation_desk.gui.case.mediation.worth import WorthPart
from mediation_desk.gui.case.mediation.zone import ZoneBar, zone_words
from mediation_desk.gui.case.mediation.zone_tables import ZoneTables
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.look.theme import look
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.mediation import meeting_point
from mediation_desk.services.mediation.meeting_point import MeetingPoint as Point
from mediation_desk.services.reading import CaseView


class MeetingPoint(QWidget):
    """The zone, the moves, what offers are worth, the packages, and the mediator's proposal."""

    def __init__(self, bench: CaseBench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.packages: PackagesPart | None = None
        self.proposal: ProposalPart | None = None
        self.zone: ZoneTables | None = None
        self._view: CaseView | None = None
        self._talk: PrivateTalk | None = None
        self._point: Point | None = None
        self._round = 0
        self._zone_of: tuple[object, ...] = ()
        self.worth = WorthPart(bench, self)
        self._above, self._below = QVBoxLayout(), QVBoxLayout()
        for box in (self._above, self._below):
            box.setSpacing(look().px(16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(16))
        column.addLayout(self._above)
        column.addLayout(self._below)
        column.addWidget(self.worth)
        self.quiet = Quiet(self)
        self.quiet.guard(self)

    def show_talk(self, talk: PrivateTalk, view: CaseView) -> None:
        """Read anew where they can meet; what stands here stays until that has arrived."""
        self._talk, self._view = talk, view
        self._round += 1
        asked = self._round
        self.bench.read(meeting_point.look, done=lambda point: self._arrived(asked, point))

    def _arrived(self, asked: int, point: Point) -> None:
        """Show what was asked for last; an earlier answer that comes later says nothing any more."""
        if not shiboken6.isValid(self) or self._view is None or self._talk is None or asked != self._round:
            return
        before, self._point = self._point, point
        seen = self._seen(point)
        if seen != self._zone_of:
            self._zone_of = seen
            empty_layout(self._above)
            self._show_zone(point)
        self.worth.show_point(point)
        if before is None or _laid(before) != _laid(point):  # else what is being chosen there stays
            self._show_packages(point)
        self.quiet.guard(self)

    def _seen(self, point: Point) -> tuple[object, ...]:
        """What the zone and the moves are drawn from."""
        assert self._view is not None
        return (point.zone, point.law, look().colour("surface").name(), tuple(
            (offer.id, offer.round, offer.amount) for offer in self._view.case.offers), self._marks())

    def _show_packages(self, point: Point) -> None:
        assert self._view is not None
        empty_layout(self._below)
        names = dict(told_apart(self._view.case.parties))
        self.packages = PackagesPart(point, names, may=self.bench.can("adopt_proposal"))
        self.proposal = ProposalPart(self.bench, point)
        self.packages.wanted.connect(self.proposal.put)
        self._below.addWidget(self.packages)
        self._below.addWidget(self.proposal)

    def _show_zone(self, point: Point) -> None:
        assert self._view is not None
        amounts = point.zone.amounts if point.zone is not None else None
        said = zone_words(amounts) if point.zone is not None else tr(
            "No zone is shown while an entry does not open: it may be the latest bottom line.")
        self._above.addWidget(label(said, "strong", wrap=True))
        if point.zone is None:
            self.zone = None
            return
        if amounts is not None:
            self._above.addWidget(self._bar(point.zone))
            self._above.addWidget(label(tr("Marks above the axis are the applicants' offers, marks below it "
                                           "the respondents'."), "small", wrap=True))
        self.zone = ZoneTables(point.zone, dict(told_apart(self._view.case.parties)))
        self._above.addWidget(self.zone)
        self._above.addWidget(self._chart(point))

    def _bar(self, zone: FullZone) -> ZoneBar:
        assert zone.amounts is not None
        return ZoneBar(zone.amounts, self._marks())

    def _marks(self) -> tuple[tuple[Side, Money], ...]:
        """Every offer so far, told or not."""
        assert self._view is not None and self._talk is not None
        told = [(offer.side, offer.amount) for offer in self._view.case.offers]
        kept = [(word.side, word.amount) for word in self._talk.words
                if word.kind is SealedKind.OFFER and not word.released]
        return (*told, *kept)

    def _chart(self, point: Point) -> QWidget:
        from mediation_desk.gui.case.mediation.chart import MovesChart

        assert self._view is not None
        made = MovesChart(sealed=True)
        made.show_moves(self._view.case.offers, point.law, point.zone)
        return made


def _laid(point: Point) -> tuple[object, ...]:
    """What the packages and the proposal are drawn from."""
    return (point.packages, point.reasons, point.trades, point.law, point.asked, point.how, point.proposal,
            point.agreed, point.better)
