"""Service: what is given to whom, and how it was received."""
