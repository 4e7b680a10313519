"""Below the headline: what may become of an article, or of more lines, that were pasted into it."""

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout

from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief, Source
from briefdesk.brief.wording import word_count
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.articles import TITLE_WORDS, Article
from briefdesk.ui.fields.clipboard import Clip, rows_from
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.left_out import left_out
from briefdesk.ui.fields.naming import counted
from briefdesk.ui.fields.pages import is_empty
from briefdesk.ui.fields.source_house import SourceHouse
from briefdesk.ui.fields.strip import Choice, Strip, beside_ring
from briefdesk.ui.fields.units import shown
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

SHOWN_MS = 10_000
"""How long it is offered to take back what was chosen."""
_SAVED = frozenset({"slug", "created_at", "updated_at"})


class HeadlineOffers(QObject):
    """Takes what was pasted, and asks in a strip what else is to be done with it.

    A choice is one step of undo together with the paste, unless something was edited in between: then it is
    a step of its own.
    """

    def __init__(self, editor: Editor, signals: SessionSignals, look: Look, column: QVBoxLayout) -> None:
        super().__init__(editor)
        self._editor = editor
        self._signals = signals
        self._article: Article | None = None
        self._filled: dict[str, object] = {}
        self._clip: Clip | None = None
        self._selected = (0, 0)
        self._is_last = self._acting = False
        self.strip = Strip(look, "headlineStrip")
        self.strip.before_buttons = editor
        self.strip.closed.connect(self._on_closed)
        column.addLayout(beside_ring(self.strip))
        signals.changed.connect(self._on_changed)

    def close(self) -> bool:
        """Close the strip as Esc does; tells whether there was one."""
        is_open = not self.strip.isHidden()
        self.strip.close_unanswered()
        return is_open

    def take_article(self, article: Article) -> None:
        """Fill in headline and source, and ask what of the text is to be bullets."""
        self._article, self._clip = article, None
        self._filled = _fields_of(article, self._signals.brief)
        self._is_last = bool(self._filled)
        self._put(self._filled)
        self._ask_article()

    def take_lines(self, mime: QMimeData, house: SourceHouse | None = None) -> bool:
        """Put the first of several lines in, and ask where the others belong.

        A single line is not taken, nor is a headline in lines that is the first thing in a brief.
        """
        clip = rows_from(mime, house)
        if len(clip.rows) < 2:
            return False
        if is_empty(self._signals.brief) and word_count(clip.text) <= TITLE_WORDS:
            return False
        self._article, self._clip = None, clip
        cursor = self._editor.textCursor()
        self._selected = cursor.anchor(), cursor.position()
        self._is_last = True
        self._insert(plain(clip.rows[0]))
        self._ask_lines()
        return True

    # An article

    def _ask_article(self) -> None:
        article = self._article
        assert article is not None, "there is an article"
        words = {
            frozenset(("headline", "source")): self.tr(
                "This looks like an article: headline and source are filled in"
            ),
            frozenset(("headline",)): self.tr("This looks like an article: its headline is filled in"),
            frozenset(("source",)): self.tr(
                "This looks like an article without a headline: its source is filled in"
            ),
            frozenset(("headline", "source", "byline")): self.tr(
                "This looks like an article: headline, source and byline are filled in"
            ),
            frozenset(("headline", "byline")): self.tr(
                "This looks like an article: headline and byline are filled in"
            ),
            frozenset(("source", "byline")): self.tr(
                "This looks like an article without a headline: source and byline are filled in"
            ),
            frozenset(("byline",)): self.tr(
                "This looks like an article without a headline: its byline is filled in"
            ),
        }.get(frozenset(self._filled), self.tr("This looks like an article without a headline"))
        if missing := left_out(article.left):
            words = f"{words}. {missing}"
        several, sentences = len(article.paragraphs), len(article.sentences)
        as_bullets = counted(
            several, self.tr("1 paragraph as a bullet"), self.tr("{n} paragraphs as bullets")
        )
        choices = [Choice("articleParagraphs", as_bullets, self._on_paragraphs)]
        if sentences != several:
            each = counted(sentences, self.tr("1 sentence"), self.tr("{n} sentences"))
            choices.append(Choice("articleSentences", each, self._on_sentences))
        if article.headline:
            choices.append(Choice("articleHeadline", self.tr("Headline only"), self._on_headline))
        if self._is_last:
            choices.append(Choice("articleUndo", self.tr("Undo"), self._on_undo, "Ctrl+Z"))
        self.strip.say(words, tuple(choices))

    def _on_paragraphs(self) -> None:
        assert self._article is not None, "there is an article"
        self._put_bullets(self._article.paragraphs, self._filled)

    def _on_sentences(self) -> None:
        assert self._article is not None, "there is an article"
        self._put_bullets(self._article.sentences, self._filled)

    def _on_headline(self) -> None:
        self._editor.setFocus()
        self._forget()

    # More lines

    def _ask_lines(self) -> None:
        clip = self._clip
        assert clip is not None, "there are lines"
        more = len(clip.rows) - 1
        words = counted(more, self.tr("1 more line is left out"), self.tr("{n} more lines are left out"))
        if missing := left_out(clip):
            words = f"{words}. {missing}"
        bullets = counted(more, self.tr("The rest as a bullet"), self.tr("The rest as bullets"))
        choices = [Choice("restBullets", bullets, self._on_rest)]
        if self._is_last:
            choices.append(Choice("restHeadline", self.tr("All in the headline"), self._on_all))
            choices.append(Choice("restUndo", self.tr("Undo"), self._on_undo, "Ctrl+Z"))
        self.strip.say(words, tuple(choices))

    def _on_rest(self) -> None:
        assert self._clip is not None, "there are lines"
        self._put_bullets(self._clip.rows[1:], {"headline": self._signals.brief.headline})

    def _on_all(self) -> None:
        assert self._clip is not None, "there are lines"
        self._editor.setFocus()
        self._take_back()
        cursor = self._editor.textCursor()
        anchor, position = self._selected
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._insert(" ".join(map(plain, self._clip.rows)))
        self._forget()

    def _insert(self, text: str) -> None:
        self._acting = True
        self._signals.pause()
        self._editor.textCursor().insertText(shown(text))
        self._editor.ensureCursorVisible()
        self._signals.pause()
        self._acting = False

    # Both

    def _put_bullets(self, rows: tuple[str, ...], with_them: dict[str, object]) -> None:
        """Add bullets to those that are there; in one step with the paste, where that was the last one."""
        self._editor.setFocus()
        fields: dict[str, object] = dict(with_them) if self._is_last else {}
        if self._is_last:
            self._take_back()
        fields["bullets"] = (*self._signals.brief.bullets, *rows)
        self._put(fields)
        self._article = self._clip = None
        self._is_last = True
        words = counted(len(rows), self.tr("Pasted as one bullet"), self.tr("Pasted as {n} bullets"))
        undo = Choice("articleUndo", self.tr("Undo"), self._on_undo, "Ctrl+Z")
        self.strip.say(words, (undo,), milliseconds=SHOWN_MS)

    def _put(self, fields: dict[str, object]) -> None:
        self._acting = True
        self._signals.edit_all(fields)
        self._acting = False

    def _take_back(self) -> None:
        self._acting = True
        self._signals.undo()
        self._acting = False

    def _on_undo(self) -> None:
        self._editor.setFocus()
        self._take_back()
        self._forget()

    def _on_closed(self) -> None:
        self._editor.setFocus()
        self._article = self._clip = None

    def _forget(self) -> None:
        self.strip.put_away()
        self._article = self._clip = None

    def _on_changed(self, change: Change) -> None:
        """After another edit the paste is no more what undo takes back; an undo of it ends the offer."""
        if self._acting or self.strip.isHidden():
            return
        is_other = change.before.id != change.brief.id
        if is_other or (self._is_last and change.origin is Origin.UNDO):
            self._forget()
        elif self._is_last and change.fields - _SAVED:
            self._is_last = False
            self._ask_again()

    def _ask_again(self) -> None:
        """Offer the same, but for what can be done no more."""
        if self._article is not None:
            self._ask_article()
        elif self._clip is not None:
            self._ask_lines()
        else:
            self._forget()


def _fields_of(article: Article, brief: Brief) -> dict[str, object]:
    """What an article fills in; who wrote the brief stays where that is said already."""
    found: dict[str, object] = {}
    if article.headline:
        found["headline"] = article.headline
    if article.source != Source():
        found["source"] = article.source
    if article.byline and not brief.byline:
        found["byline"] = article.byline
    return found
