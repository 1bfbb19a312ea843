"""Banks' statements: read from files, held against what is owed, and booked as a person confirms."""
