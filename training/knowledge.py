"""Make the tables of countries and office holders from two files of the CIA World Factbook.

Run `python -m training.knowledge --data DIR` where DIR holds `countries.csv` and `office_holders.csv`. What it writes
is committed and depends on the files alone; what is known beyond them is kept by hand in tables beside the result.
"""

from __future__ import annotations

import argparse
import csv
import html
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from onrecord.knowledge.tables import SEVERAL, Row, table
from training.holders import clean_holders

HERE = Path(__file__).parent.parent / "src/onrecord/knowledge"
COUNTRY_FIELDS = ("party", "names", "capitals", "adjectives", "nouns", "part_of")
HOLDER_FIELDS = ("country", "office", "name", "since", "until", "known_to", "kind", "acting", "source")

_NOTHING = {"", "none", "NA"}
_NOTES = re.compile(r"; note.*|\(prior to.*|; current.*", re.DOTALL)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_PLURAL = re.compile(r"(?P<one>[^(]+)\((?P<ending>s|es|men|women)\)$")


def read_rows(path: Path) -> list[Row]:
    """The lines of a CSV file, with HTML entities as the letters they stand for."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [{field: html.unescape(value) for field, value in row.items()} for row in csv.DictReader(lines)]


def as_csv(rows: Iterable[Mapping[str, str]], fields: Sequence[str]) -> str:
    """Rows as the text of a CSV file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def party_names(raw: Iterable[Row]) -> dict[str, str]:
    """The name in news of each country in the Factbook, those left out that nobody speaks for."""
    renamed = {row["words"]: row["party"] for row in table("countries_supplement") if row["kind"] == "rename"}
    skipped = {row["party"] for row in table("countries_supplement") if row["kind"] == "skip"}
    return {row["name"]: renamed.get(row["name"], row["name"]) for row in raw if row["name"] not in skipped}


def clean_countries(raw: Sequence[Row]) -> list[Row]:
    """One row a party: its names, capitals, adjectives and nouns.

    A word of several countries is dropped ("Dominican"), unless only one of them is a state of its own ("French").
    """
    parties = party_names(raw)
    parts = {row["party"]: row["words"] for row in table("countries_supplement") if row["kind"] == "part"}
    found = {parties[row["name"]]: _words_of(row, parties[row["name"]]) for row in raw if row["name"] in parties}
    for party in parts.keys() & found.keys():
        found[party]["capitals"] = []  # "Hamilton" and "Douglas" are people's names far oftener
    for row in table("countries_supplement"):
        _supplement(row, found)
    for field in ("capitals", "adjectives", "nouns"):
        _keep_one_owner(found, field, parts)
    _without_drops(found)
    rows = [_country(party, words, parts.get(party, "")) for party, words in found.items()]
    return sorted(rows, key=_by_party)


def _words_of(row: Row, party: str) -> dict[str, list[str]]:
    long = _NOTES.sub("", row["long"]).strip()
    names = [party, *([long.removeprefix("The ")] if long not in _NOTHING else [])]
    capital = _BRACKETS.sub("", row["capital"].split(";")[0].split(" (")[0].split(" in ")[0]).strip()
    return {
        "names": _once(names),
        "capitals": [capital] if _is_city(capital) else [],
        "adjectives": _forms(row["adjective"], plural=False),
        "nouns": _forms(row["noun"], plural=True),
    }


def _is_city(words: str) -> bool:
    return bool(words) and words[0].isupper() and len(words.split()) <= 4


def _forms(field: str, *, plural: bool) -> list[str]:
    """The words in "Briton(s), British (collective plural)", with both numbers of a noun."""
    field = _NOTES.sub("", field).replace("(US citizens)", "").replace("(US nationals)", "")
    parts = re.split(r",(?: or)?|;|/| or ", field)
    return _once(form for part in parts for form in _numbers(part.strip(), plural=plural) if form not in _NOTHING)


def _numbers(part: str, *, plural: bool) -> Iterator[str]:
    match = _PLURAL.match(part)
    word = _BRACKETS.sub("", part).strip()
    if not match:
        yield word
        return
    yield match["one"].strip()
    if plural:
        ending = match["ending"]
        yield match["one"].strip() + ending if ending in {"s", "es"} else match["one"].strip()[: -len("man")] + "men"


def _supplement(row: Row, found: dict[str, dict[str, list[str]]]) -> None:
    party, kind, words = row["party"], row["kind"], row["words"]
    field = {"country": "names", "capital": "capitals", "adjective": "adjectives", "nationality": "nouns"}.get(kind)
    if field:
        known = found.setdefault(party, {"names": [], "capitals": [], "adjectives": [], "nouns": []})
        known[field] = _once([*known[field], *words.split(";")])


def _keep_one_owner(found: Mapping[str, dict[str, list[str]]], field: str, parts: Mapping[str, str]) -> None:
    states = Counter(word for party, words in found.items() if party not in parts for word in words[field])
    owners = Counter(word for words in found.values() for word in words[field])
    for party, words in found.items():
        own = 1 if party not in parts else 0
        words[field] = [word for word in words[field] if owners[word] == 1 or (own and states[word] == 1)]


def _without_drops(found: Mapping[str, dict[str, list[str]]]) -> None:
    for row in table("countries_supplement"):
        if row["kind"] == "drop" and row["party"] in found:
            for field, words in found[row["party"]].items():
                found[row["party"]][field] = [word for word in words if word != row["words"]]


def _country(party: str, words: Mapping[str, list[str]], part_of: str) -> Row:
    return {"party": party, **{field: SEVERAL.join(several) for field, several in words.items()}, "part_of": part_of}


def _by_party(row: Row) -> str:
    return row["party"]


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def make_tables(folder: Path) -> dict[str, str]:
    """Both tables, each as the text of its file.

    Args:
        folder: where the two files of the Factbook are.
    """
    raw = read_rows(folder / "countries.csv")
    countries = clean_countries(raw)
    parts = {row["party"] for row in countries if row["part_of"]}
    holders = clean_holders(read_rows(folder / "office_holders.csv"), party_names(raw), parts)
    return {
        "countries.csv": as_csv(countries, COUNTRY_FIELDS),
        "holders.csv": as_csv(holders, HOLDER_FIELDS),
    }


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of countries.csv and office_holders.csv")
    parser.add_argument("--out", type=Path, default=HERE, help="folder to write to")
    options = parser.parse_args()
    for name, text in make_tables(options.data).items():
        (options.out / name).write_text(text, encoding="utf-8")
        print(f"{options.out / name}: {len(text.splitlines()) - 1} rows")


if __name__ == "__main__":
    main()
