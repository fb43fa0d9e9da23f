"""What counts as a word, and which words are pronouns.

Use these wherever a phrase is taken apart.
"""

from __future__ import annotations

import re

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_PRONOUNS_WORDS = """
i we you he she it they me us him her them his its our their my your himself herself itself themselves who whom
whose both he's she's i'm we're they're
"""
PRONOUNS = frozenset(_PRONOUNS_WORDS.split())


def folded(word: str) -> str:
    """A word in lower case, without the ending of a possessive or the full stop of an abbreviation."""
    return word.lower().removesuffix("’s").removesuffix("'s").rstrip(".")
