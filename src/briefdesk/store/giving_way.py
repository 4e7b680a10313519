"""Long computing on a thread beside the window's, which is not to be felt there."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_TURN: Final = sys.getswitchinterval()
_lock: Final = threading.Lock()
_under_way: Final[list[int]] = []


@contextmanager
def giving_way() -> Iterator[None]:
    """Let other threads have their turn ten times as often, until the last that computes is done.

    A key in the form asks for the interpreter some twenty times; while another thread computes, each of
    these waits for the whole interval of 5 ms.
    """
    me = threading.get_ident()
    with _lock:
        _under_way.append(me)
        sys.setswitchinterval(_TURN / 10)
    try:
        yield
    finally:
        with _lock:
            _under_way.remove(me)
            if not _under_way:
                sys.setswitchinterval(_TURN)
