"""Runs the migrations on the connection that the store hands over; used by Alembic alone."""

from alembic import context

from mediation_desk.store.tables import desk

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=desk.metadata, transaction_per_migration=False)
with context.begin_transaction():
    context.run_migrations()
