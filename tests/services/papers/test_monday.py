"""The Monday page: what it says of two weeks, for whom, and that it stays one page."""
