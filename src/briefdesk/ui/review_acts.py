"""What the commands do with what the checks found: show it, go from one to the next, mend it."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from briefdesk.desk.history import Place
from briefdesk.ui.compose.form import Form
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.markings import Remedy
from briefdesk.ui.fields.menu_place import open_at_caret
from briefdesk.ui.fields.remedy_menu import RemedyMenu
from briefdesk.ui.notices import NoticeBar
from briefdesk.ui.panes import Panes
from briefdesk.ui.review.drawer import ReviewDrawer

LONGEST = 72
"""Characters of an entry in the menu of the quick fix; what is left out stands in the form."""


class ReviewActs(QObject):
    """Opens the review and leads through it; the keyboard stays in the text wherever it can.

    `placeWanted` carries the `Place` that a person is to see.
    """

    placeWanted = Signal(Place)

    def __init__(self, panes: Panes, form: Form, drawer: ReviewDrawer, notices: NoticeBar) -> None:
        super().__init__(panes)
        self._panes = panes
        self._form = form
        self._drawer = drawer
        self._notices = notices
        self._actions: Mapping[str, QAction] = {}
        drawer.placeRequested.connect(self.placeWanted)
        drawer.told.connect(notices.show_done)
        drawer.stepped.connect(self._on_stepped)
        drawer.closeRequested.connect(self._on_close_requested)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {
            "review": self._on_review,
            "next-problem": partial(self._step, 1),
            "previous-problem": partial(self._step, -1),
            "fix-finding": self._on_fix,
        }

    def show_state(self, actions: Mapping[str, QAction]) -> None:
        """Check the action of the review while it is open."""
        self._actions = actions

    def show_review(self) -> None:
        """Open the review, with the keyboard in it."""
        self._set_open(True)
        self._drawer.focus()

    def show_gravest(self) -> None:
        """Open the review, with the keyboard on what is gravest."""
        self._set_open(True)
        self._drawer.focus(gravest=True)

    def _on_review(self, shown: bool) -> None:
        if shown:
            self.show_review()
        else:
            self._on_close_requested()

    def _on_close_requested(self) -> None:
        self._set_open(False)
        self._form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_open(self, is_open: bool) -> None:
        if is_open:
            self._panes.show_work()
        self._panes.set_drawer(is_open)
        self._actions["review"].setChecked(is_open)

    def _step(self, by: int) -> None:
        """Go to the next finding; where the form stands alone it goes on to, and the finding is told."""
        if not self._panes.is_alone:
            self._set_open(True)
        self._drawer.step(by)

    def _on_stepped(self, what: str, todo: str) -> None:
        if self._panes.is_alone:
            self._notices.show_passing(what, todo)

    def _on_fix(self) -> None:
        """Offer what can be done here, in strips too; else mend the finding selected, or one here."""
        focus = QApplication.focusWidget()
        if isinstance(focus, Editor) and self._remedies(focus):
            self._offer(focus)
        elif self._drawer.has_selected or self._select_here():
            if not self._panes.is_alone:
                self._set_open(True)
            self._drawer.fix_selected()
        else:
            self._notices.show_done(
                self.tr("Nothing to fix here"), self.tr("Go > Next problem leads to what the checks found.")
            )

    def _remedies(self, editor: Editor) -> list[Remedy]:
        """What can be done where the caret is, and in the strips below."""
        found = editor.remedies(editor.textCursor())
        if self._form.isAncestorOf(editor):
            found += self._form.at_hand(editor)
        return [each._replace(words=elided(each.words)) for each in found]

    def _offer(self, editor: Editor) -> None:
        menu = QMenu(editor)
        menu.setObjectName("quickFix")
        menu.setAccessibleName(self.tr("What can be done here"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        RemedyMenu(menu, partial(self._remedies, editor), editor.remedied).choose_first()
        open_at_caret(menu, editor)

    def _select_here(self) -> bool:
        """Select the finding on the place of the caret, if there is one."""
        focus = QApplication.focusWidget()
        name = self._form.field_of(focus) if focus is not None else ""
        row = focus.textCursor().blockNumber() if isinstance(focus, Editor) and name == "bullets" else -1
        return bool(name) and self._drawer.select_at(name, row)


def elided(words: str) -> str:
    """The words, cut where they are too long for a menu."""
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
