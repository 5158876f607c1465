"""`factdesk match` and `factdesk stories`, as other programs call them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.running import EXAMPLES, as_json, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")

CHECKED: list[dict[str, Any]] = [
    {
        "id": "bank",
        "text": "Norland imposed sanctions on the Velmarian bank.",
        "title": "Are there sanctions?",
    },
    {"id": "bridge", "text": "The minister closed the bridge in Arden.", "title": None},
    {"id": "ferry", "text": "The ferry company moved its boats to Norland."},
]
ASKED = [
    {"id": "q2", "text": "The minister closed the bridge in Arden!"},
    {"id": "q1", "text": "Norland lifted sanctions on the Velmarian bank."},
]


def written(name: str, lines: list[Any]) -> str:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    Path(name).write_text(text + "\n", encoding="utf-8")
    return name


def test_match_answers_each_question_in_order_with_the_best_first() -> None:
    result = factdesk("match", written("checked.jsonl", CHECKED), written("asked.jsonl", ASKED))

    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert (result.exit_code, result.stderr) == (0, "")
    assert [record["query"] for record in records] == ["q2", "q1"]
    firsts = [record["matches"][0] for record in records]
    assert [(match["id"], match["decision"]) for match in firsts] == [("bridge", "same"), ("bank", "related")]
    assert all(set(match) == {"id", "score", "decision", "reason"} for match in firsts)


def test_match_gives_no_more_than_the_top() -> None:
    result = factdesk("match", written("c.jsonl", CHECKED), written("q.jsonl", ASKED), "--top", "1")

    assert [len(json.loads(line)["matches"]) for line in result.stdout.splitlines()] == [1, 1]


def test_match_names_bad_lines_of_both_files_and_goes_on() -> None:
    corpus = written(
        "c.jsonl",
        [CHECKED[0], "{", {"id": "x", "html": "<p>One"}, CHECKED[1], {**CHECKED[0], "text": "Other"}],
    )
    queries = written("q.jsonl", ["[]", ASKED[0]])

    result = factdesk("match", corpus, queries)

    assert result.exit_code == 2
    assert [json.loads(line)["query"] for line in result.stdout.splitlines()] == ["q2"]
    assert [line.removeprefix("factdesk: ")[:15] for line in result.stderr.splitlines()] == [
        "c.jsonl, line 2",
        "c.jsonl, line 3",
        "c.jsonl, line 5",
        "q.jsonl, line 1",
    ]
    assert 'has no "text"' in result.stderr
    assert 'has the id "bank" of an earlier line' in result.stderr


def test_match_finds_nothing_in_an_empty_corpus() -> None:
    result = factdesk("match", written("c.jsonl", []), written("q.jsonl", ASKED[:1]), "--out", "out.jsonl")

    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(Path("out.jsonl").read_text(encoding="utf-8")) == {"query": "q2", "matches": []}


def test_match_says_which_file_is_missing() -> None:
    result = factdesk("match", written("c.jsonl", CHECKED), "missing.jsonl")

    assert result.exit_code == 2
    assert "missing.jsonl" in result.stderr


def test_stories_groups_documents_and_goes_on_after_bad_lines() -> None:
    documents = [
        {"id": "a", "title": "Ferry sinks", "text": "A ferry sank off Arden with 80 passengers."},
        "nonsense",
        {
            "id": "b",
            "html": "<title>Budget</title><p>Parliament in Norland rejected the budget by one vote.</p>",
        },
        {"id": "a", "text": "Again."},
        {"id": "c", "text": "The passengers of the ferry that sank off Arden are safe."},
    ]

    result = factdesk("stories", written("in.jsonl", documents))

    assert result.exit_code == 2
    assert [story["documents"] for story in json.loads(result.stdout)["stories"]] == [["a", "c"], ["b"]]
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [
        "in.jsonl, line 2",
        "in.jsonl, line 4",
    ]


def test_stories_of_nothing_are_none() -> None:
    result = factdesk("stories", written("in.jsonl", []))

    assert (result.exit_code, json.loads(result.stdout)) == (0, {"stories": []})


def test_documents_about_one_event_are_suggested_for_one_story_with_the_next_step() -> None:
    for name in ("landslide-morning", "landslide-evening", "march-sunday"):
        factdesk("document", "add", EXAMPLES / f"{name}.txt")

    (found,) = as_json("story", "suggest")
    shown = " ".join(factdesk("story", "suggest").stdout.split())

    assert found["story"] == "landslide-morning"
    assert [one["slug"] for one in found["documents"]] == ["landslide-morning", "landslide-evening"]
    assert "--slug landslide-evening-again --story landslide-morning" in shown


def test_where_nothing_is_to_be_put_together_that_is_said() -> None:
    factdesk("document", "add", EXAMPLES / "march-sunday.txt")

    result = factdesk("story", "suggest")

    assert (result.exit_code, result.stdout) == (0, "No two stories are told to be about the same event.\n")
