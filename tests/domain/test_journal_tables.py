"""What the timeline calls tables and columns."""

from mediation_desk.domain.journal_tables import TABLES, column, tells
from mediation_desk.domain.verbs import VERBS
from mediation_desk.domain.vocabulary import Authority, PartyKind, SealedKind


def test_money_and_terms_are_known_by_the_type_of_the_field() -> None:
    assert column("payments", "amount").money and column("agreements", "total").money
    assert not column("offers", "instalments").money
    assert column("sealed_items", "kind").words == (SealedKind,)
    assert column("parties", "kind").words == (PartyKind,)
    assert column("parties", "authority").words == (Authority,)


def test_one_name_may_be_called_differently_in_two_tables() -> None:
    assert column("cases", "number").label == "Case number"
    assert column("instalments", "number").label == "Number"


def test_keys_and_marks_of_time_tell_a_reader_nothing() -> None:
    assert not tells("parties", "case_id") and not tells("case_key_wraps", "wrapped")
    assert tells("parties", "name") and not tells("accounts", "name")


def test_an_old_entry_of_a_column_that_is_no_more_is_told_by_its_bare_name() -> None:
    assert column("parties", "fax").label == "fax" and column("pagers", "tone").label == "tone"


def test_what_comes_back_by_itself_comes_back_by_a_verb_that_there_is() -> None:
    assert {table.kept_by for table in TABLES.values() if table.kept_by} <= set(VERBS)
    assert not TABLES["agreements"].kept_by and not TABLES["case_key_wraps"].kept_by
