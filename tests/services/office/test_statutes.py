"""The office's own figures and holidays count beside the shipped ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mediation_desk.domain.deadlines import next_clock
from mediation_desk.domain.figures import FigureKind
from mediation_desk.domain.merging import Conflicts, Kind
from mediation_desk.domain.money import yuan
from mediation_desk.domain.vocabulary import ClockKind
from mediation_desk.domain.words import DeskError
from mediation_desk.services import reading
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import registering
from mediation_desk.services.office import settings, statutes
from mediation_desk.services.own_law import OwnFigure
from mediation_desk.store.verify.findings import Finding
from mediation_desk.store.verify.verify import verify
from tests.offices import Office

WAGE = OwnFigure(FigureKind.MINIMUM_WAGE, "630100", "西宁市", yuan("1880"), date(2024, 1, 1),
                 "办公室自行录入（测试）")
YEAR = """[[year]]
year = 2027
notice = "测试通知"
statutory = [2027-01-01]
rest_days = [2027-02-08]
make_up_workdays = [2027-02-06]
"""


def test_a_figure_is_used_from_its_first_day_on_and_kept(office: Office) -> None:
    statutes.keep_figures(office.first, [WAGE])
    for desk in (office.first, office.desk()):
        found = desk.figures.minimum_wage("630102", date(2024, 6, 1))
        assert found is not None
        assert found.amount == yuan("1880")
        assert desk.figures.minimum_wage("630102", date(2023, 12, 31)) is None


@pytest.mark.parametrize(("wrong", "field"), [
    ({"place": "63"}, "place"),  ({"amount": yuan("0")}, "amount"), ({"source": " "}, "source"),
    ({"until": date(2023, 1, 1)}, "until")])
def test_a_figure_that_cannot_be_changes_nothing(office: Office, wrong: dict[str, object],
                                                 field: str) -> None:
    with pytest.raises(DeskError) as refused:
        statutes.keep_figures(office.first, [WAGE, replace(WAGE, **wrong)])  # type: ignore[arg-type]
    assert refused.value.field == field
    assert statutes.own_figures(office.first) == ()


def test_an_imported_year_of_holidays_moves_the_clocks(office: Office) -> None:
    assert not office.first.calendar.knows(date(2027, 1, 1))
    statutes.import_holidays(office.first, YEAR)
    again = office.desk()
    assert again.calendar.is_workday(date(2027, 2, 6))
    assert not again.calendar.is_workday(date(2027, 2, 8))
    assert (2027, True) in [(year.year, own) for year, own in statutes.holiday_years(again)]
    statutes.drop_holidays(again, 2027)
    assert not again.calendar.knows(date(2027, 1, 1))


def test_the_years_of_the_page_are_those_with_a_notice_and_the_coming_one_is_named(office: Office) -> None:
    """The office's clock stands in January 2025, and later in November 2026."""
    assert [year.year for year, _ in statutes.holiday_years(office.first)] == [2024, 2025, 2026]
    assert statutes.unannounced_years(office.first) == []
    office.clock.set(2026, 11, 23)
    assert statutes.unannounced_years(office.first) == [2027]


def test_a_notice_that_is_taken_in_moves_the_dates_in_the_lists(office: Office) -> None:
    """Received Tuesday 2027-01-05: by what is fixed by law, Friday the 8th; with the 8th off and the 9th,
    a Saturday, at work, the 9th. Nothing is found to differ before or after."""
    office.clock.set(2027, 1, 5)
    case_id = registered(office.first)
    assert acceptance(office) == date(2027, 1, 8)
    statutes.import_holidays(office.first, YEAR.replace("2027-02-08", "2027-01-08")
                             .replace("2027-02-06", "2027-01-09"))
    assert acceptance(office) == date(2027, 1, 9) == clock_of(office, case_id)
    assert not findings(office)
    statutes.drop_holidays(office.first, 2027)
    assert acceptance(office) == date(2027, 1, 8) == clock_of(office, case_id)
    assert not findings(office)


def registered(desk: Desk) -> UUID:
    made = registering.register(desk, registering.IntakeDraft(received_on=desk.today, cause="欠付工资"))
    assert made.result is not None
    return made.result


def acceptance(office: Office) -> date:
    with office.first.reading() as work:
        [line] = [line for line, _case in work.lists.agenda(date(2027, 1, 1), date(2027, 1, 31))
                  if line.kind == ClockKind.ACCEPTANCE]
    return line.on


def clock_of(office: Office, case_id: UUID) -> date | None:
    clock = next_clock(reading.case(office.first, case_id).case, office.first.calendar)
    return clock.due_on if clock else None


def findings(office: Office) -> list[Finding]:
    return [seen for seen in verify(office.first.store, office.first.calendar) if isinstance(seen, Finding)]


def test_a_region_may_be_typed_with_full_width_digits(office: Office) -> None:
    statutes.keep_figures(office.first, [replace(WAGE, place="６３０１００")])
    assert statutes.own_figures(office.first) == (WAGE,)
    settings.change(office.first, replace(office.first.settings, region=" ６３０１０２ "))
    assert office.desk().settings.region == "630102"


