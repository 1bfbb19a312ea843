"""How every public verb of the services is called in the grid: on which case, with what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast
from unittest.mock import patch
from uuid import UUID, uuid4

from mediation_desk.documents.binding.book import Section
from mediation_desk.documents.views import beside
from mediation_desk.documents.views.shared import OfficeView
from mediation_desk.domain.accounts import Role
from mediation_desk.domain.case import Case
from mediation_desk.domain.casefile import entries
from mediation_desk.domain.figures import FigureKind
from mediation_desk.domain.intake.lists.columns import OrderColumns
from mediation_desk.domain.intake.lists.orders import ListOf
from mediation_desk.domain.intake.marks import Typed
from mediation_desk.domain.listing import CaseFilter
from mediation_desk.domain.merging import Seen
from mediation_desk.domain.money import yuan
from mediation_desk.domain.payments.dues import DueFilter
from mediation_desk.domain.payments.statements.columns import Layout, Whose
from mediation_desk.domain.reports.figures import Behind
from mediation_desk.domain.reports.forms.filled import FilledForm
from mediation_desk.domain.reports.forms.form import Form
from mediation_desk.domain.reports.period import Narrow, Period
from mediation_desk.domain.reports.publishing.levels import Corrections, Level
from mediation_desk.domain.rights import Verb
from mediation_desk.domain.sites import SiteDraft
from mediation_desk.domain.sorting.sorting import Sorting
from mediation_desk.domain.verbs import VERBS, Stage
from mediation_desk.domain.vocabulary import PartyKind, PlaceKind, Side, Source
from mediation_desk.domain.vocabulary import Role as Part
from mediation_desk.library.forms import document_text
from mediation_desk.services import drafts, history, reading
from mediation_desk.services.calendar import clashing, ics, planning
from mediation_desk.services.casefile import archiving, binding, listing, taking_out
from mediation_desk.services.casefile import files as case_files
from mediation_desk.services.desk import Desk
from mediation_desk.services.evidence import collecting, filing, looking, private_folder, taking
from mediation_desk.services.evidence.private_folder import PrivateFolder
from mediation_desk.services.evidence.taking import FileSource, Meter
from mediation_desk.services.intake import known, offering, registering, waiting
from mediation_desk.services.intake.lists import importing, remembered
from mediation_desk.services.intake.lists import reading as order_lists
from mediation_desk.services.keys import agreeing, holding, private_words, writing
from mediation_desk.services.keys import looking as watching
from mediation_desk.services.keys.holding import NotHeld
from mediation_desk.services.keys.recipients import Recipients
from mediation_desk.services.mediation import caucus, joint_view, meeting_point, minutes
from mediation_desk.services.office import (
    accounts,
    companies,
    document_forms,
    key_file,
    merging,
    pin,
    places,
    settings,
    sites,
    statutes,
    typefaces,
)
from mediation_desk.services.open_case import OpenCase
from mediation_desk.services.own_law import OwnFigure
from mediation_desk.services.papers import (
    checking,
    copy_sheets,
    default,
    finishing,
    genuine,
    making,
    sets,
    signed_copy,
    signing,
    timeline,
    word,
)
from mediation_desk.services.papers import homecoming as receipts
from mediation_desk.services.papers import leaving as bag_lists
from mediation_desk.services.papers.told import Told
from mediation_desk.services.payments import due_list, dues, following, kept
from mediation_desk.services.payments.statements import booking as statement_booking
from mediation_desk.services.payments.statements import layouts, matching
from mediation_desk.services.performance import booking, preparing
from mediation_desk.services.reports import (
    alerts,
    at_pace,
    case_list,
    choices,
    closing_periods,
    exporting,
    filling,
    monday,
    original_rows,
    overview,
    reporting,
    sending,
    series,
    summaries,
)
from mediation_desk.services.reports import forms as report_forms
from mediation_desk.services.reports import proving as figures_proving
from mediation_desk.services.reports.exporting import Written
from mediation_desk.services.reports.listing import Listing
from mediation_desk.services.reports.sending import NotClean
from mediation_desk.services.reports.summaries import Summary
from mediation_desk.services.serving import serving
from mediation_desk.services.settlement import on_screen, payable, settling, supplementing
from mediation_desk.services.sorting import limitation, sorting, workbooks
from mediation_desk.services.travel import (
    arrival,
    bringing,
    cards,
    deciding,
    direct,
    handing_back,
    handing_over,
    homecoming,
    leaving,
    lost,
    office_keys,
    opening,
    receiving,
    register,
    returning,
    showing,
    twice,
)
from mediation_desk.services.travel import receipts as kept_receipts
from mediation_desk.services.travel.handing_over import Handing
from mediation_desk.services.travel.leaving import Leaving
from mediation_desk.services.travel.receipts import Receipt
from mediation_desk.services.travel.twice import Into
from mediation_desk.services.upkeep import recovery_sheet, restoring, store_key, upkeep
from mediation_desk.store.pace import AT_EASE, Pace, Stopped, goes_on, nobody_looks
from mediation_desk.store.travel import bag, card
from mediation_desk.store.travel.card import Card
from mediation_desk.store.travel.coming_home import Arriving, News
from mediation_desk.store.travel.loads import Load
from mediation_desk.store.travel.manifest import Inside, Travelling
from mediation_desk.store.travel.rows import present
from mediation_desk.store.vault.keys import Key, public_half
from mediation_desk.store.vault.vault import WrongPassword
from mediation_desk.store.work.work import Work
from tests.documents import samples
from tests.offices import PASSWORD
from tests.order_lists import list_of, rows
from tests.services.casefile.files_of import sheets
from tests.services.keys.test_sharing import LENT
from tests.services.office.test_statutes import YEAR
from tests.services.papers_desk import COMPANY, terms
from tests.services.stages import CALLS, SESSION, Staged, version
from tests.services.test_desk import verbs_of
from tests.trust import grid_orders, grid_packages, grid_referral
from tests.trust.grid_office import OPEN_WORDS, STAGES, Ground
from tests.typefaces import made as typeface_of


@dataclass(frozen=True)
class Call:
    """How a verb is called at a desk, and the case that it is tried on."""

    one: Staged
    at: Callable[[Desk], object]


Reach = Callable[[Desk, Staged, Ground], object]


@contextmanager
def inside(desk: Desk, one: Staged) -> Iterator[tuple[Work, Case]]:
    """What is handed a unit of work, or a case, gets it as every caller does: by the right to read it."""
    with desk.case_reading(one.case_id) as given:
        yield given


def _within(act: Callable[[Desk, Work, Case], object]) -> Reach:
    def reach(desk: Desk, one: Staged, _ground: Ground) -> object:
        with inside(desk, one) as (work, case):
            return act(desk, work, case)
    return reach


MONTH = Period.months(2024, 1)  # of no case
NOTICE = "rights-notice"
CSV = exporting.Wanted(exporting.Kind.CSV)
FEW = binding.Wanted(frozenset({"intake-register", "closing-form"}))
REGISTER = entries.Entry("intake-register", (1, 2, 0), entries.Part.SHOWN, "", entries.State.MADE,
                         template="intake-register")


def _looking(act: Callable[[Desk, Work], object]) -> Reach:
    """What is told within a reading that asks for no right itself."""
    def reach(desk: Desk, _one: Staged, _ground: Ground) -> object:
        with desk.reading() as work:
            return act(desk, work)
    return reach


def _month(desk: Desk) -> Form:
    return desk.library.reports["monthly"][0]


def _form(desk: Desk) -> FilledForm:
    """As a mediator filled it: of own cases."""
    return replace(filling.empty(desk, _month(desk), MONTH), own=True)


def _new(ground: Ground) -> str:
    return str(ground.folder / f"{uuid4()}")


class _Words:
    """In the place of a bound book: what its papers say, one behind the other."""

    def __init__(self, target: BinaryIO, _fonts: object) -> None:
        self._target = target

    def add_paper(self, section: Section, data: bytes, *, first: int = 0) -> int:
        self._target.write(data)
        section.pages.append(first)
        return 1

    def mark(self, _section: object, title: str, _level: int = 1) -> None:
        self._target.write(title.encode())

    def close(self, sections: list[Section], **_told: object) -> int:
        return sum(len(one.pages) for one in sections)


def _as_words(reach: Reach) -> Reach:
    """Papers are drawn as their words here, and so is the book that they are bound into."""
    def bound(desk: Desk, one: Staged, ground: Ground) -> object:
        with patch.object(binding, "Book", _Words), patch.object(listing, "count", lambda _pdf: 1):
            return reach(desk, one, ground)
    return bound


def _bound(desk: Desk, case_id: UUID) -> bytes:
    target = BytesIO()
    binding.bind(desk, case_id, FEW, target, sheets)
    return target.getvalue()


def _by_key(act: Callable[[Desk, Work, Staged], object]) -> Reach:
    """What only asks for the key gets a unit of work that asks for no right: the key alone must do."""
    def reach(desk: Desk, one: Staged, _ground: Ground) -> object:
        with desk.work("keep_sealed") as work:
            made = act(desk, work, one)
            work.commit()
            return made
    return reach


def _by_key_and_case(act: Callable[[Desk, Work, Staged, Case], object]) -> Reach:
    """The same with the case that it was read with; the case's own rows ask for no right of theirs."""
    def reach(desk: Desk, one: Staged, _ground: Ground) -> object:
        with desk.work("keep_sealed") as work:
            return act(desk, work, one, work.cases.get(one.case_id))
    return reach


