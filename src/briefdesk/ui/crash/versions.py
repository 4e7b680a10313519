"""Which versions a report of a bug, and the About box, name."""

import sys

import PySide6
from PySide6.QtCore import QSysInfo, qVersion

from briefdesk import __version__


def versions() -> str:
    """What a report of a bug begins with: the program, and what it runs on."""
    return "\n".join(
        (
            f"BriefDesk {__version__}",
            f"Python {sys.version.split()[0]}, PySide6 {PySide6.__version__}, Qt {qVersion()}",
            f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}",
        )
    )
