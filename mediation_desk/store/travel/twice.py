"""Open cases of the office in which somebody applies against somebody, found by the search index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product
from uuid import UUID

from sqlalchemy import false, select

from mediation_desk.domain.people import Party
from mediation_desk.domain.vocabulary import Status
from mediation_desk.store.engines.kinds import database_of
from mediation_desk.store.reading import search
from mediation_desk.store.tables.desk import case_rows
from mediation_desk.store.work.work import Work

MOST_ASKED = 200  # pairs of an applicant's and a respondent's word that are looked for
MOST_FOUND = 20  # cases of each pair, the newest


def suspects(work: Work, applicants: Sequence[Party], respondents: Sequence[Party]) -> list[UUID]:
    """The cases, the newest first, whoever's they are; only a closer look tells whether they are the same.

    Each pair of words is one look into the index, however many cases there are.
    """
    found: dict[UUID, int] = {}
    for pair in islice(_pairs(applicants, respondents), MOST_ASKED):
        condition = search.together(database_of(work.connection), pair)
        if condition is not None:
            wanted = (select(case_rows.c.case_id, case_rows.c.seq)
                      .select_from(search.index.join(case_rows, case_rows.c.seq == search.index.c.rowid))
                      .where(condition, case_rows.c.removed == false(), case_rows.c.status == Status.OPEN)
                      .order_by(search.index.c.rowid.desc()).limit(MOST_FOUND))
            found |= {row.case_id: row.seq for row in work.connection.execute(wanted)}
    return sorted(found, key=lambda case_id: -found[case_id])


def _pairs(applicants: Sequence[Party], respondents: Sequence[Party]) -> Iterator[tuple[str, str]]:
    """By document first: by name one finds more that are others."""
    yield from dict.fromkeys(product(
        [word for one in applicants for word in (one.id_number, one.name) if word.strip()],
        [word for one in respondents for word in (one.credit_code, one.name) if word.strip()]))
