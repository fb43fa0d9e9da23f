"""Show what a ledger holds, as tables, CSV or JSON.

Use these from the commands of `overview`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from onrecord.cli.lists import cell, days, facts, number_of, show, table, write_csv, write_json
from onrecord.exports import answer_to_dict
from onrecord.ledger import Listed, Run, SpeakerTotal, Stats

MOST_OUTLETS = 10  # that are told; the others are counted

_SPEAKER_COLUMNS = "id name kind party statements first last outlets"
_ARTICLE_COLUMNS = "id name title published outlets length statements near"


def write_stats(stats: Stats, *, as_json: bool) -> None:
    """Write the counts."""
    if as_json:
        write_json(stats)
        return
    show(facts(_counts(stats)))


def write_speakers(found: Sequence[SpeakerTotal], *, as_json: bool, as_csv: bool) -> None:
    """Write a row for each speaker."""
    if as_json:
        write_json({"speakers": answer_to_dict(found)})
    elif as_csv:
        columns = _SPEAKER_COLUMNS.split()
        write_csv(columns, ([getattr(one, column) for column in columns] for one in found))
    else:
        rows = table("Name", "Party", "Statements", "Said", "Outlets", "Id", numbers=("Statements", "Outlets"))
        for one in found:
            said = days(one.first, one.last)
            rows.add_row(*map(cell, (one.name, one.party, one.statements, said, one.outlets, one.id)))
        show(rows if found else Text("nobody speaks"))


def write_articles(found: Sequence[Listed], *, as_json: bool, as_csv: bool) -> None:
    """Write a row for each article."""
    if as_json:
        write_json({"articles": answer_to_dict(found)})
    elif as_csv:
        write_csv(_ARTICLE_COLUMNS.split(), map(_article_row, found))
    else:
        rows = table("Id", "Published", "Title", "Outlets", "Statements", numbers=("Statements",), wide="Title")
        for one in found:
            title = (one.title or one.name) + (" (near copy)" if one.near else "")
            rows.add_row(*map(cell, (one.id[:8], one.published, title, "; ".join(one.outlets), one.statements)))
        show(rows if found else Text("no article"))


def _article_row(one: Listed) -> list[object]:
    return [
        one.id,
        one.name,
        one.title,
        one.published,
        "; ".join(one.outlets),
        one.length,
        one.statements,
        "yes" if one.near else "no",
    ]


def _counts(stats: Stats) -> Iterator[tuple[str, object]]:
    near = f" ({number_of(stats.near, 'near copy', 'near copies')})" if stats.near else ""
    yield "articles", f"{stats.articles:,}{near}, published in {number_of(stats.appearances, 'place', 'places')}"
    more = [f"{stats.copies:,} told again in near copies"] * bool(stats.copies)
    more += [f"{stats.removed:,} taken out"] * bool(stats.removed)
    yield "statements", f"{stats.statements:,}" + (f" (and {', '.join(more)})" if more else "")
    yield "said", days(stats.first, stats.last)
    yield "speakers", stats.speakers
    yield "acts", ", ".join(f"{act or 'none'} {number:,}" for act, number in stats.acts.items())
    yield "outlets", _outlets(stats)
    yield "corrections", stats.changes
    for run in stats.runs:
        yield f"run {run.id}", _run(run)


def _outlets(stats: Stats) -> str:
    told = [f"{name} {number:,}" for name, number in stats.outlets.items()]
    more = len(told) - MOST_OUTLETS
    return ", ".join(told[:MOST_OUTLETS]) + (f" and {number_of(more, 'other', 'others')}" if more > 0 else "")


def _run(run: Run) -> str:
    ended = f"{run.finished.astimezone():%Y-%m-%d %H:%M}" if run.finished else "did not end"
    began = f"{run.started.astimezone():%Y-%m-%d %H:%M}"
    by = f"onrecord {run.version}, weights {run.weights[:12]}"
    return f"{number_of(run.articles, 'article', 'articles')}, {began} to {ended}, {by}"
