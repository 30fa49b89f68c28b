"""Long stories are not measured for coverage: it makes them three times as long, and the small tests cover the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ungemessen() -> Iterator[None]:
    """What runs inside is not traced."""
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)
