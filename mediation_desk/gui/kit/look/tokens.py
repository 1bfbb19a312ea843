"""The colours, named for what they mean, once for light and once for dark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """Every colour on screen. A ``_soft`` colour is the quiet ground under its meaning's words;
    every ink keeps a contrast of 4.5:1 on every ground it is used on (tested)."""

    ink: str  # words
    muted: str  # words of second rank
    line: str  # hairlines between things
    edge: str  # the border of something that can be filled in
    surface: str  # the page
    raised: str  # fields, tables, cards
    rail: str  # the frame's rail and status line
    hover: str  # under the pointer
    accent: str  # deep teal: what can be done
    accent_strong: str  # the same, pressed or pointed at
    on_accent: str  # words on accent
    accent_soft: str  # selected
    agreed: str
    agreed_soft: str
    disputed: str
    disputed_soft: str
    missing: str
    missing_soft: str
    overdue: str
    overdue_soft: str
    applicants: str
    applicants_soft: str
    respondents: str
    respondents_soft: str

    def ink_of(self, meaning: str) -> str:
        """The word colour of a meaning (``agreed``, ``overdue``, ``applicants``, ``muted`` …)."""
        return str(getattr(self, meaning))

    def soft_of(self, meaning: str) -> str:
        """The quiet ground of a meaning; one without a ground of its own lies on ``hover``."""
        return str(getattr(self, f"{meaning}_soft", self.hover))


LIGHT = Tokens(
    ink="#1B2528", muted="#566369", line="#DCE2E4", edge="#7E8C92", surface="#F5F7F7", raised="#FFFFFF",
    rail="#E9EEEF", hover="#EBF0F1", accent="#0A5C61", accent_strong="#07474B", on_accent="#FFFFFF",
    accent_soft="#D8EBEB", agreed="#1A6A3B", agreed_soft="#E1F1E6", disputed="#934400",
    disputed_soft="#FCEBD6", missing="#62597B", missing_soft="#ECE9F3", overdue="#B0241C",
    overdue_soft="#FBE5E3", applicants="#1D5CA6", applicants_soft="#E2ECF8", respondents="#72570B",
    respondents_soft="#F5EDD3",
)

DARK = Tokens(
    ink="#E5EAEB", muted="#A6B2B6", line="#353F44", edge="#74838A", surface="#161C1F", raised="#1F272B",
    rail="#12181A", hover="#2A3439", accent="#58C2C1", accent_strong="#7AD5D3", on_accent="#06282A",
    accent_soft="#1B4648", agreed="#76CF97", agreed_soft="#1C3A28", disputed="#F3B060",
    disputed_soft="#44300F", missing="#BDB3DC", missing_soft="#353047", overdue="#FF998E",
    overdue_soft="#4C211E", applicants="#8ABBF3", applicants_soft="#1B3350", respondents="#DCBB69",
    respondents_soft="#3B3213",
)
