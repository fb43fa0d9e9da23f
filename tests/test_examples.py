"""What a careful reader takes from the examples stands where the stories have it."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord.records import Act, ConditionKind
from onrecord.sources import articles

EXAMPLES = Path(__file__).parents[1] / "examples"
GOLD = EXAMPLES / "gold"
STORIES = sorted(path.stem for path in EXAMPLES.glob("*.txt"))
_REFERENCE = re.compile(r"[a-z-]+#\d+")


def _text(story: str) -> str:
    return (EXAMPLES / f"{story}.txt").read_text(encoding="utf-8")


def _gold(story: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((GOLD / f"{story}.json").read_text(encoding="utf-8"))
    return gold


def _all_statements() -> list[dict[str, Any]]:
    return [one for story in STORIES for one in _gold(story)["statements"]]


def _slices(text: str, spans: list[list[int]]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def test_every_story_has_its_gold() -> None:
    assert sorted(path.stem for path in GOLD.glob("*.json")) == sorted([*STORIES, "answers"])


@pytest.mark.parametrize("story", STORIES)
def test_offsets_slice_to_the_words_they_name(story: str) -> None:
    text = _text(story)
    for one in _gold(story)["statements"]:
        named = (one["text"], one["cue_text"], one["source_text"])
        assert tuple(_slices(text, one[field]) for field in ("content", "cue", "source")) == named
        assert all(text[slice(*each["span"])] == each["text"] for each in one["conditions"])


@pytest.mark.parametrize("story", STORIES)
def test_a_condition_stands_in_its_content(story: str) -> None:
    for one in _gold(story)["statements"]:
        start, end = one["content"][0][0], one["content"][-1][1]
        assert all(start <= each["span"][0] and each["span"][1] <= end for each in one["conditions"])


@pytest.mark.parametrize("story", STORIES)
def test_a_chain_ends_with_the_speaker_and_begins_with_its_parents(story: str) -> None:
    statements = _gold(story)["statements"]
    for one in statements:
        outer = statements[one["parent"] - 1]["chain"] if one["parent"] else []
        assert one["chain"][-1] == one["speaker"]["name"]
        assert one["chain"][: len(outer)] == outer


@pytest.mark.parametrize("story", STORIES)
def test_the_header_tells_what_the_gold_says(story: str) -> None:
    [read] = articles([str(EXAMPLES / f"{story}.txt")])
    told = _gold(story)["article"]
    assert (read.published, read.outlet, read.place) == (  # type: ignore[union-attr]
        date.fromisoformat(told["published"]),
        told["outlet"],
        told["place"],
    )


def test_the_stories_have_every_act_and_every_kind_of_condition() -> None:
    statements = _all_statements()
    kinds = Counter(each["kind"] for one in statements for each in one["conditions"])
    assert {one["act"] for one in statements} == set(get_args(Act))
    assert min(kinds[kind] for kind in get_args(ConditionKind)) >= 3


def test_the_answers_name_only_statements_that_are_there() -> None:
    numbers = {story: len(_gold(story)["statements"]) for story in STORIES}
    references = _REFERENCE.findall((GOLD / "answers.json").read_text(encoding="utf-8"))
    assert len(references) > 200
    for story, number in (reference.split("#") for reference in references):
        assert 1 <= int(number) <= numbers[story]
