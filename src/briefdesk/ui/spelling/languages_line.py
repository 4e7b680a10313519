"""The line under the words of a library: which English is plain “English”, and where dictionaries are put."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from briefdesk.desk import dictionaries


class LanguagesLine(QWidget):
    """A choice and a button. `englishChosen` carries the code of a language, `told` what went wrong."""

    englishChosen = Signal(str)
    told = Signal(str)

    def __init__(self, english: str) -> None:
        super().__init__()
        self._english = QComboBox()
        self._english.setObjectName("englishChoice")
        self._english.setAccessibleName(self.tr("Spelling of English briefs"))
        self._english.addItem(self.tr("American"), dictionaries.AMERICAN)
        self._english.addItem(self.tr("British"), dictionaries.BRITISH)
        self._english.setCurrentIndex(max(0, self._english.findData(english)))
        self._english.currentIndexChanged.connect(self._on_english)
        folder = QPushButton(self.tr("Folder of dictionaries…"))
        folder.setObjectName("dictionaryFolder")
        folder.setAutoDefault(False)
        folder.setToolTip(
            self.tr("Put the .aff and .dic file of a Hunspell dictionary here for another language:")
            + f"\n{dictionaries.own_folder()}"
        )
        folder.clicked.connect(self._on_folder)
        label = QLabel(self.tr("Plain “English” is"))
        label.setBuddy(self._english)
        line = QHBoxLayout(self)
        line.setSpacing(10)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label)
        line.addWidget(self._english)
        line.addStretch(1)
        line.addWidget(folder)

    def _on_english(self) -> None:
        self.englishChosen.emit(self._english.currentData())

    def _on_folder(self) -> None:
        folder = dictionaries.own_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self.told.emit(self.tr("The folder cannot be made: {why}").format(why=error.strerror))
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.told.emit(str(folder))
