"""The fields of an export: what is chosen, and where it goes."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediation_desk.domain.reports.publishing.amounts import Rounding
from mediation_desk.domain.reports.publishing.levels import Level
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.summaries.choices import FilePlace, SummaryChoices
from mediation_desk.services.reports.sending import Form, Target
from mediation_desk.services.reports.summaries import Wanted


def test_only_what_is_published_is_rounded(qtbot: QtBot, dressed: QApplication) -> None:
    choices = SummaryChoices()
    for field in (choices.level, choices.rounding):
        qtbot.addWidget(field)
    choices.rounding.set_value(Rounding.THOUSAND)
    assert choices.wanted() == Wanted(Level.FULL, Rounding.KEPT)
    choices.level.set_value(Level.PUBLISHED)
    assert choices.wanted() == Wanted(Level.PUBLISHED, Rounding.THOUSAND)


def test_the_name_follows_the_kind_of_file_until_somebody_gives_another(
        qtbot: QtBot, dressed: QApplication, memory: Memory, tmp_path: Path) -> None:
    place = FilePlace(memory)
    for field in (place.form, place.each, place.path, place.choose):
        qtbot.addWidget(field)
    place.propose("Case summary", several=False)
    assert place.target() == Target(str(Path.home() / "Case summary.docx"))
    place.form.set_value(Form.PDF)
    place.form.committed.emit(Form.PDF)
    assert place.target() == Target(str(Path.home() / "Case summary.pdf"), Form.PDF)
    place.path.set_value(str(tmp_path / "mine.pdf"))
    place.propose("Summaries", several=True)
    assert place.path.typed() == str(tmp_path / "mine.pdf")
    place.keep()
    assert place.folder() == str(tmp_path)
