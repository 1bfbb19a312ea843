"""Importing a bank's statement: its columns, its lines, what each may have paid, and what is booked."""
