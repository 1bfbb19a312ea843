"""The papers of a station behind one button, each opened in the place of the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from mediation_desk.domain.vocabulary import Side
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.case.papers.pane import PaperPane
from mediation_desk.gui.kit.look.icons import icon
from mediation_desk.gui.kit.press import Button
from mediation_desk.gui.kit.words import tr, tr_sentence
from mediation_desk.services.papers import making
from mediation_desk.services.papers.making import PaperKind
from mediation_desk.services.reading import CaseView


class PapersButton(Button):
    """Lists what can be printed as the case stands. ``wanted`` are the station's templates, the one
    that Ctrl+P prints first."""

    def __init__(self, bench: CaseBench, page: StationPage, wanted: Sequence[str],
                 parent: QWidget | None = None) -> None:
        super().__init__(tr("Papers"), parent)
        self._bench, self._page, self._wanted = bench, page, tuple(wanted)
        self._pane: PaperPane | None = None
        self._kinds: dict[str, PaperKind] = {}
        self.setProperty("role", "quiet")
        self.setIcon(icon("printer", "accent"))
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def show_case(self, view: CaseView) -> None:
        """Offer what the case is ready for."""
        known = {kind.template: kind for kind in making.available(view.case)}
        self._kinds = {template: known[template] for template in self._wanted if template in known}
        self._menu.clear()
        for kind in self._kinds.values():
            self._offer(kind)
        self.setVisible(bool(self._kinds))
        if self.pane_open:
            self._page.primary.hide()

    def _offer(self, kind: PaperKind) -> None:
        if not kind.per_side:
            self._menu.addAction(tr_sentence(kind.title), partial(self.open, kind.template))
            return
        sides = self._menu.addMenu(tr_sentence(kind.title))
        for side in Side:
            sides.addAction(tr(side.label), partial(self.open, kind.template, side))

    def open(self, template: str, side: Side | None = None) -> None:
        """Show a paper, with everything typed so far in it."""
        self._bench.commit_all()
        if self._pane is None:
            self._pane = PaperPane(self._bench, self._page)
            self._pane.closed.connect(self._closed)
        self._pane.open(template, **({"side": side} if side else {}))

    def open_first(self) -> bool:
        """Show the station's first paper; False when there is none yet."""
        template = next(iter(self._kinds), None)
        if template is not None:
            self.open(template)
        return template is not None

    @property
    def pane_open(self) -> bool:
        """Whether a paper stands in the place of the page."""
        return self._pane is not None and not self._pane.isHidden()

    def _closed(self) -> None:
        if self._bench.view is not None:
            self._page.show_case(self._bench.view)
