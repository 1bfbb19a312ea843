"""Home without a stick: a laptop back on the network, with its travel desk and the office's store open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from mediation_desk.services.desk import Desk
from mediation_desk.services.travel import returning
from mediation_desk.store.pace import AT_EASE, Pace
from mediation_desk.store.travel.bag import ENDING


@contextmanager
def packed(travel_desk: Desk, pace: Pace = AT_EASE) -> Iterator[Path]:
    """What was done on the laptop as a bag that exists only meanwhile, in this person's own folder: it is
    looked at, decided and brought home like any other. Encrypted like one, too."""
    with TemporaryDirectory(prefix="mediation-desk-home-") as folder:
        target = Path(folder) / f"home{ENDING}"
        returning.pack(travel_desk, target, pace)
        yield target
