"""Every public verb of the services x every role x every relation to a case, own, another's, left, or lost
meanwhile: what the table forbids changes nothing, and no sealed word reaches anybody but its holders."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from unittest.mock import patch

import pytest
from sqlalchemy import func, select

from mediation_desk.domain.mediation.holders import ListBroken
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.words import DeskError
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.keys.holding import NotHeld
from mediation_desk.services.library import Library
from mediation_desk.store.tables.columns import metadata
from mediation_desk.store.tables.evidence import evidence_chunks, evidence_files
from mediation_desk.store.tables.journal import journal, journal_ledger
from mediation_desk.store.vault.document import vault_text
from mediation_desk.store.work.work import Work
from tests import offices
from tests.offices import PASSWORD
from tests.postgres import PostgresServer
from tests.services.keys.test_sharing import LENT
from tests.services.stages import CALLS, judged
from tests.trust import grid_packages
from tests.trust.deep import told
from tests.trust.grid import LETTERS, may, taking_a_desk
from tests.trust.grid_calls import READING, Call, calls, new_case
from tests.trust.grid_office import (
    ACTORS,
    OPEN_WORDS,
    SEALED_AMOUNTS,
    SEALED_WORDS,
    SIDES,
    Actor,
    Ground,
    ground,
)
from tests.trust.test_canaries import all_rows, found_in

LONG = os.environ.get("SOAK") is not None
FORBIDDEN = (*SEALED_WORDS, *SEALED_AMOUNTS)
OTHER_REFUSALS = {"closing.take_back", "closing.close", "closing_periods.frozen", "history.undo",
                  "history.redo",
                  "key_file.adopt", "arrival.look_here",
                  "direct.pack_here", "direct.packed", "leaving.pack", "leaving.pack_into",
                  "opening.open_bag", "opening.open_chosen", "returning.pack", "returning.pack_into",
                  "handing_back.pack", "handing_back.pack_into", "original_rows.export",
                  "receiving.look", "receiving.look_into",
                  "receiving.take_in", "receiving.take_in_chosen", "twice.join", "joining.join_person",
                  "waiting.drop", "waiting.put_aside_again", "waiting.take_back",
                  *grid_packages.OTHER_REFUSALS}
"""Let in, and yet refused in words for another reason: there is nothing of theirs to undo, say, or this is no
laptop."""
SEALED_DOORS = {"caucus.talk", "meeting_point.look"}
"""What tells sealed words to the case's holders, and to nobody else."""
IMPORTANT = {"m-holder", "m-waiting", "m-other", "s-other", "a-other", "ms-left", "m-holder-disabled",
             "m-holder-reset", "s-holder-hadms", "msa-holder-hadm"}
WHOLE = {"m-other", "s-other"}
"""Of these, who is tried in every run at the rooms of what is told of many cases; ``make soak`` tries all."""
IMPORTANT_ROOMS = {"accounts", "caucus", "drafts", "escrow", "history", "holding", "key_file", "looking",
                   "meeting_point", "proposals", "reading", "sharing", "writing"}
"""What is tried on a server too: of each relation to a case one, at all doors that lead to secrets. Everybody
else is tried at these doors in a file, and at every other in ``make soak``."""
FIGURES = frozenset({"alerts", "at_pace", "case_list", "choices", "closing_periods", "contents", "exporting",
                     "filling", "forms", "monday", "overview", "proving", "reporting", "sending", "series",
                     "summaries"})
"""Rooms of what is told of many cases: they know roles and whose a case is, and no key, so that of each
relation one person stands for all."""


