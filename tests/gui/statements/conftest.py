"""The streamers' agreement as it was signed, in its window."""

from tests.gui.case.conftest import open_case, walks
from tests.gui.case.performance.conftest import desk, room, signed

__all__ = ["desk", "open_case", "room", "signed", "walks"]
