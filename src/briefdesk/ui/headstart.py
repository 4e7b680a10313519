"""A head start for the first paint: what Python and PySide do meanwhile, and need not, is left out.

Imported first of all modules that need Qt: PySide does not look into those that come after.
"""

import gc
import sys

from PySide6.QtCore import QTimer

MILLISECONDS = 1000
"""How long the event loop runs before garbage is looked for again: by then the window is furnished."""


def take() -> None:
    """Let widgets be made without delay, from now until the window is furnished."""
    if gc.isenabled():
        # Nearly all that is made now lives as long as the program: there is no garbage to be found in it.
        # Afterwards it is looked for in the UI thread, and nowhere else: the collector stays off.
        gc.disable()
        QTimer.singleShot(MILLISECONDS, _sweep)


def _sweep() -> None:
    from briefdesk.ui.sweeping import begin  # read when there is time

    begin()


def _spare_sources() -> None:
    """Keep PySide from reading the source of every module that is imported.

    WORKAROUND: it looks in each for its own name, to know where `from __feature__ import snake_case` may
    be in force. That is a tenth of a second for the modules of this program, which never say it.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and "_mod_uses_pyside" in vars(feature):
        vars(feature)["_mod_uses_pyside"] = _may_use_pyside


def _may_use_pyside(module: object) -> bool:
    return getattr(module, "__name__", "").startswith("briefdesk.")


_spare_sources()
