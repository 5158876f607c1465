"""What beside a claim changes its meaning although its words stay, and what does not."""

from __future__ import annotations

import pytest

from claims.kinds import ClaimChange
from claims.reading import read
from claims.revising import revised
from claims.revising.record import Outcome
from claims.revising.rules import RULES
from sources.readers import read_text


def of_claim(words: str, was: str, now: str) -> Outcome:
    """What became of the claim with these words when a text was changed."""
    new = read(read_text(now))
    (at,) = [number for number, one in enumerate(new.statements) if words in new.quote(one)]
    (outcome,) = [one for one in revised(read(read_text(was)), new) if one.new == at]
    return outcome


GERMAN = """Vierzig Boote sinken im Sturm

Der Hafenmeister Hugo Brandt kam am Montag in das Dorf an der Mündung. Er hatte die Boote zweimal gezählt.

In der Nacht fiel der Wind, und die Fischer kehrten nach Hause zurück. Der Hafen blieb trotzdem offen.

Was man weiß

- Niemand wurde im Sturm verletzt.
- Zwei Boote fuhren weiter nach Norden.
"""
SAID = "The harbour office, which is run from Arden by people who live on the other shore, said"

MEANT_OTHERWISE = [
    pytest.param(
        "Forty boats sank.",
        "The storm\n\nWhat happened\n\n- Forty boats sank.\n- Two sailed on.\n",
        "The storm\n\nWhat never happened\n\n- Forty boats sank.\n- Two sailed on.\n",
        "heading",
        id="a heading that negates",
    ),
    pytest.param(
        "Forty boats sank",
        "The storm\n\nWhat we know\n\n- Forty boats sank.\n- Two sailed on.\n",
        "The storm\n\nNot yet confirmed\n\n- Forty boats sank.\n- Two sailed on.\n",
        "unconfirmed",
        id="a heading that calls it unconfirmed",
    ),
    pytest.param(
        "Two sailed on",
        "The storm\n\nIn 2024:\n\n- Forty boats sank in the bay.\n- Two sailed on to Arden.\n",
        "The storm\n\nIn 2025:\n\n- Forty boats sank in the bay.\n- Two sailed on to Arden.\n",
        "heading",
        id="another year for a whole list",
    ),
    pytest.param(
        "Two sailed on",
        f"The storm\n\n{SAID} all of this:\n\n- Forty boats sank in the bay.\n- Two sailed on to Arden.\n",
        f"The storm\n\n{SAID} none of this:\n\n- Forty boats sank in the bay.\n- Two sailed on to Arden.\n",
        "introduces",
        id="a sentence that introduces a list and negates",
    ),
    pytest.param(
        "Forty boats",
        "The storm\n\nThe wind rose at night. Forty boats sank in the bay.\n",
        "The storm\n\nThe following is a hoax. Forty boats sank in the bay.\n",
        "sentence before",
        id="a sentence before that denies",
    ),
    pytest.param(
        "Forty boats",
        "The storm\n\nForty boats sank in the bay. The wind rose at night.\n",
        "The storm\n\nForty boats sank in the bay. That is not true. The wind rose at night.\n",
        "sentence after",
        id="a sentence after that denies",
    ),
    pytest.param(
        "He left",
        "The storm\n\nHugo Brandt came on Monday. He left the harbour at noon.\n",
        "The storm\n\nPavel Orlin came on Monday. He left the harbour at noon.\n",
        "he",
        id="another he",
    ),
    pytest.param(
        "He left",
        "The storm\n\nBrandt came on Monday. He left the harbour at noon.\n",
        "The storm\n\nOrlin came on Monday. He left the harbour at noon.\n",
        "he",
        id="another he, by a family name",
    ),
    pytest.param(
        "When Arden fell",
        "The storm\n\nHugo Brandt came on Monday. When Arden fell, he left.\n",
        "The storm\n\nPavel Orlin came on Monday. When Arden fell, he left.\n",
        "he",
        id="another he, behind a place",
    ),
    pytest.param(
        "He slept",
        "The storm\n\nHugo Brandt came on Monday. He left at noon. He slept in Arden.\n",
        "The storm\n\nPavel Orlin came on Monday. He left at noon. He slept in Arden.\n",
        "he",
        id="another he, two sentences on",
    ),
    pytest.param(
        "They reached",
        "The storm\n\nThe office counted 40 boats. They reached Arden by night.\n",
        "The storm\n\nThe office counted 40 lorries. They reached Arden by night.\n",
        "points back",
        id="other things that they are",
    ),
    pytest.param(
        "Of those",
        "The storm\n\nThe office counted 40 boats. Of those, 30 reached Arden.\n",
        "The storm\n\nThe office counted 50 boats. Of those, 30 reached Arden.\n",
        "points back",
        id="another whole",
    ),
    pytest.param(
        "The next day",
        "The storm\n\nThe ferry left on 4 May. The next day forty boats sank.\n",
        "The storm\n\nThe ferry left on 9 May. The next day forty boats sank.\n",
        "points back",
        id="another day before the next",
    ),
    pytest.param(
        "The centre opened",
        "The storm\n\nBrennia runs the Harbour Centre. The town is small. The centre opened in 2019.\n",
        "The storm\n\nBrennia runs the Rescue Centre. The town is small. The centre opened in 2019.\n",
        "means another",
        id="another centre",
    ),
    pytest.param(
        "Brandt left",
        "The storm\n\nHugo Brandt came on Monday. The town is small. Later Brandt left the harbour.\n",
        "The storm\n\nIlse Brandt came on Monday. The town is small. Later Brandt left the harbour.\n",
        "means another",
        id="another bearer of a family name",
    ),
    pytest.param(
        "“The boats are safe.”",
        "The storm\n\n“The boats are safe.”\n\nHugo Brandt (harbour master)\n\nThe wind fell.\n",
        "The storm\n\n“The boats are safe.”\n\nPavel Orlin (harbour master)\n\nThe wind fell.\n",
        "somebody else",
        id="another speaker on the next line",
    ),
    pytest.param(
        "yesterday",
        "The storm\n\nPublished 4 May 2026\n\nForty boats sank in the bay yesterday.\n",
        "The storm\n\nPublished 6 May 2026\n\nForty boats sank in the bay yesterday.\n",
        "another day",
        id="another yesterday",
    ),
    pytest.param(
        "Forty boats",
        "The storm\n\nNotes\n\n- Forty boats: the list of the harbour office.\n",
        "The storm\n\nSources\n\n- Forty boats: the list of the harbour office.\n",
        "another part",
        id="a note that became a listed source",
    ),
    pytest.param(
        "Er hatte",
        GERMAN,
        GERMAN.replace("Hugo Brandt", "Pavel Orlin"),
        "can't read this language",
        id="another he, in a language that the rules can't read",
    ),
    pytest.param(
        "Der Hafen blieb",
        GERMAN,
        GERMAN.replace("offen.", "offen. Das ist gelogen."),
        "can't read this language",
        id="a denial in a language that the rules can't read",
    ),
    pytest.param(
        "Niemand wurde",
        GERMAN,
        GERMAN.replace("Was man weiß", "Was gelogen ist"),
        "can't read this language",
        id="a heading in a language that the rules can't read",
    ),
]


