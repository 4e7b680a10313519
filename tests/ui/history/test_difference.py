"""Differences between texts and between rows."""

from hypothesis import given
from hypothesis import strategies as st

from briefdesk.ui.history.difference import Kind, Piece, rows_between, words_between

texts = st.text(st.sampled_from("ab c.’-\n"), max_size=60)


@given(texts, texts)
def test_both_texts_can_be_read_off_the_pieces(was: str, now: str):
    pieces = words_between(was, now)
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.ADDED) == was
    assert "".join(piece.text for piece in pieces if piece.kind is not Kind.REMOVED) == now


@given(st.lists(texts, max_size=8), st.lists(texts, max_size=8))
def test_every_row_of_both_lists_is_there_once_and_in_order(was: list[str], now: list[str]):
    pairs = list(rows_between(was, now))
    assert [pair.before for pair in pairs if pair.before >= 0] == list(range(len(was)))
    assert [pair.after for pair in pairs if pair.after >= 0] == list(range(len(now)))
    assert all(pair.was == (was[pair.before] if pair.before >= 0 else "") for pair in pairs)
    assert all(pair.now == (now[pair.after] if pair.after >= 0 else "") for pair in pairs)


def test_a_changed_word_is_one_removed_and_one_added():
    assert words_between("Anthropic adopts it", "Anthropic embraces it") == (
        Piece(Kind.SAME, "Anthropic "),
        Piece(Kind.REMOVED, "adopts"),
        Piece(Kind.ADDED, "embraces"),
        Piece(Kind.SAME, " it"),
    )


def test_a_changed_phrase_stays_together():
    kinds = [piece.kind for piece in words_between("we learn to go", "we now understand how go")]
    assert kinds == [Kind.SAME, Kind.REMOVED, Kind.ADDED, Kind.SAME]


def test_equal_texts_are_one_piece():
    assert words_between("the same", "the same") == (Piece(Kind.SAME, "the same"),)
