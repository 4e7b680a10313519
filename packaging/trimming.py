"""What of all that PyInstaller gathers goes into the frozen program."""

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

# One line of what PyInstaller gathers: the name within the folder, where it comes from, its kind.
Entry = tuple[str, str, str]

# Qt loads its plugins by name while it runs: these kinds are of use to this program.
PLUGINS = {
    "platforms": ("libqxcb", "libqoffscreen", "libqwayland"),
    "platforminputcontexts": ("libcomposeplatforminputcontextplugin", "libibusplatforminputcontextplugin"),
    "platformthemes": ("libqxdgdesktopportal",),
    "xcbglintegrations": ("libqxcb-egl-integration", "libqxcb-glx-integration"),
    "wayland-decoration-client": ("libadwaita", "libbradient"),
    "wayland-graphics-integration-client": ("libqt-plugin-wayland-egl",),
    "wayland-shell-integration": ("libxdg-shell",),
    "iconengines": ("libqsvgicon",),
    "imageformats": ("libqgif", "libqico", "libqjpeg", "libqsvg", "libqwebp"),
    "printsupport": ("libcupsprintersupport",),
    "tls": (),
}

# What the system has to bring (packaging/system-libraries.txt): a library of another system beside the
# graphics driver and the fonts of this one does more harm than good. Python's own needs do come along.
SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")
PYTHONS_OWN = ("bz2", "crypto", "expat", "ffi", "lzma", "python", "ssl", "uuid", "z")

LEFT_OUT = (
    "PySide6/Qt/qml/",  # the preview draws through Qt Quick's libraries, but no QML is ever loaded
    "PySide6/Qt/translations/qt",  # of Qt's own windows we show none; BriefDesk's texts are its own
    "PySide6/Qt/resources/qtwebengine_devtools_resources",
)
# Chromium needs the texts of one language, and takes this one when it finds no other.
LOCALES = "PySide6/Qt/translations/qtwebengine_locales/"
LOCALE = "en-US.pak"


def wanted(entry: Entry) -> bool:
    """Whether a file or library is of use to this program."""
    name, source, _ = entry
    if name.startswith(LOCALES):
        return name == LOCALES + LOCALE
    if name.startswith(LEFT_OUT) or ".debug." in name:
        return False
    if "/Qt/plugins/" in name:
        plugin = PurePosixPath(name)
        return plugin.name.split(".")[0] in PLUGINS.get(plugin.parent.name, ())
    return not source.startswith(SYSTEM) or _pythons_own(name)


def closure(
    entries: Iterable[Entry], imports: Callable[[str], Iterable[tuple[str, str | None]]]
) -> list[Entry]:
    """The entries without the libraries that nothing asks for any more.

    `imports` gives the libraries that a binary is linked with, each as its name and its place.
    """
    kept = list(entries)
    libraries = {PurePosixPath(entry[0]).name: entry for entry in kept if _is_qt_library(entry)}
    reached: set[str] = set()
    waiting = [entry for entry in kept if not _is_qt_library(entry) and _is_binary(entry)]
    while waiting:
        for name, _ in imports(waiting.pop()[1]):
            if name in libraries and name not in reached:
                reached.add(name)
                waiting.append(libraries[name])
    return [entry for entry in kept if not _is_qt_library(entry) or PurePosixPath(entry[0]).name in reached]


def dangles(entry: Entry, libraries: set[str]) -> bool:
    """Whether an entry is a link to a library that was left out."""
    name, target, kind = entry
    return kind == "SYMLINK" and str(PurePosixPath(name).parent / target) not in libraries


def _pythons_own(name: str) -> bool:
    library = PurePosixPath(name).name.removeprefix("lib").split(".so")[0]
    return library == "sqlite3" or library.rstrip("0123456789.") in PYTHONS_OWN


def _is_qt_library(entry: Entry) -> bool:
    return "/Qt/lib/" in entry[0] and entry[2] in {"BINARY", "SYMLINK"}


def _is_binary(entry: Entry) -> bool:
    return entry[2] in {"BINARY", "EXTENSION"} or entry[0].endswith("QtWebEngineProcess")
