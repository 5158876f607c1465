"""The verbs and nouns with which a text credits somebody, as the data files list them."""

from __future__ import annotations

import pytest

from claims.reading.cues import CUE_NOUNS, CUE_VERBS, Form, Frame


@pytest.mark.parametrize(
    ("form", "kinds"),
    [
        ("say", {Form.BASE}),
        ("says", {Form.PRESENT}),
        ("said", {Form.PAST, Form.PARTICIPLE}),
        ("saying", {Form.ING}),
        ("wrote", {Form.PAST}),
        ("written", {Form.PARTICIPLE}),
        ("admitted", {Form.PAST, Form.PARTICIPLE}),
        ("admitting", {Form.ING}),
        ("denies", {Form.PRESENT}),
        ("denied", {Form.PAST, Form.PARTICIPLE}),
        ("describing", {Form.ING}),
        ("criticised", {Form.PAST, Form.PARTICIPLE}),
        ("criticizing", {Form.ING}),
        ("agreeing", {Form.ING}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_form_is_known_for_what_it_is(form: str, kinds: set[Form]) -> None:
    assert any(cue.forms == kinds and not cue.rest for cue in CUE_VERBS[form])


def test_a_verb_of_several_words_is_looked_for_before_the_bare_verb() -> None:
    rests = [cue.rest for cue in CUE_VERBS["called"]]

    assert ("for",) in rests
    assert rests[-1] == ()


def test_every_verb_may_be_followed_by_something() -> None:
    marks = {Frame.NOUN, Frame.THOUGHT, Frame.AFTER}

    assert all(cue.frames - marks for cues in CUE_VERBS.values() for cue in cues)


def test_verbs_and_nouns_are_in_small_letters() -> None:
    assert all(word == word.lower() for word in [*CUE_VERBS, *CUE_NOUNS])
