"""How the widget of a field is called: by people who hear it, and by programs that look for it."""

from PySide6.QtCore import QCoreApplication

from briefdesk.brief.fields import Field


def object_name(name: str, ending: str = "Edit") -> str:
    """The object name of a field's widget: `short_headline` is edited in `shortHeadlineEdit`."""
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest)) + ending


def label_of(field: Field) -> str:
    """The field's label in the language of the program."""
    return QCoreApplication.translate("Field", field.label)


def hint_of(field: Field) -> str:
    """The field's example in the language of the program."""
    return QCoreApplication.translate("Field", field.hint) if field.hint else ""


def counted(number: int, one: str, many: str) -> str:
    """Words for a number of things: `one` as it is, or `many` with the number in the place of `{n}`."""
    return one if number == 1 else many.format(n=number)