def _working(right: Verb | None, act: Callable[[Desk, Work], object]) -> Reach:
    def reach(desk: Desk, _one: Staged, _ground: Ground) -> object:
        with desk.work("edit", right) as work:
            made = act(desk, work)
            work.commit()
            return made
    return reach


def _sessions(one: Staged) -> ics.Chosen:
    """All of a case's sessions, with its sides named."""
    return ics.Chosen([session.id for session in one.case.sessions], parties=True)


def _typeface(ground: Ground) -> Path:
    """A file that nobody added yet."""
    path = ground.folder / f"{uuid4()}.ttf"
    path.write_bytes(typeface_of("宁中宋体") + uuid4().bytes)
    return path


def _held(desk: Desk, work: Work, one: Staged) -> holding.Held:
    held = holding.held_or_none(desk, work, one.case_id)
    if held is None:
        raise NotHeld
    return held


def _outcome(desk: Desk, case: Case) -> Sorting:
    return sorting.sort(case, sorting.sorter(desk, case))


def _prove(desk: Desk) -> object:
    """Begun; the first step is enough to see who is let in."""
    try:
        return upkeep.prove(desk, cancelled=lambda: True)
    except Stopped:
        return None


THEIR_CARD = Card(store_id=UUID(int=5), office="湟中区多巴镇人民调解委员会", account_id=UUID(int=6),
                  name="白玉兰", public_key=public_half(Key(bytes(range(32)))))


def _card_file(ground: Ground) -> Path:
    path = ground.folder / "their.mdcard"
    path.write_bytes(card.written(THEIR_CARD))
    return path


def _handing(one: Staged) -> Handing:
    return Handing((one.case_id,), THEIR_CARD, "用人单位登记地在湟中区")


def _leaving(one: Staged) -> Leaving:
    return Leaving((one.case_id,), laptop="小红")


def _receipt(desk: Desk) -> Receipt:
    return Receipt(UUID(int=1), "小黑", "某人", desk.now, desk.now, "某人", (), ())


def _nothing() -> Summary:
    return Summary(UUID(int=1), 1, "", summaries.Wanted(), "某案", ())


def _released(desk: Desk, one: Staged, ground: Ground) -> object:
    """What waits to be seen to keeps a summary back from whoever may release it, and is all they are told."""
    try:
        return sending.release(desk, [one.case_id], summaries.Wanted(Level.PUBLISHED),
                               sending.Target(str(ground.folder / f"{uuid4()}")))
    except NotClean:
        return None


def _join(desk: Desk, case_id: UUID) -> object:
    with desk.work("bring_home") as work:
        return twice.join(desk, work, case_id, Into(case_id))


def _twice(desk: Desk, work: Work, case: Case) -> object:
    """As if the case had been begun on a laptop."""
    there = Travelling(case_id=case.id, label=case.number, number=0, digest=b"", base=0, base_digest=b"",
                       end=0, head=b"")
    return twice.twice(desk, work, Load(cast(Inside, None)),
                       Arriving(News.NEW, there, mine=present(work.connection, case.id)))


