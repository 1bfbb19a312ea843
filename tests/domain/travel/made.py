"""Rows of a case as merging takes them, made by hand for tests."""

from __future__ import annotations

from collections.abc import Mapping

from mediation_desk.domain.merging import Key, Row, Rows
from mediation_desk.domain.travel.versions import Versions

CASE: Key = ("cases", "case")


def row(key: Key, **told: object) -> tuple[Key, Row]:
    """One row."""
    return key, {"id": key[1], "case_id": "case", **told}


def rows(*made: tuple[Key, Row]) -> dict[Key, Row]:
    """A case with these rows, at sorting."""
    return dict((row(CASE, station="sorting", cause="", facts_in_brief=""), *made))


def party(name: str, role: str = "applicant", **told: object) -> tuple[Key, Row]:
    """Somebody, known by their name."""
    return row(("parties", name), role=role, name=name, phone="", acts_for=None, kind="person",
               id_number="", position=0, **told)


def exhibit(name: str, position: int, proves: str = "") -> tuple[Key, Row]:
    """An exhibit."""
    return row(("exhibits", name), name=name, position=position, proves=proves, given_by="")


def entry(key: str, element: str, worker: str | None = None, **told: object) -> tuple[Key, Row]:
    """What is said of an element."""
    said = {"applicant": "", "respondent": "", "finding": "", "evidence": "", "note": "", **told}
    return row(("element_entries", key), element=element, worker_id=worker, **said)


def offer(key: str, side: str, number: int, amount: int, accepted: str | None = None) -> tuple[Key, Row]:
    """An offer of a round."""
    return row(("offers", key), side=side, round=number, amount=amount, accepted_at=accepted)


def terms(key: str, total: int, signed: str | None = None) -> tuple[tuple[Key, Row], ...]:
    """An agreement with one instalment of the whole."""
    return (row(("agreements", key), total=total, signed_on=signed),
            row(("instalments", f"{key}-1"), agreement_id=key, number=1, amount=total))


def changed(made: Rows, key: Key, **told: object) -> dict[Key, Row]:
    """The same with words of a row changed."""
    return {**made, key: {**made[key], **told}}


def without(made: Rows, *keys: Key) -> dict[Key, Row]:
    """The same without these rows."""
    return {key: value for key, value in made.items() if key not in keys}


def versions(seen: Rows, mine: Rows, stands: Rows) -> Versions:
    """All three."""
    return Versions(seen, mine, stands)


def with_rows(made: Rows, *more: tuple[Key, Row]) -> dict[Key, Row]:
    """The same with more rows."""
    return {**made, **dict(more)}


Names = Mapping[Key, Key]
