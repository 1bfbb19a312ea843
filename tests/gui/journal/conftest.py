"""The streamers' case, open in its window, for the rooms that word the journal."""

from tests.gui.case.conftest import open_case, room

__all__ = ["open_case", "room"]
