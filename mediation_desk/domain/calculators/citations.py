"""The articles that the calculators cite; how they are written out is data of the library."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """An article of a law: ``law`` is a key of resources/law/citations.toml."""

    law: str
    article: int
    paragraph: int | None = None


WRITTEN_CONTRACT_DUE = Citation("contract_law", 10, 2)
WAGES_IN_FULL = Citation("contract_law", 30, 1)
NOTICE = Citation("contract_law", 40)
COMPENSATION_DUE = Citation("contract_law", 46)
COMPENSATION_YEARS = Citation("contract_law", 47, 1)
COMPENSATION_CAP = Citation("contract_law", 47, 2)
DOUBLE_WAGE = Citation("contract_law", 82, 1)
OPEN_ENDED_REFUSED = Citation("contract_law", 82, 2)
PROBATION_DAMAGES = Citation("contract_law", 83)
ADDITIONAL = Citation("contract_law", 85)
UNLAWFUL_TERMINATION = Citation("contract_law", 87)
COMPENSATION_OF_1994 = Citation("compensation_1994", 5)
SERVICE_BEFORE_THE_LAW = Citation("contract_law", 97, 3)
DOUBLE_WAGE_PERIOD = Citation("contract_law_regulations", 6, 2)
DOUBLE_WAGE_YEAR = Citation("contract_law_regulations", 7)
NOTICE_WAGE = Citation("contract_law_regulations", 20)
DAMAGES_YEARS = Citation("contract_law_regulations", 25)
BASE_WAGE = Citation("contract_law_regulations", 27)
OVERTIME = Citation("labour_law", 44)
OVERTIME_PAY = Citation("wage_payment", 13, 1)
WITHHOLDING = Citation("wage_payment", 15)
DEDUCTION_LIMITS = Citation("wage_payment", 16)
PAID_DAYS = Citation("paid_days", 2)
LEAVE_DAYS = Citation("annual_leave", 3, 1)
LEAVE_PAY = Citation("annual_leave", 5, 3)
LEAVE_PAY_INCLUDES = Citation("annual_leave_measures", 10, 1)
LEAVE_DAY_WAGE = Citation("annual_leave_measures", 11)
LEAVE_ON_LEAVING = Citation("annual_leave_measures", 12)
LEAVE_ON_ENTERING = Citation("annual_leave_measures", 5)
LIMITATION = Citation("arbitration_law", 27, 1)
LAST_DAY_MOVES = Citation("civil_code", 203, 1)
DOUBLE_WAGE_BY_MONTH = Citation("interpretation_2", 6)
NO_DOUBLE_WAGE_AFTER_A_YEAR = Citation("interpretation_2", 9)
LIMITATION_RAISED = Citation("interpretation_2", 20)
NON_COMPETE_PAY = Citation("interpretation_1", 36)
HEAT = Citation("heat_measures", 17)
INJURY_LEAVE = Citation("injury_regulations", 33, 1)
PERFORMANCE_IN_FULL = Citation("civil_code", 509, 1)
