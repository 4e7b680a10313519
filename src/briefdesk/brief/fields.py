"""The fields of a brief, declared once: the form, the checks and the documents read this list."""

from enum import Enum, auto
from typing import NamedTuple


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802  (the name that lupdate looks for)
    """Mark a text for translation where Qt may not be imported; gives it back unchanged."""
    return text


class Kind(Enum):
    """What a field holds, and so which widget edits it."""

    LINE = auto()  # one plain line
    PARAGRAPH = auto()  # plain text that may hold line feeds
    BULLETS = auto()
    TERMS = auto()
    SOURCE = auto()
    RELATED = auto()
    IMAGE = auto()
    TAGS = auto()
    LANGUAGE = auto()
    STATUS = auto()
    MOMENT = auto()
    LAYOUT = auto()


class Field(NamedTuple):
    """One field: the attribute of `Brief`, what it holds, and its words in the form.

    `reader` says that a reader of the brief sees it, so that an edit makes a `ready` brief return
    to review. `folded` says that it stands among the details that the form shows on demand.
    """

    name: str
    kind: Kind
    label: str
    hint: str = ""
    reader: bool = True
    folded: bool = False


def _tr(text: str) -> str:
    return QT_TRANSLATE_NOOP("Field", text)


FIELDS: tuple[Field, ...] = (
    Field("kicker", Kind.LINE, _tr("Kicker"), _tr("A word or two above the headline"), folded=True),
    Field("headline", Kind.LINE, _tr("Headline"), _tr("Who did what, in 65 characters")),
    Field(
        "short_headline",
        Kind.LINE,
        _tr("Short headline"),
        _tr("For the phone inbox, in 40 characters"),
        folded=True,
    ),
    Field("bullets", Kind.BULLETS, _tr("In brief"), _tr("Add a bullet, or paste several lines at once")),
    Field("terms", Kind.TERMS, _tr("Terms in this brief")),
    Field("source", Kind.SOURCE, _tr("Source")),
    Field("related", Kind.RELATED, _tr("More briefs")),
    Field(
        "summary",
        Kind.PARAGRAPH,
        _tr("Summary"),
        _tr("The one paragraph shown when another brief lists this one"),
    ),
    Field(
        "description",
        Kind.PARAGRAPH,
        _tr("Description for search engines"),
        _tr("50 to 160 characters; the summary stands in when this is empty"),
        folded=True,
    ),
    Field("image", Kind.IMAGE, _tr("Lead image"), folded=True),
    Field("tags", Kind.TAGS, _tr("Tags"), _tr("Separated by commas"), folded=True),
    Field("byline", Kind.LINE, _tr("Byline"), _tr("Who wrote it"), folded=True),
    Field("slug", Kind.LINE, _tr("Slug"), _tr("Made from the headline"), reader=False, folded=True),
    Field("language", Kind.LANGUAGE, _tr("Language"), folded=True),
    Field("status", Kind.STATUS, _tr("Status"), reader=False, folded=True),
    Field("planned_for", Kind.MOMENT, _tr("Planned for"), reader=False, folded=True),
    Field("embargo_until", Kind.MOMENT, _tr("Embargo until"), reader=False, folded=True),
    Field("publish_at", Kind.MOMENT, _tr("Publish at"), reader=False, folded=True),
    Field("published_at", Kind.MOMENT, _tr("Published at"), reader=False, folded=True),
    Field("timezone", Kind.LINE, _tr("Time zone"), _tr("Such as Europe/Oslo"), reader=False, folded=True),
    Field(
        "correction",
        Kind.PARAGRAPH,
        _tr("Correction"),
        _tr("What was wrong, and what is right; shown under the brief"),
        folded=True,
    ),
    Field("layout", Kind.LAYOUT, _tr("Layout"), reader=False, folded=True),
    Field(
        "notes",
        Kind.PARAGRAPH,
        _tr("Notes"),
        _tr("For the desk only; never published"),
        reader=False,
        folded=True,
    ),
)

READER_FIELDS = frozenset(field.name for field in FIELDS if field.reader)
"""Names of the fields that a reader of the brief sees."""


def field(name: str) -> Field:
    """The field of that name.

    Raises:
        KeyError: there is none.
    """
    for each in FIELDS:
        if each.name == name:
            return each
    raise KeyError(name)
