"""What Ctrl+K finds of the case in front: its pages, and its papers as far as it is ready for them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from mediation_desk.domain.vocabulary import Side, Station
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.kit.words import tr, words
from mediation_desk.gui.search import Command
from mediation_desk.library.forms import NO_OVERRIDES
from mediation_desk.services.papers import making
from mediation_desk.services.papers.making import PaperKind
from mediation_desk.services.reading import CaseView

OpenPaper = Callable[[str, Side | None], object]
PANE = ("mediation_desk.gui.case.papers.pane", "PaperPane")  # imported when a paper is first opened


def pages(titles: Mapping[str, str], show: Callable[[str], object]) -> Iterator[Command]:
    """The pages of the case by their keys, stations with the keys that lead there."""
    keys = {str(station): f"Alt+{station.place + 1}" for station in Station}
    for key, title in titles.items():
        yield Command(title, "folder-open", partial(show, key), keys.get(key, tr("This case")))


def papers(view: CaseView, show: OpenPaper, forms: Mapping[str, str] = NO_OVERRIDES) -> Iterator[Command]:
    """The papers that can be printed as the case stands; one that is of a side, for each side. ``forms``: the
    office's own."""
    for kind in making.available(view.case, view.exhibits, forms):
        for side in kind.sides:
            yield Command(_title(kind, side), "printer", partial(show, kind.template, side),
                          tr("Paper of this case"))


def _title(kind: PaperKind, side: Side | None) -> str:
    title = kind.title.text(words().code)
    return tr("{title}, {side}", title=title, side=tr(side.label)) if side else title


class PapersOverPages:
    """Shows papers that were looked for, each in the place of the page that was in front: in the page's
    own pane, or in one that is made for it."""

    def __init__(self, bench: CaseBench) -> None:
        self._bench = bench
        self._panes: dict[StationPage, Any] = {}

    def open(self, page: StationPage, template: str, side: Side | None = None) -> None:
        """Make the paper and show it over the page, which must have a place for one."""
        pane = self._panes.get(page) or self._made(page)
        pane.open(template, side=side)

    def cover(self, page: StationPage) -> None:
        """The page was filled anew: beneath a paper its own action stays away."""
        if page in self._panes and not self._panes[page].isHidden():
            page.primary.hide()

    def _made(self, page: StationPage) -> Any:
        kind = getattr(importlib.import_module(PANE[0]), PANE[1])
        made = page.findChild(kind)
        if made is None:
            made = kind(self._bench, page)
            made.closed.connect(lambda: self._refill(page))
        self._panes[page] = made
        return made

    def _refill(self, page: StationPage) -> None:
        if self._bench.view is not None:
            page.show_case(self._bench.view)
