"""What stored values are called."""

from mediation_desk.domain.journal_columns import called
from mediation_desk.domain.people import SEXES
from mediation_desk.domain.vocabulary import Side


def test_a_value_is_called_by_its_term_or_by_its_word() -> None:
    assert called(Side, "respondent") == "Respondents"
    assert called(SEXES, "female") == "Female"
    assert called(Side, "nobody") == called(SEXES, "") == ""
