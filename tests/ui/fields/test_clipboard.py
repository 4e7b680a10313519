"""What other programs put on the clipboard, and what becomes of it."""

import pytest
from PySide6.QtCore import QMimeData

from briefdesk.ui.fields.clipboard import line_from, rows_from, rows_mime, text_from
from briefdesk.ui.fields.list_marks import without_marks

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
        (["- One", "* Two"], ["One", "Two"]),
        (["Hi:", "– First", "– Second", "Bye"], ["Hi:", "First", "Second", "Bye"]),
        (
            ["Hi:", "1. First", "2. Second", "2026. A good year"],
            ["Hi:", "First", "Second", "2026. A good year"],
        ),
        (["Hi:", "— First", "o\tSecond", "3) Third"], ["Hi:", "First", "Second", "3) Third"]),
        (
            ["• One", "- Two", "– Three", "* Four", "1. Five", "o\tSix"],
            ["One", "Two", "Three", "Four", "Five", "Six"],
        ),
        (["1. One", "- A", "- B", "2. Two"], ["One", "A", "B", "Two"]),
        (["1. One", "1. A", "2. B"], ["One", "A", "B"]),
        (["Hi:", "• One", "Bye"], ["Hi:", "One", "Bye"]),
        (["- One", "Two", "- Three"], ["- One", "Two", "- Three"]),
        (["- One,", "  a half", "- Three"], ["One,", "  a half", "Three"]),
        (["  - One", "  Two", "  - Three"], ["  - One", "  Two", "  - Three"]),
        (["Hi:", "1. One", "Bye"], ["Hi:", "1. One", "Bye"]),
        (["2026. A good year", "2027. A better one"], ["2026. A good year", "2027. A better one"]),
        (["-5 degrees", "- 3 degrees"], ["-5 degrees", "- 3 degrees"]),
        (["- One", "7. Two"], ["- One", "7. Two"]),
        (["-5 degrees", "-3 degrees"], ["-5 degrees", "-3 degrees"]),
        (["2026. A good year"], ["2026. A good year"]),
        (["2026. A good year", "1999. Another"], ["2026. A good year", "1999. Another"]),
        (["*bold* word", "*more* words"], ["*bold* word", "*more* words"]),
        ([], []),
    ],
)
def test_only_what_is_a_mark_is_taken_for_one(lines: list[str], expected: list[str]) -> None:
    assert without_marks(lines) == expected


def test_a_wrapped_line_of_a_pasted_list_joins_its_item() -> None:
    clip = rows_from(mime("- One vote\n- Two votes,\n  and a half\n- Three votes"))
    assert clip.rows == ("One vote", "Two votes, and a half", "Three votes")
    assert clip.lines == ("One vote", "Two votes,", "and a half", "Three votes")


def test_a_wrapped_numbered_or_nested_item_is_joined_too() -> None:
    assert rows_from(mime("1. One\n2. Two,\n   a half\n3. Three")).rows == ("One", "Two, a half", "Three")
    assert rows_from(mime("- One\n  - A,\n    more\n- Two")).rows == ("One", "A, more", "Two")


def test_an_indented_line_that_is_apart_or_under_no_item_stays_a_row() -> None:
    assert rows_from(mime("- One\n\n  Apart\n- Two")).rows == ("One", "Apart", "Two")
    assert rows_from(mime("One\n  Two\nThree")).rows == ("One", "Two", "Three")


def test_the_signature_of_a_mail_is_left_out_and_counted() -> None:
    clip = rows_from(mime("- One\n- Two\n\n-- \nAnna Berg\nThe Paper\n"))
    assert (clip.rows, clip.signed) == (("One", "Two"), 2)


def test_two_dashes_alone_are_no_row_and_what_is_no_signature_stays() -> None:
    clip = rows_from(mime("One\n--\nTwo"))
    assert (clip.rows, clip.signed) == (("One", "Two"), 0)
    many = [f"Line {n}" for n in range(20)]
    clip = rows_from(mime("\n".join(["One", "-- ", *many])))
    assert (clip.rows, clip.signed) == (("One", *many), 0)
    assert rows_from(mime("--")).rows == ("--",)


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


