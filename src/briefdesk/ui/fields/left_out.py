"""What is said of a paste that did not come whole."""

from PySide6.QtCore import QCoreApplication

from briefdesk.ui.fields.clipboard import Clip
from briefdesk.ui.fields.naming import counted

_said = QCoreApplication.translate


def left_out(clip: Clip) -> str:
    """One sentence for each kind of thing that was left out, without the last stop; "" for nothing."""
    parts: list[str] = []
    if clip.struck:
        one = _said("LeftOut", "1 struck-out word left out")
        parts.append(counted(clip.struck, one, _said("LeftOut", "{n} struck-out words left out")))
    if clip.menus:
        one = _said("LeftOut", "1 line of menus and buttons left out")
        parts.append(counted(clip.menus, one, _said("LeftOut", "{n} lines of menus and buttons left out")))
    if clip.tracking:
        one = _said("LeftOut", "1 tracking part left out")
        parts.append(counted(clip.tracking, one, _said("LeftOut", "{n} tracking parts left out")))
    if clip.signed:
        one = _said("LeftOut", "1 line of a signature left out")
        parts.append(counted(clip.signed, one, _said("LeftOut", "{n} lines of a signature left out")))
    if clip.heads:
        one = _said("LeftOut", "1 row of table heads left out")
        parts.append(counted(clip.heads, one, _said("LeftOut", "{n} rows of table heads left out")))
    if clip.small:
        one = _said("LeftOut", "1 line of author, date or reading time left out")
        many = _said("LeftOut", "{n} lines of author, date or reading time left out")
        parts.append(counted(clip.small, one, many))
    if clip.removed:
        one = _said("LeftOut", "1 hidden character was left out of what was pasted")
        many = _said("LeftOut", "{n} hidden characters were left out of what was pasted")
        parts.append(counted(clip.removed, one, many))
    return ". ".join(parts)
