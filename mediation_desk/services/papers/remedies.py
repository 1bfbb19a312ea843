"""The ways that stay open to the parties when the matter is not settled here."""

from __future__ import annotations

from mediation_desk.documents.views.shared import RemedyView
from mediation_desk.domain.words import N_
from mediation_desk.services.papers.told import Told


def remedies(told: Told) -> tuple[RemedyView, ...]:
    """The ways that stay open: arbitration, labour inspection; for civil pay, the courts."""
    office = told.office()
    return (
        RemedyView(told.say(N_("Apply for labour arbitration")), office.arbitration_commission,
                   told.say(N_("within the one-year limitation"))),
        RemedyView(told.say(N_("Complain to labour inspection")),
                   told.say(N_("the human resources and social security authority where the work "
                               "was done"))),
        RemedyView(told.say(N_("Go to court where the law allows it")), office.court))
