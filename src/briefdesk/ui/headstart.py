"""A head start for the first paint: what Python and PySide do meanwhile, and need not, is left out."""

import gc
import sys
from types import ModuleType
from typing import Any

from PySide6.QtCore import QTimer

MILLISECONDS = 1000
"""How long the event loop runs before garbage is collected again: by then the window is furnished."""


def take() -> None:
    """Let modules be read and widgets be made without delay, from now until the window is furnished."""
    _spare_sources()
    if gc.isenabled():
        # Nearly all that is made now lives as long as the program: there is no garbage to be found in it.
        gc.disable()
        QTimer.singleShot(MILLISECONDS, gc.enable)


def _spare_sources() -> None:
    """Keep PySide from reading the source of every module that is imported.

    WORKAROUND: it looks in each for its own name, to know where `from __feature__ import snake_case` may
    be in force. That is a tenth of a second for the modules of this program, which never say it.
    """
    feature: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _may_use_pyside  # noqa: SLF001


def _may_use_pyside(module: ModuleType) -> bool:
    return module.__name__.startswith("briefdesk.")
