"""The four steps of setting up an office, each a small form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.intake.numbering import NumberPattern
from mediation_desk.domain.office import OfficeSettings
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import N_, DeskError
from mediation_desk.gui.entry.languages import OWN_NAMES
from mediation_desk.gui.entry.password_field import PasswordField, strength
from mediation_desk.gui.kit.fields.kinds import Form, SegmentField, TextField
from mediation_desk.gui.kit.look.chips import Chip
from mediation_desk.gui.kit.look.text import label
from mediation_desk.gui.kit.words import tr, words

PATTERN = "宁中劳调〔{year}〕0001号"


class OfficeStep(Form):
    """What the office is called, and where it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = self.add(SegmentField(tr("Language"), OWN_NAMES, name="language", required=True),
                                 wide=True)
        self.language.set_value(words().code)
        self.name = self.add(TextField(tr("Name of the office"), name="name", required=True, limit=100,
                                       placeholder="宁中区劳动争议调解中心"), wide=True)
        self.seal = self.add(TextField(tr("Name on the seal"), name="seal_name", required=True, limit=100,
                                       help=tr("As it stands on the office's seal; agreements end with it.")),
                             wide=True)
        self.region = self.add(TextField(
            tr("Region"), name="region", width=10, limit=6, shape=plain, placeholder="630100",
            help=tr("The six digits of the administrative division. Statutory figures follow it; it may "
                    "stay empty for now.")), wide=True)
        self._seal_follows = True
        self.name.edited.connect(self._follow)
        self.seal.edited.connect(self._parted)

    def _follow(self, text: str) -> None:
        """Most seals carry the office's own name, until somebody writes another."""
        if self._seal_follows and not self.seal.value():
            self.seal.set_typed(text)

    def _parted(self, text: str) -> None:
        self._seal_follows = not text

    def check(self) -> None:
        """Refuse what no office can be called."""
        OfficeSettings(self.name.value(), self.seal.value(), self.region.value()).checked()


class NumberStep(Form):
    """How cases are numbered, with the next numbers as they will be."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = today.year
        self.pattern = self.add(TextField(
            tr("Pattern"), name="number_pattern", required=True, limit=40, width=40,
            help=tr("Write one number as an example: the year, and after it the serial number, which begins "
                    "anew each year."), check=NumberPattern.typed), wide=True)
        self.pattern.set_value(PATTERN.format(year=today.year))
        self.add_widget(label(tr("The next numbers"), "label"))
        self.example = self.add_widget(label("", "heading"))
        self.pattern.edited.connect(self._show)
        self._show(self.pattern.typed())

    def _show(self, text: str) -> None:
        try:
            pattern = NumberPattern.typed(text)
        except DeskError:
            self.example.setText("—")
        else:
            self.example.setText("　".join(pattern.number(self._year, serial) for serial in (1, 2)))

    def set_typed(self, draft: Mapping[str, str]) -> None:
        """Bring back what was typed, and its example."""
        super().set_typed(draft)
        self._show(self.pattern.typed())

    def check(self) -> None:
        """Refuse a pattern without year and serial number."""
        NumberPattern.typed(self.pattern.value())


class AccountStep(Form):
    """The first account: whoever sets up the office mediates and administers it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = self.add(TextField(tr("Your name"), name="person", required=True, width=24, limit=50,
                                         help=tr("As it stands on papers.")), wide=True)
        self.login = self.add(TextField(tr("Sign-in name"), name="login", required=True, width=36, limit=64),
                              wide=True)
        self.password = self.add(PasswordField(tr("Password"), name="password"), wide=True)
        self.hint = self.add_widget(Chip(strength("")))
        self.again = self.add(PasswordField(tr("The same password again"), name="password_again"), wide=True)
        self.hint.hide()
        self.password.edited.connect(self._judge)

    def _judge(self, text: str) -> None:
        self.hint.setVisible(bool(text))
        self.hint.set_state(strength(text))

    def check(self) -> None:
        """The service refuses what cannot be; here only what differs is seen at once."""
        if self.password.typed() != self.again.typed():
            raise DeskError(N_("The two passwords differ."), field="password_again")
