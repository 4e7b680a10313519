"""Places where a library is not safe are told, and the library opens all the same."""

from pathlib import Path

import pytest

from briefdesk.store import hazards
from briefdesk.store.hazards import hazard_of
from briefdesk.store.library import Library

MOUNTS = """\
22 1 253:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
30 22 0:40 / /mnt/team\\040share rw,nosuid shared:9 - nfs4 server:/x rw,vers=4.2
31 30 253:1 / /mnt/team\\040share/local rw - xfs /dev/vdb rw
nonsense
"""


def test_a_network_drive_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    monkeypatch.setattr(hazards, "_MOUNTS", mounts)
    assert "network drive (nfs4)" in hazard_of(Path("/mnt/team share/library.briefdesk"))
    assert hazard_of(Path("/mnt/team share/local/library.briefdesk")) == ""
    assert hazard_of(Path("/mnt/team sharex/library.briefdesk")) == ""
    monkeypatch.setattr(hazards, "_MOUNTS", tmp_path / "none")
    assert hazard_of(Path("/mnt/team share/library.briefdesk")) == ""


@pytest.mark.parametrize("name", ["Dropbox", "Dropbox (Team)", "OneDrive - The Paper", "Nextcloud"])
def test_a_folder_that_is_kept_in_step_is_told_and_the_library_opens(tmp_path: Path, name: str):
    folder = tmp_path / name / "desk"
    folder.mkdir(parents=True)
    with Library.open(folder / "l.db") as library:
        assert library.state.kind == "new"
        assert name in library.state.message


def test_any_other_folder_is_none_of_them(library: Library, tmp_path: Path):
    assert library.state.message == ""
    assert hazard_of(tmp_path / "dropboxes" / "l.db") == ""
