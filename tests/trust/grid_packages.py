"""How the verbs of packages are called in the grid: with files that are none, of referrals that are not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from uuid import uuid4

from mediation_desk.services.desk import Desk
from mediation_desk.services.referral import (
    arriving_files,
    contents,
    going_back,
    incoming,
    keys,
    office_cards,
    opening,
    packages,
    replies,
)
from mediation_desk.services.referral.going_back import Answering
from mediation_desk.services.referral.office_cards import Looked, Standing
from mediation_desk.services.referral.packages import Sealing
from mediation_desk.store.pace import goes_on, nobody_looks
from mediation_desk.store.referral import office_card
from mediation_desk.store.work.work import Work
from tests.services.stages import Staged
from tests.store.referral.packages import RECEIVING, THEIRS
from tests.trust.grid_office import Ground

Reach = Callable[[Desk, Staged, Ground], object]
SEALING, ANSWER = Sealing(passphrase="4821 0937 5566 1204 7730"), Answering(date(2024, 11, 25), "有")


def _none(ground: Ground) -> Path:
    """A file that is no package."""
    path = ground.folder / "none.mdpackage"
    path.write_bytes(b"none")
    return path


def _card(ground: Ground) -> str:
    path = ground.folder / f"{uuid4()}.mdoffice"
    path.write_bytes(office_card.written(THEIRS, RECEIVING))
    return str(path)


def _new(ground: Ground) -> Path:
    return ground.folder / f"{uuid4()}"


def _within(act: Callable[[Desk, Work], object], *, writes: bool = False) -> Reach:
    def reach(desk: Desk, _one: Staged, _ground: Ground) -> object:
        with desk.work("edit", reading=not writes) as work:
            made = act(desk, work)
            if writes:
                work.commit()
            return bool(made)
    return reach


READING: Mapping[str, Reach] = MappingProxyType({
    "arriving_files.ArrivingFiles": lambda d, _o, _g: bool(arriving_files.ArrivingFiles(d).kinds),
    "arriving_files.arriving_files": lambda d, _o, _g: bool(arriving_files.arriving_files(d)),
    "contents.papers": lambda d, o, _g: contents.papers(d, o.case_id, ["mediation-application"]).told,
    "going_back.origins": lambda d, o, _g: going_back.origins(d, o.case_id),
    "going_back.proposed_name": lambda d, o, _g: going_back.proposed_name(d, o.case_id, uuid4(), "receipt"),
    "going_back.write_answer": lambda d, o, g: going_back.write_answer(
        d, o.case_id, uuid4(), ANSWER, _new(g)),
    "going_back.write_answer_into": lambda d, o, g: going_back.write_answer_into(
        d, o.case_id, uuid4(), ANSWER, str(g.folder), f"{uuid4()}", progress=nobody_looks, cancelled=goes_on),
    "going_back.write_receipt": lambda d, o, g: going_back.write_receipt(d, o.case_id, uuid4(), _new(g)),
    "going_back.write_receipt_into": lambda d, o, g: going_back.write_receipt_into(
        d, o.case_id, uuid4(), str(g.folder), f"{uuid4()}"),
    "incoming.look": lambda d, _o, g: incoming.look(d, _none(g)),
    "incoming.look_into": lambda d, _o, g: incoming.look_into(
        d, str(_package(g)), progress=nobody_looks, cancelled=goes_on),
    "incoming.take_in": lambda d, _o, g: incoming.take_in(d, _none(g)),
    "incoming.take_in_chosen": lambda d, _o, g: incoming.take_in_chosen(
        d, _none(g), progress=nobody_looks, cancelled=goes_on),
    "keys.card": lambda d, _o, _g: keys.card(d, RECEIVING).office,
    "keys.known": _within(keys.known),
    "keys.made": _within(keys.made),
    "keys.present": _within(keys.present, writes=True),
    "office_cards.look": lambda d, _o, g: office_cards.look(d, _card(g)).check,
    "office_cards.offices": lambda d, _o, _g: office_cards.offices(d),
    "office_cards.own": lambda d, _o, _g: office_cards.own(d).check,
    "office_cards.take": lambda d, _o, _g: office_cards.take(
        d, Looked(THEIRS, office_card.check_number(THEIRS), Standing.NEW), compared=True),
    "office_cards.write_own": lambda d, _o, g: office_cards.write_own(d, str(g.folder), f"{uuid4()}").name,
    "opening.whole": lambda d, _o, g: opening.whole(d, _none(g)),
    "packages.outline": lambda d, o, _g: packages.outline(d, o.case_id, uuid4()),
    "packages.proposed_name": lambda d, o, _g: packages.proposed_name(d, o.case_id, uuid4()),
    "packages.seal": lambda d, o, g: packages.seal(d, o.case_id, uuid4(), SEALING, _new(g)),
    "packages.seal_into": lambda d, o, g: packages.seal_into(
        d, o.case_id, uuid4(), SEALING, str(g.folder), f"{uuid4()}", progress=nobody_looks,
        cancelled=goes_on),
    "replies.look": lambda d, _o, g: replies.look(d, _none(g)),
    "replies.look_into": lambda d, _o, g: replies.look_into(
        d, str(_package(g)), progress=nobody_looks, cancelled=goes_on),
    "replies.take": lambda d, _o, g: replies.take(d, _none(g)),
    "replies.take_chosen": lambda d, _o, g: replies.take_chosen(
        d, _none(g), progress=nobody_looks, cancelled=goes_on)})
"""Who may not is refused before the file is read, or the referral looked for."""
OTHER_REFUSALS = frozenset(name for name in READING if name.partition(".")[0] in {
    "going_back", "incoming", "opening", "packages", "replies"} or name == "office_cards.take")
"""Let in, and yet refused: the file is none, and no referral or office is called so."""


def _package(ground: Ground) -> Path:
    """A file that looks like a package from outside, and is for nobody here."""
    from tests.store.referral.packages import write

    path = ground.folder / "foreign.mdpackage"
    return path if path.exists() else write(path)
