"""The tests, in whose offices a password is tried at a fraction of the price that the program insists on."""

from mediation_desk.store.vault import document

GENUINE_FLOOR = document.COST_FLOOR
document.COST_FLOOR = document.Cost(memory_kib=8, passes=1, lanes=1)
