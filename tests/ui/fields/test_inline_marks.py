"""Bold, italic, code and links where they stand, whatever characters come before them."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from briefdesk.brief.spans import spans
from briefdesk.ui.fields.cell import Cell
from briefdesk.ui.fields.inline_marks import InlineMarks
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.theme import Look

SOURCE = st.lists(
    st.sampled_from(
        ("a", " ", "*", "**", "`", "\\", "[b](https://e.org)", "é", "😀", "👩‍👩‍👧", "क्षि", "مطر")
    ),
    max_size=10,
).map("".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(source=SOURCE)
def test_the_looks_are_on_the_characters_that_the_marks_name(qtbot: QtBot, look: Look, source: str) -> None:
    cell = Cell(look, name="x", label="x", inline=True)
    qtbot.addWidget(cell.editor)
    markings = Markings(cell)
    markings.add(InlineMarks())
    cell.mark(markings)
    cell.show(source)
    muted, link = look.theme.hex("mut"), look.theme.hex("acc")
    wide = source.encode("utf-16-le")
    found = cell.editor.document().firstBlock().layout().formats()

    def parts(colour: str) -> str:
        return "".join(
            wide[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le")
            for each in found
            if each.format.foreground().color().name() == colour
        )

    assert parts(muted) == "".join(source[each.start : each.end] for each in spans(source) if each.is_sign)
    assert parts(link) == "".join(each.run.text for each in spans(source) if each.run.href)
    assert cell.text == source
