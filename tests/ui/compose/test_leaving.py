"""A brief that is left is left tidy, also where the caret is in it still."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from briefdesk.store.library import Library
from briefdesk.ui.window import MainWindow
from tests.ui.fields.hands import editor, write


def told(library: Library, id: str) -> str:
    brief = library.get(id).brief
    return brief.headline or brief.source.citation


@pytest.mark.parametrize("name", ["headlineEdit", "sourceCitationEdit"])
@pytest.mark.parametrize("way", ["switch", "new", "quit"])
def test_what_the_caret_is_in_is_tidied_when_the_brief_is_left(
    window: MainWindow, tmp_path: Path, name: str, way: str
) -> None:
    acts = window.furniture.acts
    other = window.desk.brief.id
    window.desk.session.edit("kicker", "Weather")
    acts.newWanted.emit()
    id = window.desk.brief.id
    if name == "sourceCitationEdit":
        button = window.findChild(QPushButton, "sourceCite")
        assert button is not None
        button.click()
    found = editor(window, name)
    found.setFocus()
    write(found, " Mayor, 3 May  ")
    if way == "switch":
        acts.briefWanted.emit(other)
    elif way == "new":
        acts.newWanted.emit()
    else:
        window.close()
        with Library.open(tmp_path / "desk.briefdesk") as library:
            assert told(library, id) == "Mayor, 3 May"
        return
    assert window.desk.autosave.flush()
    library = window._door.library
    assert library is not None
    assert told(library, id) == "Mayor, 3 May"
