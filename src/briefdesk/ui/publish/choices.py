"""The left side of the Publish dialog: channel, briefs, folder, address and the channel's own settings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from briefdesk.channels import CHANNELS, Channel
from briefdesk.ui.icons import icon
from briefdesk.ui.publish.order import Order, Which
from briefdesk.ui.publish.setting_widget import SettingWidget, setting_widget, value_of
from briefdesk.ui.theme import Look

Choose = Callable[[Path], Path | None]


class Choices(QWidget):
    """Edits an `Order`; `changed` says that it is another one now."""

    changed = Signal()

    def __init__(self, look: Look, choose: Choose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._choose = choose
        self._order = Order()
        self._setting_widgets: dict[str, SettingWidget] = {}
        self.setProperty("look", "form")
        self._labels: list[QLabel] = []
        self._channels = QButtonGroup(self)
        self._briefs = QButtonGroup(self)
        self._folder = _line("publishFolder", self.tr("Folder"), self.tr("Where the files go"))
        self._browse = QPushButton(self.tr("Choose…"))
        self._browse.setObjectName("publishBrowse")
        self._browse.setAutoDefault(False)
        self._base = _line("publishBaseUrl", self.tr("Address"), "https://example.org/briefs")
        self._drafts = QCheckBox(self.tr("Drafts and briefs in review too"))
        self._drafts.setObjectName("publishDrafts")
        self._remove = QCheckBox(self.tr("Remove old files"))
        self._remove.setObjectName("publishRemove")
        self._remove.setToolTip(
            self.tr("Files this library wrote there under other names, or for briefs not among them now")
        )
        self._settings = QVBoxLayout()
        self._settings.setSpacing(6)
        self._lay_out()
        self._connect()
        self._dress()

    @property
    def order(self) -> Order:
        """What is chosen now."""
        return self._order

    def show_order(self, order: Order, selected: int) -> None:
        """Show an order; `selected` is how many briefs are selected in the library."""
        self._order = order
        for button in self._channels.buttons():
            button.setChecked(button.objectName() == f"publishChannel-{order.channel}")
        several = selected > 1
        for which, button in zip(Which, self._briefs.buttons(), strict=True):
            button.setChecked(which is order.which)
            if which is Which.SELECTION:
                button.setVisible(several)
                button.setText(self.tr("The {n} selected in the library").format(n=selected))
        self._folder.setText(order.folder)
        self._base.setText(order.base_url)
        self._drafts.setChecked(order.drafts)
        self._remove.setChecked(order.remove)
        self._show_settings()
        self._show_all_options()

    def focus_first(self) -> None:
        """Put the keyboard where something is missing: the folder, else the channel."""
        checked = self._channels.checkedButton()
        (self._folder if not self._order.folder or checked is None else checked).setFocus()

    def set_overwrite(self, on: bool) -> None:
        """Have files that someone else has changed overwritten, until anything else is chosen."""
        self._take(overwrite=on)

    def _take(self, **values: object) -> None:
        order = replace(self._order, **{"overwrite": False, **values})
        if order != self._order:
            self._order = order
            self._show_all_options()
            self.changed.emit()

    def _on_channel_chosen(self) -> None:
        if chosen := self._channels.checkedButton():
            self._take(channel=chosen.objectName().removeprefix("publishChannel-"))
            self._show_settings()

    def _on_briefs_chosen(self) -> None:
        if chosen := self._briefs.checkedButton():
            self._take(which=list(Which)[self._briefs.buttons().index(chosen)])

    def _on_folder_changed(self, text: str) -> None:
        self._take(folder=text.strip())

    def _on_base_changed(self, text: str) -> None:
        self._take(base_url=text.strip())

    def _on_drafts_toggled(self, on: bool) -> None:
        self._take(drafts=on)

    def _on_remove_toggled(self, on: bool) -> None:
        self._take(remove=on)

    def _on_browse_clicked(self) -> None:
        found = self._choose(self._order.path if self._order.folder else Path.home())
        if found is not None:
            self._folder.setText(str(found))

    def _on_setting_changed(self) -> None:
        values: dict[str, str] = {}
        for setting in self._channel().settings:
            widget = self._setting_widgets[setting.name]
            value = value_of(widget)
            if value != setting.default:
                values[setting.name] = value
        self._take(settings={**self._order.settings, self._order.channel: values})

    def _channel(self) -> Channel:
        return next((each for each in CHANNELS if each.name == self._order.channel), CHANNELS[0])

    def _show_settings(self) -> None:
        while item := self._settings.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._setting_widgets = {}
        given: Mapping[str, str] = self._order.settings.get(self._order.channel, {})
        for setting in self._channel().settings:
            widget = setting_widget(
                setting, given.get(setting.name, setting.default), self._on_setting_changed
            )
            self._setting_widgets[setting.name] = widget
            words = QLabel(setting.description)
            words.setProperty("look", "small")
            words.setWordWrap(True)
            if isinstance(widget, QCheckBox):  # its own words say what it is; these say more
                words.setContentsMargins(24, 0, 0, 4)
                self._settings.addWidget(widget)
                self._settings.addWidget(words)
                continue
            words.setBuddy(widget)
            self._settings.addWidget(words)
            self._settings.addWidget(widget)
        self._settings_label.setVisible(bool(self._setting_widgets))

    def _show_all_options(self) -> None:
        everything = self._order.which is Which.ALL
        self._drafts.setEnabled(everything)
        self._remove.setEnabled(everything)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(0)
        column.addWidget(self._label(self.tr("Channel"), first=True))
        column.addWidget(self._channel_card())
        column.addWidget(self._label(self.tr("Briefs")))
        column.addWidget(self._briefs_card())
        column.addWidget(self._label(self.tr("Folder")))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._folder, 1)
        line.addWidget(self._browse)
        column.addLayout(line)
        column.addWidget(self._label(self.tr("Address of the briefs, for links")))
        column.addWidget(self._base)
        self._settings_label = self._label(self.tr("Settings"))
        column.addWidget(self._settings_label)
        column.addLayout(self._settings)
        column.addStretch(1)

    def _channel_card(self) -> QFrame:
        rows: list[QWidget] = []
        for channel in CHANNELS:
            button = QRadioButton(channel.name)
            button.setObjectName(f"publishChannel-{channel.name}")
            button.setAccessibleName(f"{channel.name}: {channel.description}")
            self._channels.addButton(button)
            words = QLabel(channel.description)
            words.setProperty("look", "small")
            words.setWordWrap(True)
            words.setContentsMargins(24, 0, 0, 0)
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(button)
            column.addWidget(words)
            rows.append(box)
        return _card(rows)

    def _briefs_card(self) -> QFrame:
        names = {
            Which.THIS: self.tr("This brief"),
            Which.SELECTION: self.tr("Selected in the library"),
            Which.ALL: self.tr("All that are ready or published"),
        }
        rows: list[QWidget] = []
        for which, name in names.items():
            button = QRadioButton(name)
            button.setObjectName(f"publish-{which}")
            self._briefs.addButton(button)
            rows.append(button)
        for option in (self._drafts, self._remove):
            option.setContentsMargins(0, 0, 0, 0)
            rows.append(_indented(option))
        return _card(rows)

    def _label(self, text: str, *, first: bool = False) -> QLabel:
        made = QLabel(text)
        made.setProperty("look", "label")
        made.setContentsMargins(0, 0 if first else 16, 0, 5)
        self._labels.append(made)
        return made

    def _connect(self) -> None:
        self._channels.buttonClicked.connect(self._on_channel_chosen)
        self._briefs.buttonClicked.connect(self._on_briefs_chosen)
        self._folder.textChanged.connect(self._on_folder_changed)
        self._base.textChanged.connect(self._on_base_changed)
        self._drafts.toggled.connect(self._on_drafts_toggled)
        self._remove.toggled.connect(self._on_remove_toggled)
        self._browse.clicked.connect(self._on_browse_clicked)
        self._look.changed.connect(self._dress)

    def _dress(self) -> None:
        self._browse.setIcon(icon("folder-open", self._look.theme, "ink", 14))
        for each in self._labels:
            each.setFont(self._look.theme.font("label"))


def _line(name: str, spoken: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    made.setAccessibleName(spoken)
    made.setPlaceholderText(hint)
    return made


def _card(rows: Sequence[QWidget]) -> QFrame:
    made = QFrame()
    made.setProperty("look", "card")
    column = QVBoxLayout(made)
    column.setContentsMargins(12, 9, 12, 9)
    column.setSpacing(7)
    for row in rows:
        column.addWidget(row)
    return made


def _indented(widget: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(24, 0, 0, 0)
    row.addWidget(widget)
    return box