def test_what_the_region_needs_is_told_with_what_depends_on_it(office: Office) -> None:
    """No figure of Xining is shipped: its average wage decides the cap of two claims."""
    needs = {need.kind: need for need in statutes.needs(office.first)}
    average = needs[FigureKind.AVERAGE_WAGE]
    assert average.figure is None and average.why is not None and "西宁市" in str(average.why)
    assert [str(label) for label in average.claims] == ["Economic compensation",
                                                        "Damages for unlawful termination"]
    assert "final" in str(needs[FigureKind.MINIMUM_WAGE].checks[0])
    statutes.keep_figures(office.first, [replace(WAGE, place="630000", place_name="青海省")])
    least = next(need for need in statutes.needs(office.first) if need.kind is FigureKind.MINIMUM_WAGE)
    assert least.figure is not None and least.whose == "630000" and least.why is None


def test_without_a_region_every_figure_lacks(office: Office) -> None:
    settings.change(office.first, replace(office.first.settings, region=""))
    assert all(need.figure is None for need in statutes.needs(office.first))


def test_a_heat_figure_out_of_season_is_at_hand_all_the_same(office: Office) -> None:
    """In January; the calculators still refuse to use it for a winter's day."""
    summer = OwnFigure(FigureKind.HEAT_ALLOWANCE, "630100", "西宁市", yuan("150"), date(2024, 6, 1),
                       "办公室自行录入（测试）", months=(6, 7, 8))
    statutes.keep_figures(office.first, [summer])
    heat = next(need for need in statutes.needs(office.desk()) if need.kind is FigureKind.HEAT_ALLOWANCE)
    assert heat.figure == summer.figure
    assert office.first.figures.heat_allowance("630102", date(2025, 1, 20)) is None
    assert office.first.figures.heat_allowance("630102", date(2025, 7, 20)) == summer.figure


def test_the_offices_month_of_grace_is_kept(office: Office) -> None:
    assert not office.first.settings.renewal_grace
    settings.change(office.first, replace(office.first.settings, renewal_grace=True))
    assert office.desk().settings.renewal_grace


def test_a_broken_file_of_holidays_is_refused_in_words(office: Office) -> None:
    for text in ("", "[[year]]\nyear = 2027", YEAR + YEAR, YEAR.replace("2027-02-06", "2027-02-05")):
        with pytest.raises(DeskError):
            statutes.import_holidays(office.first, text)


def test_office_settings_are_kept_and_in_the_journal(office: Office) -> None:
    changed = replace(office.first.settings, name="城西区劳动争议调解工作室")
    settings.change(office.first, changed)
    assert office.desk().settings == changed
    with pytest.raises(DeskError) as refused:
        settings.change(office.first, replace(changed, seal_name=" "))
    assert refused.value.field == "seal_name"


# Meanwhile


def test_figures_entered_at_two_desks_both_stay(office: Office) -> None:
    hers, next_year = office.desk(), replace(WAGE, since=date(2025, 1, 1), amount=yuan("2000"))
    statutes.keep_figures(hers, [WAGE])
    statutes.keep_figures(office.first, [next_year])
    assert set(statutes.own_figures(office.first)) == {WAGE, next_year}


def test_a_figure_changed_at_two_desks_is_a_conflict_with_both_amounts(office: Office) -> None:
    statutes.keep_figures(office.first, [WAGE])
    hers = office.desk()
    statutes.keep_figures(hers, [replace(WAGE, amount=yuan("1900"))])
    mine = replace(WAGE, amount=yuan("1950"))
    with pytest.raises(Conflicts) as told:
        statutes.keep_figures(office.first, [mine], [WAGE])
    (conflict,) = told.value.conflicts
    assert (conflict.place.field, conflict.mine, conflict.stands) == ("amount", "1950.00", "1900.00")
    assert conflict.by and conflict.by.verb == "edit_figures"
    (at_hand,) = statutes.own_figures(office.first)
    assert at_hand.amount == yuan("1900")
    statutes.keep_figures(office.first, [mine])
    assert statutes.own_figures(office.desk()) == (mine,)


def test_a_figure_that_a_colleague_corrected_is_not_removed_unseen(office: Office) -> None:
    statutes.keep_figures(office.first, [WAGE])
    statutes.keep_figures(office.desk(), [replace(WAGE, source="公报（测试）")])
    with pytest.raises(Conflicts) as told:
        statutes.keep_figures(office.first, [], [WAGE])
    assert told.value.conflicts[0].kind is Kind.REMOVED


def test_two_figures_of_one_place_and_day_are_both_kept(office: Office) -> None:
    twin = replace(WAGE, amount=yuan("1900"))
    statutes.keep_figures(office.first, [WAGE, twin])
    assert statutes.own_figures(office.desk()) == (WAGE, twin)


def test_a_year_imported_at_two_desks_is_a_conflict_unless_it_is_the_same(office: Office) -> None:
    hers = office.desk()
    statutes.import_holidays(hers, YEAR)
    statutes.import_holidays(office.first, YEAR)
    third, other = office.desk(), YEAR.replace("测试通知", "另一通知")
    statutes.import_holidays(hers, other)
    with pytest.raises(Conflicts):
        statutes.drop_holidays(third, 2027)
    statutes.drop_holidays(third, 2027)
    assert not office.desk().calendar.knows(date(2027, 1, 1))
