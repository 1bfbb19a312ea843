"""The terms as they are typed: they add up to the fen, and what is wrong is said beside its field."""

import json
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from mediation_desk.demonstration import streamers
from mediation_desk.domain.calendar import RestDayRule
from mediation_desk.domain.money import Money, total, yuan
from mediation_desk.domain.settlement.terms import Terms, TermsDraft
from mediation_desk.domain.vocabulary import DefaultClause, PaymentMethod, ShareKind, SplitKind
from mediation_desk.gui.case.frame.bench import CaseBench
from mediation_desk.gui.case.settlement.terms import Incomplete, TermsForm, rest_day_words
from mediation_desk.gui.kit import words as kit_words
from mediation_desk.gui.kit.tasks.tasks import Tasks
from mediation_desk.library.words import CHINESE, ENGLISH, Words
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.settlement import settling
from tests.gui.case.conftest import Opener
from tests.gui.case.rooms import Room
from tests.gui.case.settlement.hands import SHARES, cells, keep, page_of, set_first_day, type_cell


def test_the_accepted_offer_is_taken_over_and_written_out(room: Room) -> None:
    page = page_of(room)
    assert page.terms.total.value() == yuan("30264") and page.terms.count.value() == 2
    assert "叁万零贰佰陆拾肆元整" in [label.text() for label in page.terms.total.findChildren(QLabel)]
    assert not page.terms.take_over.isVisibleTo(page)
    room.type(page.terms.total, "30000")
    assert page.terms.take_over.isVisibleTo(page)
    room.click(page.terms.take_over)
    assert page.terms.total.value() == yuan("30264")


