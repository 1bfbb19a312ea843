"""The desk: rights are read inside each unit of work; every verb in every stage of a case."""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import pkgutil
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints

import pytest

from mediation_desk import services
from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.changes import Changes
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.rights import NotAllowed, Verb
from mediation_desk.domain.verbs import DECIDED, VERBS, Stage
from mediation_desk.domain.vocabulary import Role
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import ShutOut
from mediation_desk.services.library import Library
from mediation_desk.services.office import accounts
from mediation_desk.store.journal.pending import RowChange, pending
from mediation_desk.store.work.work import Work
from tests import offices
from tests.offices import Office
from tests.services.keys.test_sharing import LENT, colleague
from tests.services.stages import CALLS, Staged, judged, staged, version

LONG = os.environ.get("SOAK") is not None
SERVICES = Path(__file__).parents[2] / "mediation_desk" / "services"
REGISTERS = {"register_case", "open_bag", "bring_home", "receive_case", "take_package"}
"""They make cases, or take them in as they were packed."""
BY_ANOTHER = {"workbooks.imported": "say", "pasted_orders.join_pasted": "note_order"}
"""What another room's verb does."""
COMPLETES = {"editing.save"}  # fills in, as it is called here, what stood empty when the case was decided


# -- rights --------------------------------------------------------------------------------

def test_a_name_and_roles_that_an_administrator_changed_are_known_at_the_next_step(office: Office) -> None:
    wang = colleague(office, "wang", AccountRole.MEDIATOR)
    theirs = office.desk("wang", LENT)
    accounts.change(office.first, wang, "王秀英", frozenset({AccountRole.SUPERVISOR}))
    assert theirs.may(Verb.REGISTER_CASE)  # nothing was read yet
    with theirs.reading():
        pass
    assert theirs.who.name == "王秀英" and not theirs.may(Verb.REGISTER_CASE)
    with pytest.raises(NotAllowed), theirs.work("register_case", Verb.REGISTER_CASE):
        raise AssertionError("refused before anything is done")


def test_one_who_was_disabled_is_told_so_and_may_nothing(office: Office) -> None:
    wang = colleague(office, "wang", AccountRole.MEDIATOR)
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
    """The lines that ask for a right with no unit of work around them, nor one that is handed in."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and not inside and ast.unparse(node.func).endswith("desk.require"):
            yield node.lineno
        handed_in = isinstance(node, ast.FunctionDef) and any(one.arg == "work" for one in node.args.args)
        yield from asked_outside(node, inside=inside or handed_in or isinstance(node, ast.With))


@pytest.mark.parametrize("file", sorted(SERVICES.rglob("*.py")),
                         ids=lambda file: str(file.relative_to(SERVICES)))
def test_no_service_asks_for_a_right_before_its_unit_of_work_begins(file: Path) -> None:
    assert list(asked_outside(ast.parse(file.read_text("utf-8")))) == []


# -- stages --------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory, library_shelf: Library) -> Iterator[dict[Stage, Staged]]:
    folder = tmp_path_factory.mktemp("stages")
    every = frozenset(AccountRole)  # a supervisor too: some verbs are theirs alone
    with offices.office(offices.embedded_place(folder), folder / "notes", library_shelf, roles=every) as made:
        yield staged(made.first)


def modules() -> list[ModuleType]:
    return [importlib.import_module(found.name)
            for found in pkgutil.walk_packages(services.__path__, f"{services.__name__}.")]


def tree_of(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text("utf-8"))


def functions() -> Iterator[tuple[str, Callable[..., object], ast.FunctionDef]]:
    """Every public function of the services, with its source."""
    for module in modules():
        for node in tree_of(module).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                name = f"{module.__name__.rpartition('.')[2]}.{node.name}"
                yield name, getattr(module, node.name), node


def writing() -> dict[str, Callable[..., object]]:
    """Every public function that writes in a case: given a desk and a case's key, it answers with changes,
    or asks for a unit of work on the case."""
    found = {}
    for name, function, node in functions():
        asked = list(inspect.signature(function).parameters)[:2]
        if asked == ["desk", "case_id"] and (changes(function) or "case_work" in ast.unparse(node)):
            found[name] = function
    return found


def changes(function: Callable[..., object]) -> bool:
    """Whether a function answers with changes, of whatever kind."""
    answer = get_type_hints(function).get("return")
    return isinstance(answer, type) and issubclass(answer, Changes)


def named_verbs() -> set[str]:
    """The verbs that units of work on a case are called by, in all sources of the services."""
    calls = (node for module in modules() for node in ast.walk(tree_of(module))
             if isinstance(node, ast.Call)
             and ast.unparse(node.func) == "desk.case_work")
    return {str(ast.literal_eval(call.args[1])) for call in calls}


def test_every_verb_that_writes_in_a_case_is_tried_in_every_stage() -> None:
    assert set(writing()) == set(CALLS)


def test_every_verb_is_told_what_was_seen() -> None:
    assert [name for name, function in writing().items()
            if "seen" not in inspect.signature(function).parameters] == []


def test_every_verb_is_registered_once_and_every_registered_one_is_used() -> None:
    assert named_verbs() == set(VERBS) - REGISTERS


def verbs_of(name: str) -> set[str]:
    """The registered verbs that a function works under, itself or through what it calls in its module."""
    function = CALLS[name][0]
    module = inspect.getmodule(function)
    assert module is not None
    bodies = {node.name: node for node in tree_of(module).body if isinstance(node, ast.FunctionDef)}
    found, wanted, known = set(), [function.__name__], set()
    while wanted:
        node = bodies.get(wanted.pop())
        if node is None or node.name in known:
            continue
        known.add(node.name)
        for call in (one for one in ast.walk(node) if isinstance(one, ast.Call)):
            if ast.unparse(call.func) == "desk.case_work":
                found.add(str(ast.literal_eval(call.args[1])))
            wanted.append(ast.unparse(call.func))
    return found or {BY_ANOTHER[name]}


def _fewer(name: str, allowed: frozenset[Stage]) -> set[Stage]:
    """Of the stages in which a verb may be done, and of the others, those tried in every run: an edge of each
    and one by chance, which another verb has another one of. ``make soak`` tries all."""
    chance = random.Random(name)
    found = set()
    for some in ([one for one in Stage if one in allowed], [one for one in Stage if one not in allowed]):
        found |= {*some[-1:], *chance.sample(some, min(1, len(some)))}
    return found


@pytest.fixture
def dry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything be judged that a verb is about to keep, and keep nothing of it."""
    monkeypatch.setattr(Work, "commit", judged)