def _renew(desk: Desk) -> object:
    """Asked for with a password that is not theirs: whoever may is refused for that alone."""
    try:
        return store_key.renew(desk, "somebody else's")
    except WrongPassword:
        return None


def _proving(desk: Desk) -> object:
    steps = upkeep.proving(desk)
    first = next(steps, None)
    steps.close()
    return first


def new_case() -> registering.IntakeDraft:
    """Somebody new."""
    return registering.IntakeDraft(date(2025, 1, 15), parties=[
        registering.PartyDraft(Part.APPLICANT, "申请人甲")])


def _order_list() -> ListOf:
    """Two orders of a list."""
    return list_of(rows(2))


def _changed_line(desk: Desk) -> timeline.ChangedLine:
    return timeline.ChangedLine(desk.now, "某人", "案由", "甲", "乙")


def _sheet(desk: Desk) -> beside.RecoverySheet:
    office = OfficeView("工作室", "中心", "", "")
    return beside.RecoverySheet(office, ("00000",) * 8, "-".join(["00000"] * 8), desk.today, "1")


def _content(kind: FigureKind = FigureKind.MINIMUM_WAGE) -> OwnFigure:
    return OwnFigure(kind, "630100", "西宁", yuan("1880"), date(2024, 1, 1), "文件")


