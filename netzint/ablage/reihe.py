"""Calls that are carried out one after another beside the work of this process, like the setting of PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from queue import SimpleQueue
    from threading import Thread

T = TypeVar("T")


class _Schritt(Generic[T]):
    """A call whose result is asked for later; what it raises is raised then."""

    def __init__(self, call: Callable[[], T]) -> None:
        from threading import Event

        self._call = call
        self._done = Event()
        self._results: list[T] = []
        self._errors: list[BaseException] = []

    def run(self) -> None:
        try:
            self._results.append(self._call())
        except BaseException as error:  # noqa: BLE001 (raised again where the result is wanted)
            self._errors.append(error)
        finally:
            self._done.set()

    def result(self) -> T:
        self._done.wait()
        if self._errors:
            raise self._errors[0]
        return self._results[0]


class Reihe:
    """One thread, begun with the first call and gone at the end of the ``with``.

    It helps where a call leaves the interpreter to others while it computes. No other process may be forked meanwhile.
    """

    def __init__(self) -> None:
        from queue import SimpleQueue

        self._calls: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._dropped = False

    def start(self, call: Callable[[], T]) -> Callable[[], T]:
        """Line a call up. What comes back waits for its result and gives it."""
        from threading import Thread

        if self._thread is None:
            self._thread = Thread(target=self._run, daemon=True)
            self._thread.start()
        schritt = _Schritt(call)
        self._calls.put(schritt.run)
        return schritt.result

    def _run(self) -> None:
        while (call := self._calls.get()) is not None:
            if not self._dropped:
                call()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: object, *_: object) -> None:
        self._dropped = error is not None
        if self._thread is not None:
            self._calls.put(None)
            self._thread.join()
