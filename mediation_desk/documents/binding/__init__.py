"""Many papers bound into one file: pages taken over as they are, numbered and marked, never all in memory."""
