"""The grammar of time expressions: which words make one, and of which kind.

Use `find` to delimit them; what they mean is read in `onrecord.reading.time_values`. A new kind of expression is one
rule here and one reader of the same name there. The rules are tried in order at each word, so the longer stand first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from onrecord.reading.time_words import (
    COUNT,
    FULL_MONTH,
    MONTH,
    MONTHS,
    NUMBERS,
    PART,
    PLURAL,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    YEAR,
    capital,
)

_THE = f"(?:{capital('the')})"
_SOONER = f"(?:{capital('earlier|later|early|late')})"
_WITHIN = (
    rf"(?:{_SOONER} (?:in )?|(?:{capital('mid')})[- ]|(?:{_THE} )?(?:{capital('beginning|start|middle|end')}) of )"
)
_ABOUT = rf"(?:(?:{capital('more than|less than|over|almost|nearly|about|around|at least|up to')}) )?"
_MANY = rf"(?P<n>{COUNT})"
_UNITS = rf"(?P<unit>{UNIT}){PLURAL}"

_WEEKDAY_FIRST = rf"(?:(?:{WEEKDAY}),? )?(?:the )?"
_NTH = r"(?:st|nd|rd|th)?"
_DAYS = rf"(?P<d>\d{{1,2}}){_NTH}(?: ?[-–] ?(?P<to>\d{{1,2}}){_NTH})?"
_IN_YEAR = rf"(?:,? (?P<y>{YEAR})\b)?"
_YEAR_OR = rf"(?:(?P<y>{YEAR})\b|(?P<rel>this|last|next) year\b)"
_OF_ANOTHER = r"(?! (?:the|his|her|its|their|an?|[A-Z]\w*)\b)"  # "the day before the summit"

_ZONE = (
    r"(?: ?(?:UTC|GMT|[ECMPB]S?T|EDT|PDT|EEST|CEST|BST|MSK)\b"
    r"| (?:local|Moscow|Kyiv|Kiev|London|Paris|Eastern) [Tt]ime)?"
)
_HOUR = (
    rf"(?:\d{{1,2}}:\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?{_ZONE}|\d{{1,2}} ?(?:[ap]\.m\.|[ap]m\b){_ZONE}"
    r"|[0-2]\d[0-5]\d ?(?:UTC|GMT)\b|\d{1,2} o['’]clock\b|(?:noon|midnight)\b)"
)
_LAST_YEAR = r"(?: (?P<ago>a year ago|a year earlier|last year)\b)"

RULES: dict[str, str] = {
    "iso": r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])",
    "dotted": r"(?P<a>\d{1,2})\.(?P<b>\d{1,2})\.(?P<y>\d{4})(?![\d.]\d)",
    "slashed": r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d\d)(?![\w/])",
    "day_month": rf"{_WEEKDAY_FIRST}{_DAYS}(?: of)? (?P<month>{MONTH}){_IN_YEAR}",
    "month_day": rf"{_WEEKDAY_FIRST}(?P<month>{MONTH}) {_DAYS}(?!\w|[:%]|[.,]\d){_IN_YEAR}",
    "month_year": rf"{_WITHIN}?(?P<month>{MONTH}),? (?:of )?{_YEAR_OR}",
    "week_of": rf"{_THE} (?P<nth>first|second|third|fourth|last) week (?:of|in) (?P<month>{MONTH}){_IN_YEAR}",
    "set": (
        rf"(?:{capital('every|each')}) (?:{COUNT} )?(?P<unit>{UNIT}|{WEEKDAY}|{PART}|weekend){PLURAL}\b"
        rf"|(?:{capital('once|twice')}|{COUNT} times) (?:a|per) (?P<per>{UNIT}){PLURAL}\b"
        rf"|(?P<ly>daily|weekly|monthly|quarterly|yearly|annual)(?:ly)?\b|(?:{WEEKDAY})s\b"
    ),
    "weekday": (
        rf"(?:(?P<rel>{capital('last|next|earlier|early|late|this past|this coming|this|the following|the previous')})"
        rf" (?:on )?)?(?P<w>{WEEKDAY})(?: (?P<part>{PART}))?(?: (?P<week>last|this|next) week)?\b"
    ),
    "near_day": (
        rf"(?:{_SOONER} )?(?P<day>{capital('yesterday|today|tonight|tomorrow|overnight|last night')})"
        rf"(?: (?P<part>{PART}))?\b"
    ),
    "this_part": rf"(?:{_SOONER} )?(?:{capital('this')}) (?P<part>{PART})\b",
    "two_days": rf"{_THE} day (?P<way>before yesterday|after tomorrow)\b",
    "day_before": (
        rf"(?:{_THE} (?:day before|previous day|preceding day)|(?:{capital('a|one')}) day (?:earlier|before))\b"
        rf"{_OF_ANOTHER}"
    ),
    "day_after": (rf"(?:{_THE} (?:day after|next day|following day)|(?:{capital('a|one')}) day later)\b{_OF_ANOTHER}"),
    "same_day": (
        rf"(?:{_SOONER} (?:on |in )?)?(?:{capital('the same|that same|that|this same')}) day\b|{_SOONER} in the day\b"
    ),
    "half": rf"(?:{_THE} )?(?P<nth>first|second) half of (?:the year )?{_YEAR_OR}",
    "quarter": (
        rf"(?:(?:{_THE} )?(?P<nth>first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))[ -]quarter\b"
        r"|Q(?P<q>[1-4])\b)"
        rf"(?: (?:of |in )?{_YEAR_OR})?"
    ),
    "season": (
        rf"{_WITHIN}?(?:(?P<rel>{capital('last|this|next|the previous|the following')}) (?P<s>{SEASON})\b"
        rf"|(?:{_THE} )?(?P<s_of>{SEASON}) (?:of |in )?(?P<y>{YEAR})\b"
        rf"|(?<=[Ii]n )(?:the )?(?P<s_in>{SEASON})\b(?! of\b))"
    ),
    "same_then": rf"{_THE} (?:same|corresponding) (?P<unit>day|week|month|quarter|period|time){_LAST_YEAR}",
    "period": (
        rf"{_WITHIN}?(?P<rel>{capital('last|this|next|the previous|the current|the following|the same|the coming')}) "
        r"(?P<unit>week|month|year|quarter|weekend|decade|century)\b(?!-)"
    ),
    "within": rf"{_SOONER} in the (?P<unit>week|month|year)\b",
    "weekend": rf"{_THE} weekend\b",
    "ago": rf"{_ABOUT}{_MANY}[ -]{_UNITS} ago\b",
    "later": rf"{_MANY} {_UNITS} (?P<way>earlier|later)\b",
    "last_n": (
        rf"(?:{capital('the|these|this')}) (?:last|past|previous|recent|next|coming|first) "
        rf"(?:(?P<n>{COUNT}) )?{_UNITS}\b"
    ),
    "recent": rf"(?:{capital('recent|past|coming')}) (?P<unit>{UNIT})(?:s|ies)\b",
    "hyphen": rf"(?P<n>{COUNT})[- ](?P<unit>{UNIT})s?-long\b|(?P<n_>{COUNT})-(?P<unit_>{UNIT})y?(?![-\w])",
    "duration": (
        rf"{_ABOUT}(?!(?:[Aa]|[Oo]ne) second\b){_MANY} (?:more |full |long |straight |consecutive |whole )?{_UNITS}"
        r"(?!\w|[-’']\w*old| old\b)"
    ),
    "long": r"(?P<unit>minute|hour|day|week|month|year|decade|centur)(?:s|ies)(?:-long)?(?!\w|[-’']\w*old)",
    "decade": rf"(?:{_THE} )?(?:(?:early|late|mid)[- ])?(?P<y>(?:1[6-9]|20)\d)0['’]?s\b",
    "clock": rf"{_HOUR}(?: (?P<day>today|yesterday|tomorrow)\b)?",
    "bare_month": rf"{_WITHIN}?(?:(?P<rel>{capital('last|next|this')}) )?(?P<month>{FULL_MONTH})\b(?! \d)",
    "years": rf"(?P<y>{YEAR})[-–/](?P<to>{YEAR}|\d\d)(?![\w-])",
    "year": rf"{_WITHIN}?(?P<y>{YEAR})(?!\w|[-–/]\d|[,.]\d|%)",
    "short_year": r"(?<=[a-z] )['’‘](?P<y>\d\d)(?![\w-])",
    "past": r"(?<=[no][nf] )(?P<when>the past|the future)\b(?! [\w-])",
    "present": rf"(?:{capital('currently|at present|at the moment|right now|recently|more recently|nowadays')})\b",
}
"""Name -> pattern; the groups are what its reader needs."""

_FIRST_WORDS = f"""
the this that these a an earlier later early late mid beginning start middle end more less over almost nearly about
around at up last next every each once twice yesterday today tonight tomorrow overnight first second third fourth final
recent recently past coming minutes hours days weeks months years decades centuries noon midnight currently right
nowadays daily weekly monthly quarterly yearly annual annually couple few several many some dozens hundreds
Q1 Q2 Q3 Q4 Sept
{" ".join([*MONTHS, *SEASONS, *NUMBERS])}
{WEEKDAY.replace("|", " ")} {FULL_MONTH.replace("|", " ")}
"""


def _any_first_word() -> str:
    """The words that an expression may begin with, by letter: four times faster than to try all rules everywhere."""
    words: dict[str, set[str]] = {}
    for word in _FIRST_WORDS.split():
        words.setdefault(word[0].lower(), set()).add(re.escape(word[1:]))
    return "|".join(f"[{letter.upper()}{letter}](?:{'|'.join(sorted(ends))})" for letter, ends in words.items())


_START = rf"(?<![\w$€£#])(?<!\d[.,:/-])(?=\d|['’‘]\d\d|(?:{_any_first_word()})(?!\w|['’]\w\w))"
_READERS = {name: re.compile(pattern) for name, pattern in RULES.items()}
_UNNAMED = ((name, re.sub(r"\?P<\w+>", "?:", rule)) for name, rule in RULES.items())
_FIND = re.compile(f"{_START}(?:{'|'.join(f'(?:{rule})(?P<{name}>)' for name, rule in _UNNAMED)})")


def find(text: str) -> Iterator[tuple[str, Match[str]]]:
    """Every stretch that a rule takes, in order, with the rule's name; what a name or a number needs is not judged."""
    for match in _FIND.finditer(text):
        name = match.lastgroup
        groups = _READERS[name].match(text, match.start()) if name else None
        if name and groups:
            yield name, groups
