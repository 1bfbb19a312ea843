"""A case's matter: by what it is mainly about, else by its cause, else the rest."""

from mediation_desk.domain.reports.matters import Matter, Matters
from mediation_desk.domain.sorting.answer_types import Label

PAY = Matter("pay", Label("劳动报酬", "Pay"), frozenset({"unpaid_wages"}), frozenset({"加班工资"}))
INJURY = Matter("injury", Label("工伤", "Injury"), causes=frozenset({"工伤"}))
OTHER = Matter("other", Label("其他", "Other"), rest=True)
MATTERS = Matters((PAY, INJURY, OTHER))


def test_the_claim_goes_before_the_cause_and_the_rest_takes_what_is_left() -> None:
    assert MATTERS.of("unpaid_wages", "工伤") == "pay"
    assert MATTERS.of("other", "工伤") == "injury"
    assert MATTERS.of("", "自己写的") == "other"
    assert MATTERS.rest is OTHER
    assert MATTERS.claims == {"unpaid_wages"}
    assert MATTERS.causes == {"加班工资", "工伤"}
