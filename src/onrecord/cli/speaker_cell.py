"""Show who speaks, in a cell of a table.

Use `SpeakerCells` once a table, and ask it for a cell a row, from the top down: a role stands only where it is news.
The first line says through whom, who and for whom; the dim lines under it say what the article calls them and how the
name was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.text import Text

from onrecord.cli.terminal import plain
from onrecord.records import Speaker, Statement

NOBODY = "(unnamed)"
NO_SOURCE = "no source here"  # the speaker is the one before, and the text does not say so

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
# What may join a name and a role without saying more than they do: "Brandt, the minister".
_JOINTS = re.compile(r"\b(?:the|a|an)\b|[\s,()–—-]", re.IGNORECASE)


class SpeakerCells:
    """The cells of one table; it remembers which role of a speaker was shown last."""

    def __init__(self) -> None:
        self._shown: dict[str, str] = {}

    def cell(self, stmt: Statement, *, nested: bool) -> Text:
        """Who speaks, under it what is known of them.

        Args:
            stmt: the row's.
            nested: whether it stands under the row in whose content it lies.
        """
        cell = Text(_through(stmt, nested=nested), style="dim", overflow="fold")
        cell.append_text(_names(stmt))
        for line in (*self._roles(stmt), *_found(stmt)):
            cell.append(f"\n{line}")
        return cell

    def _roles(self, stmt: Statement) -> Iterator[str]:
        """Kind and role, where this row's source does not tell them and no row above did last."""
        source = plain(stmt.source_text)
        for one in stmt.speakers:
            told = _told(one)
            last, self._shown[one.id] = self._shown.get(one.id), told
            if told and told != last and not (told in source and _adds(source, [one])):
                yield _of(one, told, stmt)


def _through(stmt: Statement, *, nested: bool) -> str:
    """Whom the words come through: "↳ Kirby > "; an agency that relays has no row to stand under."""
    own = stmt.speaker is not None and stmt.chain[-1:] == (stmt.speaker.name,)
    outer = stmt.chain[:-1] if own else stmt.chain
    return ("↳ " if nested else "") + "".join(f"{plain(name)} > " for name in outer)


def _names(stmt: Statement) -> Text:
    """Who and for whom: "Mara Voss (Norvia) and NATO"; a party that is called like the speaker is not repeated."""
    if not stmt.speakers:
        return Text(NOBODY, style="not dim")
    names = Text(style="not dim")
    for number, one in enumerate(stmt.speakers):
        names.append(" and " if number else "").append(plain(one.name), style="bold")
        names.append(f" ({plain(one.party)})" if one.party and one.party != one.name else "")
    return names


def _told(one: Speaker) -> str:
    """What a speaker is, unless it goes without saying: a person without a role, or an unnamed source."""
    kind = one.kind if one.kind in {"organisation", "group"} else None
    return " · ".join(plain(part) for part in (kind, one.role) if part)


def _found(stmt: Statement) -> Iterator[str]:
    """The article's words, where they are not the name, and how the name was found, where it takes more than them."""
    words = _words(stmt)
    hows = [_of(one, plain(one.how), stmt) for one in stmt.speakers if one.how != "named"]
    line = ", ".join([*([words] if words else []), *hows])
    if line:
        yield line


def _words(stmt: Statement) -> str:
    source = plain(stmt.source_text)
    if not source:
        return NO_SOURCE if stmt.speakers else ""
    return f"as “{source}”" if _adds(source, stmt.speakers) else ""


def _adds(source: str, speakers: Sequence[Speaker]) -> bool:
    """Whether a source says more than names and roles do."""
    names = " and ".join(plain(one.name) for one in speakers)
    if _bare(source) == _bare(names):
        return False
    if len(speakers) != 1 or names not in source:
        return True
    rest = source.replace(names, "", 1).replace(plain(speakers[0].role or ""), "", 1)
    return _JOINTS.sub("", rest) != ""


def _bare(words: str) -> str:
    return _ARTICLE.sub("", words, count=1).casefold()


def _of(one: Speaker, fact: str, stmt: Statement) -> str:
    """A fact, with the name of whom it is where several speak together."""
    return fact if len(stmt.speakers) == 1 else f"{plain(one.name)}: {fact}"
