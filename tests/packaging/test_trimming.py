"""Tests of what the frozen program is made of."""

import pytest
import trimming

QT = "PySide6/Qt"


def entry(name: str, source: str = "", kind: str = "BINARY") -> trimming.Entry:
    """One line of what PyInstaller gathers."""
    return (name, source or f"/venv/site-packages/{name}", kind)


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/plugins/imageformats/libqjpeg.so",
        f"{QT}/translations/qtwebengine_locales/en-US.pak",
        f"{QT}/resources/icudtl.dat",
        "briefdesk/resources/publishers.toml",
    ],
)
def test_what_the_program_uses_is_kept(name):
    assert trimming.wanted(entry(name))


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/plugins/platforms/libqvnc.so",
        f"{QT}/plugins/sqldrivers/libqsqlite.so",
        f"{QT}/translations/qtwebengine_locales/de.pak",
        f"{QT}/translations/qtbase_de.qm",
        f"{QT}/resources/qtwebengine_devtools_resources.pak",
        f"{QT}/resources/v8_context_snapshot.debug.bin",
        f"{QT}/qml/QtQuick/Controls/libqtquickcontrols2plugin.so",
    ],
)
def test_what_the_program_never_uses_is_left_out(name):
    assert not trimming.wanted(entry(name))


def test_libraries_of_the_system_stay_there_but_for_those_that_python_needs():
    assert not trimming.wanted(entry("libnss3.so", "/usr/lib/x86_64-linux-gnu/libnss3.so"))
    assert not trimming.wanted(entry("libxcb.so.1", "/lib/x86_64-linux-gnu/libxcb.so.1"))
    for own in ("libpython3.11.so.1.0", "libsqlite3.so.0", "libssl.so.3", "libz.so.1"):
        assert trimming.wanted(entry(own, f"/usr/lib/x86_64-linux-gnu/{own}"))


def test_a_qt_library_that_nothing_is_linked_with_is_left_out_with_the_links_to_it():
    linked = {
        "/venv/site-packages/PySide6/QtGui.so": ["libQt6Gui.so.6"],
        f"/venv/site-packages/{QT}/lib/libQt6Gui.so.6": ["libQt6Core.so.6"],
        f"/venv/site-packages/{QT}/lib/libQt6Quick3D.so.6": ["libQt6Gui.so.6"],
    }
    libraries = [entry(f"{QT}/lib/libQt6{name}.so.6") for name in ("Core", "Gui", "Quick3D")]
    gathered = [entry("PySide6/QtGui.so", kind="EXTENSION"), *libraries]
    kept = trimming.closure(gathered, lambda file: [(name, None) for name in linked.get(file, [])])
    assert kept == gathered[:3]
    names = {name for name, _, _ in kept}
    assert not trimming.dangles(("libQt6Gui.so.6", f"{QT}/lib/libQt6Gui.so.6", "SYMLINK"), names)
    assert trimming.dangles(("libQt6Quick3D.so.6", f"{QT}/lib/libQt6Quick3D.so.6", "SYMLINK"), names)
