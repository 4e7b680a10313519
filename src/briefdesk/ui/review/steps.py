"""Going through the findings one after another, although they are found anew after each change."""

from collections.abc import Sequence

from briefdesk.checks.finding import Finding


class Steps:
    """Remembers which finding was shown last, and whether it was mended since."""

    def __init__(self) -> None:
        self._shown: Finding | None = None
        self._is_mended = False

    def show(self, finding: Finding) -> None:
        """A person is at this finding now."""
        self._shown, self._is_mended = finding, False

    def forget(self) -> None:
        """It is another brief: begin anew."""
        self._shown, self._is_mended = None, False

    def found_anew(self, before: Sequence[Finding], after: Sequence[Finding]) -> None:
        """See whether the finding that was shown last is gone: then the next one has taken its place."""
        if self._shown is not None and _alike(self._shown, after) < _alike(self._shown, before):
            self._is_mended = True

    def next(self, at: int, by: int, count: int) -> int:
        """The row to go to from row `at`, around the ends of `count` rows; `by` is 1 or -1."""
        if self._shown is None or at < 0:
            return 0 if by > 0 else count - 1
        if self._is_mended and by > 0:
            return at % count
        return (at + by) % count


def _alike(finding: Finding, among: Sequence[Finding]) -> int:
    """How many are of the same rule at the same place; where in the text it is may have changed."""
    key = (finding.criterion, finding.field, finding.index, finding.part)
    return sum((each.criterion, each.field, each.index, each.part) == key for each in among)
