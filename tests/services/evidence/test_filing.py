"""Evidence of a case: taken in whole or not at all, numbered, changed, removed, looked at again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from mediation_desk.domain.accounts import Role as AccountRole
from mediation_desk.domain.case import Case
from mediation_desk.domain.evidence import Exhibit
from mediation_desk.domain.merging import Conflicts
from mediation_desk.domain.rights import NotAllowed
from mediation_desk.domain.vocabulary import Outcome, Side
from mediation_desk.domain.words import DeskError
from mediation_desk.services import editing, history
from mediation_desk.services.closing import closing
from mediation_desk.services.desk import Desk
from mediation_desk.services.editing import Edit
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.looking import content, look_elsewhere, save_copy
from mediation_desk.services.evidence.private_folder import PrivateFolder
from mediation_desk.services.evidence.taking import FileSource, Stopped
from mediation_desk.services.intake import registering
from mediation_desk.services.office import accounts
from mediation_desk.services.sorting import sorting
from mediation_desk.services.upkeep import upkeep
from tests.offices import Office
from tests.services.evidence.shelf import MIB, PDF, PNG, counts, standing

LENT = "黄河之水天上来 88"


def edit(exhibit: Exhibit, field: str, after: object) -> Edit:
    return Edit("exhibit", exhibit.id, field, getattr(exhibit, field), after)


# Taking in


@pytest.mark.parametrize(
    "name",
    ["工资流水📄.pdf", "عقد العمل النهائي.pdf", "长" * 80 + ".pdf", "e\u0301té.pdf", "𠮷野家 排班表.pdf"],
)
def test_a_file_is_kept_under_its_name_in_any_script(
    desk: Desk, case_id: UUID, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(PDF)
    filing.add_files(desk, case_id, [tmp_path / name], Side.RESPONDENT)
    (kept,) = standing(desk, case_id)
    assert (kept.name, kept.media_type, kept.size, kept.given_by) == (
        name,
        "application/pdf",
        len(PDF),
        "respondent",
    )
    assert content(desk, case_id, kept.id, MIB) == PDF


def test_several_files_take_the_next_numbers_in_their_order(
    desk: Desk, case_id: UUID, shelf: list[Exhibit]
) -> None:
    filing.add_files(desk, case_id, [FileSource("a.png", data=b"a"), FileSource("b.png", data=b"b")])
    assert [(one.position, one.label, one.name) for one in standing(desk, case_id)][2:] == [
        (3, "证据3", "合同.txt"),
        (4, "证据4", "a.png"),
        (5, "证据5", "b.png"),
    ]


def test_the_same_file_twice_is_two_exhibits_and_one_content(
    desk: Desk, case_id: UUID, tmp_path: Path
) -> None:
    for name in ("原件.png", "复印件.png"):
        (tmp_path / name).write_bytes(PNG)
    filing.add_files(desk, case_id, [tmp_path / "原件.png"])
    before = counts(desk)
    filing.add_files(desk, case_id, [tmp_path / "复印件.png", FileSource("粘贴.png", data=PNG)])
    assert counts(desk) == (3, *before[1:])


@pytest.mark.parametrize("trouble", ["empty", "folder", "gone", "closed", "pipe"])
def test_a_file_that_cannot_be_kept_is_told_by_name_and_holds_up_nobody(
    desk: Desk, case_id: UUID, tmp_path: Path, trouble: str
) -> None:
    good, bad = tmp_path / "好的.pdf", tmp_path / "坏的.pdf"
    good.write_bytes(PDF)
    words = _spoil(bad, trouble)
    brought = filing.take_in(desk, case_id, [FileSource.of(bad), FileSource.of(good)])
    (told,) = brought.refused
    assert words in str(told)
    assert "坏的.pdf" in str(told)
    filing.file_away(desk, case_id, brought)
    assert [one.name for one in standing(desk, case_id)] == ["好的.pdf"]
    with pytest.raises(DeskError, match=words):
        filing.add_files(desk, case_id, [good, bad])
    assert counts(desk)[:2] == (1, 1)


def _spoil(bad: Path, trouble: str) -> str:
    if trouble == "empty":
        bad.write_bytes(b"")
        return "is empty"
    if trouble == "folder":
        bad.mkdir()
        return "is a folder"
    if trouble == "pipe":
        os.mkfifo(bad)
        return "no file that can be kept"
    if trouble == "closed":
        bad.symlink_to("/proc/self/mem")  # opens, and then every read fails
        return "cannot be read"
    return "cannot be read"


def test_an_import_can_be_stopped_and_then_nothing_is_kept(desk: Desk, case_id: UUID) -> None:
    told: list[tuple[int, int]] = []
    sources = [FileSource("一.bin", data=b"1" * MIB), FileSource("二.bin", data=b"2" * 8 * MIB)]
    with pytest.raises(Stopped):
        filing.take_in(
            desk,
            case_id,
            sources,
            progress=lambda done, total: told.append((done, total)),
            cancelled=lambda: len(told) > 50,
        )
    assert counts(desk) == (0, 0, 0)
    assert told[-1][1] == 18 * 1024, "every byte is read twice, and told in KiB"
    assert all(done <= total for done, total in told)


def test_what_arrived_is_nobodys_until_it_is_filed(desk: Desk, case_id: UUID) -> None:
    brought = filing.take_in(desk, case_id, [FileSource("a.bin", data=b"a")])
    assert standing(desk, case_id) == []
    changes = filing.file_away(desk, case_id, brought, Side.APPLICANT)
    assert changes.cases == {case_id}
    assert changes.result == standing(desk, case_id)[0].id


def test_filing_is_refused_whole_for_a_giver_who_is_not_in_the_case(desk: Desk, case_id: UUID) -> None:
    with pytest.raises(DeskError, match="parties of this case"):
        filing.add_files(desk, case_id, [FileSource("a.bin", data=b"a")], str(UUID(int=7)))
    assert counts(desk) == (0, 0, 0)


# Changing


def test_what_is_said_of_an_exhibit_is_changed_field_by_field(
    desk: Desk, case_id: UUID, shelf: list[Exhibit]
) -> None:
    party = str(the_case(desk, case_id).respondents[0].id)
    filing.change(
        desk,
        case_id,
        [
            edit(shelf[0], "proves", "  十月工资未发  "),
            edit(shelf[0], "original", True),
            edit(shelf[0], "given_by", party),
            edit(shelf[0], "received_on", date(2024, 11, 26)),
            edit(shelf[0], "name", "工资条/十月.pdf"),
        ],
    )
    one = standing(desk, case_id)[0]
    assert (one.proves, one.original, one.given_by, one.received_on, one.name) == (
        "十月工资未发",
        True,
        party,
        date(2024, 11, 26),
        "工资条／十月.pdf",
    )


def the_case(desk: Desk, case_id: UUID) -> Case:
    with desk.case_reading(case_id) as (_work, case):
        return case


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "  ", "needs a name"),
        ("received_on", None, "date received"),
        ("received_on", date(2031, 1, 1), "future"),
        ("given_by", "邻居", "parties of this case"),
    ],
)
def test_bad_particulars_are_refused_beside_their_field(
    desk: Desk, case_id: UUID, shelf: list[Exhibit], field: str, value: object, words: str
) -> None:
    with pytest.raises(DeskError, match=words) as told:
        filing.change(desk, case_id, [edit(shelf[0], "proves", "先改"), edit(shelf[0], field, value)])
    assert told.value.field == field
    assert standing(desk, case_id)[0].proves == "", "all edits or none"


def test_two_editors_of_one_field_are_told_of_each_other(
    office: Office, case_id: UUID, shelf: list[Exhibit]
) -> None:
    filing.change(office.desk(), case_id, [edit(shelf[0], "proves", "欠薪")])
    with pytest.raises(Conflicts) as told:
        filing.change(office.first, case_id, [edit(shelf[0], "proves", "加班")])
    (conflict,) = told.value.conflicts
    assert (conflict.seen, conflict.mine, conflict.stands) == ("", "加班", "欠薪")
    filing.change(office.first, case_id, [edit(shelf[0], "original", True)])
    assert (standing(office.first, case_id)[0].proves, standing(office.first, case_id)[0].original) == (
        "欠薪",
        True,
    )


def test_only_particulars_are_changed_as_fields(desk: Desk, case_id: UUID, shelf: list[Exhibit]) -> None:
    with pytest.raises(ValueError, match="sha256"):
        filing.change(desk, case_id, [edit(shelf[0], "sha256", "0" * 64)])


def test_a_removed_exhibit_comes_back_by_undo_and_from_the_bin(
    desk: Desk, case_id: UUID, shelf: list[Exhibit]
) -> None:
    for back in ("undo", "bin"):
        filing.remove(desk, case_id, shelf[1].id)
        assert [one.position for one in standing(desk, case_id)] == [1, 3]
        if back == "undo":
            history.undo(desk, case_id)
        else:
            gone = history.removed(desk, case_id)[0].entry
            history.restore(desk, case_id, gone.table, gone.row_id)
        assert [one.name for one in standing(desk, case_id)] == ["工资.pdf", "聊天.png", "合同.txt"]
    assert content(desk, case_id, shelf[1].id, MIB) == PNG


def test_an_added_exhibit_is_undone_and_done_again(desk: Desk, case_id: UUID) -> None:
    filing.add_files(desk, case_id, [FileSource("a.png", data=PNG)])
    history.undo(desk, case_id)
    assert standing(desk, case_id) == []
    history.redo(desk, case_id)
    assert [one.name for one in standing(desk, case_id)] == ["a.png"]


def test_renumbering_moves_what_entries_name(desk: Desk, case_id: UUID, shelf: list[Exhibit]) -> None:
    accept(desk, case_id)
    sorting.say(desk, case_id, [sorting.Saying("monthly_wage", None, "evidence", "证据1、证据3，银行流水")])
    assert filing.exhibits(desk, case_id).named == {1: 1, 3: 1}
    filing.renumber(desk, case_id, [shelf[2].id, shelf[1].id, shelf[0].id])
    assert [one.name for one in standing(desk, case_id)] == ["合同.txt", "聊天.png", "工资.pdf"]
    assert named_text(desk, case_id) == "证据3、证据1，银行流水"
    history.undo(desk, case_id)
    assert [one.name for one in standing(desk, case_id)] == ["工资.pdf", "聊天.png", "合同.txt"]
    assert named_text(desk, case_id) == "证据1、证据3，银行流水"


def accept(desk: Desk, case_id: UUID) -> None:
    day = date(2024, 11, 25)
    editing.save(
        desk,
        case_id,
        [Edit("case", case_id, name, None, day) for name in ("applicants_agree_on", "respondents_agree_on")],
    )
    registering.accept(desk, case_id, day)
    worker = the_case(desk, case_id).applicants[0]
    registering.set_claims(desk, case_id, {worker.id: ["unpaid_wages"]})


def named_text(desk: Desk, case_id: UUID) -> str:
    with desk.case_reading(case_id) as (_work, case):
        return case.entries[0].evidence


def test_every_change_is_in_the_journal_of_the_case(desk: Desk, case_id: UUID, shelf: list[Exhibit]) -> None:
    filing.change(desk, case_id, [edit(shelf[0], "proves", "欠薪")])
    filing.remove(desk, case_id, shelf[0].id)
    told = [(line.entry.verb, line.entry.table) for line in history.timeline(desk, case_id)][-2:]
    assert told == [("edit_evidence", "exhibits"), ("remove_evidence", "exhibits")]


def test_exhibits_are_offered_to_the_elements_by_number(
    desk: Desk, case_id: UUID, shelf: list[Exhibit]
) -> None:
    assert filing.references(desk, case_id)[:2] == [("证据1", "工资.pdf"), ("证据2", "聊天.png")]


# Who may


def test_a_supervisor_looks_and_changes_nothing(office: Office, case_id: UUID, shelf: list[Exhibit]) -> None:
    accounts.add(
        office.first, accounts.AccountDraft("boss", "Boss", frozenset({AccountRole.SUPERVISOR}), LENT)
    )
    boss = office.desk("boss", LENT)
    assert len(standing(boss, case_id)) == 3
    assert content(boss, case_id, shelf[0].id, MIB) == PDF
    for attempt in (
        lambda: filing.take_in(boss, case_id, [FileSource("a", data=b"a")]),
        lambda: filing.remove(boss, case_id, shelf[0].id),
        lambda: filing.change(boss, case_id, [edit(shelf[0], "proves", "x")]),
        lambda: filing.renumber(boss, case_id, [one.id for one in reversed(shelf)]),
    ):
        with pytest.raises(NotAllowed):
            attempt()


@pytest.mark.parametrize("role", [AccountRole.ADMINISTRATOR, AccountRole.MEDIATOR])
def test_whoever_is_not_on_the_case_sees_no_evidence(
    office: Office, case_id: UUID, shelf: list[Exhibit], role: AccountRole, tmp_path: Path
) -> None:
    accounts.add(office.first, accounts.AccountDraft("other", "Other", frozenset({role}), LENT))
    other = office.desk("other", LENT)
    folder = PrivateFolder(other, tmp_path)
    for attempt in (
        lambda: filing.exhibits(other, case_id),
        lambda: content(other, case_id, shelf[0].id, MIB),
        lambda: save_copy(other, case_id, shelf[0].id, tmp_path / "out"),
        lambda: look_elsewhere(other, case_id, shelf[0].id, folder),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_an_exhibit_is_reached_through_its_own_case_only(
    desk: Desk, case_id: UUID, shelf: list[Exhibit]
) -> None:
    other = registering.register(desk, registering.IntakeDraft(date(2024, 11, 25))).result
    assert other
    for attempt in (
        lambda: content(desk, other, shelf[0].id, MIB),
        lambda: filing.remove(desk, other, shelf[0].id),
    ):
        with pytest.raises(DeskError, match="no longer there"):
            attempt()


def test_a_closed_case_takes_nothing_more_but_that_an_original_was_given_back(
        desk: Desk, case_id: UUID, shelf: list[Exhibit]) -> None:
    one = shelf[0].id
    filing.change(desk, case_id, [Edit("exhibit", one, "original", shelf[0].original, True)])
    closing.close(desk, case_id, date(2025, 1, 20), Outcome.WITHDRAWN, "撤回")
    with pytest.raises(DeskError, match="closed"):
        filing.take_in(desk, case_id, [FileSource("a", data=b"a")])
    with pytest.raises(DeskError, match="closed"):
        filing.remove(desk, case_id, one)
    with pytest.raises(DeskError, match="closed"):
        filing.change(desk, case_id, [Edit("exhibit", one, "proves", "", "晚了")])
    filing.change(desk, case_id, [Edit("exhibit", one, "returned_on", None, date(2025, 1, 20))])
    assert filing.exhibits(desk, case_id).exhibits[0].returned_on == date(2025, 1, 20)
    assert content(desk, case_id, one, MIB) == PDF


# Kills and memory


_IMPORTER = """
import filecmp
import sys
from pathlib import Path
from uuid import UUID
from tests.offices import CHEAP, PASSWORD, Clock, embedded_place, shared_place
from mediation_desk.services.entry import sign_in
from mediation_desk.services.evidence import filing
from mediation_desk.services.evidence.looking import save_copy
from mediation_desk.services.entry.sign_in import Surroundings
from zoneinfo import ZoneInfo
kind, where, notes, case_id, file = sys.argv[1:]
place = embedded_place(Path(where)) if kind == "embedded" else shared_place(where)
around = Surroundings(Clock(), ZoneInfo("Asia/Shanghai"), Path(notes), cost=CHEAP)
desk = sign_in.sign_in(place, "chen", PASSWORD, around)
def peak():
    import resource
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
filing.exhibits(desk, UUID(case_id))
before = peak()
filing.add_files(desk, UUID(case_id), [Path(file)],
                 progress=lambda done, total: print(done, total, flush=True))
