"""A later version of the program: the same, with one more migration that takes its time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mediation_desk.store import schema

REVISION = "9001"
MARKS = 3000
MIGRATION = '''
"""Adds a column, a table with many rows, and a word to every case."""

import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cases", sa.Column("later", sa.Text(), nullable=True))
    op.execute(sa.text("UPDATE cases SET later = number"))
    marks = op.create_table("marks", sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False))
    for start in range(0, {marks}, 100):
        op.bulk_insert(marks, [{{"number": start + more}} for more in range(100)])
{end}
'''


@contextmanager
def installed(folder: Path, *, breaks: bool = False) -> Iterator[None]:
    """Be the later program inside; with ``breaks``, its migration raises at its very end."""
    before, scripts, known = schema.NEWEST, schema.SCRIPTS, schema.KNOWN
    if not folder.exists():
        shutil.copytree(scripts, folder, ignore=shutil.ignore_patterns("__pycache__"))
    end = "    raise RuntimeError('the power went')" if breaks else ""
    text = MIGRATION.format(before=before, marks=MARKS, end=end)
    (folder / "versions" / "v9001_later.py").write_text(text, "utf-8")
    schema.NEWEST, schema.SCRIPTS, schema.KNOWN = REVISION, folder, (*known, REVISION)
    try:
        yield
    finally:
        schema.NEWEST, schema.SCRIPTS, schema.KNOWN = before, scripts, known
