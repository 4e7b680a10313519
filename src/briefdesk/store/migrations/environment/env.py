"""What Alembic runs to migrate a library: within the transaction that was handed to it, nothing else."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], target_metadata=None)
context.run_migrations()
