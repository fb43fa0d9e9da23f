"""Show on a page why a statement was read as it was, or write it as JSON.

Use `write_explanation` from the command.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.lists import facts, show, write_json
from onrecord.cli.terminal import plain
from onrecord.exports import answer_to_dict, statement_to_dict

if TYPE_CHECKING:
    from onrecord.reading import Choice, Explanation, Hanging, Naming, Word

MOST_WORDS = 6
MOST_MENTIONS = 6
LEAST = 0.05  # a lighter word decides nothing
LEGEND = "+ what the logarithm of the choice's probability loses without the word; − what it gains"


def write_explanation(found: Explanation, *, as_json: bool) -> None:
    """Write an explanation; as JSON with all words that were weighed."""
    if as_json:
        write_json(_dict(found))
    else:
        show(_page(found))


def _dict(found: Explanation) -> dict[str, Any]:
    return {
        "article": found.article,
        "statement": statement_to_dict(found.stmt),
        "act": answer_to_dict(found.act),
        "polarity": answer_to_dict(found.polarity),
        "certainty": answer_to_dict(found.certainty),
        "conditions": answer_to_dict(found.conditions),
        "names": answer_to_dict(found.names),
    }


def _page(found: Explanation) -> RenderableType:
    heading = Text(f"{plain(found.article)}, statement {found.stmt.id}", style="bold")
    content = Padding(Text(plain(found.stmt.text), overflow="fold"), (1, 0, 1, 2))
    return Group(heading, content, facts(_facts(found)), Text(), Text(LEGEND, style="dim"))


def _facts(found: Explanation) -> Iterator[tuple[str, str]]:
    stmt = found.stmt
    yield "act", f"{found.act.chosen}, confidence {stmt.act_confidence:.0%}"
    yield from _choice(found.act)
    yield "polarity", _decided(found.polarity)
    yield from _choice(found.polarity, chances=False)
    yield "certainty", _decided(found.certainty)
    yield from _choice(found.certainty, chances=False)
    for one in found.conditions:
        yield from _hanging(one)
    for name in found.names:
        yield from _naming(name)
    if not found.names:
        yield "speaker", "nobody is named"
    if len(stmt.chain) > 1:
        yield "through", " > ".join(stmt.chain)
    if stmt.addressee:
        yield "to", stmt.addressee


def _choice(one: Choice, *, chances: bool = True) -> Iterator[tuple[str, str]]:
    if chances:
        yield "  likeliest", ", ".join(f"{chance.value} {chance.probability:.0%}" for chance in one.likeliest)
    if one.rule is None:
        yield from _weights(one.words)


def _decided(one: Choice) -> str:
    """The value, and its probability or the rule that decided."""
    given = {chance.value: chance.probability for chance in one.likeliest}
    why = one.rule if one.rule is not None else f"{given.get(one.chosen, 0.0):.0%}"
    return f"{one.chosen}, {why}"


def _weights(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """The words that decided, the strongest first, and the few that spoke against it."""
    pro = [f"“{one.text}” +{one.weight:.2f}" for one in words[:MOST_WORDS] if one.weight >= LEAST]
    con = [f"“{one.text}” −{-one.weight:.2f}" for one in words[: -MOST_WORDS // 2 - 1 : -1] if one.weight <= -LEAST]
    if pro:
        yield "  because of", ", ".join(pro)
    if con:
        yield "  in spite of", ", ".join(con)


def _hanging(one: Hanging) -> Iterator[tuple[str, str]]:
    condition = one.condition
    kind = condition.kind.replace("_", " ")
    yield "condition", f"{kind}: “{plain(condition.text)}”, confidence {condition.confidence:.0%}"
    yield "  opened by", f"“{one.opener}”" if one.opener else "no word of its own: the words together"
    yield from _weights(one.words)
    yield "  on", _on(one)


def _on(one: Hanging) -> str:
    actor = one.condition.on
    if actor is None:
        return "nobody, or the text does not say"
    who = " of ".join(part for part in (actor.name, actor.party) if part)
    return f"{who}: “{one.on_words}”, {one.on_how}" if one.on_words else who


def _naming(one: Naming) -> Iterator[tuple[str, str]]:
    who = one.speaker
    yield "speaker", f"{who.name} ({who.kind}); {who.how}"
    if who.role:
        yield "  role", who.role
    if who.party:
        yield "  party", who.party
    if one.mentions:
        first, *rest = [f"“{plain(mention.text)}” at {mention.span.start}" for mention in one.mentions]
        left_out = ["…"] if len(rest) >= MOST_MENTIONS else []
        yield "  mentions", ", ".join([first, *left_out, *rest[1 - MOST_MENTIONS :]])
