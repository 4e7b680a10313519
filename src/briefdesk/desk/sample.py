"""The sample brief of the first start: real text, free to be tried on and thrown away."""

from typing import TYPE_CHECKING

from briefdesk.desk.importing import import_items
from briefdesk.importers import read
from briefdesk.paths import resources

if TYPE_CHECKING:
    from briefdesk.store.library import Library


def add_sample(library: "Library") -> str:
    """Put the sample page and the briefs that it lists into a library; gives the sample's id."""
    file = resources() / "samples" / "brief-page.txt"
    outcomes = list(import_items(library, read(file.read_bytes(), name=file.name)))
    return outcomes[0].id
