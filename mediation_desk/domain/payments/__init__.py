"""What is still to be paid over all cases, what was promised, and what is kept."""
