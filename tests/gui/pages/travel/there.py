"""Another office beside the one of the tests, and somebody at its desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Founding, Surroundings
from mediation_desk.store.store import in_folder
from tests.gui.desks import OFFICE, PASSWORD

THERE = replace(OFFICE, name="河口区人民调解委员会", seal_name="河口区人民调解委员会",
                number_pattern="河口调〔2024〕001号")


@contextmanager
def other_office(folder: Path, around: Surroundings) -> Iterator[Desk]:
    """An office of one mediator, 白玉兰; its store is closed afterwards."""
    made = sign_in.found(in_folder(folder), Founding(THERE, "bai", "白玉兰", PASSWORD, PASSWORD), around)
    try:
        yield made
    finally:
        made.store.close()
