"""Turns between programs: writers together, a checkpoint alone."""

from pathlib import Path

from briefdesk.store.turns import Turns


def test_writers_share_and_a_checkpoint_waits_for_none(tmp_path: Path):
    one, other = Turns(tmp_path), Turns(tmp_path)
    with one.shared(0) as first, other.shared(0) as second:
        assert (first, second) == (True, True)
        third = Turns(tmp_path)
        with third.alone() as mine:
            assert not mine
        third.close()
    with one.alone() as mine, other.shared(0.01) as theirs:
        assert (mine, theirs) == (True, False)
    with other.shared(0) as theirs:
        assert theirs
    one.close()
    other.close()


def test_nothing_is_left_in_the_folder(tmp_path: Path):
    turns = Turns(tmp_path)
    with turns.alone():
        pass
    turns.close()
    turns.close()
    assert [each for each in tmp_path.iterdir() if each.is_file()] == []


def test_a_folder_that_cannot_be_locked_is_used_without(tmp_path: Path):
    turns = Turns(tmp_path / "none")
    with turns.alone() as mine:
        assert mine
    turns.close()
