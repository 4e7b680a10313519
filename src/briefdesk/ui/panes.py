"""Where the panes of the window stand, what folds when it is narrow, and that they stand there again."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTabBar

LIBRARY, LIBRARY_LEAST = 272, 220
FORM_LEAST = 420
PREVIEW, PREVIEW_NARROW, PREVIEW_LEAST = 520, 400, 360
DRAWER, DRAWER_LEAST = 288, 160
DRAWER_SHARE = 0.35
"""Part of the height that the drawer takes at most, unless somebody draws it higher."""
STRIP_AT = 1200
"""Window width in pixels at and under which the library folds to its strip of icons."""
TABS_AT = 860
"""Window width at and under which form and preview become two tabs."""


class _Before(NamedTuple):
    """How everything stood when the form was left alone."""

    sizes: dict[str, object]
    page: int


class Panes(QWidget):
    """Library, form and preview side by side, the drawer under the last two, history in their place."""

    previewShown = Signal(bool)
    libraryShown = Signal(bool)
    aloneChanged = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip: QWidget | None = None
        self._drawer: QWidget | None = None
        self._tabs: QTabBar | None = None
        self._library_wanted = True
        self._preview_wanted = True
        self._over = False
        self._was_narrow = False
        self._drawer_wanted = False
        self._drawer_height = DRAWER
        self._is_drawn = False
        self._alone: _Before | None = None
        # From the outside to the inside: with a style sheet, a widget that is given a parent later is
        # dressed anew with all that is in it.
        self._all = _splitter(Qt.Orientation.Horizontal, self)
        self._library = _empty("rail", self._all)
        self._right = QWidget(self._all)
        self._work = _splitter(Qt.Orientation.Vertical, self._right)
        self._stack = QStackedWidget(self._work)
        self._pages = _splitter(Qt.Orientation.Horizontal, self._stack)
        self._form = QWidget()
        self._preview = _empty("surround", self._pages)
        self._stack.addWidget(self._pages)
        self._all.setStretchFactor(0, 0)
        self._all.setStretchFactor(1, 1)
        self._column = QVBoxLayout(self._right)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._work, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._all, 1)
        self._set_least()
        self._all.setSizes([LIBRARY, 1168])

    @property
    def form_place(self) -> QWidget:
        """The parent for the form."""
        return self._pages

    def set_form(self, form: QWidget) -> None:
        """Put the form, whose parent is `form_place`, into its place."""
        form.setMinimumWidth(FORM_LEAST)
        self._pages.insertWidget(0, form)
        self._form = form
        self._pages.setStretchFactor(0, 1)
        self._pages.setStretchFactor(1, 0)
        self._pages.setSizes([648, PREVIEW])

    def furnish(self, library: QWidget, strip: QWidget, preview: QWidget, drawer: QWidget) -> None:
        """Put the panes in the places that were kept for them."""
        sizes = self._all.sizes(), self._pages.sizes()
        if self._all.indexOf(self._library) >= 0:
            self._all.replaceWidget(0, library)
        else:
            library.setParent(self)
        self._pages.replaceWidget(1, preview)
        for place in (self._library, self._preview):
            place.hide()
            place.deleteLater()
        self._library, self._preview, self._strip, self._drawer = library, preview, strip, drawer
        self._work.addWidget(drawer)
        self._work.setStretchFactor(0, 1)
        self._work.setStretchFactor(1, 0)
        self._row.insertWidget(0, strip)
        from PySide6.QtWidgets import QTabBar  # not above: the first paint does not need it

        self._tabs = QTabBar()
        self._tabs.setObjectName("paneTabs")
        self._tabs.setAccessibleName(self.tr("Form or preview"))
        self._tabs.addTab(self.tr("Form"))
        self._tabs.addTab(self.tr("Preview"))
        self._tabs.setDocumentMode(True)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._column.insertWidget(0, self._tabs)
        drawer.setMinimumHeight(DRAWER_LEAST)
        drawer.hide()
        self._set_least()
        self._all.setSizes(sizes[0])
        self._pages.setSizes(sizes[1])
        self._work.setSizes([600, DRAWER])
        self._work.splitterMoved.connect(self._on_drawn)
        self._fold()

    @property
    def narrow(self) -> bool:
        """Whether the library is folded to its strip."""
        return self.width() <= STRIP_AT

    def sizes(self) -> dict[str, object]:
        """How wide and high the panes are, to be remembered."""
        if self._alone is not None:
            return self._alone.sizes
        return {"all": self._all.sizes(), "pages": self._pages.sizes(), "work": self._work.sizes()}

    def restore(self, sizes: Mapping[str, object]) -> None:
        """Stand as remembered; what does not fit is left as it is."""
        for name, splitter in (("all", self._all), ("pages", self._pages), ("work", self._work)):
            found = sizes.get(name)
            if (
                isinstance(found, list)
                and len(found) == 2
                and all(isinstance(n, int) and n > 0 for n in found)
            ):
                splitter.setSizes(found)
                if name == "work":
                    self._drawer_height = found[1]
        self._fit_drawer()

    @property
    def is_alone(self) -> bool:
        """Whether the form is shown and nothing else."""
        return self._alone is not None

    def set_alone(self, alone: bool) -> None:
        """Show the form and nothing else; what stood around it comes back as it was."""
        if alone == (self._alone is not None):
            return
        if alone:
            self._alone = _Before(self.sizes(), self._stack.currentIndex())
            self._stack.setCurrentWidget(self._pages)
            self._fold()
            self.aloneChanged.emit(True)
        elif self._alone is not None:
            before, self._alone = self._alone, None
            self._stack.setCurrentIndex(before.page)
            self._fold()
            self.aloneChanged.emit(False)  # who stood around comes back first, and takes their room
            self.restore(before.sizes)

    def take_place(self, widget: QWidget) -> None:
        """Show a widget in the place of form and preview, or the form again when it is there already."""
        self.set_alone(False)
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    @property
    def in_place(self) -> QWidget | None:
        """What is shown in the place of form and preview; `None` while they are shown."""
        shown = self._stack.currentWidget()
        return None if shown is self._pages else shown

    def show_work(self) -> None:
        """Show form and preview."""
        self._stack.setCurrentWidget(self._pages)

    def set_drawer(self, shown: bool) -> None:
        """Open or close the drawer; it comes back at its last height."""
        self._drawer_wanted = shown
        if shown:
            self.set_alone(False)
        self._fold_drawer()

    def _fold_drawer(self) -> None:
        if self._drawer is not None:
            is_open = self._drawer_wanted and self._alone is None
            if is_open and self._drawer.isHidden() and not self._is_drawn:
                self._drawer.show()
                self._fit_drawer()
            self._drawer.setVisible(is_open)

    def _fit_drawer(self) -> None:
        """Leave the form most of the height: in a low window the findings scroll."""
        if self._drawer is None or self._drawer.isHidden() or self._is_drawn:
            return
        whole = self._work.height()
        high = min(self._drawer_height, max(DRAWER_LEAST, round(whole * DRAWER_SHARE)))
        self._work.setSizes([max(1, whole - high), high])

    def _on_drawn(self, _place: int, _index: int) -> None:
        self._is_drawn = True

    def set_preview(self, shown: bool) -> None:
        """Show or hide the preview; in a small window, bring its tab or the form's to the front."""
        if shown:
            self.set_alone(False)
        if shown or not self._has_tabs():
            self._preview_wanted = shown
        self._fold()
        if self._tabs is not None and self._has_tabs():
            self._tabs.setCurrentIndex(1 if shown else 0)

    def is_in_reach(self, pane: QWidget) -> bool:
        """Whether a pane is to be seen, or is behind a tab."""
        behind = pane in (self._form, self._preview) and self._stack.currentWidget() is self._pages
        return pane.isVisible() or (behind and self._has_tabs())

    def bring(self, pane: QWidget) -> None:
        """Bring a pane that is behind a tab to the front."""
        if self._alone is not None and pane is not self._form:
            self.set_alone(False)
        if self._tabs is not None and self._has_tabs() and pane in (self._form, self._preview):
            self._tabs.setCurrentIndex(1 if pane is self._preview else 0)

    def set_library(self, shown: bool) -> None:
        """Show or hide the library; in a narrow window it opens over the form."""
        if shown:
            self.set_alone(False)
        if self.narrow:
            self._over = shown
        else:
            self._library_wanted = shown
        self._fold()

    def close_overlay(self) -> None:
        """Fold the library again, where it lies over the form."""
        if self._over:
            self.set_library(False)

    def is_library_shown(self) -> bool:
        """Whether the library is to be seen, beside the form or over it."""
        return self._over if self.narrow else self._library_wanted

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold for the new width."""
        super().resizeEvent(event)
        self._fold()
        self._fit_drawer()

    def _on_tab_changed(self, _index: int) -> None:
        self._fold()

    def _fold(self) -> None:
        narrow, tabs, alone = self.narrow, self._has_tabs(), self._alone is not None
        if self._strip is not None:
            self._strip.setVisible(narrow and not alone)
        if narrow is not self._was_narrow:
            self._was_narrow = narrow
            preview = PREVIEW_NARROW if narrow else PREVIEW
            self._pages.setSizes([max(FORM_LEAST, self._pages.width() - preview), preview])
        self._float(narrow)
        self._library.setVisible(self.is_library_shown() and not alone)
        self._fold_drawer()
        if self._tabs is not None:
            self._tabs.setVisible(tabs and not alone)
        on_preview = tabs and self._tabs is not None and self._tabs.currentIndex() == 1
        self._form.setVisible(alone or not on_preview)
        self._preview.setVisible(self._preview_wanted and (on_preview or not tabs) and not alone)
        if narrow and self._over and not alone:
            left = self._strip.width() if self._strip is not None else 0
            self._library.setGeometry(left, 0, min(LIBRARY + 30, self.width() - left), self.height())
            self._library.raise_()
        self.libraryShown.emit(self.is_library_shown())
        self.previewShown.emit(on_preview if tabs else self._preview_wanted)

    def _has_tabs(self) -> bool:
        return self._preview_wanted and self.width() <= TABS_AT

    def _set_least(self) -> None:
        self._library.setMinimumWidth(LIBRARY_LEAST)
        self._preview.setMinimumWidth(PREVIEW_LEAST)

    def _float(self, narrow: bool) -> None:
        """Take the library out of the splitter while the window is narrow, and put it back after."""
        floats = self._all.indexOf(self._library) < 0
        if narrow and not floats:
            self._library.setParent(self)
        elif not narrow and floats:
            self._over = False
            self._all.insertWidget(0, self._library)
            self._all.setSizes([LIBRARY, max(1, self.width() - LIBRARY)])


def _empty(look: str, parent: QWidget) -> QWidget:
    """The place of a pane that comes later."""
    made = QFrame(parent)
    made.setProperty("look", look)
    return made


def _splitter(orientation: Qt.Orientation, parent: QWidget) -> QSplitter:
    """A splitter; whatever is made in it takes the next place."""
    made = QSplitter(orientation, parent)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    return made
