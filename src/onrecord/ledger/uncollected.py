"""Make many records at once without looking for garbage meanwhile.

Use `uncollected` around work that makes tens of thousands of records and keeps them: Python looks for cycles among all
of them again and again, and there are none. That takes a third of the time of an answer about a large issue.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles until the end; memory is freed as ever where nothing refers to it any more."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