made = filing.exhibits(desk, UUID(case_id)).exhibits[-1]
save_copy(desk, UUID(case_id), made.id, Path(file + ".copy"))
assert filecmp.cmp(file, file + ".copy", shallow=False)
print("peak", peak() - before, flush=True)
"""


@pytest.fixture
def importer(office: Office, tmp_path: Path, case_id: UUID) -> Iterator[list[str]]:
    embedded = office.place.folder is not None
    where = str(tmp_path) if embedded else office.url
    yield [
        sys.executable,
        "-c",
        _IMPORTER,
        "embedded" if embedded else "shared",
        where,
        str(tmp_path / "n2"),
        str(case_id),
    ]


@pytest.mark.parametrize("moment", random.sample(range(20, 95), 2))
def test_a_kill_in_the_middle_of_an_import_leaves_no_half_exhibit(
    office: Office, case_id: UUID, importer: list[str], tmp_path: Path, moment: int
) -> None:
    """Killed at a random percentage of the way; then the store verifies and nothing of it is left."""
    filing.add_files(office.first, case_id, [FileSource("before.pdf", data=PDF)])
    before = counts(office.first)
    big = tmp_path / "录音.wav"
    big.write_bytes(random.randbytes(24 * MIB))
    _run_until_killed([*importer, str(big)], moment)
    assert [one.name for one in standing(office.first, case_id)] == ["before.pdf"]
    desk = office.desk()
    filing.begin(desk)
    swept = counts(desk) if office.place.folder is not None else before  # a day later on a shared store
    assert swept == before
    assert upkeep.prove(desk) == []
    filing.add_files(desk, case_id, [big])
    kept = standing(desk, case_id)[-1]
    assert content(desk, case_id, kept.id, 100 * MIB) == big.read_bytes()


def _run_until_killed(command: list[str], percent: int) -> None:
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as child:
        assert child.stdout is not None
        for line in child.stdout:
            done, total = line.split()
            assert done != "peak", "the import was over before it could be killed"
            if int(done) * 100 >= int(total) * percent:
                with suppress(ProcessLookupError):
                    child.send_signal(signal.SIGKILL)
                break
    assert child.returncode == -signal.SIGKILL


@pytest.mark.parametrize("size", [96, pytest.param(512, marks=pytest.mark.soak)])
def test_a_large_file_does_not_grow_the_memory(
    office: Office, case_id: UUID, importer: list[str], tmp_path: Path, size: int
) -> None:
    """Coming in and going out, the program grows by its page cache (32 MB) and a batch, not by the file."""
    big = tmp_path / "直播录像.mp4"
    with big.open("wb") as file:
        for _ in range(size // 8):
            file.write(random.randbytes(MIB) * 8)
    done = subprocess.run([*importer, str(big)], capture_output=True, text=True, check=True)
    peak, grown = done.stdout.splitlines()[-1].split()
    assert peak == "peak"
    assert int(grown) < 64 * 1024, f"grew by {int(grown) // 1024} MiB"
    assert standing(office.first, case_id)[0].size == size * MIB
