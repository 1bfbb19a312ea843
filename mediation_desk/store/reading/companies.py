"""The office's list of companies, a page at a time, by name or credit code."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select, true

from mediation_desk.domain.intake.companies import Company
from mediation_desk.domain.text import codes
from mediation_desk.domain.text.findable import folded
from mediation_desk.store.tables.desk import companies


def found(connection: Connection, typed: str, limit: int) -> tuple[list[Company], int]:
    """The first of the companies whose name holds each word that was typed, or whose credit code begins with
    it, by name; and how many there are in all."""
    query: Select[tuple[Company]] = select(companies).where(companies.c.removed_at.is_(None), _answers(typed))
    total = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    rows = connection.execute(query.order_by(companies.c.name, companies.c.id).limit(limit))
    return [_company(row) for row in rows], int(total)


def standing(connection: Connection) -> list[Company]:
    """All of them."""
    query = select(companies).where(companies.c.removed_at.is_(None))
    return [_company(row) for row in connection.execute(query.order_by(companies.c.name, companies.c.id))]


def _company(row: Row[tuple[Company]]) -> Company:
    return Company(**row._mapping)


def _answers(typed: str) -> ColumnElement[bool]:
    words: Sequence[str] = folded(typed).split()
    if not words:
        return true()
    named = and_(*(func.lower(companies.c.name).contains(word, autoescape=True) for word in words))
    code = codes.canonical(typed)
    return or_(named, companies.c.credit_code.startswith(code, autoescape=True)) if code else named