TRACKED = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--
p.MsoNormal {margin:0} span.msoDel {mso-style-type:export-only; text-decoration:line-through; color:red;}
@media print {span.seen {display:none}}
--></style></head><body><!--StartFragment--><p class=MsoNormal>The council <del cite="mailto:Ada"
datetime="2026-11-02T10:00"><span style='mso-fareast-language:EN-US'>never </span></del><ins cite="mailto:Ada"
datetime="2026-11-02T10:00"><span>finally </span></ins>met<span class=msoDel> in secret</span>, it
<span class=seen>says</span>.<o:p></o:p></p><!--EndFragment--></body></html>"""
TRACKED_TEXT = "The council never finally met in secret, it says.\r\n"
DOCS_STRUCK = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-2"><span
style="font-weight:400;text-decoration:none;">Rain in </span><span
style="font-weight:400;text-decoration:line-through;text-decoration-skip-ink:none;">Bergen </span><span
style="font-weight:400;text-decoration:none;">Oslo</span></b>"""


@pytest.mark.parametrize(
    ("text", "html", "rows", "struck"),
    [
        ("It was not wet", "<p>It was <del>not</del> wet</p>", ("It was wet",), 1),
        ("It was not wet", "<p>It was <s>not <b>at all</b></s> wet</p>", ("It was wet",), 3),
        ("It was not wet", "<p>It was <strike>not</strike> wet</p>", ("It was wet",), 1),
        ("It rained not", "<p>It rained <ins>hard</ins> <del>not</del>.</p>", ("It rained hard.",), 1),
        (TRACKED_TEXT, TRACKED, ("The council finally met, it says.",), 3),
        ("Rain in Bergen Oslo", DOCS_STRUCK, ("Rain in Oslo",), 1),
        ("One\nTwo", "<ul><li>One</li><li><s>Two</s></li></ul>", ("One",), 1),
        ("a", '<span style="text-decoration-line:underline line-through">gone</span> there', ("there",), 1),
        ("There and here", '<s style="text-decoration:none">There</s> and here', ("There and here",), 0),
    ],
)
def test_what_was_struck_out_is_left_out_and_counted(
    text: str, html: str, rows: tuple[str, ...], struck: int
) -> None:
    clip = rows_from(mime(text, html))
    assert tuple(row.strip() for row in clip.rows) == rows
    assert clip.struck == struck
    if struck:
        assert line_from(mime(text, html)).text.strip() == " ".join(rows)


@pytest.mark.parametrize(
    "html",
    [
        '<p>Rain<span style="display: none">secret</span></p>',
        '<p>Rain<span style="mso-hide:all">secret</span></p>',
        "<p>Rain<span hidden>secret</span></p>",
        "<style>.x {display:none}</style><p>Rain<span class='y x'>secret</span></p>",
        "<html><head><title>secret</title><script>secret</script></head><body>Rain",
        "<head><meta charset=utf-8><title>secret</title><p>Rain</p>",
        "<p>Rain</p><style>secret</style><script>secret</script><template>secret</template>",
    ],
)
def test_what_is_hidden_does_not_come(html: str) -> None:
    assert rows_from(mime("Rain secret" if "span" in html else "", html)).rows == ("Rain",)
    assert line_from(mime("", html)).text == "Rain"


def test_where_all_was_struck_out_nothing_is_left() -> None:
    clip = rows_from(mime("It rained", "<p><s>It rained</s></p>"))
    assert (clip.rows, clip.struck) == ((), 2)


def test_a_list_in_a_mail_loses_its_marks_and_the_lines_around_it_stay_rows() -> None:
    text = "Hi Anna, three things:\n– First\n– Second\n\n– Third\nBest, Bo"
    assert rows_from(mime(text)).rows == ("Hi Anna, three things:", "First", "Second", "Third", "Best, Bo")
    html = (
        "<div>Hi <b>Anna</b>:</div><div>– First</div><div>–&nbsp;<i>Sec</i>ond</div><ul><li>- 5 °</li></ul>"
    )
    assert rows_from(mime(text, html)).rows == ("Hi **Anna**:", "First", "*Sec*ond", "- 5 °")


SHEETS = """<meta charset='utf-8'><google-sheets-html-origin><style><!--td {border:0}--></style>
<table dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/>
<col width="100"/></colgroup><tbody><tr><td>Turnover</td><td>€1.2bn</td></tr>
<tr><td>Staff</td><td>1,200</td></tr></tbody></table></google-sheets-html-origin>"""
WORD_TABLE = """<table class=MsoTableGrid><tr><th><p class=MsoNormal><b>Firm<o:p></o:p></b></p></th>
<th><p class=MsoNormal><b>Turnover</b></p></th><th><p class=MsoNormal><b>Staff</b></p></th></tr>
<tr><td><p class=MsoNormal>Acme</p></td><td><p class=MsoNormal>€1.2bn</p><p>in 2025</p></td>
<td><p>&nbsp;</p></td></tr>
</table><p class=MsoNormal>After it</p>"""
LAYOUT = """<p>Before</p><table><tr><td><table><tr><td><h1>News</h1><p>It rains.</p></td></tr></table></td>
<td><ul><li>One</li><li>Two</li></ul></td></tr></table>"""


