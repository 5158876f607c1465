"""Two documents that say one thing in other words differ; two that speak of two things don't."""

from __future__ import annotations

import pytest

from claims.kinds import Relation
from tests.claims.reconcile.stories import related

ONE_DAY = {"published": "2024-05-09"}

DIFFER = {
    "inhabitants, people": (
        "The landslide displaced 430 inhabitants.",
        "The landslide drove 340 from their homes.",
    ),
    "residents, villagers": (
        "The flood displaced 215 residents of Corrie.",
        "The flood displaced 251 villagers of Corrie.",
    ),
    "homes, houses": ("The storm destroyed 63 homes.", "The storm razed 36 houses."),
    "dwellings, homes": ("The fire burned down 47 dwellings.", "The fire destroyed 74 homes."),
    "injured, hurt": ("The crash injured 31 people.", "In the crash 13 people were hurt."),
    "wounded, injured": ("The blast wounded 58 people.", "The blast left 85 injured."),
    "killed, dead": ("The avalanche killed 17 skiers.", "The avalanche left 19 skiers dead."),
    "died, lives": ("In the fire 23 people died.", "The fire cost 32 lives."),
    "laid off, cut": ("The mill laid off 415 workers.", "The mill cut 451 jobs."),
    "made redundant, shed": ("The bank made 1,270 employees redundant.", "The bank shed 1,720 staff."),
    "freed, released": ("Velmaria freed 52 prisoners.", "Velmaria released 57 detainees."),
    "arrested, detained": ("Police arrested 86 demonstrators.", "Police detained 68 protesters."),
    "marched, took part": ("At the march 12,400 people marched.", "In the march 14,200 people took part."),
    "evacuated, moved": ("Firefighters evacuated 311 residents.", "Firefighters evacuated 331 people."),
    "rescued, saved": ("The lifeboat rescued 44 migrants.", "The lifeboat saved 41 people."),
    "aboard, on board": ("The ferry had 187 passengers aboard.", "On board the ferry were 178 passengers."),
    "cost, spent": ("The bridge cost £14.2 million.", "The council spent £12.4 million on the bridge."),
    "profit, earnings": (
        "Arden Foods made a £31 million profit.",
        "Arden Foods had £37 million of earnings.",
    ),
    "infected, cases": (
        "By 3 May 164 people in Farley had cholera infections.",
        "By 3 May Farley had 146 cholera cases.",
    ),
    "cancelled, scrapped": ("The airline cancelled 268 flights.", "The airline scrapped 286 flights."),
}

TWO_THINGS = {
    "killed, injured": ("The crash killed 13 people.", "The crash injured 31 people."),
    "destroyed, damaged": ("The storm destroyed 63 homes.", "The storm damaged 136 homes."),
    "homes, vehicles": ("The fire destroyed 47 homes.", "The fire destroyed 74 cars."),
    "adults, children": ("The fire killed 23 women.", "The fire killed 32 children."),
    "two towns": ("In Corrie 12 people were killed.", "In Farley 21 people were killed."),
    "two years": ("The mill cut 415 jobs in 2019.", "The mill cut 451 jobs in 2023."),
    "planned, done": ("The bank plans to cut 1,270 jobs.", "The bank has cut 1,720 jobs."),
    "aboard, rescued": ("The ferry carried 187 people.", "The coastguard rescued 178 people."),
    "arrested, charged": ("Police arrested 86 people.", "Prosecutors fined 68 people £40 each."),
    "votes, seats": ("The Reform List won 44 seats.", "The Reform List won 41% of the vote."),
    "two holders": ("Hale won 48.2% of the vote.", "Marsh won 42.8% of the vote."),
    "released, received": ("Velmaria freed 57 prisoners.", "Kostania received 52 prisoners."),
    "later count": ("By 1 May 2024 the flood had killed 17.", "By 9 May 2024 the flood had killed 19."),
    "a rounding": ("The march drew about 12,000 people.", "The march drew 12,400 people."),
    "a bound": ("At least 40 people were injured in the crash.", "The crash injured 44 people."),
    "first, second": ("The first quake injured 31 people.", "The second quake injured 13 people."),
    "missing, dead": ("After the flood 23 people are missing.", "The flood killed 32 people."),
    "profit, revenue": (
        "Arden Foods made a profit of £31 million.",
        "Arden Foods had revenue of £310 million.",
    ),
    "length, width": ("The crack is 14 m long.", "The bridge is 41 km from the coast."),
    "two currencies": ("The bridge cost £14 million.", "The bridge cost 16 million euros."),
}


@pytest.mark.parametrize(("one", "other"), DIFFER.values(), ids=DIFFER)
def test_one_thing_in_other_words_is_a_conflict_where_the_numbers_differ(one: str, other: str) -> None:
    assert related((one, ONE_DAY), (other, ONE_DAY)) is Relation.CONFLICT


@pytest.mark.parametrize(("one", "other"), TWO_THINGS.values(), ids=TWO_THINGS)
def test_two_things_are_no_conflict_whatever_the_numbers(one: str, other: str) -> None:
    assert related((one, ONE_DAY), (other, ONE_DAY)) is not Relation.CONFLICT
