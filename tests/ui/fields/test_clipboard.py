"""What other programs put on the clipboard, and what becomes of it."""

import pytest
from PySide6.QtCore import QMimeData

from briefdesk.ui.fields.clipboard import line_from, rows_from, rows_mime, text_from, without_marks

# As Word puts a list on the clipboard: paragraphs whose marks stand in spans, between conditional comments.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoListParagraph {margin:0}
</style><!--[if gte mso 9]><xml><o:Data>no text</o:Data></xml><![endif]--></head><body lang=EN-GB>
<!--StartFragment--><p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span>
<![endif]>First
point with a <b>bold</b> word<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Second
<o:p></o:p></p>
<!--EndFragment--></body></html>"""
WORD_TEXT = "·\tFirst point with a bold word\r\n·\tSecond\r\n"

# As Google Docs does: one bold element around all that is not bold, and a soft break within the second item.
DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
<ul style="margin-top:0;"><li dir="ltr" style="font-weight:400;" aria-level="1"><p dir="ltr"><span
style="font-weight:400;font-style:normal;">Alpha</span></p></li><li dir="ltr"><p dir="ltr"><span
style="font-weight:700;">Beta</span><span style="font-weight:400;"><br /></span><span
style="font-style:italic;">soft</span></p></li></ul></b>"""
DOCS_TEXT = "Alpha\nBeta\nsoft"


def mime(text: str = "", html: str = "") -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    return made


def test_a_list_from_word_loses_its_marks_and_keeps_its_bold() -> None:
    assert rows_from(mime(WORD_TEXT, WORD)).rows == ("First point with a **bold** word", "Second")


def test_a_list_from_word_in_plain_text_loses_its_marks() -> None:
    assert rows_from(mime(WORD_TEXT)).rows == ("First point with a bold word", "Second")


def test_a_soft_break_from_google_docs_stays_within_its_item() -> None:
    assert rows_from(mime(DOCS_TEXT, DOCS)).rows == ("Alpha", "**Beta** *soft*")


def test_items_within_items_are_rows_of_their_own() -> None:
    html = "<ul><li>One<ul><li>One and a half</li></ul></li><li>Two</li></ul>"
    assert rows_from(mime(html=html)).rows == ("One", "One and a half", "Two")


def test_marks_of_markdown_in_the_text_of_a_list_are_text() -> None:
    html = '<ol><li>2 * 3 * 4</li><li>a <a href="https://example.org/x">link</a></li></ol>'
    rows = rows_from(mime(html=html)).rows
    assert rows[1] == "a [link](https://example.org/x)"
    from briefdesk.brief.inline import plain

    assert plain(rows[0]) == "2 * 3 * 4"


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "#top"])
def test_a_link_that_may_not_be_followed_is_only_its_words(href: str) -> None:
    assert rows_from(mime(html=f'<ul><li>a <a href="{href}">word</a></li></ul>')).rows == ("a word",)


def test_html_without_a_list_is_taken_as_its_plain_text() -> None:
    assert rows_from(mime("One\nTwo", "<p>One</p><p><b>Two</b></p>")).rows == ("One", "Two")
    assert rows_from(mime(html="<p>One</p><p><b>Two</b></p>")).rows == ("One", "Two")


def test_scripts_and_styles_in_a_pasted_list_are_not_text() -> None:
    html = "<style>li {}</style><ul><li>One<script>alert(1)</script></li></ul>"
    assert rows_from(mime(html=html)).rows == ("One",)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["·\tOne", "o\tTwo", "3.\tThree", "b)\tFour"], ["One", "Two", "Three", "Four"]),
        (["• One", "◦ Two"], ["One", "Two"]),
        (["- One", "- Two"], ["One", "Two"]),
        (["* One", "* Two"], ["One", "Two"]),
        (["1. One", "2. Two"], ["One", "Two"]),
        (["• One"], ["One"]),
        (["- One"], ["- One"]),
        (["- One", "Two"], ["- One", "Two"]),
        (["- One", "* Two"], ["- One", "* Two"]),
        (["-5 degrees", "-3 degrees"], ["-5 degrees", "-3 degrees"]),
        (["2026. A good year"], ["2026. A good year"]),
        (["2026. A good year", "1999. Another"], ["2026. A good year", "1999. Another"]),
        (["*bold* word", "*more* words"], ["*bold* word", "*more* words"]),
        ([], []),
    ],
)
def test_only_what_is_a_mark_is_taken_for_one(lines: list[str], expected: list[str]) -> None:
    assert without_marks(lines) == expected


def test_blank_lines_are_no_rows() -> None:
    assert rows_from(mime("One\n\n \u00a0\nTwo\n")).rows == ("One", "Two")


def test_a_single_line_keeps_its_blanks_for_the_words_around_it() -> None:
    assert rows_from(mime(" word ")).rows == (" word ",)


def test_line_breaks_of_all_kinds_become_one_blank_in_a_line() -> None:
    assert line_from(mime("a\r\nb\u2028c\u2029d\x0be\tf")).text == "a b c d e f"


def test_soft_breaks_of_word_do_not_make_rows() -> None:
    assert rows_from(mime("One\x0bmore\nTwo")).rows == ("One more", "Two")


def test_a_text_of_several_lines_keeps_them() -> None:
    assert text_from(mime("One\r\nTwo\n\nThree")).rows == ("One\nTwo\n\nThree",)


def test_what_no_reader_shows_is_counted_and_left_out() -> None:
    clip = line_from(mime("a\x00b\x1bc\x7fd\x9fe\u00a0f"))
    assert (clip.text, clip.removed) == ("abcde\u00a0f", 4)


def test_a_copied_list_is_pasted_as_it_was() -> None:
    rows = ("one", "**two** *three*", "a [link](https://example.org/)", "`code` & <b>")
    assert rows_from(rows_mime(rows)).rows == rows
