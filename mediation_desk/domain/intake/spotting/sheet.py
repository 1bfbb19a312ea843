"""The form that a pasted text fills in: every value with the place where it was found, until a person says
otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from mediation_desk.domain.intake.spotting.spots import About, Spot, Sure, Value, Whose

APPLICANT, RESPONDENT, CLAIM = "applicant", "respondent", "claim"
SINGLE = (About.ORDER, About.SOURCE, About.ARRIVED, About.DUE, About.KIND, About.URGENCY, About.WORK,
          About.TITLE, About.CONTENT)
PARTS = MappingProxyType({APPLICANT: ("name", "phone", "document", "address"),
                          RESPONDENT: ("name", "phone", "legal", "address")})
"""What is told of somebody on each side."""
BESIDE = 2  # characters between two numbers that are told together
LEGAL = frozenset({"法定代表人", "法人代表", "法人", "负责人", "经营者"})
"""What a text calls whoever stands for a company; anybody else named there is only somebody to talk to."""


@dataclass(frozen=True)
class Entry:
    """A field's value. ``spot``: where it was found, None where a person entered it; ``looked_at``: a person
    has seen it, or it was found surely enough to need no look; ``by_hand``: a person put it there, from the
    words of the text or otherwise."""

    value: Value | None
    spot: Spot | None = None
    looked_at: bool = True
    by_hand: bool = False


@dataclass(frozen=True)
class Sheet:
    """Entries by their places: ``order``, ``applicant.0.phone``, ``claim.unpaid_wages``. ``out``: what a
    person threw out, which is not filled in again when the text is read anew."""

    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))
    out: frozenset[tuple[About, Value]] = frozenset()

    def value(self, place: str) -> Value | None:
        """What stands there; None for nothing."""
        entry = self.entries.get(place)
        return entry.value if entry else None

    def doubted(self) -> list[str]:
        """The places whose value somebody must look at before it is taken."""
        return [place for place, entry in self.entries.items() if not entry.looked_at]

    def count(self, side: str) -> int:
        """How many people or companies stand on a side."""
        numbers = [int(place.split(".")[1]) for place in self.entries if place.startswith(f"{side}.")]
        return max(numbers, default=-1) + 1

    def claims(self) -> list[str]:
        """The ids of the claims that stand."""
        return [place.partition(".")[2] for place in self.entries if place.startswith(f"{CLAIM}.")]

    def places_of(self, spot: Spot) -> list[str]:
        """Where a spot's value went."""
        return [place for place, entry in self.entries.items() if entry.spot == spot]

    # -- what a person does --------------------------------------------------------------

    def put(self, place: str, value: Value | None, spot: Spot | None = None) -> Sheet:
        """A person says what stands there; nothing takes the entry away, but of a claim its amount alone."""
        entries = dict(self.entries)
        if value in (None, "") and not place.startswith(f"{CLAIM}."):
            entries.pop(place, None)
        else:
            entries[place] = Entry(value, spot, by_hand=True)
        return replace(self, entries=MappingProxyType(entries))

    def looked(self, place: str) -> Sheet:
        """A person looked at what stands there and takes it."""
        entry = self.entries.get(place)
        if entry is None or entry.looked_at:
            return self
        entries = {**self.entries, place: replace(entry, looked_at=True)}
        return replace(self, entries=MappingProxyType(entries))

    def without(self, place: str) -> Sheet:
        """A person throws out what stands there."""
        entry = self.entries.get(place)
        entries = {one: told for one, told in self.entries.items() if one != place}
        out = self.out | {(entry.spot.about, entry.spot.value)} if entry and entry.spot else self.out
        return Sheet(MappingProxyType(entries), out)

    def thrown_out(self, spot: Spot) -> Sheet:
        """A person throws out a spot, and whatever it filled in."""
        entries = {place: told for place, told in self.entries.items() if told.spot != spot}
        return Sheet(MappingProxyType(entries), self.out | {(spot.about, spot.value)})

    def filled_anew(self, spots: Iterable[Spot]) -> Sheet:
        """What the text fills in as it reads now; what a person entered stays, what was thrown out too."""
        fresh = fill(one for one in spots if (one.about, one.value) not in self.out)
        entered = {place: replace(told, spot=None)  # the words may stand elsewhere now
                   for place, told in self.entries.items() if told.by_hand}
        seen = {_key(told) for told in self.entries.values() if told.spot and told.looked_at}
        found = {place: replace(told, looked_at=told.looked_at or _key(told) in seen)
                 for place, told in fresh.entries.items()}
        return Sheet(MappingProxyType({**found, **entered}), self.out)


