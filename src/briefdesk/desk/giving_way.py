"""Long computing on a thread beside the window's, which is not to be felt there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_TURN: Final = sys.getswitchinterval()


@contextmanager
def giving_way() -> Iterator[None]:
    """Let other threads have their turn ten times as often.

    A key in the form asks for the interpreter some twenty times; while another thread computes, each of
    these waits for the whole interval of 5 ms.
    """
    sys.setswitchinterval(_TURN / 10)
    try:
        yield
    finally:
        sys.setswitchinterval(_TURN)
