from __future__ import annotations

from time import process_time

import pytest

from onrecord.sources.languages import language_of
from tests.sources.source_builders import PARAGRAPHS


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PARAGRAPHS[0], "en"),
        ("TALKS IN THE HARBOUR GO ON, SAYS THE ENVOY", "en"),
        ("Die Gespräche im Hafen gehen weiter, sagte der Gesandte am Freitag.", "de"),
        ("Les pourparlers se poursuivent dans le port, a dit l’envoyée vendredi.", "fr"),
        ("Переговоры в гавани продолжаются, сказал посол в пятницу журналистам.", "ru"),
        ("Переговори в гавані тривають, сказав посол у п’ятницю журналістам.", "uk"),
        ("特使周五表示，港口的会谈仍在继续，没有人知道会谈会持续多久。", "zh"),
        ("", None),
        ("No.", None),
        ("1 2 3 4 5 6 7 8 9 " * 20, None),
        ("Ann Lee, Norvia. Bo Marsh, Estmark.", None),
    ],
)
def test_a_language_is_told_where_the_text_tells_it(text, language):
    assert language_of(text) == language


def test_a_long_text_costs_no_more_than_its_beginning():
    text = " ".join(PARAGRAPHS) * 10_000
    language_of(text)
    start = process_time()
    for _ in range(50):
        language_of(text)
    assert (process_time() - start) / 50 < 0.005  # seconds; a tenth of that when nothing else runs