def fill(spots: Iterable[Spot]) -> Sheet:
    """The sheet that the spots fill in. What is doubted stands there to be looked at."""
    found = sorted(spots, key=lambda one: one.start)
    entries: dict[str, Entry] = {}
    for about in SINGLE:
        for spot in [one for one in found if one.about is about][:1]:
            entries[about.value] = _entry(spot)
    entries |= _people(found)
    entries |= _companies(found)
    amounts = {one.claim: one for one in found if one.about is About.AMOUNT and one.claim}
    for spot in (one for one in found if one.about is About.CLAIM):
        asked = amounts.get(str(spot.value))
        entries[f"{CLAIM}.{spot.value}"] = _entry(asked) if asked else replace(_entry(spot), value=None)
    return Sheet(MappingProxyType(entries))


def _key(entry: Entry) -> tuple[About, Value] | None:
    """By which a finding is known when the text is read anew."""
    return (entry.spot.about, entry.spot.value) if entry.spot else None


def _entry(spot: Spot) -> Entry:
    return Entry(spot.value, spot, spot.sure is not Sure.DOUBTED)


def _people(found: Sequence[Spot]) -> dict[str, Entry]:
    """The applicants, each with the number that stands nearest behind the name."""
    people = [one for one in found if one.about is About.NAME and one.whose is Whose.APPLICANT]
    entries = {f"{APPLICANT}.{at}.name": _entry(one) for at, one in enumerate(people)}
    for about in (About.PHONE, About.DOCUMENT, About.ADDRESS):
        entries |= _held(APPLICANT, people, [one for one in found
                                             if one.about is about and one.whose is Whose.APPLICANT])
    return entries


def _companies(found: Sequence[Spot]) -> dict[str, Entry]:
    """The respondents: companies, the surest first, else whoever the text names on that side."""
    companies = [one for one in found if one.about is About.COMPANY]
    companies.sort(key=lambda one: one.sure is Sure.DOUBTED)
    persons = [one for one in found if one.about is About.NAME and one.whose is Whose.RESPONDENT]
    named = companies or persons
    entries = {f"{RESPONDENT}.{at}.name": _entry(one) for at, one in enumerate(named)}
    for about in (About.PHONE, About.ADDRESS):
        entries |= _held(RESPONDENT, named, [one for one in found
                                             if one.about is about and one.whose is Whose.RESPONDENT])
    if companies:
        for one in [one for one in persons if one.post in LEGAL][:1]:
            at = _nearest(companies, one)
            entries[f"{RESPONDENT}.{at}.legal"] = _entry(one)
    return entries


def _held(side: str, holders: Sequence[Spot], spots: Sequence[Spot]) -> dict[str, Entry]:
    """Each number with its holder; of several at one holder the first stands, with those right beside it,
    and the others wait in the text."""
    entries: dict[str, Entry] = {}
    for spot in spots:
        place = f"{side}.{_nearest(holders, spot)}.{spot.about.value}"
        stands = entries.get(place)
        if stands is None:
            entries[place] = _entry(spot)
        elif spot.about is About.PHONE and stands.spot and spot.start - stands.spot.end <= BESIDE:
            both = replace(stands.spot, value=f"{stands.spot.value}/{spot.value}", end=spot.end)
            entries[place] = _entry(both)
    return entries


def _nearest(holders: Sequence[Spot], spot: Spot) -> int:
    """The holder named last before a spot, else the first."""
    before = [at for at, one in enumerate(holders) if one.start <= spot.start]
    return max(before, key=lambda at: holders[at].start) if before else 0
