"""Kinds of identity document."""

from __future__ import annotations

from mediation_desk.domain.vocabulary import Term
from mediation_desk.domain.words import N_


class IdKind(Term):
    """What a person is known by, as the courts' element forms ask for it (证件类型)."""

    RESIDENT = "resident", N_("Resident identity card")
    RESIDENCE = "residence", N_("Residence permit for Hong Kong, Macao and Taiwan residents")
    HM_TRAVEL = "hm_travel", N_("Travel permit for Hong Kong and Macao residents")
    TAIWAN_TRAVEL = "taiwan_travel", N_("Travel permit for Taiwan residents")
    PERMANENT = "permanent", N_("Foreigner's permanent residence card")
    PASSPORT = "passport", N_("Passport")
    OTHER = "other", N_("Other document")
