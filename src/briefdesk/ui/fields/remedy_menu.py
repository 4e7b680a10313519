"""The top of an editor's menu: what can be done about the mark at its place, even if that comes later."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from briefdesk.ui.fields.markings import Remedy


class RemedyMenu(QObject):
    """Fills the top of a menu, and fills it anew while it is open when more can be done."""

    def __init__(
        self, menu: QMenu, remedies: Callable[[], Sequence[Remedy]], remedied: SignalInstance
    ) -> None:
        super().__init__(menu)
        self._menu = menu
        self._remedies = remedies
        self._first = menu.actions()[0] if menu.actions() else None
        self._shown: tuple[Remedy, ...] = ()
        self._actions: list[QAction] = []
        self._fill()
        remedied.connect(self._fill)

    def choose_first(self) -> None:
        """Choose the first that can be done, unless a better one may come yet: Enter takes what is chosen."""
        able = [each for each in self._actions if each.isEnabled() and not each.isSeparator()]
        if able and not self._waits:
            self._menu.setActiveAction(able[0])

    @property
    def _waits(self) -> bool:
        return any(each.waits for each in self._shown)

    def _fill(self) -> None:
        remedies = tuple(self._remedies())
        if [each.words for each in remedies] == [each.words for each in self._shown]:
            return
        had_to_wait = self._waits
        self._shown = remedies
        active = self._menu.activeAction()
        at = self._actions.index(active) if active in self._actions else -1
        for action in self._actions:
            self._menu.removeAction(action)
            action.deleteLater()
        self._actions = [self._made(each) for each in remedies]
        if remedies and self._first is not None:
            line = QAction(self._menu)
            line.setSeparator(True)
            self._actions.append(line)
        self._menu.insertActions(self._first, self._actions)  # pyright: ignore[reportArgumentType]
        if had_to_wait and at < 0:
            self.choose_first()
        if at >= 0 and self._actions:
            self._menu.setActiveAction(self._actions[min(at, len(self._actions) - 1)])

    def _made(self, remedy: Remedy) -> QAction:
        # In a menu, an ampersand would underline a letter.
        action = QAction(remedy.words.replace("&", "&&"), self._menu)
        if remedy.act is None:
            action.setEnabled(False)
        else:
            action.triggered.connect(partial(_act, remedy.act))
        return action


def _act(act: Callable[[], object], _checked: bool = False) -> None:
    act()
