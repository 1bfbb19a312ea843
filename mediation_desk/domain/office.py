"""What the office is: its name, seal, region, case numbers and habits."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from mediation_desk.domain.agenda import VISIT_AFTER_PAYMENT, VISIT_AFTER_SIGNING
from mediation_desk.domain.intake.numbering import NumberPattern
from mediation_desk.domain.text.plain import plain
from mediation_desk.domain.words import N_, DeskError

MOST_VISIT_DAYS = 180  # after the signing or the last payment
MOST_DAYS_AHEAD = 30  # that an instalment is reminded of before its day


@dataclass(frozen=True)
class OfficeSettings:
    """Kept in the store. ``region`` is a six-digit place key such as 630100; days are calendar days."""

    name: str
    seal_name: str
    region: str = ""
    number_pattern: str = "宁中劳调〔2026〕0001号"
    language: str = ""  # empty: the system's
    arbitration_commission: str = ""
    court: str = ""
    address: str = ""
    phone: str = ""
    people_mediation: bool = True  # may its agreements be judicially confirmed as people's mediation
    retention_years: int = 5
    money_tolerance_fen: int = 0
    date_tolerance_days: int = 0
    publish_smallest_count: int = 5  # a published count below it is not shown
    publish_dominance_percent: int = 80  # nor an amount of which one case makes up more
    publish_fewest_values: int = 5  # nor a median of fewer
    visit_days_signed: int = 7  # after the signing the office asks how it goes
    visit_days_paid: int = 7  # the same after the last payment
    reminder_days: int = 3  # before the day of an instalment, and on it once more
    own_clauses: str = ""  # the office's own clauses for agreements, as a file of forms/clauses/
    renewal_grace: bool = False  # a month to renew a contract that ran out, before double wages count

    def checked(self) -> OfficeSettings:
        """These settings, refused beside the field that cannot be."""
        if not self.name.strip():
            raise DeskError(N_("Enter the office's name."), field="name")
        if not self.seal_name.strip():
            raise DeskError(N_("Enter the name on the office's seal."), field="seal_name")
        region = plain(self.region)
        if region and not (len(region) == 6 and region.isascii() and region.isdigit()):
            raise DeskError(N_("A region is a six-digit code such as 630100."), field="region")
        NumberPattern.typed(self.number_pattern)
        self._check_numbers()
        return replace(self, region=region)

    def _check_numbers(self) -> None:
        for name, least, most in (("publish_smallest_count", 3, 100), ("publish_fewest_values", 3, 100),
                                  ("publish_dominance_percent", 50, 99),
                                  ("visit_days_signed", 0, MOST_VISIT_DAYS),
                                  ("visit_days_paid", 0, MOST_VISIT_DAYS),
                                  ("reminder_days", 0, MOST_DAYS_AHEAD)):
            if not least <= getattr(self, name) <= most:
                raise DeskError(N_("A number from {least} to {most}."), field=name, least=least, most=most)

    @property
    def visit_days(self) -> dict[str, int]:
        """How many days after what they come after return visits are planned, by their kind in the agenda."""
        return {VISIT_AFTER_SIGNING: self.visit_days_signed, VISIT_AFTER_PAYMENT: self.visit_days_paid}

    @property
    def numbers(self) -> NumberPattern:
        """How case numbers are formed."""
        return NumberPattern.typed(self.number_pattern)

    def stored(self) -> dict[str, Any]:
        """As the store keeps them."""
        return {f"office.{name}": value for name, value in asdict(self).items()}

    @classmethod
    def read(cls, stored: dict[str, Any]) -> OfficeSettings:
        """From what the store keeps; settings it does not know yet take their defaults."""
        known = {f.name for f in fields(cls)}
        return cls(**{name: value for key, value in stored.items()
                      if key.startswith("office.") and (name := key.removeprefix("office.")) in known})
