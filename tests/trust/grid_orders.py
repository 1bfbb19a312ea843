"""How the verbs of work orders, of their tables and of pasted texts are called in the grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType

from mediation_desk.domain.intake.spotting.sheet import Sheet
from mediation_desk.domain.intake.spotting.spots import About
from mediation_desk.domain.vocabulary import Source
from mediation_desk.services import replying
from mediation_desk.services.desk import Desk
from mediation_desk.services.intake import orders, pasted_orders, spotting
from mediation_desk.services.office import order_tables, order_words, own_texts
from tests.services.stages import ANSWER, Staged
from tests.trust.grid_office import Ground

Reach = Callable[[Desk, Staged, Ground], object]
TEXT, HOTLINE, LABELS = "来电人：郝远行", "hotline_12345", "labels"
SHEET = (Sheet().put(About.SOURCE, Source.HOTLINE.value).put(About.ORDER, "241125090000000009")
         .put(About.ARRIVED, datetime(2024, 11, 25, 9)).put("applicant.0.name", "郝远行"))


def _found(desk: Desk, one: Staged, _ground: Ground) -> object:
    with desk.case_reading(one.case_id) as (work, case):
        return replying.found_in(desk, work, case, ANSWER)


READING: Mapping[str, Reach] = MappingProxyType({
    "order_tables.drop": lambda d, _o, _g: order_tables.drop(d, HOTLINE),
    "order_tables.keep": lambda d, _o, _g: order_tables.keep(d, HOTLINE, order_tables.text_of(d, HOTLINE)),
    "order_tables.listed": lambda d, _o, _g: order_tables.listed(d),
    "order_tables.own_text_of": lambda d, _o, _g: order_tables.own_text_of(d, HOTLINE),
    "order_tables.seen": lambda d, _o, _g: order_tables.seen(d, HOTLINE, order_tables.text_of(d, HOTLINE)),
    "order_tables.text_of": lambda d, _o, _g: order_tables.text_of(d, HOTLINE),
    "order_words.drop": lambda d, _o, _g: order_words.drop(d, LABELS),
    "order_words.keep": lambda d, _o, _g: order_words.keep(d, LABELS, order_words.text_of(d, LABELS)),
    "order_words.listed": lambda d, _o, _g: order_words.listed(d),
    "order_words.own_text_of": lambda d, _o, _g: order_words.own_text_of(d, LABELS),
    "order_words.text_of": lambda d, _o, _g: order_words.text_of(d, LABELS),
    "order_words.tried": lambda d, _o, _g: order_words.tried(d, LABELS, order_words.text_of(d, LABELS), TEXT),
    "own_texts.keep_text": lambda d, _o, _g: own_texts.keep_text(d, "intake/labels.toml", None, None),
    "orders.local_now": lambda d, _o, _g: orders.local_now(d),
    "pasted_orders.completed": lambda d, _o, _g: pasted_orders.completed(d, SHEET),
    "pasted_orders.draft_of": lambda d, _o, _g: pasted_orders.draft_of(d, TEXT, SHEET),
    "pasted_orders.known_as": lambda d, _o, _g: pasted_orders.known_as(d, TEXT, ""),
    "pasted_orders.met": lambda d, _o, _g: pasted_orders.met(d, SHEET),
    "pasted_orders.received_on": lambda d, _o, _g: pasted_orders.received_on(d, SHEET),
    "pasted_orders.register_pasted": lambda d, _o, _g: pasted_orders.register_pasted(
        d, TEXT, SHEET, again=True),
    "replying.check": lambda d, o, _g: replying.check(d, o.case_id, ANSWER),
    "replying.found_in": _found,
    "replying.propose": lambda d, o, _g: replying.propose(d, o.case_id, o.case.orders[0].id),
    "spotting.read_text": lambda d, _o, _g: spotting.read_text(d, TEXT),
})
