"""How the files end that one office sends another."""

from __future__ import annotations

KINDS = "*.mdpackage *.mdreceipt *.mdanswer"
ENDINGS = tuple(one.removeprefix("*") for one in KINDS.split())
"""Dropped on the window, they are looked at on a page of their own."""
