"""What the commands do that lead into the form: a key for each field of its own, the source, the ruler."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from briefdesk.desk.history import Place
from briefdesk.ui.shell import Shell

GOALS = ("headline", "short_headline", "language", "bullets", "terms", "source", "related", "summary")
"""Fields that a command leads to; most have a key of their own, Ctrl+1 to Ctrl+6."""


class FormActs(QObject):
    """Brings the form to the front, whatever is in its place, and puts the keyboard into it."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._history: QAction | None = None

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {
            **{f"go-{name}": partial(self.go_to, name) for name in GOALS},
            "paste-source": self._take_source,
            "headline-cuts": self._shell.form.go_to_ruler,
        }

    def show_in(self, actions: Mapping[str, QAction]) -> None:
        """Show in the commands when the form is in the place of the history again."""
        self._history = actions["history"]

    def go_to(self, name: str) -> None:
        """Put the keyboard into a field."""
        self.show_place(Place(name))

    def show_place(self, place: Place) -> None:
        """Put the keyboard there."""
        self._show_form()
        self._shell.form.go_to(place)

    def leave_library(self) -> None:
        """Go back from the library to where the writing was."""
        self._shell.panes.close_overlay()
        self._shell.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_history(self) -> None:
        """Go back from the history to where the writing was."""
        self._show_work()
        self._shell.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_source(self) -> None:
        self._show_form()
        self._shell.form.take_source()

    def _show_form(self) -> None:
        self._show_work()
        self._shell.panes.bring(self._shell.form)

    def _show_work(self) -> None:
        self._shell.panes.show_work()
        if self._history is not None:
            self._history.setChecked(False)
