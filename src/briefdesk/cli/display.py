"""Whether there is a display to open a window on, asked before Qt is loaded: Qt itself would abort."""

import os
import socket
import sys
from collections.abc import Mapping

_SECONDS = 2.0


def can_open(environ: Mapping[str, str] | None = None) -> bool:
    """Tell whether a window can be opened: a display server answers, or the platform needs none."""
    if sys.platform in ("win32", "darwin"):
        return True
    env = os.environ if environ is None else environ
    platforms = [each.split(":")[0] for each in env.get("QT_QPA_PLATFORM", "").split(";") if each]
    if any(not each.startswith(("xcb", "wayland")) for each in platforms):
        return True
    wayland = not platforms or any(each.startswith("wayland") for each in platforms)
    x11 = not platforms or any(each.startswith("xcb") for each in platforms)
    return (wayland and _wayland(env)) or (x11 and _x11(env))


def _wayland(env: Mapping[str, str]) -> bool:
    if env.get("WAYLAND_SOCKET"):
        return True
    name, folder = env.get("WAYLAND_DISPLAY", ""), env.get("XDG_RUNTIME_DIR", "")
    return bool(name) and (name.startswith("/") or bool(folder)) and _answers(os.path.join(folder, name))  # noqa: PTH118


def _x11(env: Mapping[str, str]) -> bool:
    display = env.get("DISPLAY", "")
    if display.startswith("/"):  # a socket by its path, as on macOS
        return _answers(display)
    host, colon, screen = display.rpartition(":")
    number = screen.split(".")[0]
    if not colon or not number.isdecimal():
        return False
    host = host.rpartition("/")[2] if host.startswith(("unix", "tcp/", "inet/")) else host
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return _answers("\0" + path) or _answers(path)
    try:
        socket.create_connection((host.strip("[]"), 6000 + int(number)), _SECONDS).close()
    except (OSError, OverflowError, UnicodeError):
        return False
    return True


def _answers(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as knock:
        knock.settimeout(_SECONDS)
        try:
            knock.connect(path)
        except (OSError, ValueError):
            return False
    return True