TERMS = frozenset({"agreements", "claim_terms", "shares", "debtors", "instalments", "instalment_shares"})
SIGNED_ON = TERMS | {"claims", "offers", "signatures", "element_entries", "respondent_statements"}
SIGNED_AS = frozenset({"role", "name", "kind", "acts_for", "removed_at"})  # of a party that stands there


def _touches(one: Staged, name: str, change: RowChange) -> bool:
    """Whether it is a row of what was signed. A supplementary agreement has rows of its own; once it is
    signed too, the agreement that it changes gives way to it, and stays as it was signed."""
    signed = one.case.signed_agreement
    parts: list[Any] = [signed, *signed.debtors_all, *signed.claim_terms_all, *signed.shares_all,
                        *signed.instalments_all,
                        *(share for part in signed.instalments_all for share in part.shares_all)]
    if change.table in TERMS and change.row_id not in {str(row.id) for row in parts}:
        return name.partition(".")[0] not in ("supplementing", "history")
    return not (name == "supplementing.sign" and change.fields.keys() == {"removed_at"})


@pytest.mark.parametrize("name", list(CALLS))
def test_no_verb_changes_what_was_signed_underneath_it(cases: dict[Stage, Staged], name: str,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever verb a signed case still takes: neither claims, offers, terms and signatures nor a party of
    the agreement is touched. What the stage refuses, the next test knows."""
    one, told = cases[Stage.SIGNED], list[RowChange]()
    bound = {str(party.id) for party in one.case.parties if party.role is not Role.AGENT}

    def noting(work: Work, **how: object) -> Changes:
        told.extend(pending(work._session))
        return judged(work, **how)

    monkeypatch.setattr(Work, "commit", noting)
    verb, args = CALLS[name]
    with suppress(DeskError):
        verb(one.desk, one.case_id, *args(one), seen=Seen(version(one)))
    assert [change for change in told if change.table in SIGNED_ON and _touches(one, name, change)] == []
    assert [change for change in told if change.table == "parties" and change.row_id in bound
            and SIGNED_AS & change.fields.keys()] == []


@pytest.mark.usefixtures("dry")
@pytest.mark.parametrize("name", list(CALLS))
def test_a_verb_in_every_stage(cases: dict[Stage, Staged], name: str) -> None:
    (registered,) = verbs_of(name)
    verb, args = CALLS[name]
    sure = {"sure": True} if "sure" in inspect.signature(verb).parameters else {}
    for stage, one in cases.items():
        if not LONG and stage not in _fewer(name, VERBS[registered].stages):
            continue
        before = version(one)
        if stage in VERBS[registered].stages or (name in COMPLETES and stage in DECIDED):
            verb(one.desk, one.case_id, *args(one), seen=Seen(before), **sure)
        else:
            with pytest.raises(DeskError) as refused:
                verb(one.desk, one.case_id, *args(one), seen=Seen(before), **sure)
            assert str(refused.value), stage
        assert version(one) == before, stage
