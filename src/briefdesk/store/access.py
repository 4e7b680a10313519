"""Reading and writing an open library: who reads is waited for at the end, who comes later is turned away."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from briefdesk.brief.model import Brief
from briefdesk.store import faults, opening
from briefdesk.store.errors import NotRead, NotSaved

_T = TypeVar("_T")

_LONGEST_READ_SECONDS = 5.0


class Access:
    """Hands out connections for reading to any thread, and work to the one thread that writes."""

    def __init__(self, parts: opening.Parts) -> None:
        self._parts = parts
        self._is_closed = False
        self._readers = 0
        self._idle = threading.Condition()

    def close(self) -> None:
        """Let those who read come to an end, write what is waiting, and let go of the file; twice is once."""
        with self._idle:
            self._is_closed = True
            self._idle.wait_for(lambda: self._readers == 0, _LONGEST_READ_SECONDS)
        self._parts.closing.close()

    def submit(
        self, work: Callable[[Connection], _T], brief: Brief | None = None, *, apart: bool = False
    ) -> "Future[_T]":
        """Have something written; a brief that cannot be is kept in a rescue file.

        The future fails with NotSaved.
        """
        parts = self._parts
        if parts.writer is not None:
            return parts.writer.submit(work, brief, apart=apart)
        rescue = parts.rescue.keep(brief) if brief else None
        words = f"not saved: {parts.path.name}: {parts.state.message}"
        future: Future[_T] = Future()
        future.set_exception(NotSaved("read_only", words, rescue=rescue))
        return future

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that reads one state of the library. Raises NotRead."""
        with self._idle:
            if self._is_closed:
                raise NotRead("closed", f"{self._parts.path.name} is closed", todo="open it again")
            self._readers += 1
        try:
            with self._parts.readers.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise faults.not_read(error, self._parts.path) or error from None
        finally:
            with self._idle:
                self._readers -= 1
                self._idle.notify_all()
