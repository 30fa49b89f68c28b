"""A step that mostly waits for another process, done beside the work of this one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Nebenher(Generic[T]):
    """A call whose result is asked for later; what it raises is raised then."""

    def __init__(self, call: Callable[[], T]) -> None:
        from threading import Thread

        self._call = call
        self._results: list[T] = []
        self._errors: list[BaseException] = []
        self._thread = Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin. No other process may be forked until the end."""
        self._thread.start()

    def _run(self) -> None:
        try:
            self._results.append(self._call())
        except BaseException as error:  # noqa: BLE001 (raised again where the result is wanted)
            self._errors.append(error)

    def result(self) -> T:
        """What came of it, begun or not."""
        if self._thread.ident is None:
            return self._call()
        self._thread.join()
        if self._errors:
            raise self._errors[0]
        return self._results[0]
