"""The office's own matters go through the rule of merging too: whoever writes in them, or says why not."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_desk import services
from mediation_desk.domain.merging import Conflicts
from mediation_desk.services.office import merging
from tests.offices import Office

MERGED = {"change_account", "change_company", "change_place", "change_receiving_office", "change_settings",
          "change_site", "edit_figures", "edit_forms", "import_holidays", "keep_company", "set_backup_folder"}
OTHERWISE = {
    "register_case": "makes rows where nothing stood",
    "add_account": "makes a row where nothing stood",
    "disable_account": "a switch: whoever presses it wants it so, however it stood",
    "enable_account": "a switch: whoever presses it wants it so, however it stood",
    "reset_password": "a new secret, and the former one is shown to nobody",
    "change_password": "a new secret of the own account, asked for with the old one",
    "set_pin": "a new secret of the own account, asked for with the password",
    "remove_pin": "a switch: whoever presses it wants it so, however it stood",
    "print_recovery_sheet": "a new secret, and the former one is shown to nobody",
    "print_escrow_sheet": "a new secret, and the former one is shown to nobody",
    "adopt_key_file": "a switch: it is refused where there is nothing to decide any more",
    "check_out": "notes what left, where nothing stood",
    "bring_home": "each case is merged by the homecoming; the rest notes that the bag is home",
    "hand_to_office": "notes what was handed over, where nothing stood",
    "receive_case": "puts a case in, or brings it up to date while nothing here is unreturned",
    "open_bag": "what the office has is the laptop's; its own work is never written over",
    "freeze_report": "a further edition, where nothing stood",
    "declare_lost": "a switch: refused where the bag is not on the road any more",
    "add_place": "makes a row where nothing stood",
    "add_site": "makes a row where nothing stood",
    "remove_place": "a switch: whoever presses it wants it so, however it stood",
    "put_back_place": "a switch: refused where a place of that name stands by now",
    "add_receiving_office": "makes a row where nothing stood",
    "remove_receiving_office": "a switch: whoever presses it wants it so, however it stood",
    "put_back_receiving_office": "a switch: refused where an office of that name stands by now",
    "remove_site": "a switch: whoever presses it wants it so, however it stood",
    "put_back_site": "a switch: refused where a site of that name stands by now",
    "add_company": "makes a row where nothing stood",
    "remove_company": "a switch: whoever presses it wants it so, however it stood",
    "put_back_company": "a switch: refused where that company stands in the list by now",
    "put_aside": "makes a row where nothing stood",
    "put_aside_again": "refused where a colleague kept it anew meanwhile",
    "drop_matter": "a switch with its reason: refused where the matter waits no more",
    "take_matter_back": "a switch: whoever presses it wants it so, however it stood",
    "add_typeface": "makes a row where nothing stood",
    "remove_typeface": "a switch: whoever presses it wants it so, however it stood",
    "put_back_typeface": "a switch: refused where that file stands in the list by now",
    "order_typefaces": "an order of what stands; whatever is not named stays behind it",
    "keep_bank_layout": "what a bank's columns mean: whoever keeps it has just read a statement of the bank",
    "keep_order_layout": "what a list's columns mean: whoever keeps it has just read such a list",
    "make_package_keys": "a new secret where there was none",
    "take_office_card": "refused where the list says something else by now than was looked at",
    "take_package": "makes rows where nothing stood",
    "draft": "what one person is typing, which nobody else sees",
}
OPENS = {"desk.work", "_managing"}


def functions() -> Iterator[ast.FunctionDef]:
    for found in pkgutil.walk_packages(services.__path__, f"{services.__name__}."):
        module = importlib.import_module(found.name)
        tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
        yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def calls(node: ast.FunctionDef) -> list[ast.Call]:
    return [one for one in ast.walk(node) if isinstance(one, ast.Call)]


def verbs(node: ast.FunctionDef) -> set[str]:
    """The verbs outside any case under which a function writes."""
    return {str(one.value) for call in calls(node) if ast.unparse(call.func) in OPENS
            for one in call.args if isinstance(one, ast.Constant)}


def test_every_verb_outside_the_cases_is_merged_or_says_why_not() -> None:
    """A new one is in neither list, and fails."""
    found: dict[str, bool] = {}
    for node in functions():
        merges = any(ast.unparse(call.func) in ("merged_row", "merged_rows") for call in calls(node))
        found |= dict.fromkeys(verbs(node), merges)
    assert {verb for verb, merges in found.items() if merges} == MERGED
    assert {verb for verb, merges in found.items() if not merges} == set(OTHERWISE)


def test_who_wrote_what_stands_is_told_with_it(office: Office) -> None:
    key = ("accounts", str(office.first.who.account_id))
    with office.first.reading() as work:
        with pytest.raises(Conflicts) as told:
            merging.merged_row(office.first, work, key, {"name": "甲"}, {"name": "乙"}, {"name": "丙"})
        (conflict,) = told.value.conflicts
        assert (conflict.seen, conflict.mine, conflict.stands) == ("甲", "乙", "丙")
        assert conflict.by is not None and conflict.by.account_id == office.first.who.account_id


def test_rows_added_on_both_sides_both_stay(office: Office) -> None:
    def row(name: str) -> dict[tuple[str, str], dict[str, str]]:
        return {("figures", name): {"amount": name}}

    with office.first.reading() as work:
        merged = merging.merged_rows(office.first, work, {}, row("1"), row("2"),
                                     lambda _place: ("settings", "own_figures"))
    assert merged == row("1") | row("2")
