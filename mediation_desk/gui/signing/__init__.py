"""Signing on the screen: the pad that a hand writes on, the line that is read first, and who signs."""
