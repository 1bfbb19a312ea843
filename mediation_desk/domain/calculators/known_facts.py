"""Every fact that claims are computed from, by the name that sheets and files of facts use."""

from __future__ import annotations

from collections.abc import Mapping

from mediation_desk.domain.calculators.double_wage import LIMITATION_METHODS, PARTIAL_MONTHS
from mediation_desk.domain.calculators.facts import Fact, Kind
from mediation_desk.domain.calculators.termination import NOTICE_GROUNDS
from mediation_desk.domain.calculators.wages import PAY_KINDS
from mediation_desk.domain.words import N_, say

_COLUMNS: tuple[Fact, ...] = (
    Fact("kind", Kind.CHOICE, say(N_("Kind of pay")), choices=PAY_KINDS, needed=True),
    Fact("quantity", Kind.NUMBER, say(N_("Quantity"))),
    Fact("rate", Kind.NUMBER, say(N_("Rate"))),
    Fact("amount", Kind.MONEY, say(N_("Amount"))),
)
_DEDUCTION_COLUMNS: tuple[Fact, ...] = (
    Fact("date", Kind.DATE, say(N_("Date"))),
    Fact("amount", Kind.MONEY, say(N_("Amount")), needed=True),
    Fact("ground", Kind.TEXT, say(N_("Ground"))),
    Fact("kept_share", Kind.SHARE, say(N_("Share the company may keep"))),
)
FACTS: Mapping[str, Fact] = {fact.name: fact for fact in (
    Fact("amount_due", Kind.MONEY, say(N_("Amount due"))),
    Fact("amount_paid", Kind.MONEY, say(N_("Amount already paid"))),
    Fact("monthly_wage", Kind.MONEY, say(N_("Monthly wage"))),
    Fact("unpaid_from", Kind.DATE, say(N_("Unpaid from"))),
    Fact("unpaid_until", Kind.DATE, say(N_("Unpaid until"))),
    Fact("pay_items", Kind.LIST, say(N_("Pay items")), columns=_COLUMNS),
    Fact("employed_from", Kind.DATE, say(N_("Employed from"))),
    Fact("employed_until", Kind.DATE, say(N_("Employed until"))),
    Fact("contract_signed_on", Kind.DATE, say(N_("Written contract signed on"))),
    Fact("without_contract_from", Kind.DATE, say(N_("Without renewed contract from"))),
    Fact("without_contract_until", Kind.DATE, say(N_("Without renewed contract until"))),
    Fact("open_ended_refused", Kind.YES_NO, say(N_("An open-ended contract was due and refused"))),
    Fact("renewal_grace", Kind.YES_NO, say(N_("A month of grace once a contract ran out"))),
    Fact("claimed_on", Kind.DATE, say(N_("Claimed on"))),
    Fact("limitation_method", Kind.CHOICE, say(N_("Limitation method")), choices=LIMITATION_METHODS),
    Fact("partial_month", Kind.CHOICE, say(N_("Partial month")), choices=PARTIAL_MONTHS),
    Fact("average_monthly_wage", Kind.MONEY, say(N_("Average monthly wage"))),
    Fact("months_of_pay", Kind.NUMBER, say(N_("Months of pay"))),
    Fact("local_average_monthly_wage", Kind.MONEY, say(N_("Local average monthly wage"))),
    Fact("local_minimum_monthly_wage", Kind.MONEY, say(N_("Local minimum monthly wage"))),
    Fact("last_month_wage", Kind.MONEY, say(N_("Wage of the last month"))),
    Fact("ground", Kind.CHOICE, say(N_("Ground")), choices=NOTICE_GROUNDS),
    Fact("hourly_wage", Kind.MONEY, say(N_("Hourly wage"))),
    Fact("workday_hours", Kind.NUMBER, say(N_("Overtime hours on workdays"))),
    Fact("restday_hours", Kind.NUMBER, say(N_("Overtime hours on rest days"))),
    Fact("restday_days", Kind.NUMBER, say(N_("Overtime days on rest days"))),
    Fact("holiday_hours", Kind.NUMBER, say(N_("Overtime hours on statutory holidays"))),
    Fact("holiday_days", Kind.NUMBER, say(N_("Overtime days on statutory holidays"))),
    Fact("single_pay_included", Kind.YES_NO, say(N_("Ordinary pay for that time was already paid"))),
    Fact("days_untaken", Kind.NUMBER, say(N_("Leave days not taken"))),
    Fact("service_years_total", Kind.NUMBER, say(N_("Years of work in all"))),
    Fact("left_on", Kind.DATE, say(N_("Left on"))),
    Fact("days_taken", Kind.NUMBER, say(N_("Leave days taken"))),
    Fact("wage_after_probation", Kind.MONEY, say(N_("Wage after probation"))),
    Fact("months_over", Kind.NUMBER, say(N_("Months beyond the lawful probation"))),
    Fact("months", Kind.NUMBER, say(N_("Months"))),
    Fact("inspection_order_overdue", Kind.YES_NO, say(N_("A labour inspection order to pay has run out"))),
    Fact("deductions", Kind.LIST, say(N_("Deductions")), columns=_DEDUCTION_COLUMNS),
    Fact("periods", Kind.NUMBER, say(N_("Months or days in the heat"))),
    Fact("heat_until", Kind.DATE, say(N_("Last day worked in the heat"))),
    Fact("amount", Kind.MONEY, say(N_("Amount"))),
)}
RATES: Mapping[str, Fact] = {
    "non_compete": Fact("rate", Kind.SHARE, say(N_("Rate"))),
    "additional_compensation": Fact("rate", Kind.SHARE, say(N_("Rate"))),
    "heat_allowance": Fact("rate", Kind.MONEY, say(N_("Rate"))),
}
