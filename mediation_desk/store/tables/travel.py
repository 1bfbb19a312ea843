"""The tables of the road: laptops, and the bags that left with them."""

from __future__ import annotations

from mediation_desk.domain.travel.register import Bag, Laptop
from mediation_desk.store.tables.cases import mapping
from mediation_desk.store.tables.columns import entity_table

laptops = entity_table("laptops", Laptop, {})
bags = entity_table("bags", Bag, {"laptop_id": "laptops.id"})
mapping.map_imperatively(Laptop, laptops)
mapping.map_imperatively(Bag, bags)
