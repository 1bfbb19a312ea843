"""What is still to be paid, over all cases."""
