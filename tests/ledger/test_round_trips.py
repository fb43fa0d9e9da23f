"""What goes into a ledger comes out of it unchanged."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from onrecord.ledger import Filters, Ledger, article_of, entries
from onrecord.ledger.identity import keys_of, text_hash
from onrecord.records import Reading
from tests.ledger.builders import filled
from tests.ledger.strategies import readings

# One ledger for all examples, each of which is another text.
shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)


@shared
@given(reading=readings)
def test_a_reading_comes_out_as_it_went_in(ledger: Ledger, reading: Reading) -> None:
    filled(ledger, reading.article, read=lambda _: reading, any_language=True)
    keys = tuple(keys_of(text_hash(reading.article.text), reading.statements))
    found = list(entries(ledger, Filters(keys=keys)))
    assert [entry.stmt for entry in found] == list(reading.statements)
    assert [entry.id for entry in found] == list(keys)
    for entry in found:
        assert article_of(ledger, entry.id) == reading.article
