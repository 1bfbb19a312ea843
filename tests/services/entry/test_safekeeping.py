"""The server's password in the system's keyring: kept, given, forgotten; and where there is none, said."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring

from mediation_desk.domain.words import DeskError
from mediation_desk.services.entry import doors, safekeeping
from mediation_desk.services.entry.doors import Whereabouts
from mediation_desk.services.entry.safekeeping import NoKeyring
from tests.keyrings import LockedKeyring, OpenFile, OwnKeyring, system_keyring

SECRET = "xiang-yu-1978"
WHERE = Whereabouts(server="postgresql://desk@server/office", password=SECRET, kept=True)
VERBS: list[Callable[[], object]] = [
    lambda: safekeeping.kept(WHERE.words), lambda: safekeeping.forget(WHERE.words),
    lambda: safekeeping.keep(WHERE.words, SECRET)]


@pytest.fixture
def ring() -> Iterator[OwnKeyring]:
    made = OwnKeyring()
    with system_keyring(made):
        yield made


def test_it_is_kept_for_that_address_given_again_and_forgotten(ring: OwnKeyring) -> None:
    safekeeping.require()
    safekeeping.keep(WHERE.words, SECRET)
    assert ring.held == {("Mediation Desk", "postgresql://desk@server/office"): SECRET}
    assert safekeeping.kept("postgresql://desk@server/office") == SECRET
    assert safekeeping.kept("postgresql://desk@other/office") == ""
    for _twice in range(2):
        safekeeping.forget(WHERE.words)
        assert ring.held == {} and safekeeping.kept(WHERE.words) == ""


def test_a_password_within_the_address_is_told_from_the_address() -> None:
    within = Whereabouts(server=f"postgresql://desk:{SECRET}@server/office", kept=True)
    assert (within.words, within.secret) == ("postgresql://desk@server/office", SECRET)


@pytest.mark.parametrize("none", [NullKeyring, FailKeyring, OpenFile])
def test_a_computer_without_a_keyring_that_hides_says_so_for_every_verb(
        none: Callable[[], KeyringBackend]) -> None:
    with system_keyring(none()):
        for verb in (safekeeping.require, *VERBS):
            with pytest.raises(NoKeyring, match="asked for each time"):
                verb()


def test_a_computer_without_the_library_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(NoKeyring):
        safekeeping.require()


def test_what_a_keyring_complains_of_is_told_in_our_words_without_the_password() -> None:
    with system_keyring(LockedKeyring()):
        for verb in VERBS:
            with pytest.raises(DeskError, match="keyring of this computer") as told:
                verb()
            assert told.value.field == safekeeping.FIELD
            assert SECRET not in "".join(traceback.format_exception(told.value))


def test_a_place_never_shows_its_password(ring: OwnKeyring) -> None:
    within = Whereabouts(server=f"postgresql://desk:{SECRET}@server/office", password=SECRET)
    assert SECRET not in f"{WHERE} {WHERE!r} {within} {within!r} {within.words}"


@pytest.mark.parametrize(("where", "asked"), [
    (Whereabouts(server=WHERE.server), 0), (WHERE, 0),
    (Whereabouts(server=f"postgresql://desk:{SECRET}@server/office", kept=True), 0),
    (Whereabouts(server=WHERE.server, kept=True), 1)])
def test_the_keyring_is_asked_only_for_what_was_to_be_kept_and_is_not_at_hand(
        ring: OwnKeyring, where: Whereabouts, asked: int) -> None:
    doors._from_keyring(where)
    assert ring.asked == asked


def test_the_library_is_not_loaded_before_somebody_wants_it() -> None:
    """On a computer whose bus hangs, the first window would wait for it."""
    import subprocess

    code = ("import sys; import mediation_desk.app.program, mediation_desk.gui.entry.place, "
            "mediation_desk.services.entry.sign_in; print('keyring' in sys.modules)")
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