@pytest.mark.parametrize(("words", "was", "now", "why"), MEANT_OTHERWISE)
def test_a_claim_that_is_meant_otherwise_is_opened_again(words: str, was: str, now: str, why: str) -> None:
    outcome = of_claim(words, was, now)

    assert outcome.change is ClaimChange.REOPENED
    assert why in (outcome.why or "")
    assert any(not run.kept for run in outcome.difference)


MEANT_AS_BEFORE = [
    pytest.param(
        "Forty boats",
        "The storm\n\nKey points\n\n- Forty boats sank.\n- Two sailed on.\n",
        "The storm\n\nMain findings\n\n- Forty boats sank.\n- Two sailed on.\n",
        id="a list under a heading in other words",
    ),
    pytest.param(
        "Forty boats",
        "The storm\n\nHow it began\n\nForty boats sank in the bay.\n",
        "The storm\n\nThe first night\n\nForty boats sank in the bay.\n",
        id="a heading in other words",
    ),
    pytest.param(
        "Forty boats",
        "The storm\n\nThe council came. Forty boats sank in the bay.\n",
        "The storm\n\nThe council did not come to the harbour that night. Forty boats sank in the bay.\n",
        id="a sentence before that denies something of its own",
    ),
    pytest.param(
        "He left",
        "The storm\n\nHugo Brandt came on Monday. He left the harbour at noon.\n",
        "The storm\n\nHugo Brandt came on Tuesday. He left the harbour at noon.\n",
        id="the same he, who came on another day",
    ),
    pytest.param(
        "Tomas Reiner said",
        "The storm\n\nHugo Brandt came on Monday. Tomas Reiner said he had seen it.\n",
        "The storm\n\nPavel Orlin came on Monday. Tomas Reiner said he had seen it.\n",
        id="he who is named in the sentence itself",
    ),
    pytest.param(
        "on Monday",
        "The storm\n\nPublished 5 May 2026\n\nForty boats sank in the bay on Monday.\n",
        "The storm\n\nPublished 6 May 2026\n\nForty boats sank in the bay on Monday.\n",
        id="the same Monday, told a day later",
    ),
    pytest.param(
        "Brandt left",
        "The storm\n\nHugo Brandt came on Monday. The town is small. Later Brandt left the harbour.\n",
        "The storm\n\nThe town is small. Later Brandt left the harbour.\n",
        id="a family name whose introduction was cut",
    ),
    pytest.param(
        "Der Hafen blieb",
        GERMAN,
        GERMAN.replace("Hugo Brandt", "Pavel Orlin"),
        id="a sentence further on, in a language that the rules can't read",
    ),
]


@pytest.mark.parametrize(("words", "was", "now"), MEANT_AS_BEFORE)
def test_a_claim_that_is_meant_as_before_is_carried(words: str, was: str, now: str) -> None:
    assert of_claim(words, was, now).change is ClaimChange.CARRIED


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_what_a_rule_tells_people_is_one_sentence(rule: object) -> None:
    said = (rule.__doc__ or "").strip()

    assert said.startswith("The words are the same, but ")
    assert said.endswith(".")
    assert "\n" not in said
