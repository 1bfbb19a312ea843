"""PDFs that were handed in, as plain pages: all that the process apart asks of the services."""

from __future__ import annotations

from mediation_desk.documents.binding.plain import BROKEN as BROKEN
from mediation_desk.documents.binding.plain import LOCKED as LOCKED
from mediation_desk.documents.binding.plain import TOO_LONG as TOO_LONG
from mediation_desk.documents.binding.plain import plain as plain