@pytest.mark.parametrize(
    ("text", "html", "rows"),
    [
        ("Turnover\t€1.2bn\nStaff\t1,200", SHEETS, ("Turnover: €1.2bn", "Staff: 1,200")),
        ("Turnover\t€1.2bn\nStaff\t1,200\t", "", ("Turnover: €1.2bn", "Staff: 1,200")),
        ("Turnover:\t€1.2bn", "", ("Turnover: €1.2bn",)),
        ("Firm\tTurnover\tStaff\nAcme\t\t12", "", ("Firm, Turnover, Staff", "Acme, 12")),
        ("Firm\tTurnover\tStaff\nAcme\t€1\t\n", "", ("Firm, Turnover, Staff", "Acme, €1")),
        ("x", WORD_TABLE, ("Acme, €1.2bn in 2025", "After it")),
        ("x", LAYOUT, ("Before", "News", "It rains.", "One", "Two")),
        ("x", "<ul><li>A<table><tr><td>b<td>c</table></li></ul>", ("A", "b: c")),
        ("x", "<table><tr><td>b<td>c<tr><td>d<td><b>e</b>", ("b: c", "d: e")),
        ("\tOne\n\tTwo", "", ("One", "Two")),
    ],
)
def test_a_row_of_a_table_is_one_bullet(text: str, html: str, rows: tuple[str, ...]) -> None:
    assert rows_from(mime(text, html)).rows == rows


@pytest.mark.parametrize(
    ("text", "html", "rows"),
    [
        ("", "<pre>One\n  two <b>three</b>\n\nfour</pre>", ("One", "two **three**", "four")),
        ("", '<div style="white-space: pre-wrap">One\ntwo <i>x</i></div>', ("One", "two *x*")),
        ("", '<pre>One<span style="white-space:normal">\ntwo</span></pre>', ("One two",)),
        ("", "<ul><li><pre>One\ntwo</pre></li></ul>", ("One two",)),
        ("H2O", "<p>H<sub>2</sub>O</p>", ("H₂O",)),
        ("mc2", "<p>mc<sup>2</sup> is 10<sup>−3</sup></p>", ("mc² is 10⁻³",)),
        ("mc2", '<span style="vertical-align:super">2</span>', ("²",)),
        ("CO2", "<ul><li>CO<sub><span>2</span></sub></li></ul>", ("CO₂",)),
        ("The 1st of x2a", "<p>The 1<sup>st</sup> of x<sub>2a</sub></p>", ("The 1st of x2a",)),
        ("a1,2", "<p>a<sup>1,2</sup> b<sub>+1</sub></p>", ("a1,2 b₊₁",)),
    ],
)
def test_lines_that_are_kept_and_raised_digits_come_as_they_look(
    text: str, html: str, rows: tuple[str, ...]
) -> None:
    assert rows_from(mime(text, html)).rows == rows
    if len(rows) == 1 and "*" not in rows[0]:
        assert line_from(mime(text, html)).text in (*rows, text)


HEADED = "<table><thead><tr><th>Firm</th><th>Staff</th></tr></thead><tr><th>Acme</th><td>12</td></tr></table>"


def test_the_heads_of_a_table_are_no_bullet_and_counted() -> None:
    clip = rows_from(mime("Firm\tStaff\nAcme\t12", HEADED))
    assert (clip.rows, clip.heads) == (("Acme: 12",), 1)
    only = rows_from(mime("Firm\tStaff", "<table><tr><th>Firm</th><th>Staff</th></tr></table>"))
    assert (only.rows, only.heads) == (("Firm: Staff",), 0)


