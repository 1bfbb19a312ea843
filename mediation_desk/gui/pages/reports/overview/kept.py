"""How one looked at figures last: period and filters, written down and read again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mediation_desk.domain.reports.named_periods import NamedPeriod
from mediation_desk.domain.reports.period import Period
from mediation_desk.domain.words import DeskError

KEPT = "reports/overview"  # among the drafts, sealed: what one looks at may name a company


@dataclass(frozen=True)
class Kept:
    """``days``: of a period without a name; ``narrow``: of each filter, what was chosen."""

    span: NamedPeriod = NamedPeriod.THIS_MONTH
    days: Period | None = None
    narrow: Mapping[str, str] = field(default_factory=dict)


def written(span: object, period: Period, narrow: Mapping[str, str]) -> str:
    """The choice as text."""
    return json.dumps({"span": str(span), "narrow": dict(narrow),
                       "days": [period.since.isoformat(), period.until.isoformat()]})


def read(text: str) -> Kept:
    """The choice again; what cannot be understood is this month, of all cases."""
    try:
        told: Any = json.loads(text)
        span = next(one for one in NamedPeriod if one == told["span"])
        days = Period(*map(date.fromisoformat, told["days"])) if span is NamedPeriod.DATES else None
        return Kept(span, days, {str(name): str(value) for name, value in told["narrow"].items()})
    except (ValueError, KeyError, TypeError, AttributeError, StopIteration, DeskError):
        return Kept()
