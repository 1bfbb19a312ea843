"""Exports begun from a window: each tells how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mediation_desk.services.desk import Desk
from mediation_desk.services.reports.exporting import Written
from mediation_desk.store.pace import Cancelled, Pace, Progress


def export(desk: Desk, verb: Callable[..., Written], *args: Any, progress: Progress, cancelled: Cancelled
           ) -> Written:
    """``verb(desk, *args)`` of ``exporting``. Stopped when it was asked to stop; nothing lies there then."""
    return verb(desk, *args, pace=Pace(progress, cancelled))
