"""Which site of the office is looked at: a field that an office without sites never sees."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mediation_desk.domain.sites import HERE, HERE_LABEL, Site, standing
from mediation_desk.gui.kit.fields.kinds import ChoiceField
from mediation_desk.gui.kit.memory import Memory
from mediation_desk.gui.kit.words import tr
from mediation_desk.services.office.sites import Choice

WIDTH = 13


def site_words(choice: Choice) -> str:
    """What a site is called where one of them is chosen."""
    if choice.id == HERE:
        return tr(HERE_LABEL)
    return tr("{name} (taken out)", name=choice.name) if choice.removed else choice.name


def belonging(sites: Sequence[Site], site_id: UUID | None) -> list[tuple[UUID, str]]:
    """Where something can belong: the office itself, its sites, and the one where it is, which may have been
    taken out; nothing in an office that has none."""
    known = standing(sites)
    gone = [one for one in sites if one.id == site_id and one.removed_at]
    told = [Choice(one.id, one.name, one.removed_at is not None) for one in (*known, *gone)]
    return [(one.id, site_words(one)) for one in (Choice(HERE, ""), *told)] if told else []


class SiteField(ChoiceField):
    """The site whose cases are shown; out of sight while there is none. ``place``: under which name the
    choice is remembered; it counts from the first reading on. ``bare``: without a label above it."""

    def __init__(self, memory: Memory | None = None, place: str = "", *, width: int = WIDTH,
                 bare: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("" if bare else tr("Site"), (), name="site", width=width, parent=parent,
                         empty=tr("All sites") if bare else tr("All"))
        if bare:
            self.combo.setAccessibleName(tr("Site"))
        self._memory, self._place = memory, place
        self._recalled: UUID | None = None
        if memory is not None and (kept := memory.recall(place)):
            with suppress(ValueError):
                self._recalled = UUID(kept)
        self.committed.connect(lambda _value: self.remember())
        self.hide()

    @property
    def has_sites(self) -> bool:
        """Whether there is anything to choose."""
        return self.combo.count() > 1

    def chosen(self) -> tuple[UUID, ...]:
        """The site that is chosen; nothing for all of them."""
        value = self._recalled or self.value()
        return (value,) if isinstance(value, UUID) else ()

    def set_sites(self, known: Sequence[Choice]) -> bool:
        """Which sites there are; whether something else is chosen by that."""
        before = self.chosen()
        self.set_choices([(one.id, site_words(one)) for one in known])
        wanted, self._recalled = next(iter(before), None), None
        self.set_value(wanted if any(one.id == wanted for one in known) else None)
        self.setVisible(self.has_sites)
        return self.chosen() != before

    def put(self, site_id: UUID | None) -> None:
        """Choose a site, None: all, without remembering it."""
        self._recalled = None
        self.set_value(site_id)

    def remember(self) -> None:
        """What is chosen is chosen next time."""
        if self._memory is not None:
            self._memory.keep(self._place, "".join(map(str, self.chosen())))
