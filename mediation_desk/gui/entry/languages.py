"""The languages one may choose at the door, each called by its own name."""

from __future__ import annotations

from mediation_desk.library.words import CHINESE, ENGLISH

OWN_NAMES = ((CHINESE, "中文"), (ENGLISH, "English"))
