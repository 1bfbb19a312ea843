"""The three hats as ticks, with what each may do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.words import N_
from mediation_desk.gui.kit.fields.kinds import CheckField, Form
from mediation_desk.gui.kit.words import tr, words

NAMES: Mapping[Role, str] = MappingProxyType({
    Role.MEDIATOR: N_("Mediator"), Role.SUPERVISOR: N_("Supervisor"),
    Role.ADMINISTRATOR: N_("Administrator")})
MEANINGS: Mapping[Role, str] = MappingProxyType({
    Role.MEDIATOR: N_("Works on own and shared cases."),
    Role.SUPERVISOR: N_("Sees how all cases stand; nothing that was said alone."),
    Role.ADMINISTRATOR: N_("Keeps accounts and settings; sees no case.")})


def roles_words(roles: Iterable[Role]) -> str:
    """The hats in the reader's words, in their usual order."""
    held = frozenset(roles)
    return str(words().shown([tr(name) for role, name in NAMES.items() if role in held]))


class RoleTicks:
    """One tick for each role inside a form; ``roles`` stands for the first of them in errors."""

    def __init__(self, form: Form) -> None:
        self.ticks = {role: form.add(CheckField(tr(name), name=f"role_{role}", help=tr(MEANINGS[role])),
                                     wide=True) for role, name in NAMES.items()}

    def roles(self) -> frozenset[Role]:
        """The ticked ones."""
        return frozenset(role for role, tick in self.ticks.items() if tick.value())

    def show(self, roles: Iterable[Role]) -> None:
        """Tick these."""
        held = frozenset(roles)
        for role, tick in self.ticks.items():
            tick.set_value(role in held)

    def set_read_only(self, read_only: bool) -> None:
        """Only show them: one's own roles are another's to change."""
        for tick in self.ticks.values():
            tick.set_read_only(read_only)

    def show_error(self, text: str) -> None:
        """What is wrong with the choice, beneath the last tick."""
        self.ticks[Role.ADMINISTRATOR].set_error(text)
