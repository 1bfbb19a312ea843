"""The desk: rights are read inside each unit of work, and asked for nowhere else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_desk.domain.accounts import Role
from mediation_desk.domain.rights import NotAllowed, Verb
from mediation_desk.services.desk import ShutOut
from mediation_desk.services.office import accounts
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague

SERVICES = Path(__file__).parents[2] / "mediation_desk" / "services"


def test_a_name_and_roles_that_an_administrator_changed_are_known_at_the_next_step(office: Office) -> None:
    wang = colleague(office, "wang", Role.MEDIATOR)
    theirs = office.desk("wang", LENT)
    accounts.change(office.first, wang, "王秀英", frozenset({Role.SUPERVISOR}))
    assert theirs.may(Verb.REGISTER_CASE)  # nothing was read yet
    with theirs.reading():
        pass
    assert theirs.who.name == "王秀英" and not theirs.may(Verb.REGISTER_CASE)
    with pytest.raises(NotAllowed), theirs.work("register_case", Verb.REGISTER_CASE):
        raise AssertionError("refused before anything is done")


def test_one_who_was_disabled_is_told_so_and_may_nothing(office: Office) -> None:
    wang = colleague(office, "wang", Role.MEDIATOR)
    theirs = office.desk("wang", LENT)
    accounts.disable(office.first, wang)
    for unit in (theirs.work, theirs.reading):
        with pytest.raises(ShutOut), unit():
            raise AssertionError("refused before anything is done")
    assert not any(theirs.may(verb, own_case=True) for verb in Verb)
    accounts.enable(office.first, wang)
    with theirs.reading():
        assert theirs.may(Verb.REGISTER_CASE)


def asked_outside(tree: ast.AST, *, inside: bool = False) -> Iterator[int]:
    """The lines that ask for a right without a unit of work around them."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and not inside and ast.unparse(node.func).endswith("desk.require"):
            yield node.lineno
        yield from asked_outside(node, inside=inside or isinstance(node, ast.With))


@pytest.mark.parametrize("file", sorted(SERVICES.rglob("*.py")),
                         ids=lambda file: str(file.relative_to(SERVICES)))
def test_no_service_asks_for_a_right_before_its_unit_of_work_begins(file: Path) -> None:
    assert list(asked_outside(ast.parse(file.read_text("utf-8")))) == []
