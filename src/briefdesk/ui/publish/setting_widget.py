"""One setting of a channel as a switch, a list or a line."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from briefdesk.channels import Setting

SettingWidget = QLineEdit | QComboBox | QCheckBox


def setting_widget(setting: Setting, value: str, changed: Callable[[], None]) -> SettingWidget:
    """A widget that shows the value of a setting and calls `changed` when it is another one."""
    name = f"publishSetting-{setting.name}"
    if setting.title:
        switch = QCheckBox(setting.title)
        switch.setObjectName(name)
        switch.setAccessibleName(setting.title)
        switch.setAccessibleDescription(setting.description)
        switch.setChecked(value == "yes")
        switch.toggled.connect(changed)
        return switch
    if setting.choices:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(setting.description)
        box.addItems(list(setting.choices))
        box.setCurrentText(value)
        box.currentTextChanged.connect(changed)
        return box
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(setting.description)
    line.setText(value)
    line.textChanged.connect(changed)
    return line


def value_of(widget: SettingWidget) -> str:
    """The value that a widget shows."""
    if isinstance(widget, QCheckBox):
        return "yes" if widget.isChecked() else "no"
    return widget.currentText() if isinstance(widget, QComboBox) else widget.text().strip()