READING: Mapping[str, Reach] = {
    "accounts.add": lambda d, _o, _g: accounts.add(
        d, accounts.AccountDraft("new", "新人", frozenset({Role.MEDIATOR}), LENT)),
    "accounts.change": lambda d, _o, g: accounts.change(d, g.victim, "受害人", frozenset(Role)),
    "accounts.change_password": lambda d, _o, _g: accounts.change_password(
        d, LENT, "自己换的口令 77", "自己换的口令 77"),
    "accounts.disable": lambda d, _o, g: accounts.disable(d, g.victim),
    "accounts.drill": lambda d, _o, g: accounts.drill(d, g.recovery),
    "accounts.enable": lambda d, _o, g: accounts.enable(d, g.gone),
    "accounts.everybody": lambda d, _o, _g: accounts.everybody(d),
    "accounts.has_recovery_sheet": lambda d, _o, _g: accounts.has_recovery_sheet(d),
    "accounts.must_change_password": lambda d, _o, _g: accounts.must_change_password(d),
    "accounts.new_escrow_code": lambda d, _o, _g: accounts.new_escrow_code(d),
    "accounts.new_recovery_code": lambda d, _o, _g: accounts.new_recovery_code(d),
    "accounts.reset_password": lambda d, _o, g: accounts.reset_password(d, g.victim, "借来的口令 51"),
    "agreeing.agree": _working(None, lambda d, w: agreeing.agree(d, w, b"mark")),
    "agreeing.agreed_line": _working(None, lambda d, w: agreeing.agreed_line(d, w, Recipients(d))),
    "booking.book_lines": lambda d, _o, _g: statement_booking.book_lines(d, []).booked,
    "layouts.keep_layout": lambda d, _o, _g: layouts.keep_layout(d, "河湟银行", Layout({})),
    "layouts.layouts": lambda d, _o, _g: layouts.layouts(d),
    "importing.take": lambda d, _o, _g: importing.take(d, _order_list(), {}).counts,
    "original_rows.export": lambda d, o, g: original_rows.export(
        d, [o.case_id], str(g.folder / f"{uuid4()}.csv"), original_rows.ListFile.CSV).rows,
    "reading.judged": _working(None, lambda d, w: order_lists.judged(d, w, _order_list(), AT_EASE)),
    "reading.look": lambda d, _o, _g: order_lists.look(d, _order_list()),
    "remembered.keep_layout": lambda d, _o, _g: remembered.keep_layout(d, Source.UNION, "月报",
                                                                       OrderColumns({})),
    "remembered.layouts": lambda d, _o, _g: remembered.layouts(d),
    "writing.Beginning": _working(None, lambda d, w: bool(writing.Beginning(d, w))),
    "matching.match": lambda d, _o, _g: matching.match(d, [], Whose.PAYER).names,
    "booking.reversals": lambda d, o, _g: booking.reversals(d, o.case_id),
    "booking.standing": lambda d, o, _g: booking.standing(d, o.case_id),
    "joint_view.joint_view": lambda d, o, _g: joint_view.joint_view(d, o.case_id),
    "joint_view.shown": lambda d, o, _g: joint_view.shown(d, o.case_id),
    "pin.is_set": lambda d, _o, _g: pin.is_set(d),
    "pin.prove": lambda d, _o, _g: pin.prove(d, LENT),
    "pin.remove_pin": lambda d, _o, _g: pin.remove_pin(d, LENT),
    "pin.set_pin": lambda d, _o, _g: pin.set_pin(d, LENT, "830517", "830517"),
    "private_words.authorised": _by_key_and_case(lambda d, w, o, c: [
        one.id for one in private_words.authorised(d, w, c, Side.APPLICANT)]),
    "caucus.heard": _by_key_and_case(lambda d, w, o, c: caucus.heard(d, w, c, o.sealed()[0]).id),
    "caucus.talk": lambda d, o, _g: caucus.talk(d, o.case_id),
    "alerts.alerts": lambda d, _o, _g: alerts.alerts(d),
    "alerts.against": lambda d, _o, _g: alerts.against(d, "云上湟水文化传媒", 0, 10),
    "alerts.week_ahead": lambda d, _o, _g: alerts.week_ahead(d, Period.week_of(d.today), 10),
    "at_pace.export": lambda d, _o, g: at_pace.export(
        d, lambda _desk, pace: Written(g.folder, 0), progress=nobody_looks, cancelled=goes_on),
    "clashing.clashes": lambda d, o, _g: clashing.clashes(
        d, o.case_id, SESSION.starts_at, None, "", None),
    "clashing.clashes_of_move": lambda d, o, _g: clashing.clashes_of_move(
        d, o.case_id, o.case.sessions[0].id if o.case.sessions else o.case_id, SESSION.starts_at),
    "ics.ics": lambda d, o, _g: ics.ics(d, _sessions(o)),
    "ics.save": lambda d, o, g: ics.save(d, _sessions(o), str(g.folder / f"{uuid4()}.ics")),
    "planning.between": lambda d, _o, _g: planning.between(d, date(2024, 11, 1), date(2024, 12, 31)),
    "choices.choices": lambda d, _o, _g: choices.choices(d),
    "monday.monday_page": lambda d, _o, _g: monday.monday_page(d).pdf,
    "meeting_point.law_range": _within(lambda d, _w, c: meeting_point.law_range(d, _outcome(d, c))),
    "meeting_point.look": lambda d, o, _g: meeting_point.look(d, o.case_id),
    "overview.count_behind": lambda d, _o, _g: overview.count_behind(
        d, Period.week_of(d.today), Narrow(), Behind(None)),
    "overview.behind": lambda d, _o, _g: overview.behind(
        d, Period.week_of(d.today), Narrow(), Behind(None), 0, 10),
    "overview.overview": lambda d, _o, _g: overview.overview(d, Period.week_of(d.today)),
    "overview.reading": _working(None, lambda d, w: overview.reading(d, w, Narrow())),
    "overview.reconciled": lambda d, _o, _g: overview.reconciled(d, Period.week_of(d.today)),
    "proving.prove": lambda d, _o, _g: figures_proving.prove(d),
    "series.series": lambda d, _o, _g: series.series(d, Period.week_of(d.today)),
    "arrival.bring_home": lambda d, _o, g: arrival.bring_home(d, g.preview, {}, {}, ""),
    "arrival.look": lambda d, _o, g: arrival.look(d, g.homeward),
    "arrival.look_here": lambda d, _o, g: arrival.look_here(d, str(g.folder / "grid"), LENT),
    "arrival.look_into": lambda d, _o, g: arrival.look_into(d, str(g.homeward)),
    "deciding.keep": lambda d, o, g: deciding.keep(d, g.bag_id, {o.case_id: {}}),
    "deciding.kept": lambda d, _o, g: deciding.kept(d, g.bag_id),
    "deciding.left": lambda d, _o, g: deciding.left(d, g.bag_id),
    "direct.pack_here": lambda d, _o, g: direct.pack_here(d, str(g.folder / "grid"), LENT),
    "direct.packed": lambda d, _o, _g: direct.packed(d).__enter__(),
    "due_list.export": lambda d, _o, g: due_list.export(
        d, DueFilter(), _new(g), due_list.ListKind.CSV, "en"),
    "dues.count": lambda d, _o, _g: dues.count(d, DueFilter()),
    "dues.due_day": lambda d, _o, _g: dues.due_day(d),
    "dues.of_case": lambda d, o, _g: dues.of_case(d, o.case_id),
    "dues.page": lambda d, _o, _g: dues.page(d, DueFilter(), 0, 50),
    "dues.totals": lambda d, _o, _g: dues.totals(d, DueFilter()),
    "following.followed": lambda d, o, _g: following.followed(d, o.case_id),
    "following.text_for": lambda d, o, _g: following.text_for(d, o.case_id, 2),
    "kept.in_short": lambda d, _o, _g: kept.in_short(d),
    "kept.kept_or_not": lambda d, _o, _g: kept.kept_or_not(d),
    "preparing.offered": lambda d, o, _g: preparing.offered(d, o.case_id),
    "drafts.all_kept": lambda d, _o, _g: drafts.all_kept(d),
    "drafts.drop": lambda d, o, _g: drafts.drop(d, f"{o.case_id}/note"),
    "drafts.opened": _working(None, lambda d, w: drafts.opened(d, w, "a place", b"nothing")),
    "drafts.put": _working(None, lambda d, w: drafts.put(d, w, "a place", "没写完")),
    "drafts.keep": lambda d, o, _g: drafts.keep(d, f"{o.case_id}/note", "没写完"),
    "collecting.collect": lambda d, o, _g: collecting.collect(
        d, o.case_id, [FileSource("a.txt", data=b"a")]),
    "filing.begin": lambda d, _o, _g: filing.begin(d),
    "filing.exhibits": lambda d, o, _g: filing.exhibits(d, o.case_id),
    "filing.references": lambda d, o, _g: filing.references(d, o.case_id),
    "filing.take_in": lambda d, o, _g: filing.take_in(d, o.case_id, [FileSource("a.txt", data=b"a")]),
    "genuine.check": lambda d, _o, _g: genuine.check(d, b"%PDF-1.7"),
    "finishing.finished": lambda d, _o, _g: finishing.finished(d, _sheet(d)),
    "finishing.heading": lambda d, _o, _g: finishing.heading(d),
    "finishing.minute": lambda d, _o, _g: finishing.minute(d, d.now),
    "history.removed": lambda d, o, _g: history.removed(d, o.case_id),
    "history.steps": lambda d, o, _g: history.steps(d, o.case_id),
    "history.timeline": lambda d, o, _g: history.timeline(d, o.case_id),
    "holding.held_or_none": _by_key(lambda d, w, o: _held(d, w, o).lines),
    "holding.opened": _by_key(lambda d, w, o: holding.opened(d, w, o.case_id).lines),
    "holding.require_held": lambda d, o, _g: holding.require_held(d, o.case_id),
    "key_file.adopt": lambda d, _o, _g: key_file.adopt(d),
    "key_file.changed": _working(Verb.MANAGE_ACCOUNTS, lambda d, w: key_file.changed(d, w, lambda v: v)),
    "key_file.is_older": lambda d, _o, _g: key_file.is_older(d),
    "key_file.knows_recovery": lambda d, _o, g: key_file.knows_recovery(d, g.office.place.vault.read()),
    "limitation.nearest": _within(lambda d, _w, c: limitation.nearest(d, c, _outcome(d, c))),
    "archiving.proposed_volume": lambda d, o, _g: archiving.proposed_volume(d, o.case_id, 2025),
    "binding.bind": _as_words(lambda d, o, _g: _bound(d, o.case_id)),
    "binding.parts_of": lambda d, o, _g: binding.parts_of(d, o.case_id, FEW),
    "files.save": _as_words(lambda d, o, g: [path.read_bytes() for path in case_files.save(
        d, o.case_id, FEW, _new(g), sheets).paths]),
    "files.show": _as_words(lambda d, o, _g: case_files.show(d, o.case_id, FEW, sheets)),
    "listing.lacking": lambda d, o, _g: listing.lacking(d, o.case_id),
    "listing.listed": _as_words(lambda d, o, _g: listing.listed(d, o.case_id)),
    "listing.outline": lambda d, o, _g: listing.outline(d, o.case_id),
    "listing.paper": lambda d, o, _g: listing.paper(d, o.case_id, REGISTER),
    "taking_out.export": _as_words(lambda d, o, g: [
        file.read_bytes() for file in taking_out.export(d, o.case_id, taking_out.Draft(
            _new(g), wanted=FEW), sheets).path.rglob("*") if file.is_file()]),
    "looking.chunks": lambda d, o, _g: list(looking.chunks(d, o.case_id, o.exhibits()[0])),
    "looking.content": lambda d, o, _g: looking.content(d, o.case_id, o.exhibits()[0], 1000),
    "looking.fingerprint_of": lambda d, _o, _g: watching.fingerprint_of(d),
    "looking.look_elsewhere": lambda d, o, g: looking.look_elsewhere(
        d, o.case_id, o.exhibits()[0], PrivateFolder(d, g.folder)).name,
    "looking.save_copy": lambda d, o, g: looking.save_copy(
        d, o.case_id, o.exhibits()[0], g.folder / "copy.txt").read_bytes(),
    "looking.watch": lambda d, o, _g: watching.watch(d, o.case_id),
    "making.lacking_in": lambda d, o, _g: making.lacking_in(d, o.case_id, "sorting-record"),
    "sets.print_sets": lambda d, o, _g: sets.print_sets(
        d, o.case_id, ["rights-notice"], [o.case.respondents[0].id]).sets,
    "sets.recipients": lambda d, o, _g: sets.recipients(d, o.case_id),
    "making.in_word": lambda d, o, _g: making.in_word(d, o.case_id, "sorting-record"),
    "copy_sheets.sheet": lambda d, o, _g: copy_sheets.sheet(d, o.case_id, "internet-mediation"),
    "serving.receipts": lambda d, o, _g: serving.receipts(d, o.case_id),
    "making.make": lambda d, o, _g: making.make(d, o.case_id, "sorting-record"),
    "making.previewed": lambda d, _o, _g: making.previewed(d, NOTICE, document_text(NOTICE)),
    "minutes.drawn": lambda d, o, _g: minutes.drawn(d, o.case_id, o.case.sessions[0].id),
    "companies.add_company": lambda d, _o, _g: companies.add_company(d, {"name": f"{uuid4()}"}),
    "companies.change_company": lambda d, _o, g: companies.change_company(
        d, g.company, {"name": f"{uuid4()}"}),
    "companies.companies": lambda d, _o, _g: companies.companies(d),
    "companies.keep_as_company": lambda d, o, g: companies.keep_as_company(
        d, o.case.respondents[0].id, o.case_id, None),
    "companies.of_party": lambda d, o, _g: companies.of_party(d, o.case_id, o.case.respondents[0].id),
    "companies.offered": lambda d, _o, _g: companies.offered(d, "公司"),
    "companies.put_back_company": lambda d, _o, g: companies.put_back_company(d, g.company),
    "companies.remove_company": lambda d, _o, g: companies.remove_company(d, g.company),
    "known.company": lambda d, o, _g: known.company(d, Typed(PartyKind.ORGANISATION, COMPANY)),
    "known.company_of_party": lambda d, o, _g: known.company_of_party(
        d, o.case_id, o.case.respondents[0].id),
    "known.of_party": lambda d, o, _g: known.of_party(d, o.case_id, o.case.applicants[0].id),
    "known.person": lambda d, _o, _g: known.person(d, Typed(name=OPEN_WORDS[0], phone="13897123456")),
    "offering.firms": lambda d, _o, _g: offering.firms(d, COMPANY),
    "offering.persons": lambda d, _o, _g: offering.persons(d, OPEN_WORDS[0]),
    "registering.take_in": _working(
        Verb.REGISTER_CASE, lambda d, w: registering.take_in(d, w, new_case()).id),
    "waiting.drop": lambda d, _o, _g: waiting.drop(d, UUID(int=7), "不属于本市"),
    "waiting.put_aside": lambda d, _o, _g: waiting.put_aside(d, Source.WALK_IN, "某人", "{}"),
    "waiting.put_aside_again": lambda d, _o, _g: waiting.put_aside_again(
        d, waiting.Waiting(UUID(int=7), datetime(2025, 1, 20), Source.WALK_IN, ""), Source.WALK_IN, "", "{}"),
    "waiting.same_day": lambda d, _o, _g: waiting.same_day(d),
    "waiting.take_back": lambda d, _o, _g: waiting.take_back(d, UUID(int=7)),
    "places.add_place": lambda d, _o, _g: places.add_place(d, PlaceKind.ROOM, f"{uuid4()}"),
    "places.change_place": lambda d, _o, g: places.change_place(d, g.place, f"{uuid4()}", ""),
    "places.places": lambda d, _o, _g: [place.name for place in places.places(d)],
    "places.put_back_place": lambda d, _o, g: places.put_back_place(d, g.place),
    "places.remove_place": lambda d, _o, g: places.remove_place(d, g.place),
    "sites.add_site": lambda d, _o, _g: sites.add_site(d, SiteDraft(f"{uuid4()}")),
    "sites.change_site": lambda d, _o, g: sites.change_site(d, g.site, SiteDraft(f"{uuid4()}")),
    "sites.choices": lambda d, _o, _g: len(sites.choices(d)) > 1,
    "sites.put_back_site": lambda d, _o, g: sites.put_back_site(d, g.site),
    "sites.remove_site": lambda d, _o, g: sites.remove_site(d, g.site),
    "sites.sites": lambda d, _o, _g: len(sites.sites(d)) > 0,
    "typefaces.add_typeface": lambda d, _o, g: typefaces.add_typeface(d, _typeface(g)),
    "typefaces.files": lambda d, _o, _g: list(typefaces.files(d)),
    "typefaces.order_typefaces": lambda d, _o, g: typefaces.order_typefaces(d, [g.typeface]),
    "typefaces.put_back_typeface": lambda d, _o, g: typefaces.put_back_typeface(d, g.typeface),
    "typefaces.remove_typeface": lambda d, _o, g: typefaces.remove_typeface(d, g.typeface),
    "typefaces.typefaces": lambda d, _o, _g: [one.name for one in typefaces.typefaces(d)],
    "merging.merged_row": _working(Verb.CHANGE_OFFICE_SETTINGS, lambda d, w: merging.merged_row(
        d, w, ("settings", "x"), {"a": 1}, {"a": 2}, {"a": 1}, lambda place: place.key)),
    "merging.merged_rows": _working(Verb.CHANGE_OFFICE_SETTINGS, lambda d, w: merging.merged_rows(
        d, w, {}, {("settings", "x"): {"a": 2}}, {}, lambda place: place.key)),
    "open_case.OpenCase": lambda d, o, _g: OpenCase(d, o.case_id).read(),
    "private_folder.PrivateFolder": lambda d, _o, g: PrivateFolder(d, g.folder).path,
    "private_folder.sweep": lambda d, _o, g: private_folder.sweep(d, g.folder),
    "reading.case": lambda d, o, _g: reading.case(d, o.case_id),
    "reading.count": lambda d, _o, _g: reading.count(d, CaseFilter()),
    "reading.day": lambda d, _o, _g: reading.day(d),
    "reading.find": lambda d, _o, _g: reading.find(d, OPEN_WORDS[0]),
    "reading.in_charge": lambda d, _o, _g: reading.in_charge(d),
    "reading.rows": lambda d, o, _g: reading.rows(d, [o.case_id]),
    "reading.mediators": lambda d, _o, _g: reading.mediators(d),
    "reading.page": lambda d, _o, _g: reading.page(d, CaseFilter(), 0, 50),
    "reading.people": lambda d, _o, _g: reading.people(d, OPEN_WORDS[0]),
    "reading.view": _within(lambda d, w, c: reading.view(d, w, c)),
    "recipients.Recipients": lambda d, _o, _g: Recipients(d).store_id,
    "recovery_sheet.escrow": lambda d, _o, _g: recovery_sheet.escrow(d),
    "recovery_sheet.recovery": lambda d, _o, _g: recovery_sheet.recovery(d),
    "registering.register": lambda d, _o, _g: registering.register(d, new_case()),
    "restoring.restore_beside": lambda d, _o, g: restoring.restore_beside(
        d, g.backup, "chen", PASSWORD, str(g.folder / f"again-{d.who.account_id}")),
    "settings.change": lambda d, _o, _g: settings.change(d, d.settings),
    "settings.next_serial": lambda d, _o, _g: settings.next_serial(d),
    "checking.before_signing": lambda d, o, _g: checking.before_signing(d, o.case_id),
    "checking.require_consistent": _within(lambda d, _w, c: checking.require_consistent(
        d, c, c.agreements_all[-1])),
    "checking.found": _within(lambda d, _w, c: checking.found(d, c, c.agreements_all[-1], d.today)),
    "default.advised": _within(lambda d, _w, c: default.advised(d, c)),
    "on_screen.look": lambda d, o, _g: on_screen.look(d, o.case_id),
    "on_screen.require_whole": _within(lambda d, w, c: on_screen.require_whole(
        d, w, c, c.signatures_all[-1].paper_sha256, d.today)),
    "signed_copy.drawn": _within(lambda d, w, c: signed_copy.drawn(d, w, c)),
    "payable.record": lambda d, o, _g: payable.record(d, o.case_id),
    "supplementing.about_to_be_signed": lambda d, _o, g: supplementing.about_to_be_signed(
        d, g.cases[Stage.SIGNED].case_id),
    "supplementing.rest": lambda d, _o, g: supplementing.rest(d, g.cases[Stage.SIGNED].case_id),
    "supplementing.work_out": lambda d, _o, g: supplementing.work_out(
        d, g.cases[Stage.SIGNED].case_id, terms("3000.00").terms),
    "settling.work_out": lambda d, o, _g: settling.work_out(d, o.case_id, terms("4000.00").terms),
    "signing.about_to_be_signed": lambda d, o, _g: signing.about_to_be_signed(d, o.case_id),
    "signing.preview_agreement": lambda d, o, _g: signing.preview_agreement(d, o.case_id, terms("4000.00")),
    "signing.to_sign": _within(lambda d, w, c: signing.to_sign(d, w, c)),
    "sorting.computed": _within(lambda d, _w, c: sorting.computed(d, c)),
    "sorting.limits": _within(lambda d, _w, c: sorting.limits(d, c, _outcome(d, c))),
    "sorting.prospect": _within(lambda d, _w, c: sorting.prospect(d, _outcome(d, c))),
    "sorting.sheet": _within(lambda d, _w, c: [one.id for one in sorting.sheet(d, c).elements()]),
    "sorting.sorter": _within(lambda d, _w, c: sorting.sorter(d, c).__class__),
    "statutes.drop_holidays": lambda d, _o, _g: statutes.drop_holidays(d, 2024),
    "statutes.holiday_years": lambda d, _o, _g: statutes.holiday_years(d),
    "statutes.import_holidays": lambda d, _o, _g: statutes.import_holidays(d, YEAR),
    "statutes.keep_figures": lambda d, _o, _g: statutes.keep_figures(d, [_content()]),
    "statutes.needs": lambda d, _o, _g: statutes.needs(d),
    "statutes.own_figures": lambda d, _o, _g: statutes.own_figures(d),
    "statutes.unannounced_years": lambda d, _o, _g: statutes.unannounced_years(d),
    "store_key.known_keys": lambda d, _o, _g: len(store_key.known_keys(d)),
    "store_key.reasons": lambda d, _o, _g: store_key.reasons(d),
    "store_key.renew": lambda d, _o, _g: _renew(d),
    "history.since": lambda d, o, _g: history.since(d, o.case_id, 1),
    "bringing.bring_home": lambda d, _o, g: bringing.bring_home(d, g.homeward),
    "homecoming.look": lambda d, _o, g: homecoming.look(d, g.homeward),
    "showing.may_decide": _within(lambda d, w, c: showing.may_decide(d, w, c.id)),
    "twice.join": lambda d, o, _g: _join(d, o.case_id),
    "twice.twice": _within(_twice),
    "receipts.of_bag": lambda d, _o, g: kept_receipts.of_bag(d, g.bag_id),
    "receipts.readable": lambda d, _o, _g: kept_receipts.readable(d, ()),
    "homecoming.ours": lambda d, _o, g: homecoming.ours(d, g.homeward),
    "homecoming.make": lambda d, _o, _g: receipts.make(d, _receipt(d), ()),
    "homecoming.view": lambda d, _o, _g: receipts.view(d, _receipt(d), ()),
    "leaving.bag_list": lambda d, _o, g: bag_lists.bag_list(d, g.bag_id),
    "leaving.pack": lambda d, o, g: leaving.pack(d, _leaving(o), g.folder / f"{uuid4()}.mdbag"),
    "leaving.pack_into": lambda d, o, g: leaving.pack_into(
        d, _leaving(o), str(g.folder), f"{uuid4()}", progress=nobody_looks, cancelled=goes_on),
    "leaving.size": lambda d, o, _g: leaving.size(d, [o.case_id], with_evidence=True),
    "lost.renew_keys": lambda d, _o, g: lost.renew_keys(d, g.bag_id),
    "office_keys.key_of": lambda d, _o, g: _working(None, lambda d, w: office_keys.key_of(
        d, w, bag.look_at(g.homeward), bag.look_at(g.homeward).laptop_id))(d, _o, g),
    "office_keys.to_pack": _working(None, lambda d, w: office_keys.to_pack(d, w).public),
    "office_keys.salts": _working(None, lambda d, w: len(office_keys.salts(d, w, w.new_key()))),
    "cards.own": lambda d, _o, _g: cards.own(d),
    "cards.read": lambda d, _o, g: cards.read(d, str(_card_file(g))),
    "cards.write_own": lambda d, _o, g: cards.write_own(d, str(g.folder), f"{uuid4()}"),
    "handing_back.here": lambda d, _o, _g: handing_back.here(d),
    "handing_back.pack": lambda d, _o, g: handing_back.pack(d, uuid4(), g.folder / f"{uuid4()}.mdbag"),
    "handing_back.pack_into": lambda d, _o, g: handing_back.pack_into(
        d, uuid4(), str(g.folder), f"{uuid4()}", progress=nobody_looks, cancelled=goes_on),
    "handing_over.pack": lambda d, o, g: handing_over.pack(d, _handing(o), g.folder / f"{uuid4()}.mdbag"),
    "handing_over.pack_into": lambda d, o, g: handing_over.pack_into(
        d, _handing(o), str(g.folder), f"{uuid4()}", progress=nobody_looks, cancelled=goes_on),
    "receiving.look": lambda d, _o, g: receiving.look(d, g.folder / "grid.mdbag"),
    "receiving.look_into": lambda d, _o, g: receiving.look_into(
        d, str(g.folder / "grid.mdbag"), progress=nobody_looks, cancelled=goes_on),
    "receiving.take_in": lambda d, _o, g: receiving.take_in(d, g.folder / "grid.mdbag"),
    "receiving.take_in_chosen": lambda d, _o, g: receiving.take_in_chosen(
        d, g.folder / "grid.mdbag", progress=nobody_looks, cancelled=goes_on),
    "opening.open_bag": lambda d, _o, g: opening.open_bag(d, g.folder / "grid.mdbag"),
    "opening.open_chosen": lambda d, _o, g: opening.open_chosen(
        d, str(g.folder / "grid.mdbag"), progress=nobody_looks, cancelled=goes_on),
    "register.away": lambda d, o, _g: register.away(d, [o.case_id]),
    "register.away_in": _within(lambda d, w, c: register.away_in(d, w, [c.id])),
    "register.bag": lambda d, _o, g: register.bag(d, g.bag_id),
    "register.bags": lambda d, _o, _g: register.bags(d),
    "register.declare_lost": lambda d, _o, g: register.declare_lost(d, g.out_id, "丢在车上"),
    "register.is_any_out": lambda d, _o, _g: register.is_any_out(d),
    "register.laptops": lambda d, _o, _g: register.laptops(d),
    "returning.pack": lambda d, _o, g: returning.pack(d, g.folder / f"{uuid4()}.mdbag"),
    "returning.pack_into": lambda d, _o, g: returning.pack_into(
        d, str(g.folder), f"{uuid4()}", progress=nobody_looks, cancelled=goes_on),
    "closing_periods.freeze": lambda d, _o, _g: closing_periods.freeze(
        d, "monthly", MONTH, seen=len(closing_periods.versions(d, "monthly", MONTH))),
    "closing_periods.frozen": lambda d, _o, _g: closing_periods.frozen(d, "monthly", MONTH),
    "closing_periods.newest": _looking(lambda d, w: closing_periods.newest(d, w, _month(d), MONTH, Narrow())),
    "closing_periods.versions": lambda d, _o, _g: closing_periods.versions(d, "monthly", MONTH),
    "exporting.export_cases": lambda d, _o, g: exporting.export_cases(
        d, MONTH, Narrow(), Behind(None), "Stock at end", CSV, _new(g)),
    "exporting.export_cell": lambda d, _o, g: exporting.export_cell(
        d, _form(d), ("flow", "all", "received"), CSV, _new(g)),
    "exporting.export_form": lambda d, _o, g: exporting.export_form(d, _form(d), CSV, _new(g)),
    "exporting.export_overview": lambda d, _o, g: exporting.export_overview(d, MONTH, Narrow(), CSV, _new(g)),
    "exporting.paper_of_form": lambda d, _o, _g: exporting.paper_of_form(d, _form(d)),
    "exporting.paper_of_overview": lambda d, _o, _g: exporting.paper_of_overview(d, MONTH, Narrow()),
    "exporting.proposed_name": lambda d, _o, _g: exporting.proposed_name(d, _form(d), CSV),
    "filling.empty": lambda d, _o, _g: filling.empty(d, _month(d), MONTH),
    "filling.fill": _looking(lambda d, w: filling.fill(d, w, _month(d), MONTH, Narrow())),
    "document_forms.drop": lambda d, _o, _g: document_forms.drop(d, NOTICE),
    "document_forms.keep": lambda d, _o, _g: document_forms.keep(d, NOTICE, document_text(NOTICE)),
    "document_forms.listed": lambda d, _o, _g: document_forms.listed(d),
    "document_forms.own_text_of": lambda d, _o, _g: document_forms.own_text_of(d, NOTICE),
    "document_forms.text_of": lambda d, _o, _g: document_forms.text_of(d, NOTICE),
    "document_forms.versions": lambda d, _o, _g: document_forms.versions(d, NOTICE),
    "forms.behind": lambda d, _o, _g: report_forms.behind(d, _form(d), ("flow", "all", "end"), 0, 9),
    "forms.drop": lambda d, _o, _g: report_forms.drop(d, "nothing"),
    "forms.filled": lambda d, _o, _g: report_forms.filled(d, "monthly", MONTH),
    "forms.keep": lambda d, _o, _g: report_forms.keep(d, d.library.reports["monthly"][1]),
    "forms.listed": lambda d, _o, _g: report_forms.listed(d),
    "forms.own_text_of": lambda d, _o, _g: report_forms.own_text_of(d, "monthly"),
    "forms.previewed": lambda d, _o, _g: report_forms.previewed(d, d.library.reports["monthly"][1]),
    "forms.require_whose": lambda d, _o, _g: report_forms.require_whose(d, _month(d), Narrow()),
    "forms.text_of": lambda d, _o, _g: report_forms.text_of(d, "monthly"),
    "listing.Listing": _looking(lambda d, w: Listing(d, w, "", MONTH, Narrow(), Pace()).titles()),
    "reporting.begun": _looking(lambda d, w: reporting.begun(d, w, "", MONTH, Narrow(), own=True)),
    "reporting.hiding_note": lambda d, _o, _g: reporting.hiding_note(d),
    "reporting.of_form": _looking(lambda d, w: reporting.of_form(d, w, _form(d))),
    "reporting.of_form_published": _looking(lambda d, w: reporting.of_form_published(d, w, _form(d))),
    "reporting.of_overview": lambda d, _o, _g: reporting.of_overview(d, MONTH, Narrow()),
    "reporting.of_overview_published": _looking(lambda d, w: reporting.of_overview_published(
        d, w, MONTH, Narrow())),
    "reporting.thresholds": lambda d, _o, _g: reporting.thresholds(d),
    "case_list.chosen": lambda d, _o, _g: case_list.chosen(d, CaseFilter()),
    "case_list.export": lambda d, _o, g: case_list.export(
        d, case_list.Wanted(CaseFilter()), str(g.folder / f"{uuid4()}.xlsx"), "en"),
    "sending.export": lambda d, o, g: sending.export(
        d, [o.case_id], summaries.Wanted(), sending.Target(str(g.folder / f"{uuid4()}"))),
    "sending.release": lambda d, o, g: _released(d, o, g),
    "summaries.all_kept": lambda d, _o, _g: summaries.all_kept(d),
    "summaries.correct": lambda d, o, _g: summaries.correct(d, o.case_id, Corrections()),
    "summaries.kept": lambda d, o, _g: summaries.kept(d, o.case_id),
    "summaries.look": lambda d, o, _g: summaries.look(d, o.case_id, summaries.Wanted()),
    "summaries.looked": lambda d, o, _g: summaries.looked(d, o.case_id, summaries.Wanted()),
    "summaries.preview": lambda d, _o, _g: summaries.preview(d, _nothing()),
    "summaries.view": lambda d, _o, _g: summaries.view(d, _nothing()),
    "taking.take": lambda d, _o, _g: taking.take(d, FileSource("a.txt", data=b"a"), Meter(2, None, None)),
    "timeline.make": lambda d, o, _g: timeline.make(d, o.case_id, [_changed_line(d)]),
    "told.Told": _within(lambda d, w, c: Told.of(d, w, c)),
    "upkeep.back_up": lambda d, _o, g: upkeep.back_up(d, g.folder / "backups"),
    "upkeep.back_up_if_due": lambda d, _o, _g: upkeep.back_up_if_due(d),
    "upkeep.folder": lambda d, _o, _g: upkeep.folder(d),
    "upkeep.listed": lambda d, _o, _g: upkeep.listed(d),
    "upkeep.mark": lambda d, _o, _g: upkeep.mark(d),
    "upkeep.on_closing": lambda d, _o, _g: upkeep.on_closing(d),
    "upkeep.prove": lambda d, _o, _g: _prove(d),
    "upkeep.proving": lambda d, _o, _g: _proving(d),
    "upkeep.set_folder": lambda d, _o, g: upkeep.set_folder(d, g.folder),
    "upkeep.standing": lambda d, _o, _g: upkeep.standing(d),
    "upkeep.unreadable": lambda d, _o, _g: upkeep.unreadable(d),
    "word.in_word": lambda d, _o, _g: bool(word.in_word(d, finishing.finished(d, samples.SUMMARY))),
    "word.lay_out": lambda d, _o, g: word.lay_out(
        d, finishing.finished(d, samples.SUMMARY), "案件摘要.docx", PrivateFolder(d, g.folder)).name,
    "workbooks.exported": lambda d, o, _g: workbooks.exported(d, o.case_id, "zh"),
    "writing.begin": _working(Verb.REGISTER_CASE, lambda d, w: writing.begin(d, w, w.new_key())),
    "writing.listed": _by_key(lambda d, w, o: writing.listed(
        d, w, held := _held(d, w, o), held.lines[0]).lines),
    "writing.renewed": _by_key(lambda d, w, o: writing.renewed(
        d, w, held := _held(d, w, o), held.lines).lines),
    "writing.to_write": _by_key(lambda d, w, o: writing.to_write(d, w, o.case_id).lines),
    **grid_referral.READING,
    **grid_orders.READING,
    **grid_packages.READING,
}
"""Verbs that write in no case, and those that read."""

def calls(ground: Ground) -> dict[str, Call]:
    """Each verb with what it is called with, ready to be called by anybody."""
    made = {name: _reading(ground, name, reach) for name, reach in READING.items()}
    return made | {name: _writing(ground, name) for name in CALLS}


def _reading(ground: Ground, name: str, reach: Reach) -> Call:
    signed = name.startswith(("booking.", "following.", "preparing.", "default."))
    closed = name.startswith("taking_out.")
    one = ground.cases[Stage.CLOSED if closed else Stage.SIGNED if signed else Stage.ACCEPTED]
    return Call(one, lambda desk: reach(desk, one, ground))


def _writing(ground: Ground, name: str) -> Call:
    (registered,) = verbs_of(name)
    one = ground.cases[next(stage for stage in STAGES if stage in VERBS[registered].stages)]
    verb, args = CALLS[name]
    given, seen = args(one), Seen(version(one))
    if name == "filing.file_away":  # what arrived is let go of when it is refused
        return Call(one, lambda desk: verb(desk, one.case_id, *args(one), seen=seen))
    return Call(one, lambda desk: verb(desk, one.case_id, *given, seen=seen))