@pytest.fixture(scope="module", params=["embedded", "shared"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, library_shelf: Library
          ) -> Iterator[Ground]:
    folder = tmp_path_factory.mktemp("grid")
    server: PostgresServer | None = (
        request.getfixturevalue("postgres_server") if request.param == "shared" else None)
    name = server.create() if server else ""
    place = offices.shared_place(server.url(name)) if server else offices.embedded_place(folder)
    with offices.office(place, folder / "notes", library_shelf) as office:
        yield ground(office, folder)
    if server:
        server.drop(name)


def test_every_function_that_takes_a_desk_is_in_the_grid() -> None:
    """A verb that is built later needs a line and a recipe, or this fails."""
    names = [name for name, _ in taking_a_desk()]
    assert len(names) == len(set(names))
    assert set(names) == set(LETTERS)


def test_every_line_of_the_table_has_a_recipe() -> None:
    assert READING.keys() | CALLS.keys() == LETTERS.keys()


def snapshot(desk: Desk) -> str:
    """Everything that stands in the store, and the vault; but for files that nobody has finished."""
    unfinished = select(evidence_files.c.id).where(evidence_files.c.finished_at.is_(None))
    digest = hashlib.sha256(vault_text(desk.store.place.vault.read()).encode())
    with desk.store.engine.connect() as connection:
        for table in metadata.sorted_tables:
            rows = select(table).order_by(*table.primary_key.columns)
            if table is evidence_files:
                rows = rows.where(table.c.finished_at.is_not(None))
            if table is evidence_chunks:
                rows = rows.where(table.c.file_id.not_in(unfinished))
            digest.update("".join(map(repr, connection.execute(rows))).encode())
    return digest.hexdigest()


def length(desk: Desk) -> tuple[int, int]:
    """How long the journal and its ledger are."""
    with desk.store.engine.connect() as connection:
        entries, told_of = connection.execute(select(
            select(func.count()).select_from(journal).scalar_subquery(),
            select(func.count()).select_from(journal_ledger).scalar_subquery())).one()
    return entries, told_of


def outcome(act: Callable[[], object]) -> tuple[str, object]:
    """How it went: "done", "refused" for want of a right or the key, "said" for another reason in words."""
    try:
        return "done", act()
    except (NotAllowed, NotHeld, ListBroken) as refusal:
        return "refused", refusal
    except DeskError as error:
        return "said", error


def tried(ground: Ground, actor: Actor, verbs: Mapping[str, Call], caplog: pytest.LogCaptureFixture
          ) -> Iterator[str]:
    """What is wrong with any verb at that person's desk."""
    desk, first = ground.desks[actor.login], ground.office.first
    forbidden, allowed = ([n for n in verbs if may(actor, n) is there] for there in (False, True))
    registering.register(first, new_case())  # so that the ledger has something to be told of
    before, so_far = snapshot(first), length(first)
    for name in forbidden:
        how, answer = outcome(lambda name=name: verbs[name].at(desk))  # type: ignore[misc]
        if how != "refused":
            yield f"{name}: {how}, {answer!r:.200}"
        if length(first) != so_far:
            so_far = length(first)
            yield f"{name}: wrote, though it was refused"
        yield from leaks(actor, name, answer, caplog)
    if snapshot(first) != before:
        yield "something of what was refused changed the store"
    kept = first.store.place.vault.read()
    for name in allowed:
        with patch.object(Work, "commit", judged):
            how, answer = outcome(lambda name=name: verbs[name].at(desk))  # type: ignore[misc]
        if how == "refused" or (how == "said" and name not in OTHER_REFUSALS):
            yield f"{name}: {how}, {answer!r:.200}"
        yield from leaks(actor, name, answer, caplog)
        if vault_text(first.store.place.vault.read()) != vault_text(kept):
            first.store.place.vault.write(kept)


def leaks(actor: Actor, name: str, answer: object, caplog: pytest.LogCaptureFixture) -> Iterator[str]:
    """Sealed words in what came back, in an error or in a log; open ones for who may not read the case."""
    logged = "\n".join(map(repr, [*caplog.messages, *(record.__dict__ for record in caplog.records)]))
    caplog.clear()
    said = told(answer)
    if found_in(logged.encode(), (*FORBIDDEN, PASSWORD, LENT)):
        yield f"{name}: logs a sealed word"
    if not (actor.holds and name in SEALED_DOORS) and found_in(said, FORBIDDEN):
        yield f"{name}: tells a sealed word"
    if not may(actor, "reading.case") and found_in(said, OPEN_WORDS):
        yield f"{name}: tells of a case that is not theirs"


def drawn(form: object, view: object, *_given: object, **_more: object) -> bytes:
    """In the place of a PDF: all that is told on it."""
    return repr(view).encode()


def joined(files: Iterable[tuple[bytes, int]], _step: object) -> bytes:
    """In the place of several of them in one file."""
    return b"".join(data for data, _copies in files)


def test_nobody_does_or_learns_more_than_the_table_says(built: Ground, caplog: pytest.LogCaptureFixture
                                                       ) -> None:
    caplog.set_level(logging.DEBUG)
    verbs = calls(built)
    secret = {name: call for name, call in verbs.items() if name.partition(".")[0] in IMPORTANT_ROOMS}
    fewer = {name: call for name, call in verbs.items() if name.partition(".")[0] not in FIGURES}
    those: dict[str, Mapping[str, Call]] = dict.fromkeys(ACTORS, fewer if LONG else secret)
    those |= dict.fromkeys(IMPORTANT, verbs if LONG else fewer) | dict.fromkeys(WHOLE, verbs)
    if built.office.place.folder is None:
        those = dict.fromkeys((login for login in ACTORS if login in IMPORTANT), secret)
    with (patch("mediation_desk.documents.render.pdf", drawn),
          patch("mediation_desk.documents.bundle.bundled", joined)):
        wrong = [f"{login}: {what}" for login, mine in those.items()
                 for what in tried(built, ACTORS[login], mine, caplog)]
    assert not wrong, "\n".join(wrong)


def test_the_words_are_read_by_the_holders_and_in_no_row(built: Ground) -> None:
    """Otherwise the test above would prove nothing."""
    talk = calls(built)["caucus.talk"]
    for login in (login for login, actor in ACTORS.items() if actor.holds):
        said = told(talk.at(built.desks[login]))
        assert all(found_in(said, [word]) for words in SIDES.values() for word in words), login
    rows = all_rows(built.office.first)
    assert all(found_in(rows, [word]) for word in OPEN_WORDS)
    assert not found_in(rows, FORBIDDEN)
