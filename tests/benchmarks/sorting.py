"""Sorting 200 workers with all stakes, one typed value among them, and an award from the command line."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from mediation_desk.domain.case import Case
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.vocabulary import PartyKind, Role
from mediation_desk.services import editing, reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.entry import sign_in
from mediation_desk.services.entry.sign_in import Founding
from mediation_desk.services.intake import registering
from mediation_desk.services.sorting import award, sorting
from mediation_desk.services.sorting.sorting import Saying, Voice
from mediation_desk.store.store import in_folder
from tests.benchmarks.figures import Figure, milliseconds
from tests.benchmarks.large_store import surroundings
from tests.offices import PASSWORD, SETTINGS

WORKERS = 200
CLAIMS = ("unpaid_wages", "double_wage", "overtime", "economic_compensation")
SORTED, TYPED = 1000.0, 50.0  # milliseconds
RECEIVED = date(2025, 1, 17)
BOTH: dict[str, tuple[str, str]] = {  # what the worker says, what the company says
    "employed_from": ("2022-03-01", "2022-03-01"), "employed_until": ("2024-12-31", "2024-12-31"),
    "unpaid_from": ("2024-10-01", "2024-10-01"), "unpaid_until": ("2024-12-31", "2024-12-31"),
    "monthly_wage": ("5200.00", "4300.00"), "written_contract": ("no", "yes"),
    "amount_paid": ("1000.00", "2000.00"), "restday_days": ("20", "4"),
    "average_monthly_wage": ("5200.00", "4300.00")}
FACTS = """
[[claims]]
claim = "unpaid_wages"
facts = { monthly_wage = "4300", unpaid_from = "2024-10-01", unpaid_until = "2024-10-31" }

[[claims]]
claim = "double_wage"
facts = { monthly_wage = "4300", employed_from = "2024-09-01", employed_until = "2024-10-31" }
"""


@dataclass
class Typing:
    """A value that one worker's cell is changed to and back."""

    case: Case
    turn: int = 0

    def __call__(self) -> None:
        """The next key: another wage for the hundredth worker."""
        worker = self.case.applicants[WORKERS // 2].id
        (entry,) = [e for e in self.case.entries if e.element == "monthly_wage" and e.worker_id == worker]
        self.turn += 1
        entry.applicant = f"{5200 + self.turn}.00"


def figures() -> Iterator[Figure]:
    """A collective case as it stands in the store, sorted as its page does."""
    with tempfile.TemporaryDirectory(prefix="bench-sorting-") as folder:
        desk = office(Path(folder))
        case = collective(desk)
        yield from _sorting(desk, case)
        yield from _saying(desk, case)
        desk.store.close()
        yield _award(Path(folder))


def _sorting(desk: Desk, case: Case) -> Iterator[Figure]:
    fresh = milliseconds(lambda: sorting.sort(case, sorting.sorter(desk, case)), rounds=5, warm=1)
    outcome = sorting.sort(case, sorting.sorter(desk, case))
    assert outcome.issues and all(len(issue.affected) == WORKERS for issue in outcome.issues)
    cells = WORKERS * len(sorting.sheet(desk, case).elements())
    yield Figure(f"sorting {WORKERS} workers with all stakes ({cells:,} cells)", fresh, "ms", SORTED)
    kept, typing = sorting.sorter(desk, case), Typing(case)

    def key() -> None:
        typing()
        sorting.sort(case, kept)

    yield Figure("one typed value among them: states, amounts, stakes", milliseconds(key), "ms", TYPED)


def _saying(desk: Desk, case: Case) -> Iterator[Figure]:
    worker, turn = case.applicants[0].id, iter(range(10_000))
    took = milliseconds(lambda: sorting.say(
        desk, case.id, [Saying("monthly_wage", worker, "applicant", f"{6000 + next(turn)}.00")]), rounds=9)
    yield Figure("  keeping that value in the store, off the window's thread", took, "ms")


def _award(folder: Path) -> Figure:
    path = folder / "FACTS.toml"
    path.write_text(FACTS, encoding="utf-8")
    return Figure("award: two claims from a file of facts", milliseconds(
        lambda: award.run(path, as_json=True, translate=str)), "ms")


def office(folder: Path) -> Desk:
    """An empty office of its own."""
    founding = Founding(SETTINGS, "chen", "陈守信", PASSWORD, PASSWORD)
    return sign_in.found(in_folder(folder / "office"), founding, surroundings(folder))


def collective(desk: Desk) -> Case:
    """The case of two hundred riders with four claims each, and what both sides say."""
    people = [registering.PartyDraft(Role.APPLICANT, f"申请人{number:03d}") for number in range(WORKERS)]
    company = registering.PartyDraft(Role.RESPONDENT, "河湟同城配送有限公司", PartyKind.ORGANISATION)
    made = registering.register(desk, registering.IntakeDraft(RECEIVED, parties=[*people, company]))
    assert made.result
    workers = [worker.id for worker in reading.case(desk, made.result).case.applicants]
    registering.set_claims(desk, made.result, dict.fromkeys(workers, CLAIMS))
    editing.save(desk, made.result, [editing.Edit("case", made.result, side, None, RECEIVED)
                                     for side in ("applicants_agree_on", "respondents_agree_on")])
    registering.accept(desk, made.result, RECEIVED)
    sorting.say(desk, made.result, [saying for worker in workers for saying in _sayings(worker)])
    assert reading.count(desk, CaseFilter()) == 1
    return reading.case(desk, made.result).case


def _sayings(worker: UUID) -> Iterator[Saying]:
    voices: tuple[Voice, Voice] = ("applicant", "respondent")
    for element, said in BOTH.items():
        for voice, value in zip(voices, said, strict=True):
            yield Saying(element, worker, voice, value)
