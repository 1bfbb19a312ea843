"""The summary of one case: at which level, looked at, corrected, written or released."""

from __future__ import annotations

from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.frame.station_page import StationPage
from mediation_desk.gui.kit.fields.field import Field
from mediation_desk.gui.kit.words import tr
from mediation_desk.gui.summaries.pane import SummaryPane
from mediation_desk.services.reading import CaseView


class SummaryPage(StationPage):
    """Beside the road. It changes nothing of the case, so that it is the same in one that is over."""

    width_needed = 1500

    def __init__(self, bench: CaseBench) -> None:
        super().__init__(bench, scroll=False)
        self.pane = SummaryPane(bench.desk, bench.tasks, parent=self)
        self.add(self.pane, 1)
        self.stays_open(*self.pane.findChildren(Field))
        self.pane.trouble.connect(self.show_error)
        self.pane.told.connect(lambda text: self.bar.notice(text, meaning="agreed"))
        self.pane.changed.connect(bench.tell)

    def heading(self) -> str:
        """The page is no station's."""
        return tr("Case summary")

    def show_case(self, view: CaseView) -> None:
        """The summary of the case as it is now."""
        self.pane.open([view.case.id])

    def begin(self) -> None:
        """The keyboard begins at the level."""
        self.pane.begin()

    def print_pdf(self) -> None:
        """Ctrl+P."""
        self.pane.show_paper()

    def stop_work(self) -> None:
        """The desk is about to close."""
        self.pane.stop_work()

    def help_text(self) -> str:
        """What this page is for."""
        return self.pane.help_text()