@pytest.mark.parametrize(
    "html",
    [
        "<h6>Rain in Oslo [#rain]</h6>",
        "<h6>Rain in Oslo {#rain}</h6>",
        "<h2 id='rain-in-oslo'>Rain in Oslo #rain-in-oslo</h2>",
        "<h3>Rain in Oslo<a class='headerlink' href='#rain'>¶</a></h3>",
        "<h4><a href='#rain'>#</a> Rain in Oslo</h4>",
        "<h5><a href='#rain'>#rain</a> Rain in Oslo <span>[<a href='/e'>edit</a>]</span></h5>",
    ],
)
def test_a_heading_comes_without_what_leads_to_itself(html: str) -> None:
    assert rows_from(mime("x", f"{html}<p>It rains.</p>")).rows == ("Rain in Oslo", "It rains.")


@pytest.mark.parametrize("words", ["Ranking #1", "Marches under #metoo", "C#", "Paragraph § 12", "#metoo"])
def test_a_sharp_that_belongs_to_a_heading_stays(words: str) -> None:
    assert line_from(mime(words, f"<h2>{words}</h2>")).text == words


PAGE = """<html><head><title>Rain</title></head><body>
<div id="cookie-banner" class="x">We value your privacy<button>Accept all</button></div>
<header><a href="/"><img src="l.png">The Daily</a><nav><ul><li><a href="/n">News</a></li></ul></nav>
<a href="/in">Sign in</a></header>
<main><article><header><h1><a href="/rain">Rain in Oslo</a></h1></header><p>It <b>rains</b>
<span role="button">Share</span>.</p>
<aside><p>Read also: snow</p></aside><form action="/s"><label>Mail</label><input><p>Sign up</p></form>
<p>It pours.</p></article></main>
<div role="navigation">Next page</div><footer><p>© The Daily</p></footer></body></html>"""
MENUS = 11


def test_the_menus_of_a_page_are_left_out_and_counted() -> None:
    clip = rows_from(mime("The Daily\nNews\nRain in Oslo\n…", PAGE))
    assert clip.rows == ("Rain in Oslo", "It **rains**.", "It pours.")
    assert clip.menus == MENUS
    assert line_from(mime("The Daily Rain", PAGE)).text == "Rain in Oslo It rains. It pours."


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<footer><p>One</p><p><b>T</b>wo</p></footer>", ("One", "**T**wo")),
        ("<form><p>One</p><nav>Menu</nav><p>Two</p></form>", ("One", "Two")),
        (
            "<a href='#m'>Skip</a><form><p>" + "One two. " * 80 + "</p></form>",
            ("Skip", ("One two. " * 80).strip()),
        ),
        ("<form><main><p>One</p></main><p>Two</p></form>", ("One",)),
        ("<header><p>A kicker</p><h1>Rain</h1></header><nav>x</nav>", ("A kicker", "Rain")),
        ("<section id='cookies-explained'><p>One</p></section><nav>x</nav>", ("One",)),
        ("<p>One<nav>Menu</nav>two</p>", ("One", "two")),
    ],
)
def test_what_only_looks_like_a_menu_stays(html: str, rows: tuple[str, ...]) -> None:
    assert rows_from(mime("", html)).rows == rows


def test_a_button_alone_is_the_text_that_was_copied() -> None:
    assert rows_from(mime("Share", "<button>Share</button>")).rows == ("Share",)


@pytest.mark.parametrize(
    ("text", "html", "row", "parts"),
    [
        (
            "a b",
            '<a href="https://e.org/x?utm_source=m&amp;id=3&amp;fbclid=9">a <b>b</b></a>',
            "[a **b**](https://e.org/x?id=3)",
            2,
        ),
        (
            "a",
            '<a href="https://www.google.com/url?q=https://e.org/x%3Futm_a%3Db&amp;sa=D">a</a>',
            "[a](https://e.org/x)",
            2,
        ),
        (
            "u",
            '<a href="https://e.org/?gclid=1">https://e.org/?gclid=1</a>',
            "[https://e.org/](https://e.org/)",
            1,
        ),
        ("a", '<a href="https://E.org:443/x/../y?id=3">a</a>', "[a](https://E.org:443/x/../y?id=3)", 0),
        ("See (https://e.org/x?utm_a=b&id=3), it rains", "", "See (https://e.org/x?id=3), it rains", 1),
        ("[a](https://e.org/x?utm_a=b)", "", "[a](https://e.org/x)", 1),
        ("utm_source is a part of an address", "", "utm_source is a part of an address", 0),
    ],
)
def test_links_lose_their_tracking_parts(text: str, html: str, row: str, parts: int) -> None:
    clip = rows_from(mime(text, html))
    assert (clip.rows, clip.tracking) == ((row,), parts)