def test_shares_and_instalments_add_up_both_ways_as_soon_as_the_first_day_is_typed(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    assert cells(page.terms.matrix, "share") == [*SHARES, "30,264.00"]
    for instalment in ("0", "1"):
        column = [Money.typed(text) for text in cells(page.terms.matrix, instalment)]
        assert total(column[:-1]) == column[-1] == yuan("15132")
    rows = zip(*(cells(page.terms.matrix, at) for at in ("0", "1", "share")), strict=True)
    assert all(Money.typed(one) + Money.typed(two) == Money.typed(share) for one, two, share in rows)


def test_a_due_day_on_a_rest_day_moves_as_the_rule_says(room: Room) -> None:
    """8 December 2024 is a Sunday, 8 January 2025 a Wednesday."""
    page = page_of(room)
    set_first_day(room, page, "2024-12-08")
    schedule = page.terms.schedule
    falls = [one.id for one in schedule.model.columns].index("falls")

    def first() -> str:
        return schedule.model.cell(schedule.model.index(0, falls)).text

    assert first() == "2024-12-08, rest day"
    room.choose(page.terms.rule, list(RestDayRule).index(RestDayRule.NEXT_WORKDAY))
    assert first() == "2024-12-09, moved"
    room.choose(page.terms.rule, list(RestDayRule).index(RestDayRule.PREVIOUS_WORKDAY))
    assert first() == "2024-12-06, moved"
    keep(room, page)
    agreement = room.case.agreement
    assert agreement
    assert [one.due_on for one in agreement.instalments] == [date(2024, 12, 6), date(2025, 1, 8)]


def test_shares_by_hand_keep_the_sum_and_say_what_moved(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    room.choose(page.terms.share_kind, list(ShareKind).index(ShareKind.BY_HAND))
    workers = [str(one.id) for one in room.case.applicants]
    for worker in workers:
        type_cell(page, "shares", worker, "share", "6000")
    assert page.terms.matrix.error() == ""  # what was typed first gives way
    assert page.terms.matrix._help.endswith("becomes 6,264.00 yuan")
    type_cell(page, "shares", workers[1], "share", "40000")
    assert "yuan, not to 30,264.00 yuan" in page.terms.matrix.error()
    type_cell(page, "shares", workers[1], "share", "6000")
    keep(room, page)
    agreement = room.case.agreement
    assert agreement and [str(one.amount) for one in agreement.shares] == ["6,264.00"] + ["6,000.00"] * 4


def test_days_by_hand_begin_with_those_of_the_month(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    room.choose(page.terms.rhythm, 3)
    assert page.terms.schedule.dates(2) == (date(2024, 12, 10), date(2025, 1, 10))
    assert page.terms.schedule.error() == ""
    type_cell(page, "schedule", "1", "due", "2025-01-17")
    assert page.terms.schedule.dates(2) == (date(2024, 12, 10), date(2025, 1, 17))


def test_dates_and_amounts_by_hand(room: Room) -> None:
    page = page_of(room)
    room.choose(page.terms.rhythm, 3)
    room.choose(page.terms.split, list(SplitKind).index(SplitKind.BY_HAND))
    assert "due day of every instalment" in page.terms.schedule.error()
    for row, (day, amount) in enumerate((("2024-12-03", "10000"), ("20241230", "20264.00"))):
        type_cell(page, "schedule", str(row), "due", day)
        type_cell(page, "schedule", str(row), "amount", amount)
    assert page.terms.schedule.error() == ""
    keep(room, page)
    agreement = room.case.agreement
    assert agreement
    assert [(one.due_on, one.amount) for one in agreement.instalments] == [
        (date(2024, 12, 3), yuan("10000")), (date(2024, 12, 30), yuan("20264"))]


def test_a_clause_of_the_library_becomes_a_line_of_the_other_terms(room: Room) -> None:
    page = page_of(room)
    picker = page.terms._late.picker
    room.choose(page.terms.insert, 1)
    room.click(picker.put_in)
    assert page.terms.other.typed().startswith("一次性了结：")
    room.choose(page.terms.insert, page.terms.insert.combo.findText("离职证明"))
    room.click(picker.put_in)
    assert picker.form and picker.form.field("days").error()  # nothing is left blank
    room.type(picker.form.field("days"), "15")
    room.click(picker.put_in)
    assert "15日内向申请人出具" in page.terms.other.typed().splitlines()[1]
    room.choose(page.terms.insert, page.terms.insert.combo.findText("再无其他争议"))
    assert "一次性了结" in picker.against.text() and not picker.put_in.isEnabled()


def test_typed_terms_come_back_after_a_kill(room: Room, open_case: Opener) -> None:
    page = page_of(room)
    set_first_day(room, page, "2024-12-12")
    room.choose(page.terms.clause, list(DefaultClause).index(DefaultClause.RESUME))
    room.window.bench.notes.flush()
    room.settle()
    again = page_of(open_case(room.case_id))
    assert again.terms.first.value() == date(2024, 12, 12)
    assert again.terms.clause.value() is DefaultClause.RESUME
    assert again.primary.text() == "Keep the terms"


def test_what_is_typed_stays_when_the_case_is_read_anew(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    room.type(page.terms.grace, "9")
    room.window.bench.reload()
    room.settle()
    assert page.terms.grace.value() == 9 and page.terms.first.value() == date(2024, 12, 10)


def test_kept_terms_read_back_as_they_were_set(room: Room, desk: Desk, open_case: Opener) -> None:
    """What the page shows of kept terms makes the same draft again, so nothing asks to be kept."""
    settling.draft(desk, room.case_id, streamers.terms())
    page = page_of(open_case(room.case_id))
    assert page.primary.text() == "Sign …"
    assert page.terms.draft() == replace(streamers.terms(), copies=5 + 1 + 1)
    assert json.loads(page.terms.schedule.typed() or "{}") == {}


@pytest.mark.parametrize(("share", "split", "weights", "amounts"), [
    (ShareKind.EQUAL, SplitKind.BY_SHARE, (1, 2), ()),
    (ShareKind.BY_CLAIM, SplitKind.BY_HAND, (), ("10000.01", "20263.99")),
    (ShareKind.BY_HAND, SplitKind.EQUAL, (), ())])
def test_terms_of_every_kind_read_back_as_they_were_set(
        room: Room, desk: Desk, open_case: Opener, share: ShareKind, split: SplitKind,
        weights: tuple[int, ...], amounts: tuple[str, ...]) -> None:
    """30,264.00 is no third of anything in fen: 10,088.00 and 20,176.00 are; the days are by hand."""
    workers = [one.id for one in room.case.applicants]
    by_hand = tuple((worker, yuan("6052.80")) for worker in workers) if share is ShareKind.BY_HAND else ()
    terms = Terms(yuan("30264"), (date(2024, 12, 3), date(2025, 2, 17)), share_kind=share, split_kind=split,
                  rest_day_rule=RestDayRule.NEXT_WORKDAY, weights=weights,
                  amounts=tuple(map(yuan, amounts)), by_hand=by_hand)
    wanted = TermsDraft(terms, method=PaymentMethod.CASH, default_clause=DefaultClause.RESUME, grace_days=0,
                        responsibility="公司负责", other_terms="一\n二", copies=7, signing_place="西宁市")
    settling.draft(desk, room.case_id, wanted)
    page = page_of(open_case(room.case_id))
    assert page.terms.draft() == wanted
    assert page.primary.text() == "Sign …"


def test_instalments_by_hand_that_do_not_add_up_are_said_and_nothing_is_kept(room: Room) -> None:
    page = page_of(room)
    set_first_day(room, page)
    room.choose(page.terms.split, list(SplitKind).index(SplitKind.BY_HAND))
    assert cells(page.terms.matrix, "0")[-1] == "15,132.00"  # it begins with what was worked out
    type_cell(page, "schedule", "0", "amount", "40000")
    assert "55,132.00 yuan, not to 30,264.00 yuan" in page.terms.schedule.error()
    page.keep_terms()
    room.settle()
    assert room.case.agreement is None and page.terms.schedule.error()
    type_cell(page, "schedule", "0", "amount", "15132.01")
    assert page.terms.schedule.error() == ""
    assert page.terms.schedule.amounts(2) == (yuan("15132.01"), yuan("15131.99"))


@pytest.mark.parametrize(("field", "typed", "told"), [
    ("instalments", "0", "between 1 and 60"), ("instalments", "61", "between 1 and 60"),
    ("instalments", "two", "not a whole number"), ("total", "0", "more than zero"),
    ("total", "-5", "below zero"), ("total", "1.005", "two decimals"),
    ("grace_days", "91", "between 0 and 90"), ("copies", "1", "between 2 and"),
    ("due_dates", "2024-13-01", "no such day")])
def test_a_term_that_means_nothing_is_said_beside_its_field(
        desk: Desk, tasks: Tasks, accepted: UUID, field: str, typed: str, told: str) -> None:
    form = terms_of(desk, tasks, accepted)
    form.form.field(field).set_typed(typed)
    form.form.field(field).commit()
    assert told in form.form.field(field).error()
    form.deleteLater()


def terms_of(desk: Desk, tasks: Tasks, case_id: UUID) -> TermsForm:
    """The form of the terms by itself, filled from the accepted offer."""
    bench = CaseBench(desk, tasks, case_id)
    bench.view = reading.case(desk, case_id)
    form = TermsForm(bench)
    form.show_case(bench.view)
    form.first.set_value(date(2024, 12, 10))
    form.refresh()
    return form


def test_without_a_total_or_a_day_nothing_is_wrong_and_nothing_is_worked_out(
        desk: Desk, tasks: Tasks, accepted: UUID) -> None:
    form = terms_of(desk, tasks, accepted)
    for field, value in ((form.total, yuan("30264")), (form.first, date(2024, 12, 10))):
        field.set_value(None)
        form.refresh()
        assert {form.form.field(name).error() for name in form.form.names()} == {""}
        assert cells(form.matrix, "share")[-1] == ""
        with pytest.raises(Incomplete):
            form.draft()
        field.set_value(value)
    assert form.draft().terms.total == yuan("30264")
    form.deleteLater()


def test_more_copies_for_more_sides_and_one_for_the_office(desk: Desk, tasks: Tasks, accepted: UUID) -> None:
    form = terms_of(desk, tasks, accepted)
    assert form.copies.value() == 5 + 1 + 1
    assert form.grace.value() == 5 and form.rule.value() is RestDayRule.SAME_DAY
    form.deleteLater()


def test_the_first_of_twelve_months_from_the_31st_falls_on_each_months_last_day(
        desk: Desk, tasks: Tasks, accepted: UUID) -> None:
    form = terms_of(desk, tasks, accepted)
    form.count.set_value(4)
    form.first.set_value(date(2025, 1, 31))
    form.refresh()
    assert form.draft().terms.due_dates == (
        date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31), date(2025, 4, 30))
    form.deleteLater()


def test_a_clause_is_added_beneath_what_was_written(desk: Desk, tasks: Tasks, accepted: UUID) -> None:
    form = terms_of(desk, tasks, accepted)
    form.other.set_value("  公司当日出具收入证明  ")
    form.insert.combo.setCurrentIndex(1)
    form.insert.combo.activated.emit(1)
    form._late.picker.put_in.click()
    first, second = form.other.typed().splitlines()
    assert first == "公司当日出具收入证明" and second.startswith("一次性了结：")
    assert "{{" not in form.other.typed() and form.insert.typed() == ""  # ready for another
    form.deleteLater()


@pytest.mark.parametrize(("language", "said"), [
    (ENGLISH, ("The next working day", "The working day before", "The same day")),
    (CHINESE, ("顺延到下一工作日", "提前到上一工作日", "不变"))])
def test_each_rule_for_a_rest_day_has_words_of_its_own(dressed: QApplication, language: str,
                                                       said: tuple[str, ...]) -> None:
    kit_words.install(dressed, Words.of(language))
    told = [rest_day_words(rule) for rule in (RestDayRule.NEXT_WORKDAY, RestDayRule.PREVIOUS_WORKDAY,
                                              RestDayRule.SAME_DAY)]
    assert told == list(said)
