"""What Qt's own dialogs say and Qt's Chinese lacks: no dialog speaks two languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject, QTranslator

from mediation_desk.domain.words import N_
from mediation_desk.library.words import Words

MISSING: Mapping[str, frozenset[str]] = MappingProxyType({
    "QFileDialog": frozenset({N_("&Look in:"), N_("Files of &type:")}),
    "QPrintSettingsOutput": frozenset({N_("Page &Set:")}),
    "QPageSetupWidget": frozenset({N_("Page &order:"), N_("Pages &per sheet:")}),
    "QCupsJobWidget": frozenset({N_("Job &priority:"), N_("&Billing information:"),
                                 N_("Scheduled &printing:"), N_("&Start:"), N_("&End:")}),
    "QStandardPaths": frozenset({N_("Downloads"), N_("Public"), N_("Templates")}),
})
"""By Qt's context, what a person may meet in the dialogs for files and printing, and on their desk."""


class QtWords(QTranslator):
    """Asked after Qt's own catalogue, for what that one lacks; anything else stays as it is."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words

    def isEmpty(self) -> bool:
        """Never: Qt passes over a catalogue that says it is empty."""
        return False

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        """The words of a dialog in the reader's language."""
        return self._words.translate(source) if source in MISSING.get(context, ()) else source
