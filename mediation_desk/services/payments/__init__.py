"""What is still to be paid over all cases, and what is done so that it is."""
