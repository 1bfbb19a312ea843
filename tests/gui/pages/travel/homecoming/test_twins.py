"""Rows that both sides made apart about the same thing find each other by number and worker."""

from mediation_desk.gui.pages.travel.homecoming.twins import as_rows, differing, number, twin

MINE = {("agreements", "1"): {"id": "1", "total": 300, "copies": 3},
        ("instalments", "2"): {"id": "2", "agreement_id": "1", "number": 1, "amount": 100},
        ("instalment_shares", "3"): {"id": "3", "instalment_id": "2", "worker_id": "w", "amount": 100}}
THEIRS = {("agreements", "9"): {"id": "9", "total": 300, "copies": 8},
          ("instalments", "8"): {"id": "8", "agreement_id": "9", "number": 1, "amount": 150},
          ("instalments", "6"): {"id": "6", "agreement_id": "9", "number": 2, "amount": 150},
          ("instalment_shares", "7"): {"id": "7", "instalment_id": "8", "worker_id": "w", "amount": 150}}


def test_an_agreement_an_instalment_and_a_share_find_their_like() -> None:
    assert twin(MINE, ("agreements", "1"), THEIRS)["id"] == "9"
    assert twin(MINE, ("instalments", "2"), THEIRS)["id"] == "8"
    assert twin(MINE, ("instalment_shares", "3"), THEIRS)["id"] == "7"
    assert twin(THEIRS, ("instalments", "6"), MINE) == {}


def test_only_what_differs_is_told_and_no_key() -> None:
    assert differing(MINE, ("agreements", "1"), THEIRS) == ["copies"]
    assert differing(MINE, ("instalments", "2"), THEIRS) == ["amount"]
    assert differing(THEIRS, ("instalments", "6"), MINE) == ["number", "amount"]


def test_a_share_is_called_by_its_instalment() -> None:
    assert number(MINE, ("instalment_shares", "3")) == "1" and number(MINE, ("agreements", "1")) == ""


def test_where_nothing_stood_there_are_no_rows() -> None:
    assert as_rows(None) == {} and as_rows(MINE) is MINE
