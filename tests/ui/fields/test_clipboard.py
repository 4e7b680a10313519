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


OUTLOOK = """<html><head><meta name=Generator content="Microsoft Word 15"></head><body lang=EN-US>
<!--StartFragment--><p class=MsoNormal>Rain in <b>Oslo</b> and
in Bergen<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Snow on <i>Monday</i><o:p></o:p></p><!--EndFragment--></body></html>"""
SLACK = """<meta charset='utf-8'><ul data-stringify-type="unordered-list" class="p-rich_text_list">
<li data-stringify-indent="0">Rain in <b data-stringify-type="bold">Oslo</b></li>
<li data-stringify-indent="0">Snow, says <code data-stringify-type="code">yr</code> and
<a href="https://www.yr.no/">Yr</a></li></ul>"""
WEB = """<meta charset='utf-8'><h2 style="font-weight:700">News</h2>
<p style="margin:0">It <strong>rains</strong>,
says <a href="https://www.nrk.no/x" style="color:#00f">NRK</a>.</p><p>It pours.</p>"""
NESTED = """<meta charset='utf-8'><ol><li>One<br>more<ol><li>Inner<ul>
<li>Innermost</li></ul></li></ol></li>
<li><p>Two</p><p>goes on</p></li></ol>"""
WORD_NUMBERED = """<p class=MsoListParagraphCxSpFirst
style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>First
</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>a)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>Inner
<br style='mso-special-character:line-break'>soft</p>"""


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (OUTLOOK, ("Rain in **Oslo** and in Bergen", "Snow on *Monday*")),
        (SLACK, ("Rain in **Oslo**", "Snow, says `yr` and [Yr](https://www.yr.no/)")),
        (WEB, ("News", "It **rains**, says [NRK](https://www.nrk.no/x).", "It pours.")),
        (NESTED, ("One more", "Inner", "Innermost", "Two goes on")),
        (WORD_NUMBERED, ("First", "Inner soft")),
    ],
)
def test_what_other_programs_copy_keeps_its_marks_and_loses_its_bullets(
    html: str, expected: tuple[str, ...]
) -> None:
    assert rows_from(mime("plain\ntext", html)).rows == expected


MAIL = """The council of Oslo has decided on Tuesday that all schools of the city
will have a garden of their own by the year 2030, and that the money for
it is to come from the sale of the old harbour.

The mayor said that she was "very glad" about it, and that the first of
them will be opened in May.
"""


def test_a_mail_that_was_wrapped_is_joined_and_its_lines_are_there_too() -> None:
    clip = rows_from(mime(MAIL))
    assert clip.rows[0].startswith(
        "The council of Oslo has decided on Tuesday that all schools of the city will"
    )
    assert len(clip.rows) == 2
    assert len(clip.lines) == 5


def test_a_quoted_mail_is_joined_without_its_marks() -> None:
    quoted = "".join(f"> {line}\n" if line else ">\n" for line in MAIL.splitlines())
    assert rows_from(mime(quoted)).rows == rows_from(mime(MAIL)).rows


@pytest.mark.parametrize(
    "text",
    ["One line\nAnother line", "It rains.\nIt pours.\nIt snows.", "- One\n- Two", "x" * 80 + "\nShort"],
)
def test_lines_that_nobody_wrapped_are_not_joined(text: str) -> None:
    clip = rows_from(mime(text))
    assert len(clip.rows) == text.count("\n") + 1
    assert clip.lines == ()


@pytest.mark.parametrize("text", ["One\n---\nTwo", "---\n- One\n+ Two", "* One\n***\n2. Two"])
def test_a_rule_among_lines_is_a_line_and_makes_no_mail_of_them(text: str) -> None:
    clip = rows_from(mime(text))
    assert clip.rows == tuple(text.split("\n"))
    assert clip.lines == ()


def test_a_link_copied_out_of_a_sentence_keeps_the_blanks_around_it() -> None:
    html = '<meta charset="utf-8">see <a href="https://e.org/x">this</a> '
    assert rows_from(mime("see this ", html)).rows == ("see [this](https://e.org/x) ",)
