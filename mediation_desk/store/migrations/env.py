"""Runs the migrations on the connection that the store hands over; used by Alembic alone."""

from alembic import context

from mediation_desk.store.tables import desk  # noqa: F401 - every table is known once this is read
from mediation_desk.store.tables.columns import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transaction_per_migration=False)
with context.begin_transaction():
    context.run_migrations()
