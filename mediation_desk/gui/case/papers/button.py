"""The papers of a page's station behind one button, each opened in the place of the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from mediation_desk.domain.sorting.answer_types import Label
from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.pane import PaperPane
from mediation_desk.gui.case.papers.sets import SetsPane
from mediation_desk.gui.kit.laid import on_button
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.press import Button
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.services.papers import making
from mediation_desk.services.papers.making import PaperKind
from mediation_desk.services.reading import CaseView

AtHand = Callable[[], tuple[UUID, str] | None]
# The groups of the case's file that stand together: identity and authority, inquiry and evidence,
# performance and visits, and the cover with what closes the file. What is no paper of it comes last.
_TOGETHER: Mapping[int, int] = {4: 3, 6: 5, 10: 9, 13: 12, 0: 12}
_LAST = 99


class PapersButton(Button):
    """What the page's station can print as the case stands; ``open_first`` is what Ctrl+P prints.

    A station that only ever has one paper in one copy opens it at once, without a list. ``at_hand``
    names the worker whom the page is about, whose own copy is then offered too; a page that is about
    nobody offers each worker's. ``opening``: a paper is about to be made, and what is typed must be sent
    off before.
    """

    opening = Signal()

    def __init__(self, bench: CaseBench, page: StationPage, parent: QWidget | None = None, *,
                 at_hand: AtHand | None = None) -> None:
        self._all = making.of_station(page.papers_of or str(page.station), bench.desk.forms)
        super().__init__(self.words(), parent)
        self._bench, self._page, self._at_hand = bench, page, at_hand
        self._kinds: dict[str, PaperKind] = {}
        self._workers: list[tuple[UUID, str]] = []
        self.pane = PaperPane(bench, page)
        self.pane.closed.connect(self._closed)
        self.sets = SetsPane(bench, page)
        self.sets.closed.connect(self._closed)
        self.setProperty("role", "quiet")
        self.setIcon(icon("printer", "accent"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._list)
        if self._has_one:
            self.clicked.connect(self.open_first)
        else:
            self.setMenu(self._menu)

    @property
    def _has_one(self) -> bool:
        return len(self._all) == 1 and self._all[0].sides == (None,)

    def words(self) -> str:
        """What stands on the button."""
        return _said(self._all[0].title) if self._has_one else tr("Papers")

    # -- offering ------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Offer what the case is ready for."""
        known = {kind.template for kind in making.available(view.case, view.exhibits, self._bench.desk.forms)}
        self._kinds = {kind.template: kind for kind in self._all if kind.template in known}
        self._workers = [(worker.id, worker.name) for worker in view.case.applicants]
        self.setVisible(bool(self._kinds))
        if self.pane_open:
            self._page.primary.hide()

    def _list(self) -> None:
        """In the order of the case's file, its groups apart."""
        self._menu.clear()
        before = None
        for kind in sorted(self._kinds.values(), key=lambda one: (_group(one), one.order or ())):
            if before not in (None, _group(kind)):
                self._menu.addSeparator()
            before = _group(kind)
            self._offer(kind)
        self._menu.addSeparator()
        self._menu.addAction(on_button(tr("Print everybody's set …")), self.open_sets)

    def _offer(self, kind: PaperKind) -> None:
        workers = self._workers if self._at_hand is None and "worker" in kind.copies else []
        if kind.sides != (None,) or len(workers) > 1:
            self._offer_copies(kind, workers)
            return
        self._menu.addAction(on_button(_said(kind.title)), partial(self.open, kind.template))
        if "worker" in kind.copies and self._at_hand and (worker := self._at_hand()):
            self._menu.addAction(on_button(tr("{title} of {name}", title=_said(kind.title), name=worker[1])),
                                 partial(self.open, kind.template, worker=worker[0]))

    def _offer_copies(self, kind: PaperKind, workers: Sequence[tuple[UUID, str]]) -> None:
        copies = self._menu.addMenu(on_button(_said(kind.title)))
        for side in kind.sides:
            copies.addAction(tr(side.label) if side else tr("Whole case"),
                             partial(self.open, kind.template, side=side))
        for key, name in workers if len(workers) > 1 else ():
            copies.addAction(on_button(name), partial(self.open, kind.template, worker=key))

    # -- opening -------------------------------------------------------------------------

    def open(self, template: str, *, side: Side | None = None, worker: UUID | None = None,
             session: UUID | None = None, referral: UUID | None = None, own_offers: bool = False) -> None:
        """Show a paper, with everything typed so far in it."""
        self.opening.emit()
        self._bench.commit_all()
        if not self.sets.isHidden():
            self.sets.close_sets()
        self.pane.open(template, side=side, worker=worker, session=session, referral=referral,
                       own_offers=own_offers)

    def open_sets(self) -> None:
        """Choose papers and who gets them, with everything typed so far in them."""
        self.opening.emit()
        self._bench.commit_all()
        if not self.pane.isHidden():
            self.pane.close_paper()
        self.sets.open()

    def open_first(self) -> bool:
        """Show the station's first paper; False when there is none yet."""
        template = next(iter(self._kinds), None)
        if template is not None:
            self.open(template)
        return template is not None

    @property
    def pane_open(self) -> bool:
        """Whether a paper stands in the place of the page."""
        return not (self.pane.isHidden() and self.sets.isHidden())

    def _closed(self) -> None:
        if self._bench.view is not None:
            self._page.show_case(self._bench.view)


def _group(kind: PaperKind) -> int:
    """The group of the file that the paper is listed with."""
    group = kind.order[0] if kind.order else _LAST
    return _TOGETHER.get(group, group)


def _said(title: Label) -> str:
    return title.text(words().code)
